import type { Location } from "../../base/location.ts";
import { spanAt } from "../../base/span.ts";
import type { Cell, Table, TableRow } from "../block.ts";
import { plainText } from "../markdown/inline.ts";
import type { Flaw, Permission } from "../page.ts";

type Scheme = Permission["scheme"];

const labels: Readonly<Record<Scheme, string>> = {
  "delegated-work": "Delegated (work or school account)",
  "delegated-personal": "Delegated (personal Microsoft account)",
  application: "Application",
};
const schemes: readonly Scheme[] = ["delegated-work", "delegated-personal", "application"];

/** `Lamp.Read.All`. */
export const permissionName: RegExp = /\b[A-Z][\w-]*(?:\.\w+)+\b/g;
/** A cell that says in other words what is needed, or that nothing is. */
const worded =
  /\b(?:not|none|no|n\/a|any|all|see|roles?|same|depends|unsupported|openid|profile|email|offline_access|todo|tbd)\b|^\W*$/i;

/** A row that tells of one area what the row above tells of all: `&nbsp; &nbsp; Onboarding`. */
const detail = /^(?:&nbsp;|[-\u2013\u2014\u2022])/i;

export function isDetail(label: string): boolean {
  return detail.test(label);
}

/** Who a row of a permission table is for; one row may name both kinds of accounts. */
export function schemesOf(label: string): readonly Scheme[] {
  const personal = /personal/i.test(label);
  const work = /\b(?:work|school)\b/i.test(label);
  if (personal) return work ? ["delegated-work", "delegated-personal"] : ["delegated-personal"];
  if (/delegated/i.test(label)) return ["delegated-work"];
  return /application/i.test(label) ? ["application"] : [];
}

export function isPermissionTable({ header }: Table): boolean {
  const [first, second] = header.map(({ text }) => plainText(text));
  return /^permission type/i.test(first ?? "") && /^(?:permissions?\b|\w+ privilege)/i.test(second ?? "");
}

/** What is missing in a permission table, or cannot be read: rows, cells, commas. */
export function permissionTableFlaws(table: Table): Flaw[] {
  if (!isPermissionTable(table)) return [];
  const all = table.rows.map((row) => ({ row, label: plainText(row.cells[0]?.text ?? "") }));
  const rows = all.filter(({ label }) => !isDetail(label));
  /** What is told area by area, in the rows below, stands in no cell of its own. */
  const isParted = (row: TableRow) =>
    detail.test(all[all.findIndex((one) => one.row === row) + 1]?.label ?? "");
  const known = new Set(rows.flatMap(({ label }) => schemesOf(label)));
  if (known.size === 0) return [];
  const missing = schemes.filter((scheme) => !known.has(scheme));
  const unread = rows.filter(({ label }) => schemesOf(label).length === 0);
  const [one] = missing;
  // A row with a wrong word in its first cell is the one that seems to be missing.
  const mislabelled = missing.length === 1 && unread.length === 1;
  const absent = mislabelled ? [] : missing.map((scheme) => `"${labels[scheme]}"`);
  return [
    ...(absent.length === 0
      ? []
      : [flaw(`the permission table has no row for ${absent.join(" and ")}`, headerPlace(table))]),
    ...unread.map(({ row, label }) =>
      flaw(
        label === ""
          ? "the row does not say which permission type it is for"
          : `"${label}" is no permission type${mislabelled && one ? `; did the page mean "${labels[one]}"?` : ""}`,
        rowPlace(row),
      ),
    ),
    ...rows.flatMap(({ row, label }) =>
      schemesOf(label).length === 0 || isParted(row) ? [] : cellFlaws(row, label),
    ),
  ];
}

function cellFlaws(row: TableRow, label: string): Flaw[] {
  const cells = row.cells.slice(1);
  const absent = cells.filter((cell) => cell.location === row.location);
  if (absent.length > 0) {
    const cellsAre = absent.length === 1 ? "a cell" : `${absent.length} cells`;
    return [flaw(`the row "${label}" lacks ${cellsAre}`, rowPlace(row))];
  }
  const [first] = cells.flatMap((cell) => {
    const message = unreadable(cell, label);
    const place = cell.text === "" ? rowPlace(row) : { location: cell.location, length: cell.text.length };
    return message === undefined ? [] : [flaw(message, place)];
  });
  return first ? [first] : [];
}

function unreadable(cell: Cell, label: string): string | undefined {
  const text = plainText(cell.text);
  if (text === "")
    return `the cell of "${label}" is empty; "Not supported." says that there is no permission`;
  const names = [...text.matchAll(permissionName)];
  for (const [index, { 0: name, index: at }] of names.entries()) {
    const next = names[index + 1];
    if (!next) break;
    const between = text.slice(at + name.length, next.index);
    if (/^\s+$/.test(between) && !/<br/i.test(cell.text))
      return `a comma is missing between "${name}" and "${next[0]}"`;
    if (/^\s*[.;]\s*$/.test(between))
      return `"${between.trim()}" stands for the comma between "${name}" and "${next[0]}"`;
    if (/^\s*,(?:\s*,)+\s*$/.test(between)) return `nothing stands between two commas behind "${name}"`;
  }
  const twice = listed(text).find((name, index, all) => all.indexOf(name) < index);
  if (twice !== undefined) return `the cell of "${label}" names "${twice}" twice`;
  const torn = /(?:^|,\s*)([A-Z][A-Za-z]+\.?\s+\w+(?:\.\w+)+)(?=\s*(?:,|$))/.exec(text)?.[1];
  if (torn !== undefined) return `"${torn}" is no permission; a name has no blank`;
  const words = text.split(/\s+/);
  if (names.length > 0 || words.length > 2 || worded.test(text) || cell.text.includes("](")) return undefined;
  return `"${text}" names no permission`;
}

/** The names of a cell that has nothing else; one that names alternatives has a reason to repeat itself. */
function listed(text: string): readonly string[] {
  const names = text.split(/\s*,\s*/);
  return names.every((name) => name.replace(permissionName, "") === "") ? names : [];
}

function flaw(message: string, { location, length }: { location: Location; length: number }): Flaw {
  return { rule: "permission/table", message, span: spanAt(location, length) };
}

function headerPlace({ header, location }: Table) {
  const last = header.at(-1);
  const length = last ? last.location.column + last.text.length - location.column : 0;
  return { location, length: Math.max(0, length) };
}

function rowPlace({ location, text }: TableRow) {
  return { location, length: text.length };
}
