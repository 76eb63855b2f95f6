import type { Source } from "../../rules/exchange.ts";
import { sources } from "../order.ts";
import type { SystemCell, SystemRow } from "../report.ts";
import { verdictBadge } from "./badge.ts";
import { type Html, html } from "./escape.ts";
import { tally } from "./tally.ts";
import { Url } from "./url.ts";
import type { View } from "./view.ts";

/** The table of systems: a row for each, a column for each source that was judged. */
export function systemsSection(view: View): Html {
  const rows = view.report.systems.map((row, index) => ({ row, index }));
  const plain = view.brief ? rows.filter(({ row }) => isClean(row)) : [];
  const main = rows.filter((entry) => !plain.includes(entry));
  return html`<section id="systems" aria-labelledby="systems-title">
<h2 id="systems-title">Systems</h2>
${main.length > 0 && table(view, main, "Verdict of each system by source")}
${
  plain.length > 0 &&
  html`<details class="more"><summary>${plain.length} systems without a finding</summary>${table(view, plain, "Systems without a finding")}</details>`
}
</section>
`;
}

/** Nothing failed and nothing was waived: a large report tells such a row in brief. */
export function isClean({ sources }: SystemRow): boolean {
  return sources.every(({ assertions }) => assertions.fail + assertions.waived === 0);
}

/** The anchor of a system's section. */
export function systemAnchor(index: number): string {
  return `system-${index + 1}`;
}

function table(view: View, rows: readonly { row: SystemRow; index: number }[], caption: string): Html {
  const columns = sources.filter((source) =>
    view.report.systems.some((row) => row.sources.some((cell) => cell.source === source)),
  );
  return html`<div class="scroller" tabindex="0"><table class="systems">
<caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">System</th>${columns.map((source) => html`<th scope="col">${source}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ row, index }) => html`<tr><th scope="row">${
      row.judgements.length > 0
        ? html`<a href="${Url.anchor(systemAnchor(index))}">${row.name}</a>`
        : row.name
    }</th>${
      row.sources.length === 0
        ? html`<td colspan="${Math.max(columns.length, 1)}">${verdictBadge("nothing verified")}<p class="meta">no page of it was read</p></td>`
        : columns.map((source) =>
            cell(
              source,
              row.sources.find((each) => each.source === source),
            ),
          )
    }</tr>
`,
  )}</tbody>
</table></div>`;
}

function cell(source: Source, value: SystemCell | undefined): Html {
  if (value === undefined)
    return html`<td class="none" data-source="${source}">–<span class="hidden"> not judged</span></td>`;
  const { verdict, assertions, findings, known, reasons } = value;
  const why = reasons.map(({ reason, count }) => `${reason} ${count}`).join(", ");
  return html`<td data-source="${source}">${verdictBadge(verdict)}<p>${tally(assertions, findings, known)}</p>${
    why !== "" && html`<p class="meta">not verified: ${why}</p>`
  }</td>`;
}
