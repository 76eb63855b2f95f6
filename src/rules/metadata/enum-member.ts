import { type Span, spanAt, spanOfText } from "../../base/span.ts";
import { membersByValue } from "../../contract/derive/metadata-enums.ts";
import { shortName } from "../../contract/names/short-name.ts";
import type { Page } from "../../docs/page.ts";
import type { Metadata, MetadataEnum } from "../../metadata/metadata.ts";
import type { Cited } from "../assertion.ts";
import { citedRow } from "../cited.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Failure, type PageContext } from "../rule.ts";
import { inMetadata, rowsOf, witnessedTypes } from "./witnesses.ts";

const sentinel = "unknownFutureValue";

/** A list of members on a page, and the enumeration of the metadata that it is one of. */
interface MemberList {
  readonly declared: MetadataEnum;
  readonly members: readonly string[];
  /** Those that the page says have to be asked for, beside what stands after the sentinel. */
  readonly onRequest: readonly string[];
  readonly span: Span;
  readonly promise?: Cited | undefined;
  readonly pointer: string;
}

/** Lists of members that differ from the metadata's: in names, in letters, in who gets them unasked. */
export const enumMember = definePageRule("metadata/enum-member", {
  promise: "A list of members has those of the metadata, on the same side of unknownFutureValue.",
  weighs: { documented: "warning" },
  idle: "no enumeration of the pages is in the metadata, or there is none (--metadata)",
  judge(context) {
    const { metadata } = context.contract;
    const lists = metadata ? [...listsInRows(context), ...listsInTables(context.page, metadata)] : [];
    if (!metadata || lists.length === 0) return "not-applicable";
    return lists.flatMap((list) => differences(metadata, list));
  },
});

function listsInRows(context: PageContext): MemberList[] {
  return witnessedTypes(context).flatMap(({ metadata, page, members: known }) =>
    rowsOf(page).flatMap((row): MemberList[] => {
      const name = known.get(row.name)?.member.type.name ?? "";
      const declared = Object.hasOwn(metadata.enums, name) ? metadata.enums[name] : undefined;
      const { members = [], membersOnRequest = [] } = row.facts;
      if (!declared || members.length < 2) return [];
      const all = [...members, ...membersOnRequest.filter((member) => !members.includes(member))];
      const pointer = pagePointer("properties", row.name, "members");
      const span = spanOfText(row.location, row.row ?? row.name);
      return [{ declared, members: all, onRequest: membersOnRequest, span, promise: citedRow(row), pointer }];
    }),
  );
}

function listsInTables({ enums, namespace }: Page, metadata: Metadata): MemberList[] {
  return enums.flatMap(({ name, members, location }) => {
    const candidates = name.includes(".") ? [name] : [`${namespace}.${name}`, `microsoft.graph.${name}`];
    const declared = candidates
      .map((one) => (Object.hasOwn(metadata.enums, one) ? metadata.enums[one] : undefined))
      .find((one) => one !== undefined);
    if (!declared || members.length < 2) return [];
    const span = spanAt(location, 1);
    return [{ declared, members, onRequest: [], span, pointer: pagePointer("enums", shortName(name)) }];
  });
}

function differences(metadata: Metadata, list: MemberList): Failure[] {
  const { declared, members, span, pointer, promise } = list;
  const { name } = declared;
  const known = new Map(declared.members.map((member) => [member.name.toLowerCase(), member]));
  const listed = new Map(members.map((member) => [member.toLowerCase(), member]));
  // A list that shares no member with the enumeration is one of something else.
  if (![...listed.keys()].some((member) => known.has(member) && !isSentinel(member))) return [];
  const lacking = declared.members.filter(
    (member) => !isSentinel(member.name) && !listed.has(member.name.toLowerCase()),
  );
  const extra = members.filter((member) => !known.has(member.toLowerCase()));
  const spelled = members.filter((member) => {
    const meant = known.get(member.toLowerCase());
    return meant !== undefined && meant.name !== member && !isSentinel(member);
  });
  const moved = movedMembers(list);
  const parts = [
    ...phrase(
      lacking.map((member) => member.name),
      "not listed",
    ),
    ...phrase(extra, "not in the metadata"),
    ...spelled.map((member) => `"${member}" is written "${known.get(member.toLowerCase())?.name}"`),
    ...phrase(moved, "on the other side of unknownFutureValue"),
  ];
  if (parts.length === 0) return [];
  const place = lacking[0] ?? declared;
  const difference = parts.join("; ");
  // The same difference at every property of that type, and in a table of it, is one mistake.
  const cause = { id: `metadata-enum ${name} ${difference}` };
  const message = `members of ${shortName(name)}: ${difference}${inMetadata(metadata, place)}`;
  return [{ status: "fail", message, span, pointer, promise, cause }];
}

function isSentinel(member: string): boolean {
  return member.toLowerCase() === sentinel.toLowerCase();
}

/** Members that come unasked by one of the two, and have to be asked for by the other. */
function movedMembers({ declared, members, onRequest }: MemberList): string[] {
  const at = members.indexOf(sentinel);
  const { members: byValue, onRequest: asked } = membersByValue(declared);
  // A list without the sentinel says nothing of sides.
  if (at === -1 || !byValue.includes(sentinel)) return [];
  return members.filter((member, index) => {
    if (member === sentinel || !byValue.includes(member)) return false;
    return (index > at || onRequest.includes(member)) !== asked.includes(member);
  });
}

function phrase(names: readonly string[], what: string): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, 5).map((name) => `"${name}"`);
  const more = names.length > 5 ? ` and ${names.length - 5} more` : "";
  return [`${shown.join(", ")}${more} ${names.length > 1 ? "are" : "is"} ${what}`];
}
