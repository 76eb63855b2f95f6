import { operationRows } from "../matrix.ts";
import { grouped } from "../phrases.ts";
import { type Html, html } from "./escape.ts";
import { matrixTable, type ShownRow, worstFirst } from "./matrix-table.ts";
import { isClean } from "./system-entries.ts";
import { breakable, judgementAnchor, type View } from "./view.ts";

/** A row as it is shown, from whichever document of the report. */
export interface OperationEntry {
  readonly clean: boolean;
  shown(view: View): ShownRow;
}

/** The operations that were judged, what has most trouble first. */
export function operationEntries({ report }: View): readonly OperationEntry[] {
  const entries = operationRows(report).map((row, index) => ({ row, index }));
  return worstFirst(entries).map(({ row }) => {
    const { name, sources: cells, judgements } = row;
    const failed = judgements.find((number) =>
      report.judgements[number]?.assertions.some(({ status }) => status === "fail"),
    );
    const first = failed ?? judgements[0];
    return {
      clean: isClean(row),
      shown: (view) => ({
        name: html`<code>${breakable(name)}</code>`,
        ...(first === undefined ? {} : { href: view.to(judgementAnchor(first)) }),
        cells,
        judgements,
      }),
    };
  });
}

/** Some of the operations as a table of their own. */
export function operationsTable(view: View, entries: readonly OperationEntry[], caption: string): Html {
  return matrixTable(
    view,
    entries.map((entry) => entry.shown(view)),
    { caption, what: "Operation" },
  );
}

/** The table of operations: a row for each, a column for each source; `rest` leads to those that stand elsewhere. */
export function operationsSection(
  view: View,
  entries: readonly OperationEntry[],
  rest?: Html,
): Html | undefined {
  if (entries.length === 0 && rest === undefined) return undefined;
  const plain = view.brief ? entries.filter(({ clean }) => clean) : [];
  const main = entries.filter((entry) => !plain.includes(entry));
  return html`<section id="operations" aria-labelledby="operations-title">
<h2 id="operations-title">Operations</h2>
${main.length > 0 && operationsTable(view, main, "Verdict of each operation by source")}
${
  plain.length > 0 &&
  html`<details class="more"><summary>${grouped(plain.length)} operations without a finding</summary>${operationsTable(view, plain, "Operations without a finding")}</details>`
}${rest}
</section>
`;
}
