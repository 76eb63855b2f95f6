import { groupBy } from "../../base/group-by.ts";
import type { Page, PropertyDeclaration, TypeDeclaration } from "../../docs/page.ts";
import type { EnumContract, Property, TypeContract } from "../contract.ts";
import { ROOT } from "../names/inheritance.ts";
import { shortName } from "../names/short-name.ts";
import { type MemberList, mergeValues, valuesOf } from "./derive-enums.ts";
import type { DerivedBefore } from "./derived-before.ts";
import { jsonProperties } from "./json-properties.ts";
import { otherForm } from "./represented-form.ts";
import { rootOf } from "./root-of.ts";
import type { TypeIndex } from "./type-index.ts";

interface Declared {
  readonly page: Page;
  readonly type: TypeDeclaration;
}

/**
 * The types of the pages by qualified name, inherited properties included. Those of before stay where neither the pages
 * that declare them are others, nor those of their base types.
 */
export function deriveTypes(
  pages: readonly Page[],
  index: TypeIndex,
  enums: Readonly<Record<string, EnumContract>>,
  before?: DerivedBefore,
): Readonly<Record<string, TypeContract>> {
  const all = pages.flatMap((page) => page.types.map((type): Declared => ({ page, type })));
  const declarations = groupBy(all, ({ type }) => type.name);
  const listing = basesThatList(all, index);
  const derived = new Map<string, TypeContract>();
  for (const name of [...declarations.keys()].sort()) derive(name, []);
  const old = before?.declared.types ?? {};
  const isOld =
    derived.size === Object.keys(old).length && [...derived].every(([name, type]) => old[name] === type);
  return isOld ? old : Object.fromEntries([...derived].sort(([a], [b]) => (a < b ? -1 : 1)));

  function derive(name: string, below: readonly string[]): TypeContract | undefined {
    const done = derived.get(name);
    const declared = declarations.get(name);
    if (done || !declared) return done;
    const base = baseOf(declared);
    const cyclic = base !== undefined && (base === name || below.includes(base));
    const parent =
      base && !cyclic
        ? (derive(base, [...below, name]) ?? rootOf(base, declared[0]?.type.location))
        : undefined;
    // Of the pages that name each other as base one is mistaken, and its true base unknown.
    const circle = cyclic && base !== name;
    const isSame =
      before !== undefined &&
      declared.every(({ page }) => before.isKnown(page)) &&
      (parent === undefined || !derived.has(parent.name) || before.declared.types[parent.name] === parent);
    const type =
      (isSame ? before.declared.types[name] : undefined) ??
      compose(name, declared, cyclic ? undefined : base, parent, !circle);
    derived.set(name, type);
    return type;
  }

  function baseOf(declared: readonly Declared[]): string | undefined {
    const named = declared.flatMap(({ page, type }) => (type.base ? [{ page, base: type.base }] : []));
    const rows = declared.flatMap(({ page, type }) =>
      [...type.properties, ...type.relationships].flatMap(({ facts }) =>
        facts.inheritedFrom ? [{ page, base: facts.inheritedFrom }] : [],
      ),
    );
    // Pages that forget the base type itself name it in their rows; only one name there is an answer.
    const inRows = new Set(rows.map(({ page, base }) => index.resolve(base, page).name));
    const [first] = named.length > 0 || inRows.size === 1 ? [...named, ...rows] : [];
    const base = first ? index.resolve(first.base, first.page).name : undefined;
    const own = base === "entity" ? ROOT : base;
    return own === undefined || own === ROOT ? (listedBy(declared) ?? own) : own;
  }

  /** The one type whose page lists it among those that derive from it. */
  function listedBy(declared: readonly Declared[]): string | undefined {
    const bases = listing.get(declared[0]?.type.name ?? "") ?? [];
    return bases.length === 1 ? bases[0] : undefined;
  }

  function compose(
    name: string,
    declared: readonly Declared[],
    base: string | undefined,
    parent: TypeContract | undefined,
    baseKnown: boolean,
  ): TypeContract {
    const inherited = (parent?.properties ?? []).map((property) => ({
      ...property,
      inheritedFrom: property.inheritedFrom ?? base ?? "",
    }));
    const own = ownProperties(declared, base, new Set(inherited.map((property) => property.name)), index);
    const kept = inherited.filter((property) => !own.some((other) => other.name === property.name));
    const ownOnes = own.map((property) => {
      const from = inherited.find((other) => other.name === property.name)?.inheritedFrom;
      return from === undefined
        ? property
        : { ...inheritedFacts(inherited, property, enums), inheritedFrom: from };
    });
    const types = declared.map(({ type }) => type);
    const key = types.find((type) => type.keyProperty)?.keyProperty ?? parent?.keyProperty;
    const first = types[0];
    const [deprecated] = declared.flatMap(({ page, type }) =>
      page.types[0] === type && page.deprecation?.certain ? page.deprecation : [],
    );
    return {
      name,
      ...(base ? { base } : {}),
      abstract: types.some((type) => type.abstract),
      open: types.some((type) => type.open) || parent?.open === true,
      ...(key ? { keyProperty: key } : {}),
      ...(deprecated ? { deprecated } : {}),
      properties: [...kept, ...ownOnes],
      // A table without rows, or "None.", says that there is no property; no table says nothing.
      complete:
        baseKnown &&
        !types.some((type) => type.partial) &&
        (base === undefined || parent?.complete === true) &&
        (own.length + kept.length > 0 || types.some((type) => type.hasPropertyTable || type.propertyless)),
      location: first?.location ?? { file: "", line: 1, column: 1 },
    };
  }
}

