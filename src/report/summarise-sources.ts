import type { Judgement, Severity } from "../rules/assertion.ts";
import { countAssertions } from "./count-assertions.ts";
import { countFindings } from "./count-findings.ts";
import type { SourceSummary } from "./report.ts";
import { sources } from "./source-order.ts";
import { verdictOf } from "./verdict.ts";

/** What each source that was judged adds to the report, in the order of the columns. */
export function summariseSources(
  judgements: readonly Judgement[],
  failOn: Severity,
): readonly SourceSummary[] {
  return sources.flatMap((source) => {
    const own = judgements.filter((judgement) => judgement.source === source);
    if (own.length === 0) return [];
    const assertions = countAssertions(own);
    const findings = countFindings(own);
    const verdict = verdictOf(assertions, findings, failOn, own);
    const exchanges = own.filter(({ kind }) => kind === "exchange").length;
    return { source, verdict, assertions, findings, exchanges };
  });
}
