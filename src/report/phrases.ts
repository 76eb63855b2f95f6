import { groupBy } from "../base/group-by.ts";
import type { Span } from "../base/span.ts";
import type { Finding } from "../rules/assertion.ts";
import { severities } from "./order.ts";
import type { Disagreement, Report } from "./report.ts";
import { type AssertionCounts, noFindings, type SeverityCounts, type VerdictWord } from "./summary.ts";

/** `12,345`, the same on every machine. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** How many failed assertions break nothing. */
export interface Harmless {
  /** Infos of live services. */
  readonly infos: number;
  /** Others that a baseline has. */
  readonly known: number;
}

/**
 * `2 failed`, `41 passed`, ...: what there is, the gravest first. Failed assertions are infos that break nothing, too,
 * and what a baseline has.
 */
export function assertionPhrases(
  counts: AssertionCounts,
  { infos, known }: Harmless = { infos: 0, known: 0 },
): readonly string[] {
  const phrases: readonly (readonly [number, string])[] = [
    [counts.fail - infos - known, "failed"],
    [infos, "info"],
    [known, "known"],
    [counts.waived, "waived"],
    [counts.notVerified, "not verified"],
    [counts.pass, "passed"],
    [counts.notApplicable, "not applicable"],
  ];
  return phrases.filter(([count]) => count > 0).map(([count, word]) => `${grouped(count)} ${word}`);
}

/** `26 pages and 3 files without an operation or a resource`. */
export function pagesPhrase(pages: number, others: number): string {
  const beside = others > 0 ? ` and ${counted(others, "file")} without an operation or a resource` : "";
  return `${counted(pages, "page")}${beside}`;
}

/** `26 pages`, `17 operations`, `31 examples`, `88 of 90 mock exchanges`: what was judged. A folder may hold notes of all kinds beside its pages. */
export function extentPhrases(summary: Report["summary"]): readonly string[] {
  const { pages, otherPages = 0, operations, examples, sources } = summary;
  const obtained = sources.filter(({ source }) => source !== "documented");
  // Who gates a service has judged no page.
  const isService = obtained.length > 0 && pages === 0 && examples === 0;
  return [
    ...(isService ? [] : [pagesPhrase(pages - otherPages, otherPages)]),
    counted(operations, "operation"),
    ...(isService ? [] : [counted(examples, "example")]),
    ...obtained.map(({ source, exchanges, judged }) => {
      const all = counted(exchanges, `${source} exchange`);
      return judged === exchanges ? all : `${grouped(judged)} of ${all}`;
    }),
  ];
}

/** `3 errors`, `1 warning`, `2 info`: every severity, none left out. */
export function severityPhrases({ findings }: Report["summary"]): readonly string[] {
  return [
    counted(findings.error, "error"),
    counted(findings.warning, "warning"),
    counted(findings.info, "info"),
  ];
}

/**
 * The verdict as a sentence that hides nothing: `conformant, 2 warnings, 14 waived, except 3 not verified`.
 * `unread` counts the systems of which no page was read; `known` those of the findings that a baseline has.
 */
export function verdictSentence(
  verdict: VerdictWord,
  counts: AssertionCounts,
  findings: SeverityCounts,
  unread = 0,
  known?: SeverityCounts,
): string {
  const exceptions = [
    ...(counts.notVerified > 0 ? [`${grouped(counts.notVerified)} not verified`] : []),
    ...(unread > 0 ? [`${counted(unread, "system")} not read`] : []),
  ].join(" and ");
  const parts = [
    ...countedEach(without(findings, known), known ? "new " : ""),
    ...(known && sum(known) > 0 ? [`${grouped(sum(known))} known (${countedEach(known).join(", ")})`] : []),
    ...(counts.waived > 0 ? [`${grouped(counts.waived)} waived`] : []),
    ...(exceptions === "" ? [] : [verdict === "conformant" ? `except ${exceptions}` : exceptions]),
  ];
  if (parts.length === 0) return verdict;
  return `${verdict}${verdict === "conformant" ? ", " : ": "}${parts.join(", ")}`;
}

