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
import type { Exchange } from "../../src/rules/exchange.ts";
import { exchangeContext, requestContext } from "../../src/rules/exchange-context.ts";
import { judgeExchange } from "../../src/rules/judge.ts";
import type { Memory } from "../../src/rules/memory.ts";
import type { Past } from "../../src/rules/past.ts";
import type { ExchangeContext } from "../../src/rules/rule.ts";
import type { Found, MatrixRow, MatrixSource } from "./kill-matrix.ts";
import { judgeGenerated } from "./matrix-tenant.ts";
import { pagesOfRules } from "./rule-fixture.ts";
import { askWithin } from "./service.ts";

/** The pages that come with the suite, and those on which every rule has something to judge. */
export async function matrixDocumentation(): Promise<Documentation> {
  const shared = await readFolders(["fixtures/docs", "fixtures/rules/docs"]);
  const brought = Object.entries(pagesOfRules()).map(([file, text]) =>
    readPage(text, { file, version: "v1.0" }),
  );
  return documentationOf(folderOf([...shared, ...brought]));
}

/** Runs the suite against services that have a fault each. */
export class MatrixSuite {
  readonly #documentation: Documentation;
  readonly #versions: readonly GraphVersion[];
  /** By the text of the exchange: most answers are the same in every row, and the same exchange is judged the same. */
  readonly #judged = new Map<string, Judgement>();

  constructor(documentation: Documentation) {
    this.#documentation = documentation;
    const shown = new Set(documentation.folder.pages.map(({ version }) => version));
    this.#versions = [...shown].sort().reverse();
  }

  /** Starts the service with the fault, runs the suite as it judges that source, and counts what it finds. */
  async row(source: MatrixSource, fault?: Fault): Promise<MatrixRow> {
    let exchanges = 0;
    const findings = new Map<string, Found>();
    const reasons = new Map<string, number>();
    const messages: string[] = [];
    for await (const { example = "", request, assertions } of this.#judgements(source, fault)) {
      exchanges++;
      for (const assertion of assertions) {
        if (assertion.status === "not-verified") {
          reasons.set(assertion.reason, (reasons.get(assertion.reason) ?? 0) + 1);
        }
        if (assertion.status !== "fail") continue;
        const { rule, message, severity } = assertion;
        const known = findings.get(rule);
        if (!known) messages.push(`${rule}: ${message} (${example}: ${firstLine(request)})`);
        const gravest = known && gravity[known.severity] < gravity[severity] ? known.severity : severity;
        findings.set(rule, { count: (known?.count ?? 0) + 1, severity: gravest });
      }
    }
    return {
      source,
      ...(fault ? { fault: expectationOf(fault) } : {}),
      findings,
      reasons,
      messages,
      exchanges,
    };
  }

  async *#judgements(source: MatrixSource, fault?: Fault): AsyncGenerator<Judgement> {
    const contracts = this.#versions.map((version) => this.#documentation.contract(version));
    if (source === "tenant") {
      for (const contract of contracts) yield* judgeGenerated(contract, fault);
      return;
    }
    const judge: JudgeInput["judge"] = (...given) => this.#judge(...given);
    yield* askWithin(contracts, (input) => judgeService({ ...input, judge }), fault);
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

const gravity = { error: 0, warning: 1, info: 2 };

/** What of a fault can be sent from one process to another. */
function expectationOf({ name, expect, onTenant }: Fault): NonNullable<MatrixRow["fault"]> {
  return { name, expect, ...(onTenant ? { onTenant } : {}) };
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

function textOfPast({ walk, list, count, again }: Past): string {
  const walked = walk && { ...walk, urls: walk.urls.values(), keys: walk.keys.values() };
  return JSON.stringify([count, again, walked, list && [...list.values()].map(({ value }) => value)]);
}
