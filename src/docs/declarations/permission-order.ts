import { spanAt } from "../../base/span.ts";
import type { Cell, Table } from "../block.ts";
import { plainText } from "../markdown/inline.ts";
import type { Flaw } from "../page.ts";
import { isPermissionTable, permissionName } from "./permission-flaws.ts";

/** `Lamp.ReadWrite.All`, taken apart. */
interface Privilege {
  readonly name: string;
  readonly resource: string;
  /** How much it lets do, and of how much. */
  readonly action: number;
  readonly scope: string;
}

const actions: readonly string[] = ["ReadBasic", "Read", "ReadWrite", "FullControl"];

/**
 * Rows that name a permission before one that is less than it, where the heading says the least comes first; and before
 * one that is more, where it says the most does.
 */
export function permissionOrderFlaws(table: Table): Flaw[] {
  if (!isPermissionTable(table)) return [];
  const [, ...columns] = table.header.map(({ text }) => plainText(text));
  const [first = "", second = ""] = columns;
  const mostFirst = /\bmost\b.*\bleast\b/i.test(first);
  const oneColumn = mostFirst || /\bleast\b.*\bmost\b/i.test(first);
  const twoColumns = /^least\b/i.test(first) && /^(?:higher|more|most)\b/i.test(second);
  if (!oneColumn && !twoColumns) return [];
  return table.rows.flatMap((row) => {
    const cells = row.cells.slice(1, twoColumns ? 3 : 2);
    const [cell] = cells;
    const wrong = oneColumn ? inOneCell(cell, mostFirst) : acrossCells(cells);
    if (!cell || !wrong) return [];
    const [before, after] = wrong;
    return [
      {
        rule: "page/permission-order",
        message: twoColumns
          ? `"${before.name}" is called the least privileged, but "${after.name}" is less`
          : `"${before.name}" stands before "${after.name}", but the heading says that the ${mostFirst ? "most" : "least"} privileged comes first`,
        span: spanAt(cell.location, cell.text.length),
      },
    ];
  });
}

function inOneCell(cell: Cell | undefined, mostFirst: boolean): readonly [Privilege, Privilege] | undefined {
  // What is said of one kind of resource, behind a line break, is a list of its own.
  for (const part of cell?.text.split(/<\/?\s*(?:br|p|li|ul)\b[^>]*>|;/i) ?? []) {
    const wrong = firstWrong(privilegesIn(part), mostFirst);
    if (wrong) return wrong;
  }
  return undefined;
}

function acrossCells([least, higher]: readonly Cell[]): readonly [Privilege, Privilege] | undefined {
  const [low, ...others] = privilegesIn(least?.text ?? "");
  if (!low || others.length > 0) return undefined;
  const less = privilegesIn(higher?.text ?? "").find((other) => isLess(other, low));
  return less && [low, less];
}

function firstWrong(
  privileges: readonly Privilege[],
  mostFirst: boolean,
): readonly [Privilege, Privilege] | undefined {
  for (const [index, before] of privileges.entries()) {
    const after = privileges
      .slice(index + 1)
      .find((other) => (mostFirst ? isLess(before, other) : isLess(other, before)));
    if (after) return [before, after];
  }
  return undefined;
}

/** The permissions that stand alone between commas; two that are needed together are more than each. */
function privilegesIn(text: string): Privilege[] {
  return plainText(text)
    .split(/,|\bor\b/)
    .flatMap((part) => {
      const names = part.match(permissionName) ?? [];
      const [name] = names;
      return name !== undefined && names.length === 1 && /^[\s.]*$/.test(part.replace(name, ""))
        ? privilege(name)
        : [];
    });
}

function privilege(name: string): Privilege[] {
  const [resource = "", action = "", scope = "", ...more] = name.split(".");
  const level = actions.indexOf(action);
  return level === -1 || more.length > 0 ? [] : [{ name, resource, action: level, scope }];
}

function isLess(one: Privilege, other: Privilege): boolean {
  if (one.resource !== other.resource || one.action > other.action) return false;
  if (one.scope === other.scope) return one.action < other.action;
  return one.scope === "" && other.scope === "All";
}
