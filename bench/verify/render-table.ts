import { renderColdTable } from "../process/cold-table.ts";
import type { VerifyResults } from "./results.ts";

/** The results as a Markdown table, with the targets and the method below it. */
export function renderTable(results: VerifyResults): string {
  const rows = results.sizes.map(({ pages, verify, floor, ratios }) => ({
    label: pages.toLocaleString("en-US"),
    taken: verify,
    floor,
    ratios,
  }));
  return renderColdTable(results, { head: "pages".padEnd(15), name: "verify".padEnd(8), rows });
}
