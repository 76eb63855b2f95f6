import { groupBy } from "../../base/group-by.ts";
import { columnsOf, type MatrixCell } from "../matrix.ts";
import { markOf } from "../news.ts";
import { type Column, severities } from "../order.ts";
import { grouped, verdictPhrase } from "../phrases.ts";
import { noFindings } from "../summary.ts";
import { statusBadge } from "./badge.ts";
import { type Html, html } from "./escape.ts";
import { tally } from "./tally.ts";
import type { Url } from "./url.ts";
import type { View } from "./view.ts";

/** A row as it is shown. */
export interface ShownRow {
  readonly name: Html | string;
  /** To what was judged of it, where that is shown. */
  readonly href?: Url | undefined;
  readonly cells: readonly MatrixCell[];
  /** Indexes into `judgements`. */
  readonly judgements: readonly number[];
}

/** A table with a row for each thing that was judged, and a column for each source and for the metadata. */
export function matrixTable(
  view: View,
  rows: readonly ShownRow[],
  { caption, what }: { readonly caption: string; readonly what: string },
): Html {
  const shown = columnsOf(view.report).filter(
    (column) =>
      column !== "metadata" || rows.some(({ cells }) => cells.some((each) => each.column === column)),
  );
  return html`<div class="scroller" tabindex="0"><table class="systems">
<caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">${what}</th>${shown.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ name, href, cells, judgements }) => html`<tr><th scope="row">${
      href ? html`<a href="${href}">${name}</a>` : name
    }${whoIsRight(view, judgements)}</th>${
      cells.length === 0
        ? html`<td colspan="${Math.max(shown.length, 1)}">${statusBadge("nothing verified", "open")}<p class="meta">no page of it was read</p></td>`
        : shown.map((column) =>
            cellOf(
              column,
              cells.find((each) => each.column === column),
            ),
          )
    }</tr>
`,
  )}</tbody>
</table></div>`;
}

/** What has the gravest findings, and most of them, comes first; what was not read comes before what holds. */
export function worstFirst<
  Entry extends {
    readonly row: { readonly sources: readonly Pick<MatrixCell, "findings" | "known" | "assertions">[] };
    readonly index: number;
  },
>(entries: readonly Entry[]): readonly Entry[] {
  const weights = new Map(entries.map((entry) => [entry, weightsOf(entry.row.sources)]));
  return entries.toSorted((one, other) => {
    const [mine, its] = [weights.get(one) ?? [], weights.get(other) ?? []];
    const at = mine.findIndex((weight, index) => weight !== its[index]);
    return at === -1 ? one.index - other.index : (its[at] ?? 0) - (mine[at] ?? 0);
  });
}

type Weighed = Pick<MatrixCell, "findings" | "known" | "assertions">;

function weightsOf(cells: readonly Weighed[]): readonly number[] {
  const sum = (count: (cell: Weighed) => number) => cells.reduce((all, cell) => all + count(cell), 0);
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

/** Where the sources of a row disagree: who is right, and how often. */
function whoIsRight(view: View, judgements: readonly number[]): Html | undefined {
  const own = new Set(judgements.flatMap((number) => view.disagreementsOf.get(number) ?? []));
  if (own.size === 0) return undefined;
  const byPhrase = groupBy([...own], ({ disagreement }) => verdictPhrase(disagreement));
  const told = [...byPhrase].map(([phrase, each]) => {
    // In a large report they may stand in a document of their own, to which this place leads.
    const anchor = view.split ? "disagreements" : (each[0]?.anchor ?? "disagreements");
    return html`<p class="meta"><a href="${view.to(anchor)}">Disagreement: ${phrase}</a>${each.length > 1 && ` × ${grouped(each.length)}`}</p>`;
  });
  return html`${told}`;
}

function cellOf(column: Column, cell: MatrixCell | undefined): Html {
  if (cell === undefined) return html`<td class="none" data-source="${column}">not judged</td>`;
  const { assertions, findings, known, reasons } = cell;
  const source = column === "metadata" ? "documented" : column;
  const mark = markOf(cell, [{ source, findings, ...(known ? { known } : {}) }]);
  const why = reasons.map(({ reason, count }) => `${reason} ${grouped(count)}`).join(", ");
  return html`<td data-source="${column}">${statusBadge(statusWords(cell, mark), mark)}<p>${tally(assertions, findings, known)}</p>${
    why !== "" && html`<p class="meta">not verified: ${why}</p>`
  }</td>`;
}

/** The status of a cell in words: what was waived, or left unverified, is not said to be conformant and no more. */
function statusWords(
  { column, verdict, assertions, findings }: MatrixCell,
  mark: ReturnType<typeof markOf>,
): string {
  if (mark === "open") return verdict;
  // Neither is said to be wrong: the metadata may be of another day.
  if (column === "metadata" && assertions.fail > 0) return "differs from the pages";
  const holds = column === "metadata" ? "agrees with the pages" : verdict;
  if (mark === "bad") return verdict;
  if (mark === "mild") return `${holds}, with ${findings.warning > 0 ? "warnings" : "infos"}`;
  if (mark === "accepted" && assertions.waived > 0) return `${holds} but for what is waived`;
  return assertions.notVerified > 0 ? `${holds} as far as verified` : holds;
}
