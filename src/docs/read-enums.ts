import type { Table } from "./block.ts";
import { plainText } from "./inline.ts";
import type { EnumDeclaration } from "./page.ts";
import type { PlacedBlock } from "./section.ts";

const valuesHeading = /^(\w+)\s+(?:(?:enum(?:eration)?|type)\s+)?(?:values|members|enum(?:eration)?(?:\s+type)?)$/i;
const member = /^[\p{L}_][\p{L}\p{N}_.\-/]*$/u;

/**
 * The enumerations that a page declares by a table of members: an enum page (`# x enum type`), or a section
 * `### x values` of any page.
 */
export function readEnums(title: string, namespace: string, placed: readonly PlacedBlock[]): EnumDeclaration[] {
  return placed.flatMap(({ block, under }) => {
    if (block.kind !== "table") return [];
    const heading = under.at(-1)?.text ?? "";
    const titled = /^(\S+)\s+enum(?:eration)?(?:\s+type)?\b/i.exec(title)?.[1];
    const name = valuesHeading.exec(plainText(heading))?.[1] ?? (under.length < 3 ? titled : undefined);
    const members = membersOf(block);
    if (!name || members.length === 0 || /^(?:possible|supported|allowed|valid)$/i.test(name)) return [];
    const qualified = name.startsWith("microsoft.graph.") ? name : `${namespace}.${name}`;
    return [{ name: qualified, members, multiValued: false, location: block.location }];
  });
}

function membersOf(table: Table): string[] {
  const headers = table.header.map((cell) => plainText(cell.text).toLowerCase());
  if (headers.some((header) => /\btype\b/.test(header))) return [];
  const at = headers.findIndex((header) => /^(?:member|members|enum member|member name|name|value|values)$/.test(header));
  if (at === -1) return [];
  const members = table.rows.map((row) => plainText(row.cells[at]?.text ?? ""));
  return members.every((name) => member.test(name)) ? members : [];
}
