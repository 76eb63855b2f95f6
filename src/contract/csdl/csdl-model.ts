import type { Contract, Property, TypeContract, TypeRef } from "../contract.ts";
import { ROOT } from "../names/inheritance.ts";
import { typeNamed } from "../names/type-named.ts";
import { nodesBehind, pathTree } from "../path/path-tree.ts";
import { typeAt } from "../promise/type-at.ts";
import { type Root, rootsOf } from "./container.ts";
import { attributeName, isIdentifier, qualifiedParts, undeclaredName } from "./csdl-name.ts";
import { isDeclarable } from "./enum-element.ts";

/** The types of a contract as CSDL has them. */
export interface CsdlModel {
  readonly contract: Contract;
  readonly types: ReadonlyMap<string, CsdlType>;
  /** The enumerations that can be declared. */
  readonly enums: ReadonlyMap<string, CsdlName>;
  readonly roots: readonly Root[];
}

/** A type's name in the forms that CSDL has for it. */
export interface CsdlName {
  readonly name: string;
  readonly namespace: string;
  readonly local: string;
  /** In attributes: `graph.user`. */
  readonly attribute: string;
}

export interface CsdlType extends CsdlName {
  readonly entity: boolean;
  readonly base?: string;
  readonly abstract: boolean;
  /** A type that no page declares may hold anything. */
  readonly open: boolean;
  /** The property that is the key, when the type declares it itself. */
  readonly key?: string;
  /** Its own properties that CSDL can declare. */
  readonly properties: readonly Property[];
}

/** Stands for a value of which the documentation does not say what it is, as in Graph's own metadata. */
export const JSON_TYPE = "microsoft.graph.Json";

/**
 * Works out which types are entities, what they derive from and which properties are theirs. An entity has a key, or a
 * place at the end of a relationship, at the root of a path or behind a key; what derives from an entity is one, as is what it
 * derives from. One without a key derives from Graph's `entity`. A type that a page names and none declares is an
 * open type without properties.
 */
export function csdlModel(contract: Contract): CsdlModel {
  const roots = rootsOf(contract);
  const declared = Object.values(contract.types).filter(({ name }) => qualifiedParts(name));
  const bases = new Map(declared.flatMap((type) => baseOf(contract, type)));
  const entities = entitiesOf(contract, declared, bases, [
    ...roots.map(({ type }) => type),
    ...keyedTypes(contract),
  ]);
  const names = new Set([
    ...declared.map(({ name }) => name),
    ...undeclaredTypes(contract, declared, bases, roots),
  ]);
  if (entities.size > 0) names.add(ROOT);
  names.add(JSON_TYPE);
  const types = new Map<string, CsdlType>();
  const add = (name: string): CsdlType => {
    const known = types.get(name);
    if (known) return known;
    const own = typeNamed(contract, name);
    const entity = name === ROOT || entities.has(name);
    const documented = bases.get(name);
    const key = entity && documented === undefined ? keyOf(name, own) : undefined;
    const base = documented ?? (entity && key === undefined && name !== ROOT ? ROOT : undefined);
    const inherited = base === undefined ? new Set<string>() : namesOf(types, add(base));
    const type: CsdlType = {
      ...csdlName(name),
      entity,
      abstract: own?.abstract ?? name === ROOT,
      open: own?.open ?? (name !== ROOT && name !== JSON_TYPE),
      ...(base === undefined ? {} : { base }),
      ...(key === undefined ? {} : { key }),
      properties: [
        ...(name === ROOT && !has(own, "id") ? [idOfEntities] : []),
        ...(own?.properties ?? []),
      ].filter((property) => isIdentifier(property.name) && !inherited.has(property.name)),
    };
    types.set(name, type);
    return type;
  };
  for (const name of [...names].sort()) add(name);
  const enums = new Map(
    Object.values(contract.enums).flatMap((value) =>
      isDeclarable(value) ? [[value.name, csdlName(value.name)] as const] : [],
    ),
  );
  return { contract, types, enums, roots };
}

function csdlName(name: string): CsdlName {
  const { namespace, local } = qualifiedParts(name) ?? { namespace: "", local: name };
  return { name, namespace, local, attribute: attributeName(name) };
}

