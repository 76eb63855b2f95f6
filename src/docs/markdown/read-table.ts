import type { Location } from "../../base/location.ts";
import type { Block, Cell, Paragraph, Table, TableRow } from "../block.ts";

/** More than any table; beyond it a row is a line of bars. */
const mostColumns = 64;

/** Reads the lines of a paragraph, each from column 1: plain text, or a table with the text around it. */
export function readParagraph(lines: readonly string[], at: Location): Block[] {
  const second = lines.findIndex((line, index) => index > 0 && isDelimiter(line));
  const headerLine = lines[second - 1];
  if (headerLine === undefined || !headerLine.includes("|")) return [paragraph(lines, at)];
  const before = lines.slice(0, second - 1);
  const location = { ...at, line: at.line + second - 1 };
  const header = readCells(headerLine, location);
  if (header.length > mostColumns) return [paragraph(lines, at)];
  const rows = readRows(lines.slice(second + 1), { ...at, line: location.line + 2 }, header.length);
  const table: Table = { kind: "table", header, rows, location };
  return before.length > 0 ? [paragraph(before, at), table] : [table];
}

/** `|:---|---:|`, with a bar somewhere. */
function isDelimiter(line: string): boolean {
  if (!line.includes("|") || !line.includes("-") || /[^\s|:-]/.test(line)) return false;
  const cells = line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|");
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim()));
}

function paragraph(lines: readonly string[], at: Location): Paragraph {
  const text = lines.map((line) => line.trimEnd()).join("\n");
  const inside = text.trimStart();
  return {
    kind: "paragraph",
    text: inside,
    location: { ...at, column: at.column + text.length - inside.length },
  };
}

function readRows(lines: readonly string[], at: Location, width: number): TableRow[] {
  const rows: { row: TableRow; more: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const location = { file: at.file, line: at.line + index, column: at.column };
    const previous = rows.at(-1);
    // A row without any bar is text of the row above that was broken over two lines.
    if (!line.includes("|") && previous) previous.more.push(line.trim());
    else
      rows.push({
        row: {
          cells: fitted(cellsOf(line, location, width), width, location),
          text: line.trimEnd(),
          location,
        },
        more: [],
      });
  }
  return rows.map(({ row, more }) => (more.length === 0 ? row : continued(row, more.join(" "))));
}

function continued(row: TableRow, text: string): TableRow {
  const last = row.cells.at(-1);
  if (!last) return row;
  return { ...row, cells: [...row.cells.slice(0, -1), { ...last, text: `${last.text} ${text}`.trim() }] };
}

function fitted(cells: readonly Cell[], width: number, location: Location): readonly Cell[] {
  if (cells.length === width) return cells;
  const kept = cells.slice(0, width);
  const last = kept.at(-1);
  if (cells.length > width && last) {
    const rest = cells.slice(width).map((cell) => cell.text);
    kept[kept.length - 1] = { ...last, text: [last.text, ...rest].join(" | ").trim() };
  }
  while (kept.length < width) kept.push({ text: "", location });
  return kept;
}

/** A tick without a partner hides bars: then the cut at every bar is the one that fits the header. */
function cellsOf(line: string, at: Location, width: number): Cell[] {
  const cells = readCells(line, at);
  if (cells.length >= width || !line.includes("`")) return cells;
  const all = readCells(line, at, false);
  return all.length === width ? all : cells;
}

/** Cuts a line at its bars; a bar that is escaped, or in a code span, cuts nothing. */
function readCells(line: string, at: Location, spans = true): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (const end of cuts(line, spans)) {
    const raw = line.slice(start, end);
    const text = raw.trimStart();
    const location = { file: at.file, line: at.line, column: at.column + end - text.length };
    cells.push({ text: text.trimEnd().replaceAll("\\|", "|"), location });
    start = end + 1;
  }
  if (cells[0]?.text === "") cells.shift();
  if (cells.at(-1)?.text === "" && line.trimEnd().endsWith("|")) cells.pop();
  return cells;
}

/** The offsets of the bars that cut a line, and of its end. */
function cuts(line: string, spans: boolean): number[] {
  const found: number[] = [];
  let codeEnd = -1;
  for (const { 0: mark, index } of line.matchAll(/[`|]/g)) {
    if (index <= codeEnd) continue;
    if (mark === "|" && line[index - 1] !== "\\") found.push(index);
    else if (mark === "`" && spans) codeEnd = line.indexOf("`", index + 1);
  }
  return [...found, line.length];
}
