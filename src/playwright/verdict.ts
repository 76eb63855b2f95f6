import { randomBytes } from "node:crypto";
import { onceFor } from "../base/once-for.ts";
import type { Contract } from "../contract/contract.ts";
import { makeExchange } from "../exchange/service/make-exchange.ts";
import type { Purpose } from "../exchange/service/planned-request.ts";
import { redaction } from "../exchange/service/redact.ts";
import { shapeEvidence } from "../exchange/tenant/evidence.ts";
import { shapeUrl } from "../exchange/tenant/shape-url.ts";
import { type Shaper, shaperOf } from "../exchange/tenant/shape-value.ts";
import { classified } from "../exchange/unanswered/classify-exchange.ts";
import { isAtLeast, severities } from "../report/order.ts";
import type { Assertion, Failed, Judgement, Severity } from "../rules/assertion.ts";
import type { Exchange, Probe, Source } from "../rules/exchange.ts";
import { judgeExchange } from "../rules/judge.ts";
import type { Remembers } from "../rules/memory.ts";
import type { ReadResponse } from "./graph-response.ts";

/** What a response is judged to be: nothing that is unknown is kept. */
export interface Verdict {
  readonly outcome: "kept" | "broken" | "unverified";
  /** What failed, the gravest first, be it too mild to break anything. */
  readonly failed: readonly Failed[];
  /** What nobody can say, and why. */
  readonly unverified: readonly string[];
  /** The rules that held. */
  readonly held: readonly string[];
  /** Request line and status, told as the evidence is. */
  readonly about: string;
}

/** What of a response is told when it fails: types and lengths in the place of values, or all. */
export type Evidence = "shape" | "full";

export interface Judging {
  readonly evidence: Evidence;
  /** From which severity on a finding breaks a promise. */
  readonly failOn: Severity;
  /** What answers: a live service, which may be newer than the pages, or a mock, which may not. */
  readonly source: ServiceKind;
}

export type ServiceKind = Extract<Source, "tenant" | "mock">;

interface Judged {
  readonly exchange: Exchange;
  readonly contract: Contract;
}

interface JudgingBy extends Judging {
  /** Which of the rules are asked about. */
  readonly isAbout: (rule: string) => boolean;
  /** Why too little was judged for a yes; undefined where it is enough. */
  readonly lacks: (exchange: Exchange, assertions: readonly Assertion[]) => string | undefined;
  /** Findings that weigh more for who asks than for the rule. */
  readonly weigh?: (failed: readonly Failed[], body: unknown) => readonly Failed[];
  /** What is judged, and by what, where that is not the exchange as it was. */
  readonly as?: (exchange: Exchange) => Judged;
  readonly memory?: Remembers;
}

/** What ids are hashed with: the same in a whole run, and in no other. */
const key = randomBytes(16).toString("hex");

/** Tells the values of a contract's service as shapes. */
export const shaper: (contract: Contract) => Shaper = onceFor((contract: Contract) =>
  shaperOf(contract, key),
);

/** Judges a response to what was asked for as an exchange with a live service is judged. */
export function judgeAsked(
  response: ReadResponse & { readonly method: string },
  purpose: Purpose & { readonly probe?: Probe },
  contract: Contract,
  {
    evidence,
    failOn,
    source,
    isAbout,
    lacks,
    weigh = (failed) => failed,
    as = (one) => ({ exchange: one, contract }),
    memory,
  }: JudgingBy,
): Verdict {
  const exchange = exchangeOf(response, purpose, { contract, source });
  const judge = (one: Exchange) => {
    const judged = as(one);
    return judgeExchange(judged.exchange, judged.contract, memory ? { memory } : {});
  };
  const judgement = judge(exchange);
  const again = () => judge(exchangeOf({ ...response, sent: preferences }, purpose, { contract, source }));
  const { certain, doubts } = response.sent ? { certain: judgement, doubts: [] } : whatever(judgement, again);
  const origin = response.url === "" ? "" : new URL(response.url).origin;
  const told =
    evidence === "full" ? certain : shapeEvidence(shaper(contract), as(exchange).exchange, certain, origin);
  const assertions = told.assertions.filter(({ rule }) => exchange.unanswered || isAbout(rule));
  const failed = [...weigh(assertions.filter(isFailed), exchange.response?.body?.json?.value)].sort(
    (one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity),
  );
  const lack = lacks(exchange, assertions);
  const isBroken = failed.some(({ severity }) => isAtLeast(severity, failOn));
  const unverified = assertions.flatMap((one) =>
    one.status === "not-verified" ? `${one.reason}: ${one.message}` : [],
  );
  const { url } = exchange.request;
  const about = evidence === "full" ? url : shapeUrl(shaper(contract), url, origin);
  const [status = ""] = told.response?.text.split("\n", 1) ?? [];
  return {
    outcome: isBroken ? "broken" : lack === undefined ? "kept" : "unverified",
    failed,
    unverified: [
      ...new Set([...unverified, ...doubts, ...(lack === undefined || unverified.length > 0 ? [] : [lack])]),
    ],
    held: assertions.filter((one) => one.status === "pass").map(({ rule }) => rule),
    about: `${url === "" ? "" : `${response.method} ${about} → `}${status.replace(/^HTTP\/1\.1 /, "")}`,
  };
}

/** An exchange of a response; it says why nothing of it can be judged where that is so. */
function exchangeOf(
  { url, sent = [], received, method }: ReadResponse & { readonly method: string },
  purpose: Purpose & { readonly probe?: Probe },
  { contract, source }: { readonly contract: Contract; readonly source: ServiceKind },
): Exchange {
  const tokens = sent.flatMap(([name, value]) =>
    /^(?:proxy-)?authorization$/i.test(name) ? value.trim().split(/\s+/).slice(1) : [],
  );
  const setting = { source, version: contract.version, redaction: redaction(tokens) } as const;
  const exchange = makeExchange(setting, {
    purpose,
    sent: { method, url, headers: sent },
    outcome: received,
  });
  return classified(exchange, contract);
}

function isFailed(one: Assertion): one is Failed {
  return one.status === "fail";
}

/** The headers that allow more in an answer than comes to a request without them. */
const preferences = [["Prefer", 'include-unknown-enum-members, IdType="ImmutableId"']] as const;

/** What holds whichever headers were sent, where nobody knows them: `again` judges with all that allow more. */
function whatever(
  judgement: Judgement,
  again: () => Judgement,
): { readonly certain: Judgement; readonly doubts: readonly string[] } {
  if (!judgement.assertions.some(isFailed)) return { certain: judgement, doubts: [] };
  const still = new Set(
    again()
      .assertions.filter(isFailed)
      .map(({ rule }) => rule),
  );
  const isCertain = (one: Assertion) => !isFailed(one) || still.has(one.rule);
  const doubtful = judgement.assertions.filter((one) => !isCertain(one)).map(({ rule }) => rule);
  const assertions = judgement.assertions.filter(isCertain);
  const doubts = [...new Set(doubtful)].map(
    (rule) => `${rule}: it hangs on the headers of the request; give them as { request: { headers } }`,
  );
  return { certain: { ...judgement, assertions }, doubts };
}
