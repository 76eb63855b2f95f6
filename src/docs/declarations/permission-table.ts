import type { Table } from "../block.ts";
import { plainText } from "../markdown/inline.ts";
import type { Cloud, Permission, PlacedPermission } from "../page.ts";
import { isPermissionTable, permissionName, schemesOf } from "./permission-flaws.ts";

/** The rows of a permission table, old form (one column, least to most privileged) and new (two columns). */
export function readPermissionTable(table: Table): Permission[] {
  const header = plainText(table.header[0]?.text ?? "");
  if (!/^permission type/i.test(header)) return [];
  return table.rows.flatMap((row) => {
    const cells = row.cells
      .slice(1)
      .map((cell) => plainText(cell.text))
      .join(", ");
    const permissions = [...new Set(cells.match(permissionName) ?? [])];
    return schemesOf(plainText(row.cells[0]?.text ?? "")).map(
      (scheme): Permission => ({ scheme, permissions, location: row.location }),
    );
  });
}

/** Each permission of a permission table where it stands. */
export function placedPermissions(table: Table): PlacedPermission[] {
  if (!isPermissionTable(table)) return [];
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
