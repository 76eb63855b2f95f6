import type { Heading, Table } from "../block.ts";
import type { Flaw, Permission } from "../page.ts";
import { headingSpan, type PlacedBlock, section } from "../section.ts";
import { permissionName } from "./permission-flaws.ts";
import { readPermissionTable } from "./permission-table.ts";

const title = /^permissions?$/i;
// One of the following permissions is required to call this API.
// Choose the permission or permissions marked as least privileged for this API.
const announces = /\bfollowing permissions?\b|\bpermissions? marked as least privileged\b/i;

// The following table shows the least privileged permission or permissions required to call this API on each resource.
const showsLeast = /\btable\s+(?:shows|lists)\s+(?:only\s+)?the\s+least\s+privileged\s+permissions?\b/i;

/** The rows of a page's permission tables, and whether they show the least privileged only: others may do all the same. */
export function readPermissions(tables: readonly Table[], placed: readonly PlacedBlock[]): Permission[] {
  const rows = tables.flatMap(readPermissionTable);
  const leastOnly = section(placed, title).some(
    ({ block }) => block.kind === "paragraph" && showsLeast.test(block.text),
  );
  return leastOnly ? rows.map((row) => ({ ...row, leastOnly })) : rows;
}

/** A Permissions section that announces permissions, and in which neither a table, an include nor a name tells them. */
export function permissionSectionFlaws(placed: readonly PlacedBlock[], headings: readonly Heading[]): Flaw[] {
  const heading = headings.find(({ text }) => title.test(text.trim()));
  const blocks = section(placed, title).map(({ block }) => block);
  const texts = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  if (!heading || !texts.some((text) => announces.test(text))) return [];
  const isTold =
    blocks.some(({ kind }) => kind === "table" || kind === "fence") ||
    texts.some((text) => /\[!INCLUDE\b/i.test(text) || text.match(permissionName) !== null);
  if (isTold) return [];
  const message = "the section announces permissions and names none: the permission table is missing";
  return [{ rule: "permission/table", message, span: headingSpan(heading) }];
}
