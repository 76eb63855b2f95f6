import type { Judgement, Severity } from "../rules/assertion.ts";
import { catalogue } from "../rules/catalogue.ts";
import type { AssertionCounts, VerdictWord } from "./report.ts";
import { isAtLeast, severities } from "./severity-order.ts";

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
    assertions.flatMap(({ rule, status, reason }) =>
      !bodyRules.has(rule) || status === "not-applicable" ? [] : (reason ?? status),
    ),
  );
  const blind = statuses.filter((status) => status === "undocumented" || status === "not-in-folder");
  return blind.length > 0 && blind.length === statuses.length;
}

/**
 * The verdict as a sentence that hides nothing: `conformant, 2 warnings, 14 waived, except 3 not verified`.
 * `unread` counts the systems of which no page was read.
 */
export function verdictSentence(
  verdict: VerdictWord,
  counts: AssertionCounts,
  findings: SeverityCounts,
  unread = 0,
): string {
  const exceptions = [
    ...(counts.notVerified > 0 ? [`${counts.notVerified} not verified`] : []),
    ...(unread > 0 ? [`${unread} system${unread === 1 ? "" : "s"} not read`] : []),
  ].join(" and ");
  const parts = [
    ...severities
      .filter((severity) => findings[severity] > 0)
      .map((severity) => counted(findings[severity], severity)),
    ...(counts.waived > 0 ? [`${counts.waived} waived`] : []),
    ...(exceptions === "" ? [] : [verdict === "conformant" ? `except ${exceptions}` : exceptions]),
  ];
  if (parts.length === 0) return verdict;
  return `${verdict}${verdict === "conformant" ? ", " : ": "}${parts.join(", ")}`;
}

/** `1 error`, `2 errors`, `2 info`. */
export function counted(count: number, severity: Severity): string {
  return `${count} ${severity}${count === 1 || severity === "info" ? "" : "s"}`;
}
