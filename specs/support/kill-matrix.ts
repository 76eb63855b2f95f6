import type { Contract } from "../../src/contract/contract.ts";
import { folderOf } from "../../src/docs/folder.ts";
import type { GraphVersion } from "../../src/docs/page.ts";
import { readFolders } from "../../src/docs/read-folder.ts";
import { readPage } from "../../src/docs/read-page.ts";
import { type Documentation, documentationOf } from "../../src/exchange/judge-documentation.ts";
import { type JudgeInput, judgeService } from "../../src/exchange/service/judge-service.ts";
import type { HttpHeader } from "../../src/http/http-message.ts";
import type { ShownMessage } from "../../src/http/show-message.ts";
import type { Fault } from "../../src/mock/faults/fault.ts";
import type { Judgement } from "../../src/rules/assertion.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import type { Exchange } from "../../src/rules/exchange.ts";
import { exchangeContext, requestContext } from "../../src/rules/exchange-context.ts";
import { judgeExchange } from "../../src/rules/judge.ts";
import type { Memory } from "../../src/rules/memory.ts";
import type { Past } from "../../src/rules/past.ts";
import type { ExchangeContext } from "../../src/rules/rule.ts";
import { severityOf } from "../../src/rules/rule.ts";
import { pagesOfRules } from "./rule-fixture.ts";
import { askWithin } from "./service.ts";

/** What the suite says of the service with one fault, or with none. */
export interface MatrixRow {
  readonly fault?: Pick<Fault, "name" | "expect">;
  /** How many findings each rule has, by rule. */
  readonly findings: ReadonlyMap<string, number>;
  /** How many times something was not verified, by reason. */
  readonly reasons: ReadonlyMap<string, number>;
  readonly exchanges: number;
  /** The first finding of each rule. */
  readonly messages: readonly string[];
}

/** The rules that are judged on a running service, by what they weigh there. */
export const serviceRules: readonly string[] = catalogue
  .filter((rule) => severityOf(rule, "mock") !== undefined)
  .map(({ id }) => id);

/** The pages that come with the suite, and those on which every rule has something to judge. */
export async function matrixDocumentation(): Promise<Documentation> {
  const shared = await readFolders(["fixtures/docs", "fixtures/rules/docs"]);
  const brought = Object.entries(pagesOfRules()).map(([file, text]) =>
    readPage(text, { file, version: "v1.0" }),
  );
  return documentationOf(folderOf([...shared, ...brought]));
}

/** Runs the suite against services that have a fault each. */
export class KillMatrix {
  readonly #documentation: Documentation;
  readonly #versions: readonly GraphVersion[];
  /** By the text of the exchange: most answers are the same in every row, and the same exchange is judged the same. */
  readonly #judged = new Map<string, Judgement>();

  constructor(documentation: Documentation) {
    this.#documentation = documentation;
    const shown = new Set(documentation.folder.pages.map(({ version }) => version));
    this.#versions = [...shown].sort().reverse();
  }

  /** Starts the service with the fault of that name, runs the suite, and counts what it finds. */
  async row(fault?: Fault): Promise<MatrixRow> {
    const contracts = this.#versions.map((version) => this.#documentation.contract(version));
    const judge: JudgeInput["judge"] = (...given) => this.#judge(...given);
    const judged = askWithin(contracts, (input) => judgeService({ ...input, judge }), fault);
    let exchanges = 0;
    const findings = new Map<string, number>();
    const reasons = new Map<string, number>();
    const messages: string[] = [];
    for await (const { example = "", request, assertions } of judged) {
      exchanges++;
      for (const assertion of assertions) {
        if (assertion.status === "not-verified") {
          reasons.set(assertion.reason, (reasons.get(assertion.reason) ?? 0) + 1);
        }
        if (assertion.status !== "fail") continue;
        const { rule, message } = assertion;
        if (!findings.has(rule)) messages.push(`${rule}: ${message} (${example}: ${firstLine(request)})`);
        findings.set(rule, (findings.get(rule) ?? 0) + 1);
      }
    }
    const { name, expect } = fault ?? {};
    return {
      ...(name && expect ? { fault: { name, expect } } : {}),
      findings,
      reasons,
      messages,
      exchanges,
    };
  }

  #judge(exchange: Exchange, contract: Contract, memory: Memory): Judgement {
    const past = memory.before(exchange);
    const text = `${textOf(exchange)}${textOfPast(past)}`;
    const known = this.#judged.get(text);
    if (known) {
      // What it has shown bears on those behind it.
      const { response, unanswered } = exchange;
      const asked = requestContext(exchange, contract, undefined, past);
      if (response && !unanswered) memory.keep(exchangeContext(asked, response));
      return known;
    }
    const remembers = { before: () => past, keep: (context: ExchangeContext) => memory.keep(context) };
    const { response: _, ...judgement } = judgeExchange(exchange, contract, { memory: remembers });
    // A pass says nothing that the matrix asks for.
    const told = judgement.assertions.filter(({ status }) => status === "fail" || status === "not-verified");
    const kept = { ...judgement, assertions: told };
    this.#judged.set(text, kept);
    return kept;
  }
}

const firstLine = (message: ShownMessage | undefined) => message?.text.split("\n", 1)[0] ?? "";

/** All that tells one exchange of a contract from another: the rest is read out of these parts. */
function textOf(exchange: Exchange): string {
  const { version, file, name, location, probe, unanswered, request, response } = exchange;
  const headersOf = (headers: readonly HttpHeader[] = []) =>
    headers.flatMap((header) => [header.name, header.value]);
  return JSON.stringify([
    [version, file, name, location.line, probe, unanswered],
    [request.method, request.url, headersOf(request.headers), request.body?.text],
    [response?.status, response?.reason, headersOf(response?.headers), response?.body?.text],
  ]);
}

function textOfPast({ walk, list }: Past): string {
  const walked = walk && { ...walk, urls: [...walk.urls], keys: [...walk.keys] };
  return JSON.stringify([walked, list && [...list.values()].map(({ value }) => value)]);
}

/** Why a row is a hole in the matrix; undefined when the suite says of it what the fault expects, and nothing else. */
export function holeIn({ fault, findings, reasons }: MatrixRow): string | undefined {
  const found = [...findings.keys()].sort();
  const expect = fault?.expect;
  const wanted = expect && "rule" in expect ? [expect.rule] : [];
  const missed = wanted.filter((rule) => !found.includes(rule));
  const other = found.filter((rule) => !wanted.includes(rule));
  const flaws = [
    ...missed.map((rule) => `${rule} finds nothing`),
    ...(expect && "reason" in expect && !reasons.has(expect.reason)
      ? [`nothing is left unverified for ${expect.reason}`]
      : []),
    ...(other.length > 0 ? [`${other.join(", ")} ${other.length === 1 ? "finds" : "find"} something`] : []),
  ];
  return flaws.length === 0 ? undefined : flaws.join("; ");
}

/** The rules judged on a service that none of the faults breaks. */
export function rulesWithoutFault(faults: readonly Pick<Fault, "expect">[]): string[] {
  const broken = new Set(faults.map(({ expect }) => ("rule" in expect ? expect.rule : "")));
  return serviceRules.filter((rule) => !broken.has(rule));
}
