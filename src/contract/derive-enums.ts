import type { Location } from "../docs/location.ts";
import type { EnumDeclaration, Page, PropertyDeclaration } from "../docs/page.ts";
import type { EnumContract, EnumValues } from "./contract.ts";
import { primitiveName } from "./primitive.ts";
import { shortName } from "./type-index.ts";

const sentinel = /^unknownFutureValue$/i;

interface MemberList {
  readonly members: readonly string[];
  readonly onRequest: readonly string[];
  readonly multiValued: boolean;
  readonly location: Location;
}

/**
 * The enums of the pages by qualified name, from tables of members and from the prose of rows whose type is no
 * primitive. Several pages that list the same enum are merged: a member that one of them has, the enum has.
 */
export function deriveEnums(
  pages: readonly Page[],
  types: ReadonlySet<string>,
): Record<string, EnumContract> {
  const lists = new Map<string, MemberList[]>();
  const add = (name: string, list: MemberList) => lists.set(name, [...(lists.get(name) ?? []), list]);
  for (const page of pages) {
    for (const declaration of page.enums) add(declaration.name, ofTable(declaration));
  }
  const tables = new Set([...lists.keys()].map(shortName));
  for (const page of pages) {
    const rows = page.types.flatMap((type) => [...type.properties, ...type.relationships]);
    for (const row of [...rows, ...(page.operation?.parameters ?? [])]) {
      const values = valuesOf(row);
      const name = row.type.name;
      if (!values || name === "" || /\s/.test(name) || primitiveName(name)) continue;
      const qualified = name.includes(".") ? name : `${page.namespace}.${name}`;
      if (types.has(qualified) || (!name.includes(".") && tables.has(name))) continue;
      add(qualified, { ...values, location: row.location });
    }
  }
  const names = [...lists.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, { name, ...merged(lists.get(name) ?? []) }]));
}

/** The members that a row lists in prose, with those that only come on request. */
export function valuesOf(row: PropertyDeclaration): EnumValues | undefined {
  const { members, membersOnRequest, multiValued } = row.facts;
  if (!members) return undefined;
  const named = membersOnRequest ?? [];
  const all = [...members, ...named.filter((member) => !members.includes(member))];
  const onRequest = all.filter((member) => named.includes(member) || afterSentinel(members).includes(member));
  return { members: all, onRequest, multiValued: multiValued === true };
}

function ofTable({ members, multiValued, location }: EnumDeclaration): MemberList {
  return { members, onRequest: afterSentinel(members), multiValued, location };
}

/** The sentinel is the last member that every caller gets; what stands after it has to be asked for. */
function afterSentinel(members: readonly string[]): string[] {
  const at = members.findIndex((member) => sentinel.test(member));
  return at === -1 ? [] : members.slice(at + 1);
}

function merged(lists: readonly MemberList[]): EnumValues & { location: Location } {
  const [longest, ...others] = [...lists].sort((a, b) => b.members.length - a.members.length);
  const members = [...(longest?.members ?? [])];
  for (const list of others) {
    for (const member of list.members) if (!members.includes(member)) members.push(member);
  }
  const always = new Set(
    lists.flatMap((list) => list.members.filter((member) => !list.onRequest.includes(member))),
  );
  const asked = new Set(lists.flatMap((list) => list.onRequest));
  return {
    members,
    onRequest: members.filter((member) => asked.has(member) && !always.has(member)),
    multiValued: lists.some((list) => list.multiValued),
    location: lists[0]?.location ?? { file: "", line: 1, column: 1 },
  };
}
