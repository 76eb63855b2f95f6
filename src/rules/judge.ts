import { spanBetween } from "../base/span.ts";
import type { Contract, Operation } from "../contract/contract.ts";
import { typeOfRef } from "../contract/names/type-named.ts";
import { onceForParts } from "../contract/once-for-parts.ts";
import { operationsOfPage } from "../contract/page-content.ts";
import { resourcesInBody } from "../contract/validation/resources-in-body.ts";
import type { Folder } from "../docs/folder.ts";
import type { Page, TypeDeclaration } from "../docs/page.ts";
import { pageName } from "../docs/page-name.ts";
import { showRequest, showResponse } from "../http/show-message.ts";
import type { Assertion, Judgement, Subject } from "./assertion.ts";
import { assertionsOf, verdictsOf } from "./assertions-of.ts";
import { catalogue } from "./catalogue.ts";
import type { Exchange, Source, Unanswered } from "./exchange.ts";
import { exchangeContext, requestContext } from "./exchange-context.ts";
import { status } from "./http/status.ts";
import type { Remembers } from "./memory.ts";
import { pageContexts, pageVerdicts } from "./page-verdicts.ts";
import { type ExchangeContext, type Outcome, type Rule, severityOf } from "./rule.ts";
import { leftBehind } from "./service/left-behind.ts";

/** What an exchange is judged with beside the contract. */
export interface ExchangeSetting {
  /** The page that shows the exchange, when it is documented. */
  readonly page?: Page;
  /** The request was judged with an earlier response; only this one is. */
  readonly requestJudged?: boolean;
  /** Of the run that the exchange is a part of, whose exchanges are judged in their order. */
  readonly memory?: Remembers;
}

/**
 * Judges a documentation page, with all that it includes, by every page rule. What the reader could not read, and a
 * request or response rule reports, counts here too.
 *
 * @throws Error naming the rule when a rule fails to judge: that is a defect of the rule.
 */
export function judgePage(page: Page, contract: Contract, folder: Folder): Judgement {
  const type = page.types[0];
  const [operation] = operationsOfPage(contract, page.file);
  const location = type?.location ?? page.operation?.location ?? { file: page.file, line: 1, column: 1 };
  const subject = subjectOf(operation, page.file, type);
  const { version } = page;
  const judged = {
    source: "documented",
    version,
    location,
    subject,
    ...jointly(contract, operation, page.file),
  } as const;
  const contexts = pageContexts({ page, contract, folder });
  const judge = (rule: Rule) => pageVerdicts(rule, contexts);
  const assertions: Assertion[] = [];
  for (const rule of catalogue) {
    const verdicts = verdictsOf(rule, judge);
    if (verdicts) assertions.push(...assertionsOf(rule, judged, () => verdicts));
  }
  return {
    kind: "page",
    source: "documented",
    version,
    file: page.file,
    title: page.title,
    location,
    subject,
    assertions,
  };
}

/**
 * Judges an exchange by every rule that is judged on its source.
 *
 * @throws Error naming the rule when a rule fails to judge: that is a defect of the rule.
 */
export function judgeExchange(
  exchange: Exchange,
  contract: Contract,
  { page, requestJudged = false, memory }: ExchangeSetting = {},
): Judgement {
  const { source, version, file, title, name, location, request, response, unanswered } = exchange;
  const asked = requestContext(exchange, contract, page, memory?.before(exchange));
  const answered = response && !unanswered ? exchangeContext(asked, response) : undefined;
  const subject = subjectOf(asked.operation, file);
  const joint = source === "documented" ? jointly(contract, asked.operation, file) : {};
  const judged = { source, version, location, subject, ...joint, example: name };
  const assertions: Assertion[] = [];
  for (const rule of exchangeRules[source]) {
    // Of any other exchange there is nothing to say.
    if (rule.id === leftBehind.id && exchange.probe !== "cleanup") continue;
    if (rule.subject === "request") {
      if (!requestJudged) assertions.push(...assertionsOf(rule, judged, () => rule.judge(asked)));
      continue;
    }
    if (rule.judgeRequest && page && !requestJudged && request.body?.json) {
      const said = verdictsOf(rule, () => rule.judgeRequest?.(asked));
      if (said && said !== "not-applicable") assertions.push(...assertionsOf(rule, judged, () => said));
    }
    if (answered) {
      assertions.push(...assertionsOf(rule, judged, () => rule.judge(answered)));
    } else if (unanswered && rule.id === status.id) {
      assertions.push(...assertionsOf(rule, judged, () => [unansweredAt(exchange, unanswered)]));
    }
  }
  if (answered) memory?.keep(answered);
  const resource = page || !answered ? undefined : resourceOf(answered);
  return {
    kind: "exchange",
    source,
    version,
    file,
    title,
    location,
    subject,
    example: name,
    ...(resource ? { resource } : {}),
    request: showRequest(request),
    ...(response ? { response: showResponse(response) } : {}),
    assertions,
  };
}

type AskedRule = Exclude<Rule, { readonly subject: "page" }>;

function rulesOn(source: Source): readonly AskedRule[] {
  return catalogue.filter((rule): rule is AskedRule => rule.subject !== "page" && !!severityOf(rule, source));
}

/** Gone through for each exchange, of which a run has thousands. */
const exchangeRules: Readonly<Record<Source, readonly AskedRule[]>> = {
  documented: rulesOn("documented"),
  mock: rulesOn("mock"),
  tenant: rulesOn("tenant"),
  recorded: rulesOn("recorded"),
};

/** What a page documents; what documents neither an operation nor a type goes by its own name. */
function subjectOf(operation: Operation | undefined, file: string, type?: TypeDeclaration): Subject {
  if (operation) return { kind: "operation", id: operation.id };
  return type ? { kind: "type", id: type.name } : { kind: "page", id: pageName(file) };
}

/** Which of the pages is meant that document an operation together; the first goes by the operation alone. */
function jointly(
  contract: Contract,
  operation: Operation | undefined,
  file: string,
): { readonly page?: string } {
  const first = operation && firstFiles(contract).get(operation.id);
  return first === undefined || first === file ? {} : { page: pageName(file) };
}

const firstFiles = onceForParts(["operations"], ({ operations }): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  for (const { id, file } of operations) if (!files.has(id)) files.set(id, file);
  return files;
});

/** Of what verifies nothing the first promise stands for all: that it is answered as the page says. */
function unansweredAt({ request, response }: Exchange, { reason, message }: Unanswered): Outcome {
  const span = response?.startLine ?? spanBetween(request.location, request.target.end);
  return { status: "not-verified", reason, message, span };
}

/** `version/page name` of the page that declares what the answer holds; undefined when it holds nothing of a known type. */
function resourceOf({ contract, exchange, promised, response }: ExchangeContext): string | undefined {
  const type = typeOfRef(contract, promised.type);
  const body = response.body?.json?.value;
  if (!promised.type || !type || body === undefined) return undefined;
  const { resources } = resourcesInBody(contract, promised.type, body);
  return resources.length === 0 ? undefined : `${exchange.version}/${pageName(type.location.file)}`;
}
