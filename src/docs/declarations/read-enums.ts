import type { Table } from "../block.ts";
import { plainText } from "../markdown/inline.ts";
import type { EnumDeclaration } from "../page.ts";
import type { PlacedBlock } from "../section.ts";
import type { RemovalNotice } from "./deprecation.ts";
import { readMembersOnRequest } from "./members-on-request.ts";
import { isCalledDeprecated, readNotice } from "./read-notice.ts";

const valuesHeading =
  /^(\w+)\s+(?:(?:enum(?:eration)?|type)\s+)?(?:values|members|enum(?:eration)?(?:\s+type)?)$/i;
const memberHeader = /^(?:enum(?:eration)?\s+)?(?:members?(?:\s+names?)?|names?|values?)$/;
const member = /^[\p{L}_][\p{L}\p{N}_.\-/]*$/u;

/**
 * The enumerations that a page declares by a table of members: an enum page (`# x enum type`), or a section
 * `### x values` of any page.
 */
export function readEnums(
  title: string,
  namespace: string,
  placed: readonly PlacedBlock[],
): EnumDeclaration[] {
  const titled = /^(\S+)\s+enum(?:eration)?(?:\s+type)?\b/i.exec(title)?.[1];
  return placed.flatMap(({ block, under }) => {
    if (block.kind !== "table") return [];
    const heading = under.at(-1)?.text ?? "";
    const name = valuesHeading.exec(plainText(heading))?.[1] ?? (under.length < 3 ? titled : undefined);
    if (!name || /^(?:possible|supported|allowed|valid|enum|enumeration|default|property)$/i.test(name))
      return [];
    const members = membersOf(block);
    if (members.length === 0) return [];
    const qualified = name.startsWith("microsoft.graph.") ? name : `${namespace}.${name}`;
    const deprecated = deprecatedMembers(block, members);
    const onRequest = placed
      .filter((other) => other.under.at(-1) === under.at(-1))
      .flatMap((other) => (other.block.kind === "paragraph" ? saidOnRequest(other.block.text) : []))
      .filter((name) => members.includes(name));
    return [
      {
        name: qualified,
        members,
        multiValued: hasFlags(block),
        ...(onRequest.length > 0 ? { onRequest } : {}),
        ...(deprecated ? { deprecated } : {}),
        location: block.location,
      },
    ];
  });
}

/** Use the `Prefer: include-unknown-enum-members` request header to get these values: `barge`. */
function saidOnRequest(text: string): readonly string[] {
  return readMembersOnRequest(text).onRequest ?? [];
}

/** The members whose rows call them deprecated. */
function deprecatedMembers(
  table: Table,
  members: readonly string[],
): Readonly<Record<string, RemovalNotice>> | undefined {
  const found = table.rows.flatMap(({ cells }) => {
    const at = cells.findIndex((cell) => members.includes(memberName(cell.text)));
    const cell = cells[at];
    if (!cell) return [];
    const text = cells.flatMap((other, index) => (index === at ? [] : other.text)).join(" <br> ");
    const name = memberName(cell.text);
    const notice = readNotice(
      name,
      isCalledDeprecated(plainText(cell.text)) ? `${text}\nDeprecated.` : text,
      "member",
    );
    return notice ? [[name, notice] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** `anonymous (deprecated)` is the member `anonymous`, and `coorganizer*`, with a note below the table, `coorganizer`. */
function memberName(cell: string): string {
  return plainText(cell).replace(/\s*[([]\s*deprecated\s*[)\]]\s*$|(?<=\w)\s*(?:\\?\*)+$/i, "");
}

/** The first column of names; `null` is no member. */
function membersOf(table: Table): string[] {
  const headers = table.header.map((cell) => plainText(cell.text).toLowerCase());
  if (headers.some((header) => /\btype\b/.test(header))) return [];
  for (const [at, header] of headers.entries()) {
    if (!memberHeader.test(header)) continue;
    const members = column(table, at)
      .map(memberName)
      .filter((name) => name !== "null");
    if (members.every((name) => member.test(name))) return members;
  }
  return [];
}

/** Members whose numbers are powers of two combine, as those of an OData flags enum do. */
function hasFlags(table: Table): boolean {
  const at = table.header.findIndex((cell) => /^value$/i.test(plainText(cell.text)));
  const numbers = column(table, at)
    .filter((text) => text !== "")
    .map(Number);
  const isFlag = (number: number) =>
    Number.isInteger(number) && number >= 0 && Number.isInteger(Math.log2(number || 1));
  return numbers.includes(4) && !numbers.includes(3) && numbers.every(isFlag);
}

function column(table: Table, at: number): string[] {
  return table.rows.map((row) => plainText(row.cells[at]?.text ?? ""));
}
