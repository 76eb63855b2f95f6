import { nearestNames } from "../../base/nearest-name.ts";
import { spanAt } from "../../base/span.ts";
import type { Cell, Table, TableRow } from "../block.ts";
import { plainText } from "../markdown/inline.ts";
import type { Flaw } from "../page.ts";
import { declarationColumns, joinedName } from "./declaration-table.ts";

const rule = "resource/table-cell";
/** What a cell of types writes that is a case of no name of Graph's, and what it means. */
const foreignTypes: Readonly<Record<string, string>> = { bool: "Boolean", str: "String", text: "String" };
const edmNames = [
  "Binary",
  "Boolean",
  "DateTimeOffset",
  "Decimal",
  "Double",
  "Duration",
  "Int32",
  "Int64",
  "String",
  "TimeOfDay",
];

/** Cells of a table of properties or relationships that cannot be right. */
export function tableFlaws(table: Table): Flaw[] {
  const { nameAt, typeAt } = declarationColumns(table);
  const whole = table.rows.filter((row) => missingCells(row) === 0).length;
  return table.rows.flatMap((row): Flaw[] => {
    const name = row.cells[nameAt];
    const type = row.cells[typeAt];
    if (!name || !type || isNoRow(row, name)) return [];
    const lacking = missingCells(row);
    // Where most rows lack it, it is the header that has one too many.
    if (lacking > 0 && whole > table.rows.length / 2) {
      const message = `the row of "${plainText(name.text)}" has ${row.cells.length - lacking} cells, its table ${row.cells.length}`;
      return [
        {
          rule,
          message,
          span: spanAt(row.location, row.text.length),
          advice: "add the cell that is missing",
        },
      ];
    }
    if (type.text === "" && lacking === 0 && whole > table.rows.length / 2)
      return [flaw(name, `"${plainText(name.text)}" has no type`, "name its type in the second cell")];
    return [...nameFlaws(name), ...typeFlaws(type)];
  });
}

/** A sub-heading, an include, the end of a row that was broken over several lines. */
function isNoRow(row: TableRow, name: Cell): boolean {
  const others = row.cells.filter((cell) => cell !== name && cell.text !== "");
  if (name.text === "" || /^\[!INCLUDE/i.test(name.text) || !row.text.trimStart().startsWith("|"))
    return true;
  return others.length === 0 || (/^\*\*|^__/.test(name.text) && others.length < 2);
}

/** What a ragged row lacks is filled up with cells that stand where the row begins. */
function missingCells({ cells, location }: TableRow): number {
  return cells.filter((cell, index) => index > 0 && cell.location.column === location.column).length;
}

function nameFlaws(cell: Cell): Flaw[] {
  const joined = joinedName(plainText(cell.text));
  if (joined === undefined) return [];
  return [
    flaw(
      cell,
      `"${plainText(cell.text)}" is no name of a property: it has a blank in it`,
      `write "${joined}"`,
    ),
  ];
}

function typeFlaws(cell: Cell): Flaw[] {
  const text = plainText(cell.text)
    .replace(/^Collection\((.*)\)$|\s+collection$/i, "$1")
    .trim();
  const written = `"${plainText(cell.text)}" is no type of Graph`;
  const self = /^self\.(\w+)$/i.exec(text)?.[1];
  if (self)
    return [
      flaw(cell, `${written}: it has no namespace "self"`, `write "${self}"`, { written: text, meant: self }),
    ];
  const edm = /^edm\.(\w+)$/i.exec(text)?.[1];
  const meant = foreignTypes[(edm ?? text).toLowerCase()] ?? misspelt(edm ?? text);
  return meant === undefined ? [] : [flaw(cell, written, `write "${meant}"`, { written: text, meant })];
}

/** `Sting`, `Boolen`: one or two letters from the name of a primitive type, and too long for an accident. */
function misspelt(name: string): string | undefined {
  if (!/^[A-Z][A-Za-z]{4,}\d*$/.test(name) || /^(?:Int16|DateTime|Single|Stream|Double)$/.test(name))
    return undefined;
  const near = nearestNames(name, edmNames);
  const [meant] = near;
  return near.length === 1 && meant !== undefined && meant.toLowerCase() !== name.toLowerCase()
    ? meant
    : undefined;
}

/** A name in a link is no text to replace, and one that stands there more than once leaves a choice. */
function flaw(
  cell: Cell,
  message: string,
  advice: string,
  name?: { readonly written: string; readonly meant: string },
): Flaw {
  const span = spanAt(cell.location, cell.text.length);
  const parts = name === undefined || /[[\]]/.test(cell.text) ? [] : cell.text.split(name.written);
  if (parts.length !== 2) return { rule, message, span, advice };
  return { rule, message, span, advice, edits: [{ span, text: parts.join(name?.meant) }] };
}
