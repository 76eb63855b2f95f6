import type { Contract } from "../../contract/contract.ts";
import type { Judgement } from "../../rules/assertion.ts";
import { unsureOf } from "../../rules/differing.ts";
import type { Exchange } from "../../rules/exchange.ts";
import { exchangeContext, requestContext } from "../../rules/exchange-context.ts";
import { judgeExchange } from "../../rules/judge.ts";
import { Memory, nextLinkIn } from "../../rules/memory.ts";
import type { ExchangeContext } from "../../rules/rule.ts";
import { type Asked, askService, type ServiceInput } from "./obtain-exchanges.ts";

export interface JudgeInput extends ServiceInput {
  /**
   * Who judges an exchange; `judgeExchange` unless said. It sees each exchange in the order of the plan, and what is
   * known of the ones before; one that differs from an earlier answer it sees again, when that has been read again.
   */
  readonly judge?: (exchange: Exchange, contract: Contract, memory: Memory) => Judgement;
  /** Makes what is given of an exchange and its judgement; it sees each exchange once. */
  readonly show?: (exchange: Exchange, judgement: Judgement) => Judgement;
}

/** How often a list is read again at most. */
export const mostReadings = 4;

/** How many pages a list may have that is read again. */
export const mostPages = 3;

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
  const { contract, judge = judgeWith, show = (_, judgement) => judgement } = input;
  const asked = askService(input);
  const readings = new Map<string, number>();
  for await (const exchange of asked.exchanges) {
    const judgement = judge(exchange, contract, memory);
    const severity = unsureOf(judgement);
    // One reading is kept for what weighs most.
    const most = severity === "error" ? mostReadings : mostReadings - 1;
    const isDone =
      severity === undefined || !(await readAgain(exchange, most, { asked, contract, memory, readings }));
    yield show(exchange, isDone ? judgement : judge(exchange, contract, memory));
  }
}

interface Reading {
  readonly asked: Asked;
  readonly contract: Contract;
  readonly memory: Memory;
  readonly readings: Map<string, number>;
}

/** Reads again what an exchange was compared with: true when that has been answered. */
async function readAgain(exchange: Exchange, most: number, { asked, contract, memory, readings }: Reading) {
  const target = memory.comparedWith(exchange);
  const times = readings.get(target ?? "") ?? 0;
  if (target === undefined || times >= most) return false;
  readings.set(target, times + 1);
  const { file, location } = exchange;
  const about = { file, location, name: "read again", title: `${exchange.title}, read again` };
  const request = { ...about, kind: "request", method: "GET", headers: {}, again: true } as const;
  const pages: ExchangeContext[] = [];
  for (let next: string | undefined = target; next !== undefined; ) {
    const again: Exchange | undefined = await asked.ask({ ...request, target: next });
    if (!again?.response || again.unanswered || pages.length >= mostPages) return false;
    pages.push(exchangeContext(requestContext(again, contract), again.response));
    next = nextLinkIn(again.response.body?.json?.value);
  }
  memory.readAgain(exchange, pages);
  return true;
}

const judgeWith: NonNullable<JudgeInput["judge"]> = (exchange, contract, memory) =>
  judgeExchange(exchange, contract, { memory });