const idOfEntities: Property = {
  name: "id",
  type: { kind: "primitive", name: "Edm.String", collection: false },
  navigation: false,
  location: { file: "", line: 1, column: 1 },
};

/** The declarable base of a type; of a circle of bases, one is left out. */
function baseOf(contract: Contract, { name, base }: TypeContract): [string, string][] {
  if (base === undefined || !qualifiedParts(base) || Object.hasOwn(contract.enums, base)) return [];
  const seen = new Set<string>([name]);
  let current: string | undefined = base;
  while (current !== undefined && !seen.has(current)) {
    seen.add(current);
    current = typeNamed(contract, current)?.base;
  }
  const circle = current === name;
  return circle && [...seen].sort()[0] === name ? [] : [[name, base]];
}

/** What a documented GET returns by its key. */
function keyedTypes(contract: Contract): string[] {
  return [...nodesBehind(pathTree(contract))].flatMap((node) => {
    const isRead = node.kind === "key" && node.operations.has("GET");
    const type = isRead ? typeAt(contract, node) : undefined;
    return type?.kind === "type" && !type.collection ? [type.name] : [];
  });
}

function entitiesOf(
  contract: Contract,
  declared: readonly TypeContract[],
  bases: ReadonlyMap<string, string>,
  reached: readonly string[],
): ReadonlySet<string> {
  const kin = new Map<string, string[]>();
  const relate = (one: string, other: string) => kin.set(one, [...(kin.get(one) ?? []), other]);
  for (const [name, base] of bases) {
    relate(name, base);
    relate(base, name);
  }
  const entities = new Set<string>();
  const admit = (first: string | undefined) => {
    const open = first === undefined ? [] : [first];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (entities.has(name)) continue;
      entities.add(name);
      open.push(...(kin.get(name) ?? []));
    }
  };
  for (const name of reached) admit(name);
  for (const type of declared) {
    const { name, keyProperty, properties } = type;
    const ends = properties.filter(({ navigation }) => navigation);
    if (name === ROOT || (keyProperty !== undefined && has(type, keyProperty))) admit(name);
    for (const { type: end } of ends) admit(structuredName(contract, end));
  }
  return entities;
}

/** The qualified name of the structured type that a reference means; undefined when it means none. */
export function structuredName(contract: Contract, { kind, name }: TypeRef): string | undefined {
  if (kind === "unknown") return undeclaredName(name);
  return kind === "type" && Object.hasOwn(contract.types, name) ? name : undefined;
}

/** The types that are named somewhere, and that no page declares. */
function undeclaredTypes(
  contract: Contract,
  declared: readonly TypeContract[],
  bases: ReadonlyMap<string, string>,
  roots: readonly Root[],
): ReadonlySet<string> {
  const written = new Set<string>();
  const note = ({ kind, name }: TypeRef) => {
    if (kind === "unknown") written.add(name);
  };
  for (const { properties } of declared) for (const { type } of properties) note(type);
  for (const { parameters, responses } of contract.operations) {
    for (const { type } of parameters) note(type);
    for (const { body } of responses) if (body) note(body);
  }
  const named = [...written].flatMap((name) => undeclaredName(name) ?? []);
  const all = [...named, ...bases.values(), ...roots.map(({ type }) => type)];
  return new Set(all.filter((name) => !Object.hasOwn(contract.enums, name)));
}

function keyOf(name: string, type: TypeContract | undefined): string | undefined {
  const key = [type?.keyProperty, "id"].find((property) => property !== undefined && has(type, property));
  return key ?? (name === ROOT ? "id" : undefined);
}

function has(type: TypeContract | undefined, property: string): boolean {
  return (
    type?.properties.some(
      (other) => other.name === property && !other.type.collection && !other.navigation,
    ) ?? false
  );
}

function namesOf(types: ReadonlyMap<string, CsdlType>, type: CsdlType): Set<string> {
  const names = new Set<string>();
  for (let current: CsdlType | undefined = type; current; current = types.get(current.base ?? "")) {
    for (const { name } of current.properties) names.add(name);
  }
  return names;
}
