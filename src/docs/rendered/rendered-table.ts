import type { Cell, Table, TableRow } from "../block.ts";
import { renderedLine } from "./rendered-line.ts";
import { joinBrokenLines } from "./rendered-text.ts";

// A rendered table does not say how wide it is: its header's words do.
const headers: readonly (readonly string[])[] = [
  ["global service", "us government l4", "us government l5 (dod)", "china operated by 21vianet"],
  ["permission type", "least privileged permissions", "higher privileged permissions"],
  ["permission type", "least privileged permission", "higher privileged permissions"],
  ["permission type", "permissions (from least to most privileged)"],
  ["name", "value"],
  ["parameter", "value"],
  ["common task", "http method"],
  ["header", "value"],
  ["member", "value"],
  ["method", "return type"],
  ["property", "type"],
  ["relationship", "type"],
];
// Columns that come after the description; in lower case it would be the name in the first row.
const trailing =
  /^(Required\??|Supported [Rr]esources|Examples?|Key|Nullable|Default( [Vv]alue)?|Required properties|See also)$/;
const widest = 8;

/**
 * Reads the table whose header begins at `start`. Every cell ends with a bar, most in a line of their own; a cell
 * with inline code goes over several lines. Returns the table and the index of the first line after it.
 */
export function renderedTable(
  lines: readonly string[],
  start: number,
  file: string,
): { table: Table; next: number } {
  const width = widthOf(lines, start);
  const cells: Cell[] = [];
  let index = start;
  for (;;) {
    const end = endOfCell(lines, index, cells.length % width === 0);
    if (end === undefined) break;
    const text = joinBrokenLines(lines.slice(index, end + 1)).replace(/\s*\|$/, "");
    cells.push({ text: text.trim(), location: { file, line: index + 1, column: 1 } });
    index = end + 1;
    while ((lines[index] ?? "x").trim() === "") index++;
  }
  const location = { file, line: start + 1, column: 1 };
  const rows: TableRow[] = [];
  for (let at = width; at < cells.length; at += width) {
    const row = cells.slice(at, at + width);
    const first = row[0]?.location ?? location;
    while (row.length < width) row.push({ text: "", location: first });
    const text = row.map((cell) => cell.text).join("\n");
    rows.push({ cells: row, text, location: first });
  }
  return { table: { kind: "table", header: cells.slice(0, width), rows, location }, next: index };
}

/** The line in which the cell that begins at `start` ends; nothing when no cell begins there. */
function endOfCell(lines: readonly string[], start: number, startsRow: boolean): number | undefined {
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const kind = renderedLine(line);
    if (kind === "cell") {
      // A row's first cell is a name. When it goes over lines, the code in it ends right before the bar; anything
      // else is the text after the table.
      return !startsRow || index === start || (line.trim() === "|" && index === start + 1)
        ? index
        : undefined;
    }
    if (kind !== "text" && kind !== "empty" && kind !== "json" && kind !== "note") return undefined;
    if (startsRow && index > start) return undefined;
  }
  return undefined;
}

function widthOf(lines: readonly string[], start: number): number {
  const written: string[] = [];
  for (let index = start; written.length < widest && renderedLine(lines[index] ?? "") === "cell"; index++) {
    written.push((lines[index] ?? "").replace(/\|\s*$/, "").trim());
  }
  const first = written.map((cell) => cell.toLowerCase());
  const description = first.findIndex((cell) => /^(description|notes?|remarks)$/.test(cell));
  if (description > 0) {
    let width = description + 1;
    while (trailing.test(written[width] ?? "")) width++;
    return width;
  }
  // A column for each kind of permission, one resource a row.
  const perScheme = first[1]?.startsWith("delegated (work") && first[3] === "application";
  if (perScheme && first[0] !== "permission type") return 4;
  const known = headers.find((header) => header.every((word, index) => first[index] === word));
  if (known) return known.length;
  const clouds = first.findIndex((cell) => !/^(global|us government|china)/.test(cell));
  if (clouds > 1) return clouds;
  return first[0] === "member" || first[0] === "members" ? 1 : Math.min(Math.max(first.length, 1), 2);
}
