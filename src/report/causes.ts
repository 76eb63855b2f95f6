import { groupBy } from "../base/group-by.ts";
import type { Finding, Severity } from "../rules/assertion.ts";
import { byPlace, severities } from "./order.ts";
import { grouped, hintOf } from "./phrases.ts";

/** What is wrong, and the findings that come of it: one wrong row of a table may be 47 of them. */
export interface CauseGroup {
  /** The gravest of its findings. */
  readonly severity: Severity;
  /** What is wrong: of one finding its message, of several what they have in common. */
  readonly sentence: string;
  /** The first of the gravest, by place. */
  readonly first: Finding;
  /** By place. */
  readonly findings: readonly Finding[];
  readonly examples: number;
  readonly pages: number;
}

/**
 * Findings by what is behind them: errors first, then what comes most often, then by place. Causes that read alike, such
 * as the same slip on several pages, are told as one; a page and a service that break the same promise are two.
 */
export function causesOf(findings: readonly Finding[]): readonly CauseGroup[] {
  const groups = groupBy(findings, ({ source, rule, cause }) => `${source} ${rule} ${cause.sentence}`);
  return [...groups.values()].flatMap(causeOf).sort(worstFirst);
}

function causeOf(own: readonly Finding[]): readonly CauseGroup[] {
  const findings = own.toSorted(byPlace);
  const severity = severities.find((one) => findings.some((finding) => finding.severity === one));
  const first = findings.find((finding) => finding.severity === severity);
  if (severity === undefined || first === undefined) return [];
  return [
    {
      severity,
      sentence:
        new Set(findings.map(({ message }) => message)).size === 1 ? first.message : first.cause.sentence,
      first,
      findings,
      examples: new Set(
        findings.flatMap(({ example, span }) => (example === undefined ? [] : `${span.file} ${example}`)),
      ).size,
      pages: new Set(findings.map(({ span }) => span.file)).size,
    },
  ];
}

function worstFirst(one: CauseGroup, other: CauseGroup): number {
  return (
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    other.findings.length - one.findings.length ||
    byPlace(one.first, other.first)
  );
}

/** What to do, where it is the same for all. */
export function commonHint({ first, findings }: CauseGroup): string | undefined {
  const hint = hintOf(first);
  return findings.every((finding) => hintOf(finding) === hint) ? hint : undefined;
}

/** `66 times in 40 pages`, `3 times in 2 examples`, of recordings `2 times in 2 files`; nothing for once. */
export function reachPhrase({
  first,
  findings: { length: times },
  examples,
  pages,
}: CauseGroup): string | undefined {
  if (times === 1) return undefined;
  const place = first.source === "recorded" ? "file" : "page";
  const where = pages > 1 ? counted(pages, place) : examples > 1 ? counted(examples, "example") : undefined;
  return `${grouped(times)} times${where === undefined ? "" : ` in ${where}`}`;
}

/** `tenant: "a" is no property of run (3 times in 2 pages)`: whose it is, what is wrong, how far it reaches. */
export function causePhrase(cause: CauseGroup): string {
  const { sentence, first } = cause;
  const reach = reachPhrase(cause);
  return `${first.source === "documented" ? "" : `${first.source}: `}${sentence}${reach === undefined ? "" : ` (${reach})`}`;
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}s`;
}
