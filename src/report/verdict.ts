import type { Judgement, Severity } from "../rules/assertion.ts";
import { catalogue } from "../rules/catalogue.ts";
import { isAtLeast, severities } from "./order.ts";
import type { Report } from "./report.ts";
import { type AssertionCounts, noFindings, type SeverityCounts, type VerdictWord } from "./summary.ts";

/**
 * The verdict over judgements. One finding at or above `failOn` that no baseline has is enough for "not conformant";
 * without any assertion that was really judged, or where there are bodies and none could be held to its type, it is
 * "nothing verified", which is never green. `known` counts those of the findings that a baseline has.
 */
export function verdictOf(
  counts: AssertionCounts,
  findings: SeverityCounts,
  failOn: Severity,
  judgements: readonly Judgement[],
  known: SeverityCounts = noFindings,
): VerdictWord {
  const weighing = severities.filter((severity) => isAtLeast(severity, failOn));
  if (weighing.some((severity) => findings[severity] > known[severity])) return "not conformant";
  if (isBlind(judgements)) return "nothing verified";
  if (counts.pass + counts.fail + counts.waived === 0) return "nothing verified";
  return weighing.some((severity) => known[severity] > 0) ? "conformant but for the baseline" : "conformant";
}

/** Whether a run with this verdict succeeds. */
export function isConformant(verdict: VerdictWord): boolean {
  return verdict === "conformant" || verdict === "conformant but for the baseline";
}

/** The rules that hold a body to its type. */
const bodyRules = new Set(
  catalogue.flatMap((rule) => (rule.subject === "exchange" && rule.needs === "type" ? rule.id : [])),
);

/** True when the type of every body is unknown, of one at least. */
function isBlind(judgements: readonly Judgement[]): boolean {
  const statuses = judgements.flatMap(({ assertions }) =>
    assertions.flatMap((assertion) => {
      if (!bodyRules.has(assertion.rule) || assertion.status === "not-applicable") return [];
      return assertion.status === "not-verified" ? assertion.reason : assertion.status;
    }),
  );
  const blind = statuses.filter((status) => status === "undocumented" || status === "not-in-folder");
  return blind.length > 0 && blind.length === statuses.length;
}

/**
 * 0 for conformant, be it but for the baseline, 1 for everything else. The verdict already weighs `failOn`, so that the exit code and
 * the report a person opens never disagree; a run that verified nothing is no success either. What was not run to its
 * end has not run, 2; but what it found by then was found. A shard that had nothing to verify leaves that to `merge`.
 */
export function exitCode({ summary: { verdict, partial }, shard }: Report): 0 | 1 | 2 {
  if (partial !== undefined && verdict !== "not conformant") return 2;
  return isConformant(verdict) || (shard && verdict === "nothing verified") ? 0 : 1;
}
