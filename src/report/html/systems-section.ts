import { cellsOf } from "../matrix.ts";
import { type Html, html } from "./escape.ts";
import { matrixTable } from "./matrix-table.ts";
import { isClean, type SystemEntry } from "./system-entries.ts";
import type { View } from "./view.ts";

type Numbered = Pick<SystemEntry, "row" | "index">;

/**
 * The table of systems: a row for each, a column for each source that was judged. In a large report those without a
 * finding are folded; `rest` leads to those that stand elsewhere.
 */
export function systemsSection(view: View, entries: readonly Numbered[], rest?: Html): Html {
  const plain = view.brief ? entries.filter(({ row }) => isClean(row)) : [];
  const main = entries.filter((entry) => !plain.includes(entry));
  return html`<section id="systems" aria-labelledby="systems-title">
<h2 id="systems-title">Systems</h2>
${main.length > 0 && systemsTable(view, main, "Verdict of each system by source")}
${
  plain.length > 0 &&
  html`<details class="more"><summary>${plain.length} systems without a finding</summary>${systemsTable(view, plain, "Systems without a finding")}</details>`
}${rest}
</section>
`;
}

/** The anchor of a system's section. */
export function systemAnchor(index: number): string {
  return `system-${index + 1}`;
}

/** Some of the systems as a table of their own. */
export function systemsTable(view: View, rows: readonly Numbered[], caption: string): Html {
  const shown = rows.map(({ row, index }) => ({
    name: row.name,
    href: row.judgements.length > 0 ? view.to(systemAnchor(index)) : undefined,
    cells: cellsOf(view.report, row.judgements),
    judgements: row.judgements,
  }));
  return matrixTable(view, shown, { caption, what: "System" });
}
