import type { Location } from "../base/location.ts";
import type { Contract } from "../contract/contract.ts";
import { typeOfRef } from "../contract/names/type-named.ts";
import { operationsOfPage } from "../contract/page-content.ts";
import { resourcesInBody } from "../contract/validation/resources-in-body.ts";
import type { Folder } from "../docs/folder.ts";
import type { GraphVersion, Page } from "../docs/page.ts";
import { pageName } from "../docs/page-name.ts";
import { showRequest, showResponse } from "../http/show-message.ts";
import type { Assertion, Judgement, Severity } from "./assertion.ts";
import { catalogue } from "./catalogue.ts";
import type { Exchange, Source, Unanswered } from "./exchange.ts";
import { exchangeContext, requestContext } from "./exchange-context.ts";
import { fingerprint } from "./fingerprint.ts";
import { status } from "./http/status.ts";
import { pageVerdicts } from "./page-verdicts.ts";
import { type ExchangeContext, type Outcome, type Rule, severityOf, type Verdicts } from "./rule.ts";

/** What an exchange is judged with beside the contract. */
export interface ExchangeSetting {
  /** The page that shows the exchange, when it is documented. */
  readonly page?: Page;
  /** The request was judged with an earlier response; only this one is. */
  readonly requestJudged?: boolean;
}

/**
 * Judges a documentation page, with all that it includes, by every page rule. What the reader could not read, and a
 * request or response rule reports, counts here too.
 *
 * @throws Error naming the rule when a rule fails to judge: that is a defect of the rule.
 */
export function judgePage(page: Page, contract: Contract, folder: Folder): Judgement {
  const type = page.types[0];
  const operation = operationsOfPage(contract, page.file)[0]?.id ?? type?.name;
  const location = type?.location ?? page.operation?.location ?? { file: page.file, line: 1, column: 1 };
  const place = placeOf("documented", page.version, location, operation ?? pageName(page.file));
  const assertions = catalogue.flatMap((rule) => {
    const verdicts = verdictsOf(rule, () => pageVerdicts(rule, { page, contract, folder }));
    return verdicts ? assertionsOf(rule, place, () => verdicts) : [];
  });
  return {
    kind: "page",
    source: "documented",
    version: page.version,
    file: page.file,
    title: page.title,
    location,
    ...(operation ? { operation } : {}),
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
  { page, requestJudged = false }: ExchangeSetting = {},
): Judgement {
  const { source, version, file, title, name, location, request, response, unanswered } = exchange;
  const asked = requestContext(exchange, contract, page);
  const answered = response && exchangeContext(asked, response);
  const operation = asked.operation?.id;
  const place = placeOf(source, version, location, operation ?? pageName(file), name);
  const assertions = catalogue.flatMap((rule) => {
    if (rule.subject === "request" && !requestJudged)
      return assertionsOf(rule, place, () => rule.judge(asked));
    if (rule.subject !== "exchange") return [];
    if (answered) return assertionsOf(rule, place, () => rule.judge(answered));
    return unanswered && rule.id === status.id
      ? assertionsOf(rule, place, () => [unansweredAt(exchange, unanswered)])
      : [];
  });
  const resource = page || !answered ? undefined : resourceOf(answered);
  return {
    kind: "exchange",
    source,
    version,
    file,
    title,
    location,
    ...(operation ? { operation } : {}),
    example: name,
    ...(resource ? { resource } : {}),
    request: showRequest(request),
    ...(response ? { response: showResponse(response) } : {}),
    assertions,
  };
}

/** Of a request without an answer the first promise stands for all: that it is answered as the page says. */
function unansweredAt({ request }: Exchange, { reason, message }: Unanswered): Outcome {
  return { status: "not-verified", reason, message, location: request.location };
}

/** `version/page name` of the page that declares what the answer holds; undefined when it holds nothing of a known type. */
function resourceOf({ contract, exchange, promised, response }: ExchangeContext): string | undefined {
  const type = typeOfRef(contract, promised.type);
  const body = response.body?.json?.value;
  if (!promised.type || !type || body === undefined) return undefined;
  const { resources } = resourcesInBody(contract, promised.type, body);
  return resources.length === 0 ? undefined : `${exchange.version}/${pageName(type.location.file)}`;
}

interface Place {
  readonly source: Source;
  readonly version: GraphVersion;
  readonly location: Location;
  /** The operation or type; what has neither goes by its page's name. */
  readonly subject: string;
  readonly example?: string;
}

function placeOf(
  source: Source,
  version: GraphVersion,
  location: Location,
  subject: string,
  example?: string,
): Place {
  return { source, version, location, subject, ...(example === undefined ? {} : { example }) };
}

function assertionsOf(rule: Rule, place: Place, judge: () => Verdicts): Assertion[] {
  const severity = severityOf(rule, place.source);
  if (!severity) return [];
  const verdicts = verdictsOf(rule, judge);
  const { location } = place;
  if (verdicts === "not-applicable") return [{ rule: rule.id, status: "not-applicable", severity, location }];
  if (verdicts.length === 0) return [{ rule: rule.id, status: "pass", severity, location }];
  return verdicts.map((outcome) => assertionOf(rule, place, severity, outcome));
}

function verdictsOf<Said extends Verdicts | undefined>(rule: Rule, judge: () => Said): Said {
  try {
    return judge();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the rule ${rule.id} failed to judge: ${reason}`, { cause: error });
  }
}

function assertionOf(rule: Rule, place: Place, severity: Severity, outcome: Outcome): Assertion {
  const { status, message, location, pointer } = outcome;
  const shared = { rule: rule.id, status, location, message, ...(pointer === undefined ? {} : { pointer }) };
  const own = outcome.status === "fail" ? outcome.cause : undefined;
  const mark = fingerprint({
    rule: rule.id,
    version: place.version,
    subject: place.subject,
    ...(place.example === undefined ? {} : { example: place.example }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(own === undefined ? {} : { cause: own }),
  });
  if (outcome.status === "not-verified") {
    return { ...shared, severity, reason: outcome.reason, fingerprint: mark };
  }
  return {
    ...shared,
    severity: outcome.severity ?? severity,
    ...(outcome.hint === undefined ? {} : { hint: outcome.hint }),
    cause: own ?? mark,
    fingerprint: mark,
  };
}
