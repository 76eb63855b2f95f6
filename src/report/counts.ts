import type { Failed, Judgement, NotVerified, Passed, Severity, Status } from "../rules/assertion.ts";
import type { Source } from "../rules/exchange.ts";
import type { Reason } from "../rules/reason.ts";
import { isKnown } from "./baseline/outcome.ts";
import { judgedExchanges } from "./judged-exchanges.ts";
import { byText, severities, sources } from "./order.ts";
import type { SystemCell } from "./report.ts";
import type { AssertionCounts, SeverityCounts, SourceSummary } from "./summary.ts";
import { verdictOf } from "./verdict.ts";

const key: Readonly<Record<Status, keyof AssertionCounts>> = {
  pass: "pass",
  fail: "fail",
  waived: "waived",
  "not-verified": "notVerified",
  "not-applicable": "notApplicable",
};

type Counted = Record<keyof AssertionCounts, number>;

function nothing(): Counted {
  return { pass: 0, fail: 0, waived: 0, notVerified: 0, notApplicable: 0 };
}

/** How many assertions have each status. */
export function countAssertions(judgements: readonly Judgement[]): AssertionCounts {
  const counts = nothing();
  for (const judgement of judgements) {
    for (const assertion of judgement.assertions) counts[key[assertion.status]] += 1;
  }
  return counts;
}

/** How many assertions of each rule have each status on each source: by rule, then by source. */
export function countRules(
  judgements: readonly Judgement[],
): ReadonlyMap<string, ReadonlyMap<Source, AssertionCounts>> {
  const rules = new Map<string, Map<Source, Counted>>();
  for (const { source, assertions } of judgements) {
    for (const { rule, status } of assertions) {
      const bySource = rules.get(rule) ?? new Map<Source, Counted>();
      const counts = bySource.get(source) ?? nothing();
      counts[key[status]] += 1;
      rules.set(rule, bySource.set(source, counts));
    }
  }
  return rules;
}

/** The assertions that failed, or those of them that are waived. */
export function failedIn({ assertions }: Judgement, status: Failed["status"]): readonly Failed[] {
  return assertions.filter((assertion): assertion is Failed => assertion.status === status);
}

/** Those that could not be verified. */
export function notVerifiedIn({ assertions }: Judgement): readonly NotVerified[] {
  return assertions.filter((assertion) => assertion.status === "not-verified");
}

/** The rules that held, or had nothing to judge, one id for each assertion, by id. */
export function rulesWith({ assertions }: Judgement, status: Passed["status"]): readonly string[] {
  return assertions
    .filter((assertion) => assertion.status === status)
    .map(({ rule }) => rule)
    .sort(byText);
}

/** How many failed assertions have each severity, of those that count. */
export function countFindings(
  judgements: readonly Judgement[],
  counts: (failed: Failed) => boolean = () => true,
): SeverityCounts {
  const found = { error: 0, warning: 0, info: 0 };
  for (const judgement of judgements) {
    for (const assertion of judgement.assertions) {
      if (assertion.status === "fail" && counts(assertion)) found[assertion.severity] += 1;
    }
  }
  return found;
}

/** How many of them a baseline has; nothing where it has none. */
export function countKnown(judgements: readonly Judgement[]): { readonly known?: SeverityCounts } {
  const known = countFindings(judgements, isKnown);
  return severities.some((severity) => known[severity] > 0) ? { known } : {};
}

/** How often each reason kept something from being verified, by reason. */
export function countReasons(judgements: readonly Judgement[]): SystemCell["reasons"] {
  const counts = new Map<Reason, number>();
  for (const judgement of judgements) {
    for (const { reason } of notVerifiedIn(judgement)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .sort(([left], [right]) => byText(left, right))
    .map(([reason, count]) => ({ reason, count }));
}

/** What each source that was judged adds to the report, in the order of the columns. */
export function summariseSources(
  judgements: readonly Judgement[],
  failOn: Severity,
): readonly SourceSummary[] {
  return bySource(judgements).map(({ source, own }) => ({
    ...standingOf(source, own, failOn),
    exchanges: own.filter(({ kind }) => kind === "exchange").length,
    judged: judgedExchanges(own).judged.length,
  }));
}

/** How each source that was judged does on a part of the report, and why something was not verified. */
export function sourceCells(judgements: readonly Judgement[], failOn: Severity): readonly SystemCell[] {
  return bySource(judgements).map(({ source, own }) => ({
    ...standingOf(source, own, failOn),
    reasons: countReasons(own),
  }));
}

function bySource(judgements: readonly Judgement[]) {
  return sources.flatMap((source) => {
    const own = judgements.filter((judgement) => judgement.source === source);
    return own.length === 0 ? [] : [{ source, own }];
  });
}

function standingOf(source: Source, own: readonly Judgement[], failOn: Severity) {
  const assertions = countAssertions(own);
  const findings = countFindings(own);
  const counted = countKnown(own);
  const verdict = verdictOf(assertions, findings, failOn, own, counted.known);
  return { source, verdict, assertions, findings, ...counted };
}
