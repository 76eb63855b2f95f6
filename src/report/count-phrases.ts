import type { AssertionCounts, Report } from "./report.ts";
import { counted } from "./verdict.ts";

/** `12,345`, the same on every machine. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `41 passed`, `2 failed`, ...: what there is, the gravest first. */
export function assertionPhrases(counts: AssertionCounts): readonly string[] {
  const phrases: readonly (readonly [number, string])[] = [
    [counts.fail, "failed"],
    [counts.waived, "waived"],
    [counts.notVerified, "not verified"],
    [counts.pass, "passed"],
    [counts.notApplicable, "not applicable"],
  ];
  return phrases.filter(([count]) => count > 0).map(([count, word]) => `${grouped(count)} ${word}`);
}

/** `26 pages`, `17 operations`, `31 examples`, `90 mock exchanges`. */
export function extentPhrases(summary: Report["summary"]): readonly string[] {
  const { pages, operations, examples, sources } = summary;
  const obtained = sources.filter(({ source }) => source !== "documented");
  return [
    `${grouped(pages)} page${pages === 1 ? "" : "s"}`,
    `${grouped(operations)} operation${operations === 1 ? "" : "s"}`,
    `${grouped(examples)} example${examples === 1 ? "" : "s"}`,
    ...obtained.map(
      ({ source, exchanges }) => `${grouped(exchanges)} ${source} exchange${exchanges === 1 ? "" : "s"}`,
    ),
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
