import { type Html, html } from "../html/escape.ts";
import { grouped } from "../phrases.ts";
import { besideTable } from "./change-beside.ts";
import type { MetadataBeside } from "./change-report.ts";

/** What changed in pages and metadata, or in one of them: a table by area, with the list of what changed in the metadata only. */
export function besideSection(metadata: MetadataBeside, listed: Html): Html {
  const { head, rows, untold } = besideTable(metadata);
  const { before, after, metadataOnly } = metadata;
  return html`<section id="metadata" aria-labelledby="metadata-title" tabindex="-1">
<h2 id="metadata-title">Beside the metadata <span class="count">${grouped(metadataOnly.length)} in it only</span></h2>
<p class="hint">The metadata from <code>${before}</code> to <code>${after}</code>. ${untold} changes of the pages are of what metadata cannot tell.</p>
<div class="scroller" tabindex="0"><table class="reading">
<caption class="hidden">How many changes are in both, or in one, by area</caption>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([area, ...counts]) =>
      html`<tr><th scope="row">${area}</th>${counts.map((count) => html`<td>${count}</td>`)}</tr>`,
  )}</tbody></table></div>
${listed}
</section>
`;
}