/** `3 errors`, `1 warning`: of each severity that there is. */
function countedEach(findings: SeverityCounts, before = ""): readonly string[] {
  return severities
    .filter((severity) => findings[severity] > 0)
    .map((severity) => `${grouped(findings[severity])} ${before}${nounOf(findings[severity], severity)}`);
}

/** The findings that no baseline has. */
export function without(findings: SeverityCounts, known: SeverityCounts = noFindings): SeverityCounts {
  return {
    error: findings.error - known.error,
    warning: findings.warning - known.warning,
    info: findings.info - known.info,
  };
}

function sum({ error, warning, info }: SeverityCounts): number {
  return error + warning + info;
}

/** `1 error`, `2 errors`, `2 info`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${nounOf(count, noun)}`;
}

function nounOf(count: number, noun: string): string {
  return count === 1 || noun === "info" ? noun : `${noun}s`;
}

export interface PathOptions {
  /** A file of the report as it lies below the root of its repository; as the report names it unless given. */
  inRepository?(file: string): string;
}

/** `pages/run.md:43:5`, as editors and terminals link it. */
export function place({ file, start }: Span): string {
  return `${file}:${start.line}:${start.column}`;
}

/**
 * What to do, or else the name that was meant, unless the message already says it; and that the rule is new, where it
 * is: then the tool has changed, and the service may not have.
 */
export function hintOf({
  message,
  advice,
  meant,
  newSince,
}: Pick<Finding, "message" | "advice" | "meant" | "newSince">): string | undefined {
  const hint = advice ?? meant;
  const parts = [
    ...(hint === undefined || message.includes(hint) ? [] : [hint]),
    ...(newSince === undefined ? [] : [`this rule is new since ${newSince}`]),
  ];
  return parts.length === 0 ? undefined : parts.join("; ");
}

/** `mock is right`, `both are wrong`: the verdict on a disagreement in few words. */
export function verdictPhrase({ right, wrong }: Pick<Disagreement, "right" | "wrong">): string {
  if (right.length === 0) return `${wrong.length === 2 ? "both" : "all"} are wrong`;
  return `${right.join(" and ")} ${right.length === 1 ? "is" : "are"} right`;
}

/** `14: mock is right 12, both are wrong 2; the report tells why`. */
export function disagreementPhrase(disagreements: readonly Disagreement[]): string {
  const verdicts = groupBy(disagreements, verdictPhrase);
  const counts = [...verdicts].map(([verdict, { length }]) => `${verdict} in ${grouped(length)}`);
  return `${grouped(disagreements.length)} between sources: ${counts.join(", ")}; the report tells why`;
}

/** `in 3 examples`. */
export function examplePhrase({ examples }: Pick<Disagreement, "examples">): string {
  return `in ${counted(examples.length, "example")}`;
}

const covered = ["operations", "examples", "properties"] as const;

/** `11 of 13 operations`, `9 of 9 examples`, `40 of 61 properties`, and what has to be. */
export function coveragePhrases(coverage: NonNullable<Report["coverage"]>): readonly string[] {
  const phrases = covered.map((what) => `${coverage[what].verified} of ${coverage[what].of} ${what}`);
  return [...phrases, `floor ${coverage.floor}`];
}

const fewNames = 10;

/** The operations of which nothing was verified, by name; of many the first ones. */
export function missingPhrases({
  operations: { missing },
}: NonNullable<Report["coverage"]>): readonly string[] {
  const left = missing.length - fewNames;
  return [...missing.slice(0, fewNames), ...(left > 0 ? [`… and ${left} more in the report`] : [])];
}

/** What is under the floor: `3 of 13 operations are verified, under the floor of 0.6`. */
export function shortfallsOf(coverage: NonNullable<Report["coverage"]>): readonly string[] {
  return covered.flatMap((what) => {
    const { verified, of } = coverage[what];
    // Nine of fifteen is 0.6, whatever a computer makes of it.
    if (of === 0 || verified + 1e-9 >= of * coverage.floor) return [];
    return `${verified} of ${of} ${what} verified, under the floor of ${coverage.floor}`;
  });
}
