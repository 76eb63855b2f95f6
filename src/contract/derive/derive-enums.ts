import { groupBy } from "../../base/group-by.ts";
import { isObject } from "../../base/is-object.ts";
import type { Location } from "../../base/location.ts";
import type { EnumDeclaration, Page, PropertyDeclaration, TypeDeclaration } from "../../docs/page.ts";
import type { EnumContract, EnumValues } from "../contract.ts";
import { primitiveName } from "../names/primitive.ts";
import { shortName } from "../names/short-name.ts";
import { representedIn } from "./represented.ts";

const sentinel = /^unknownFutureValue$/i;

/** One of several lists, and where it stands. */
export interface MemberList extends EnumValues {
  readonly location: Location;
}

/**
 * The enums of the pages by qualified name, from tables of members and from the prose of rows whose type is no
 * primitive. All lists of the same enum are merged: a member that one of them has, the enum has.
 */
export function deriveEnums(
  pages: readonly Page[],
  types: ReadonlySet<string>,
): Record<string, EnumContract> {
  const lists = new Map<string, MemberList[]>();
  const spellings = new Map<string, string>();
  const declared = new Set([...types].map((name) => name.toLowerCase()));
  const called = calledTypes(pages);
  const listed = listedTypes(pages);
  for (const page of pages) {
    for (const declaration of page.enums) {
      const name = spelled(declaration.name);
      if (declared.has(name.toLowerCase()) || isOfOneText(declaration, page, called)) continue;
      lists.set(name, [...(lists.get(name) ?? []), ofTable(declaration)]);
    }
  }
  for (const page of pages) {
    const rows = page.types.flatMap((type) => [
      ...type.properties.filter((row) => valuesOf(row) && !isShownAsObject(row, type, listed)),
      ...type.relationships,
    ]);
    for (const row of [...rows, ...(page.operation?.parameters ?? [])]) {
      const values = valuesOf(row);
      const name = values ? nameOf(row.type.name, page.namespace) : undefined;
      if (!values || !name || declared.has(name.toLowerCase())) continue;
      lists.set(name, [...(lists.get(name) ?? []), { ...values, location: row.location }]);
    }
  }
  const names = [...lists.keys()].sort();
  return Object.fromEntries(
    names.map((name) => {
      const found = lists.get(name) ?? [];
      const location = found[0]?.location ?? { file: "", line: 1, column: 1 };
      return [name, { name, ...mergeValues(found, location), location }];
    }),
  );

  /** The enum that a row's type means: one that is declared, or else a new one in the page's namespace. */
  function nameOf(type: string, namespace: string): string | undefined {
    if (!/^[A-Za-z][\w.]*$/.test(type) || primitiveName(type) || untyped.has(type.toLowerCase()))
      return undefined;
    if (type.includes(".")) return spelled(type);
    const local = spelled(`${namespace}.${type}`);
    const common = spelled(`microsoft.graph.${type}`);
    if (lists.has(local) || declared.has(local.toLowerCase())) return local;
    if (lists.has(common) || declared.has(common.toLowerCase())) return common;
    const elsewhere = [...lists.keys()].filter(
      (name) => shortName(name).toLowerCase() === type.toLowerCase(),
    );
    return elsewhere.length === 1 ? elsewhere[0] : local;
  }

  /** The name as it was first written, whatever its letter case. */
  function spelled(name: string): string {
    const key = name.toLowerCase();
    const first = spellings.get(key) ?? name;
    spellings.set(key, first);
    return first;
  }
}

/** What some page has a table of members for, or lists members of in the row of that type; as `calledTypes` has them. */
function listedTypes(pages: readonly Page[]): ReadonlySet<string> {
  return new Set(
    pages.flatMap(({ types, enums }) => [
      ...enums.map(({ name }) => plain(name)),
      ...types.flatMap((type) =>
        type.properties
          .filter((row) => valuesOf(row))
          .flatMap((row): string[] => {
            const name = plain(row.type.name);
            return [undefined, name].includes(shownType(row, type)) ? [name] : [];
          }),
      ),
    ]),
  );
}

/** The types of all rows, in lower case and without their namespace. */
function calledTypes(pages: readonly Page[]): ReadonlySet<string> {
  return new Set(
    pages.flatMap(({ types, operation }) =>
      [
        ...types.flatMap(({ properties, relationships }) => [...properties, ...relationships]),
        ...(operation?.parameters ?? []),
      ].map(({ type }) => plain(type.name)),
    ),
  );
}

