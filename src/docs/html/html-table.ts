import type { Location } from "../../base/location.ts";
import type { Cell, Table, TableRow } from "../block.ts";
import { type InlineText, inlineText } from "./inline-text.ts";

/** More than any table of a page; what stands beyond is left out. */
const mostColumns = 64;

/** A table that is being read. */
export interface OpenTable {
  startRow(): void;
  /** Begins a cell, and gives the text to fill. */
  startCell(offset: number): InlineText;
  /** The table; undefined when it has no row. */
  finished(): Table | undefined;
}

interface OpenCell {
  readonly text: InlineText;
  readonly location: Location;
}

/** Reads a table cell by cell. Its first row is the header. */
export function openTable(placeOf: (offset: number) => Location): OpenTable {
  const rows: OpenCell[][] = [];
  return {
    startRow() {
      rows.push([]);
    },
    startCell(offset) {
      if (rows.length === 0) rows.push([]);
      const cell = { text: inlineText(placeOf, { oneLine: true }), location: placeOf(offset) };
      const row = rows.at(-1);
      if (row && row.length < mostColumns) row.push(cell);
      return cell.text;
    },
    finished() {
      const [header, ...body] = rows.filter((row) => row.length > 0).map(cellsOf);
      if (!header?.[0]) return undefined;
      const width = header.length;
      return {
        kind: "table",
        header,
        rows: body.flatMap((cells) => rowOf(cells, width)),
        location: header[0].location,
      };
    },
  };
}

function cellsOf(row: readonly OpenCell[]): Cell[] {
  return row.map(({ text, location }) => text.finished() ?? { text: "", location });
}

/** A row as Markdown writes it, from the bar before its first cell on. */
function rowOf(cells: readonly Cell[], width: number): TableRow[] {
  const [first] = cells;
  if (!first) return [];
  const location = { ...first.location, column: Math.max(1, first.location.column - 2) };
  const kept = cells.slice(0, width);
  while (kept.length < width) kept.push({ text: "", location });
  return [{ cells: kept, text: `| ${kept.map(({ text }) => text).join(" | ")} |`, location }];
}
