import type { Judgement, Severity } from "../rules/assertion.ts";
import { catalogue } from "../rules/catalogue.ts";
import { isAtLeast, severities } from "./order.ts";
import type { AssertionCounts, Report, VerdictWord } from "./report.ts";

export type SeverityCounts = Readonly<Record<Severity, number>>;

/**
 * The verdict over judgements. One finding at or above `failOn` is enough for "not conformant"; without any assertion
 * that was really judged, or where there are bodies and none could be held to its type, it is "nothing verified", which
 * is never green.
 */
export function verdictOf(
  counts: AssertionCounts,
  findings: SeverityCounts,
  failOn: Severity,
  judgements: readonly Judgement[],
): VerdictWord {
  if (severities.some((severity) => isAtLeast(severity, failOn) && findings[severity] > 0)) {
    return "not conformant";
  }
  if (isBlind(judgements)) return "nothing verified";
  return counts.pass + counts.fail + counts.waived > 0 ? "conformant" : "nothing verified";
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
 * 0 for conformant, 1 for everything else. The verdict already weighs `failOn`, so that the exit code and
 * the report a person opens never disagree; a run that verified nothing is no success either. What was not run to its
 * end has not run, 2; but what it found by then was found. A shard that had nothing to verify leaves that to `merge`.
 */
export function exitCode({ summary: { verdict, partial }, shard }: Report): 0 | 1 | 2 {
  if (partial !== undefined && verdict !== "not conformant") return 2;
  return verdict === "conformant" || (shard && verdict === "nothing verified") ? 0 : 1;
}
