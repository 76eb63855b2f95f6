import { groupBy } from "../../base/group-by.ts";
import type { Source } from "../../rules/exchange.ts";
import { markOf } from "../news.ts";
import { severities, sources } from "../order.ts";
import { grouped, verdictPhrase } from "../phrases.ts";
import type { SystemCell, SystemRow } from "../report.ts";
import { noFindings } from "../verdict.ts";
import { verdictBadge } from "./badge.ts";
import { type Html, html } from "./escape.ts";
import { isClean, type SystemEntry } from "./system-entries.ts";
import { tally } from "./tally.ts";
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

/** What has the gravest findings, and most of them, comes first; what was not read comes before what holds. */
export function worstFirst<Entry extends Numbered>(entries: readonly Entry[]): readonly Entry[] {
  const weights = new Map(entries.map((entry) => [entry, weightsOf(entry.row)]));
  return entries.toSorted((one, other) => {
    const [mine, its] = [weights.get(one) ?? [], weights.get(other) ?? []];
    const at = mine.findIndex((weight, index) => weight !== its[index]);
    return at === -1 ? one.index - other.index : (its[at] ?? 0) - (mine[at] ?? 0);
  });
}

function weightsOf({ sources: cells }: SystemRow): readonly number[] {
  const sum = (count: (cell: SystemCell) => number) => cells.reduce((all, cell) => all + count(cell), 0);
  const fresh = severities.map((severity) =>
    sum(({ findings, known }) => findings[severity] - (known?.[severity] ?? 0)),
  );
  const unread = cells.length === 0 ? 1 : 0;
  return [
    ...fresh,
    sum(({ known = noFindings }) => known.error + known.warning + known.info),
    unread,
    sum(({ assertions }) => assertions.waived),
  ];
}

/** The anchor of a system's section. */
export function systemAnchor(index: number): string {
  return `system-${index + 1}`;
}

/** Some of the systems as a table of their own. */
export function systemsTable(view: View, rows: readonly Numbered[], caption: string): Html {
  const columns = sources.filter((source) =>
    view.report.systems.some((row) => row.sources.some((cell) => cell.source === source)),
  );
  return html`<div class="scroller" tabindex="0"><table class="systems">
<caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">System</th>${columns.map((source) => html`<th scope="col">${source}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ row, index }) => html`<tr><th scope="row">${
      row.judgements.length > 0 ? html`<a href="${view.to(systemAnchor(index))}">${row.name}</a>` : row.name
    }${whoIsRight(view, row)}</th>${
      row.sources.length === 0
        ? html`<td colspan="${Math.max(columns.length, 1)}">${verdictBadge("nothing verified", "open")}<p class="meta">no page of it was read</p></td>`
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

/** Where the sources of a row disagree: who is right, and how often. */
function whoIsRight(view: View, row: SystemRow): Html | undefined {
  const own = new Set(row.judgements.flatMap((number) => view.disagreementsOf.get(number) ?? []));
  if (own.size === 0) return undefined;
  const byPhrase = groupBy([...own], ({ disagreement }) => verdictPhrase(disagreement));
  const told = [...byPhrase].map(([phrase, each]) => {
    // In a large report they may stand in a document of their own, to which this place leads.
    const anchor = view.split ? "disagreements" : (each[0]?.anchor ?? "disagreements");
    return html`<p class="meta"><a href="${view.to(anchor)}">Disagreement: ${phrase}</a>${each.length > 1 && ` × ${grouped(each.length)}`}</p>`;
  });
  return html`${told}`;
}

function cell(source: Source, value: SystemCell | undefined): Html {
  if (value === undefined)
    return html`<td class="none" data-source="${source}">–<span class="hidden"> not judged</span></td>`;
  const { verdict, assertions, findings, known, reasons } = value;
  const why = reasons.map(({ reason, count }) => `${reason} ${count}`).join(", ");
  return html`<td data-source="${source}">${verdictBadge(verdict, markOf(value, [value]))}<p>${tally(assertions, findings, known)}</p>${
    why !== "" && html`<p class="meta">not verified: ${why}</p>`
  }</td>`;
}