/** `### scope values` of a page that has the text `scope`: its values, and no enumeration unless a row is of that type. */
function isOfOneText(
  { name, location }: EnumDeclaration,
  { types }: Page,
  called: ReadonlySet<string>,
): boolean {
  return (
    !called.has(plain(name)) &&
    types.some(({ properties }) => properties.some(({ facts }) => facts.membersIn?.line === location.line))
  );
}

/**
 * The JSON representation shows an object of another type: what the prose lists are the types that derive from the row's.
 * An object of the type that the row says, or of another enumeration, may be the representation's slip.
 */
function isShownAsObject(
  row: PropertyDeclaration,
  type: TypeDeclaration,
  listed: ReadonlySet<string>,
): boolean {
  const shown = shownType(row, type);
  return shown !== undefined && shown !== plain(row.type.name) && !listed.has(shown);
}

/** The type of the object that the JSON representation shows for a row. */
function shownType({ name }: PropertyDeclaration, type: TypeDeclaration): string | undefined {
  const shown = representedIn(type)?.object?.[name];
  const one: unknown = Array.isArray(shown) ? shown[0] : shown;
  const written = isObject(one) ? one["@odata.type"] : undefined;
  return typeof written === "string" ? plain(written) : undefined;
}

function plain(name: string): string {
  return shortName(name.replace(/^#/, "")).toLowerCase();
}

const untyped = new Set(["json", "object", "any", "number", "untyped"]);

/** The members that a row lists in prose, with those that only come on request. */
export function valuesOf(row: PropertyDeclaration): EnumValues | undefined {
  const { members, membersOnRequest, multiValued } = row.facts;
  if (!members) return undefined;
  const named = membersOnRequest ?? [];
  const all = [...members, ...named.filter((member) => !members.includes(member))];
  const onRequest = all.filter((member) => named.includes(member) || afterSentinel(members).includes(member));
  return { members: all, onRequest, multiValued: multiValued === true };
}

function ofTable({
  members,
  onRequest: named = [],
  multiValued,
  deprecated,
  location,
}: EnumDeclaration): MemberList {
  const after = afterSentinel(members);
  return {
    members,
    onRequest: members.filter((member) => named.includes(member) || after.includes(member)),
    multiValued,
    ...(deprecated ? { deprecated } : {}),
    location,
  };
}

/** The sentinel is the last member that every caller gets; what stands after it has to be asked for. */
export function afterSentinel(members: readonly string[]): string[] {
  const at = members.findIndex((member) => sentinel.test(member));
  return at === -1 ? [] : members.slice(at + 1);
}

/**
 * One list of several that pages give of the same enumeration: the longest first, then what the others add. A member
 * that one of them gives to everybody does not have to be asked for. Of a member in several letter cases those count
 * that most lists write.
 *
 * @param at where the merged list is said to stand
 */
export function mergeValues(lists: readonly MemberList[], at: Location): EnumValues {
  const [longest, ...others] = [...lists].sort((a, b) => b.members.length - a.members.length);
  const written = [...(longest?.members ?? []), ...others.flatMap((list) => list.members)];
  const votes = (member: string) => lists.filter((list) => list.members.includes(member)).length;
  const spellings = groupBy(new Set(written), (member) => member.toLowerCase());
  const members = new Set(
    written.filter((member) => {
      const same = spellings.get(member.toLowerCase()) ?? [];
      return same.length === 1 || votes(member) === Math.max(...same.map(votes));
    }),
  );
  const always = new Set(
    lists.flatMap((list) => list.members.filter((member) => !list.onRequest.includes(member))),
  );
  const deprecated = Object.assign({}, ...lists.map((list) => list.deprecated));
  const elsewhere = [...members].flatMap((member): [string, Location][] => {
    const having = lists.filter((list) => list.members.includes(member));
    const [first] = having;
    if (!first || having.some((list) => list.location === at && !list.saidAt?.[member])) return [];
    return [[member, first.saidAt?.[member] ?? first.location]];
  });
  return {
    members: [...members],
    onRequest: [...members].filter((member) => !always.has(member)),
    multiValued: lists.some((list) => list.multiValued),
    ...(elsewhere.length > 0 ? { saidAt: Object.fromEntries(elsewhere) } : {}),
    ...(Object.keys(deprecated).length > 0 ? { deprecated } : {}),
  };
}
