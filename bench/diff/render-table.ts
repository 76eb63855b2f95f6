import { renderColdTable } from "../process/cold-table.ts";
import type { DiffResults } from "./results.ts";

/** The results as a Markdown table, with the targets and the method below it. */
export function renderTable(results: DiffResults): string {
  const rows = results.sides.map(({ name, diff, floor, ratios }) => ({
    label: name,
    taken: diff,
    floor,
    ratios,
  }));
  return renderColdTable(results, { head: "sides".padEnd(13), name: "diff".padEnd(5), rows });
}