/** By derived type, the base types whose pages list it. */
function basesThatList(all: readonly Declared[], index: TypeIndex): ReadonlyMap<string, readonly string[]> {
  const pairs = all.flatMap(({ page, type }) =>
    (type.derived ?? []).flatMap((reference) => {
      const { kind, name } = index.resolve(reference, page);
      return kind === "type" && name !== type.name ? [{ name, base: type.name }] : [];
    }),
  );
  const listed = groupBy(pairs, ({ name }) => name);
  return new Map([...listed].map(([name, same]) => [name, [...new Set(same.map(({ base }) => base))]]));
}

/** A row that repeats an inherited property keeps what only the base's page says, and adds its own members. */
function inheritedFacts(
  inherited: readonly Property[],
  own: Property,
  enums: Readonly<Record<string, EnumContract>>,
): Property {
  const base = inherited.find((other) => other.name === own.name);
  if (!base) return own;
  const type = own.type.kind === "unknown" ? base.type : own.type;
  const lists = [membersOf(base, enums), membersOf(own, enums)].filter((list) => list !== undefined);
  const listed = own.values !== undefined || (base.type.kind === "enum" && type.name === "Edm.String");
  const values = listed && type.kind !== "enum" ? { values: mergeValues(lists, own.location) } : {};
  return { ...base, ...own, type, ...values };
}

function membersOf(
  { type, values, location }: Property,
  enums: Readonly<Record<string, EnumContract>>,
): MemberList | undefined {
  if (values) return { ...values, location };
  return type.kind === "enum" ? enums[type.name] : undefined;
}

function ownProperties(
  declared: readonly Declared[],
  base: string | undefined,
  inherited: ReadonlySet<string>,
  index: TypeIndex,
): Property[] {
  const properties = new Map<string, Property>();
  const add = (row: PropertyDeclaration, page: Page, navigation: boolean, onlyInJson = false) => {
    const property = propertyOf(row, page, navigation, index);
    const known = properties.get(property.name);
    const shown = onlyInJson ? { onlyInJson } : {};
    if (!known) properties.set(property.name, { ...withBase(row, property, base), ...shown });
    // A row says more than a placeholder, or than an object of a type that may derive from its own.
    else if (known.type.kind === "unknown" && (known.type.name === "" || saysMore(known, property)))
      properties.set(property.name, { ...known, type: property.type });
  };
  for (const { page, type } of declared) {
    // A row of `@microsoft.graph.conflictBehavior` or `@odata.etag` tells of an annotation, which any object may have.
    for (const row of type.properties.filter(({ name }) => !name.includes("@"))) add(row, page, false);
    for (const row of type.relationships) add(row, page, true);
  }
  for (const { page, type } of declared) {
    for (const row of jsonProperties(type)) {
      const known = properties.get(row.name);
      if (known?.row !== undefined) {
        const form = otherForm(known.type, row);
        properties.set(row.name, {
          ...known,
          represented: true,
          ...(form === undefined ? {} : { representedAs: form }),
        });
      }
      // A placeholder says less than the row of the base type does.
      if (properties.has(row.name) || !inherited.has(row.name)) add(row, page, false, type.hasPropertyTable);
    }
  }
  const optional = new Set(declared.flatMap(({ type }) => type.optionalProperties));
  return [...properties.values()].map((each) =>
    optional.has(each.name) ? { ...each, optional: true } : each,
  );
}

/** An object of another enumeration is a slip of the JSON representation. */
function saysMore({ type: said }: Property, { type: shown }: Property): boolean {
  return shown.kind === "enum" ? shortName(shown.name) === shortName(said.name) : shown.kind !== "unknown";
}

function withBase(row: PropertyDeclaration, property: Property, base: string | undefined): Property {
  return row.facts.inheritedFrom && base ? { ...property, inheritedFrom: base } : property;
}

/** A row as the contract holds it: its type resolved, unsaid facts left out. */
export function propertyOf(
  row: PropertyDeclaration,
  page: Page,
  navigation: boolean,
  index: TypeIndex,
): Property {
  const { facts } = row;
  const type = index.resolve(row.type, page);
  const values = type.kind === "primitive" || type.kind === "unknown" ? valuesOf(row) : undefined;
  return {
    name: row.name,
    type,
    navigation,
    ...(facts.nullable === undefined ? {} : { nullable: facts.nullable }),
    ...(facts.readOnly ? { readOnly: true } : {}),
    ...(facts.required ? { required: true } : {}),
    ...(values ? { values } : {}),
    ...(facts.someMembers && type.name === "Edm.String" ? { someValues: facts.someMembers } : {}),
    ...(facts.range ? { range: facts.range } : {}),
    ...(facts.filter ? { filter: facts.filter } : {}),
    ...(facts.orderby ? { orderby: true } : {}),
    ...(facts.expand ? { expand: true } : {}),
    ...(facts.search ? { search: true } : {}),
    ...(facts.onlyOnSelect ? { onlyOnSelect: true } : {}),
    ...(facts.notByDefault ? { notByDefault: true } : {}),
    ...(facts.deprecated ? { deprecated: facts.deprecated } : {}),
    ...(row.row === undefined ? {} : { row: row.row }),
    location: row.location,
  };
}
