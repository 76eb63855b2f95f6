import { withMethod } from "../timed-run.ts";
import type { CrowdFigures, CrowdResults } from "./measure-crowd.ts";

/** The figures as a Markdown table, with the targets and the method below it. */
export function renderCrowd(results: CrowdResults): string {
  const row = (name: string, { perSecond, half, p99, longest }: CrowdFigures) =>
    `| ${name} | ${perSecond.toLocaleString("en-US")} | ${half} | ${p99} | ${longest} |`;
  return withMethod(
    [
      "| server | requests/s | half within, ms | 99 % within, ms | longest, ms |",
      "| :-- | --: | --: | --: | --: |",
      row("mock", results.mock),
      row("bare", results.bare),
      "",
      `Heap after each tenth of the writes, MB: ${results.heap.join(", ")}.`,
    ],
    results,
  );
}
