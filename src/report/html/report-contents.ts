import type { Reading } from "../reading/reading.ts";
import type { Report } from "../report.ts";
import { uncoveredIn } from "./coverage-section.ts";

/** What stands above a report in a browser. */
export function titleOf({ summary }: Report): string {
  return `${summary.verdict}: conformance report`;
}

/** The sections of a report, with how many each has of what it is about. */
export function contentsOf(
  report: Report,
  operations: number,
): readonly (readonly [id: string, title: string, count: number])[] {
  const {
    systems,
    disagreements,
    findings,
    waived,
    judgements,
    rules,
    summary,
    reading,
    baseline,
    coverage,
  } = report;
  const settled = disagreements.filter(({ right }) => right.length > 0).length;
  return [
    ["systems", "Systems", systems.length],
    ...(operations > 0 ? [["operations", "Operations", operations] as const] : []),
    ...(summary.sources.length > 1 ? [["disagreements", "Disagreements", settled] as const] : []),
    ["findings", "Findings", findings.length],
    ...(waived.length > 0 ? [["waived", "Waived", waived.length] as const] : []),
    ...(baseline ? [["baseline", "Fixed", baseline.fixed.length] as const] : []),
    ...(report.trend ? [["trend", "Trend", report.trend.length] as const] : []),
    ...(coverage ? [["coverage", "Not covered", uncoveredIn(coverage)] as const] : []),
    ...(reading ? [["reading", "Not read", sumOf(reading)] as const] : []),
    ["details", "Pages and exchanges", judgements.length],
    ["rules", "Rules", rules.length],
  ];
}

/** Of the parts of pages; what is not known of them is told in the section. */
function sumOf({ parts }: Reading): number {
  return parts.reduce(
    (sum, { part, left }) => (part === "fence" || part === "row" || part === "list" ? sum + left : sum),
    0,
  );
}
