import type { Contract } from "../../contract/contract.ts";
import type { Judgement } from "../../rules/assertion.ts";
import type { Exchange } from "../../rules/exchange.ts";
import { judgeExchange } from "../../rules/judge.ts";
import { Memory } from "../../rules/memory.ts";
import { obtainExchanges, type ServiceInput } from "./obtain-exchanges.ts";

export interface JudgeInput extends ServiceInput {
  /** Who judges an exchange; `judgeExchange` unless said. It sees each exchange once, in the order of the plan, and
   * what is known of the ones before. */
  readonly judge?: (exchange: Exchange, contract: Contract, memory: Memory) => Judgement;
}

/**
 * Asks a running service all that its contract promises, and judges every answer: the judgements in the order of the
 * plan, each as soon as it can be had. Who takes no more of them ends the asking, as the signal does. No more exchanges
 * are in memory than the buffer holds, however long the plan is.
 *
 * @throws UsageError when the origin is none, and when nothing answers there.
 * @throws Error naming the rule when a rule fails to judge: that is a defect of the rule.
 */
export async function* judgeService(input: JudgeInput): AsyncGenerator<Judgement, void, void> {
  const memory = new Memory();
  const { contract, judge = judgeWith } = input;
  for await (const exchange of obtainExchanges(input)) yield judge(exchange, contract, memory);
}

const judgeWith: NonNullable<JudgeInput["judge"]> = (exchange, contract, memory) =>
  judgeExchange(exchange, contract, { memory });
