import type { Permission } from "../../docs/page.ts";

/**
 * False where every row of a page for that kind of sign-in says that it is not supported. A page without such a row,
 * or with one that says nothing (an empty cell, "varies by context"), leaves it open.
 */
export function mayBePermitted(rows: readonly Permission[], scheme: Permission["scheme"]): boolean {
  const own = rows.filter((row) => row.scheme === scheme);
  return own.length === 0 || own.some(({ permissions, unsaid }) => unsaid || permissions.length > 0);
}
