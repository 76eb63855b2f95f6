import { withMethod } from "../timed-run.ts";
import type { ReportResults } from "./measure-report.ts";

/** The figures as a Markdown table, with the targets and the method below it. */
export function renderReport(results: ReportResults): string {
  const rows = results.reports.map(
    ({ name, bytes, allBytes, documents, open, filter }) =>
      `| ${name} | ${(bytes / 1e6).toFixed(2)} | ${documents} | ${(allBytes / 1e6).toFixed(1)} | ${open} | ${filter} |`,
  );
  return withMethod(
    [
      "| report | first document, MB | documents | all, MB | open, ms | filtered, ms |",
      "| :-- | --: | --: | --: | --: | --: |",
      ...rows,
    ],
    results,
  );
}
