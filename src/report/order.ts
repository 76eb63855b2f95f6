import type { Finding, Judgement, Severity } from "../rules/assertion.ts";
import type { Source } from "../rules/exchange.ts";
import { isKnown } from "./baseline/outcome.ts";

/** The order of the columns. */
export const sources: readonly Source[] = ["documented", "mock", "tenant", "recorded"];

/** What stands over a column of a matrix: a source, or the metadata, which speaks of the pages. */
export type Column = Source | "metadata";

export const columns: readonly Column[] = ["documented", "metadata", "mock", "tenant", "recorded"];

/** From the worst to the mildest. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** Whether a severity weighs at least as much as a limit. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}

/** Code unit order: the same on every machine, whatever its locale. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What is new and gravest first; within a severity the order stays. */
export function freshAndGravestFirst(findings: readonly Finding[]): readonly Finding[] {
  const weight = (finding: Finding) =>
    severities.indexOf(finding.severity) + (isKnown(finding) ? severities.length : 0);
  return findings.toSorted((one, other) => weight(one) - weight(other));
}

/** Findings by file, line, column and rule; what still ties goes by pointer, source and message. */
export function byPlace(left: Finding, right: Finding): number {
  return (
    byText(left.span.file, right.span.file) ||
    left.span.start.line - right.span.start.line ||
    left.span.start.column - right.span.start.column ||
    byText(left.rule, right.rule) ||
    byText(left.pointer ?? "", right.pointer ?? "") ||
    byText(left.source, right.source) ||
    byText(left.message, right.message)
  );
}

/** Judgements by file, the page before its exchanges, source, then line, title, example and subject. */
export function byPage(left: Judgement, right: Judgement): number {
  return (
    byText(left.file, right.file) ||
    Number(left.kind === "exchange") - Number(right.kind === "exchange") ||
    sources.indexOf(left.source) - sources.indexOf(right.source) ||
    left.location.line - right.location.line ||
    left.location.column - right.location.column ||
    byText(left.title, right.title) ||
    byText(left.example ?? "", right.example ?? "") ||
    byText(left.subject.id, right.subject.id)
  );
}
