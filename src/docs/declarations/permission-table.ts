import type { Cell, Table, TableRow } from "../block.ts";
import { plainText } from "../markdown/inline.ts";
import type { Cloud, Permission, PlacedPermission } from "../page.ts";
import { isDetail, isPermissionTable, permissionName, schemesOf } from "./permission-flaws.ts";

type Scheme = Permission["scheme"];

/**
 * The rows of a permission table: of one column (least to most privileged), of two, or of one for each permission type,
 * with a row for each of the resources that the operation is for.
 *
 *     | Permission type | Least privileged | Higher privileged |
 *     | Supported resource | Delegated (work or school account) | Application |
 */
export function readPermissionTable(table: Table): Permission[] {
  const columns = typeColumns(table);
  if (columns.length === 0 && !hasTypeRows(table)) return [];
  let schemes: readonly Scheme[] = [];
  return table.rows.flatMap((row) => {
    if (columns.length > 0)
      return columns.flatMap(({ at, schemes }) => {
        const cells = row.cells.slice(at, at + 1);
        return permissionsOf(cells[0] ?? row, schemes, cells);
      });
    const label = plainText(row.cells[0]?.text ?? "");
    // What is told area by area stands in the rows below.
    if (!isDetail(label)) schemes = schemesOf(label);
    return permissionsOf(row, schemes, row.cells.slice(1));
  });
}

/** True where the rows of a table, or its columns, are permission types. */
export function isOfPermissions(table: Table): boolean {
  return hasTypeRows(table) || typeColumns(table).length > 0;
}

function hasTypeRows({ header }: Table): boolean {
  return /^permission type/i.test(plainText(header[0]?.text ?? ""));
}

/** Who a column is for, where at least two are for somebody and the first is not. */
function typeColumns(table: Table): { readonly at: number; readonly schemes: readonly Scheme[] }[] {
  if (hasTypeRows(table)) return [];
  const columns = table.header.flatMap(({ text }, at) => {
    const schemes = schemesOf(plainText(text));
    return schemes.length > 0 ? [{ at, schemes }] : [];
  });
  return columns.length > 1 && columns[0]?.at !== 0 ? columns : [];
}

/** The permissions of a cell that stand nowhere alone: `A and B, A and C`, or a list behind `In addition:`. */
function neededTogether(text: string, permissions: readonly string[]): string[] {
  const added = /(?:\band|in addition)\s*:\s*(?:<br\s*\/?>\s*)*<ul>.*?<\/ul>/gi;
  const alone = text
    .replace(added, ", ")
    .split(/,|;|<br\s*\/?>/i)
    .filter((choice) => (choice.match(permissionName) ?? []).length < 2 || !/\sand\s/i.test(choice))
    .flatMap((choice) => choice.match(permissionName) ?? []);
  return permissions.filter((name) => !alone.includes(name));
}

/** That there is no permission, or that none is needed. */
const noPermission = /\b(?:not|none|no|n\/a|unsupported|unavailable)\b/i;

function permissionsOf(
  { location }: Pick<TableRow, "location">,
  schemes: readonly Scheme[],
  cells: readonly Cell[],
): Permission[] {
  const text = cells.map((cell) => plainText(cell.text)).join(", ");
  const permissions = [...new Set(text.match(permissionName) ?? [])];
  const isUnsaid = permissions.length === 0 && !noPermission.test(text);
  const together = neededTogether(cells.map((cell) => cell.text).join(", "), permissions);
  return schemes.map(
    (scheme): Permission => ({
      scheme,
      permissions,
      ...(together.length > 0 ? { together } : {}),
      ...(isUnsaid ? { unsaid: true } : {}),
      location,
    }),
  );
}

/** Each permission of a permission table where it stands. */
export function placedPermissions(table: Table): PlacedPermission[] {
  if (!isPermissionTable(table) && typeColumns(table).length === 0) return [];
  return table.rows.flatMap((row) =>
    row.cells.slice(1).flatMap((cell) =>
      (plainText(cell.text).match(permissionName) ?? []).map((name) => {
        const at = Math.max(0, cell.text.indexOf(name));
        return { name, location: { ...cell.location, column: cell.location.column + at } };
      }),
    ),
  );
}

const cloudHeaders: readonly (readonly [RegExp, Cloud["name"]])[] = [
  [/global/i, "global"],
  [/L4/i, "us-l4"],
  [/L5|DOD/i, "us-l5"],
  [/china|21vianet/i, "china"],
];

/** The national clouds of a cloud table: one column a cloud, a tick where it is there. */
export function readCloudTable(table: Table): Cloud[] {
  const columns = table.header.map((cell) => cloudHeaders.find(([header]) => header.test(cell.text))?.[1]);
  const [row] = table.rows;
  if (!row || columns.filter(Boolean).length < 3) return [];
  return columns.flatMap((name, index) =>
    name ? [{ name, available: /✅|yes|✔/i.test(row.cells[index]?.text ?? "") }] : [],
  );
}

const cloudIncludes: Readonly<Record<string, readonly Cloud["name"][]>> = {
  "all-clouds": ["global", "us-l4", "us-l5", "china"],
  "global-only": ["global"],
  "global-us": ["global", "us-l4", "us-l5"],
  "global-us-l4": ["global", "us-l4"],
  "global-china": ["global", "china"],
  "global-us-china": ["global", "us-l4", "us-l5", "china"],
};

/** The clouds that one of the documentation's shared includes stands for, by its file name. */
export function cloudsOfInclude(target: string): Cloud[] {
  const name = /([\w-]+)\.md$/i.exec(target)?.[1]?.toLowerCase() ?? "";
  const there = cloudIncludes[name];
  if (!there) return [];
  return (["global", "us-l4", "us-l5", "china"] as const).map((cloud) => ({
    name: cloud,
    available: there.includes(cloud),
  }));
}
