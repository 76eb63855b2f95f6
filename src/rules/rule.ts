import type { Span } from "../base/span.ts";
import type { Contract, Operation } from "../contract/contract.ts";
import type { PromisedBody } from "../contract/promise/promised-body.ts";
import type { Gap, Violation } from "../contract/validation/violation.ts";
import type { Folder } from "../docs/folder.ts";
import type { Page } from "../docs/page.ts";
import type { HttpResponse } from "../http/http-message.ts";
import type { RequestUrl } from "../odata/request-url.ts";
import type { Cause, Cited, Fix, Severity } from "./assertion.ts";
import type { Exchange, Source } from "./exchange.ts";
import type { Past } from "./past.ts";
import type { Reason } from "./reason.ts";
import { unjudgedBody } from "./unjudged.ts";

/** What a rule says of one place. No outcome at all is a pass. */
export type Outcome = Failure | NotVerified;

export interface Failure {
  readonly status: "fail";
  /** What is wrong, with the names quoted, then what the contract says. */
  readonly message: string;
  readonly span: Span;
  readonly pointer?: string;
  /** The name, or the text, that was meant. */
  readonly meant?: string | undefined;
  /** What to do, in a sentence. */
  readonly advice?: string | undefined;
  /** Where the contract says so. */
  readonly promise?: Cited | undefined;
  /** Edits of the page that remove the finding without a guess. */
  readonly fix?: Fix | undefined;
  /** The root that several findings share. By default each is its own; place and sentence are then the finding's. */
  readonly cause?: Pick<Cause, "id"> & Partial<Cause>;
  /** A milder form of the rule weighs less than the rule. */
  readonly severity?: Severity | undefined;
  /** It weighs no more than this, whatever the rule does. */
  readonly atMost?: Severity | undefined;
  /** What this weighs by source, in the place of what the rule does; on a source that is absent it is none. */
  readonly weighs?: Weights | undefined;
}

export interface NotVerified {
  readonly status: "not-verified";
  readonly reason: Reason;
  readonly message: string;
  readonly span: Span;
  readonly pointer?: string;
}

export type Verdicts = readonly Outcome[] | "not-applicable";

export interface PageContext {
  readonly page: Page;
  readonly contract: Contract;
  readonly folder: Folder;
}

export interface RequestContext {
  readonly exchange: Exchange;
  readonly contract: Contract;
  /** The documented operation that the request calls. */
  readonly operation?: Operation;
  /** The operation whose promise holds: that one, else the one of the page that the request comes from. */
  readonly promising?: Operation;
  /** The page that shows the request, when it is documented. */
  readonly page?: Page;
  /** Of a request that a link led to with the options of the one that began the walk. */
  readonly url: RequestUrl;
  /** What earlier exchanges of the run have shown; nothing where they are not known, as on a page. */
  readonly past: Past;
}

export interface ExchangeContext extends RequestContext {
  readonly response: HttpResponse;
  /** An author wrote the response, and may have left values to the reader: `"id-value"`, `"<...>"`. */
  readonly authored: boolean;
  /** What the response's body should be, by the witnesses of the contract. */
  readonly promised: PromisedBody;
  /** What validation of the body against the contract's JSON Schemas found. */
  readonly violations: readonly Violation[];
  /** What of the body the contract knows too little to judge. */
  readonly gaps: readonly Gap[];
  /** The value that a pointer into the response's body names, or the name of that value with its quotes. */
  locate(pointer: string, part?: "name" | "value"): Span;
}

interface RuleBase {
  /** `area/what-is-wrong`. */
  readonly id: string;
  /** What holds when the rule passes, in one sentence. */
  readonly promise: string;
  readonly weighs: Weights;
  /** What an info of it on a live service says; nothing is broken by it. */
  readonly news?: News;
  /** Why it may have had nothing to judge in a whole run: `nothing is said never to be null`. */
  readonly idle?: string;
}

/** What a live service has beyond the pages, or leaves out of them. */
export type News = "newer" | "left out";

/**
 * What a failure weighs, by source; the rule is not judged on a source that is absent. Recorded traffic weighs like a
 * tenant's. A mock and a tenant answer for themselves, so that a milder weight on documentation is for what an author
 * may have left out, and on a tenant for what is news, not a break.
 */
export type Weights = Readonly<Partial<Record<Exclude<Source, "recorded">, Severity>>>;

/** What a failure of the rule weighs from that source; undefined when the rule is not judged there. */
export function severityOf({ weighs }: { readonly weighs: Weights }, source: Source): Severity | undefined {
  return weighs[source === "recorded" ? "tenant" : source];
}

/** What an outcome of the rule weighs from that source; undefined when it is none there. */
export function outcomeSeverity(
  rule: Pick<Rule, "weighs">,
  outcome: Outcome,
  source: Source,
): Severity | undefined {
  const severity = severityOf(rule, source);
  if (outcome.status !== "fail") return severity;
  const weight = outcome.weighs
    ? severityOf({ weighs: outcome.weighs }, source)
    : (outcome.severity ?? severity);
  return outcome.atMost && weight === "error" ? outcome.atMost : weight;
}

export type PageRule = RuleBase & { readonly subject: "page"; judge(context: PageContext): Verdicts };
export type RequestRule = RuleBase & {
  readonly subject: "request";
  judge(context: RequestContext): Verdicts;
};
export type ExchangeRule = RuleBase & {
  readonly subject: "exchange";
  /** What it cannot judge without: where the type of the body is not known, the rule is not verified. */
  readonly needs?: "type";
  judge(context: ExchangeContext): Verdicts;
  /** What it says of the body of a documented request. */
  judgeRequest?(context: RequestContext): Verdicts;
};
export type Rule = PageRule | RequestRule | ExchangeRule;

type Definition<R extends Rule> = Omit<R, "id" | "subject">;

/** A rule judged on every exchange, whatever its source. */
export function defineRule(id: string, definition: Definition<ExchangeRule>): ExchangeRule {
  const judge = (context: ExchangeContext): Verdicts => {
    const unjudged = definition.needs === "type" ? unjudgedBody(context) : undefined;
    return unjudged ? [unjudged] : definition.judge(context);
  };
  return { id, subject: "exchange", ...definition, judge };
}

/** A rule judged on a request, answered or not. */
export function defineRequestRule(id: string, definition: Definition<RequestRule>): RequestRule {
  return { id, subject: "request", ...definition };
}

/** A rule judged on a documentation page. */
export function definePageRule(id: string, definition: Definition<PageRule>): PageRule {
  return { id, subject: "page", ...definition };
}
