import type { Location } from "../../src/base/location.ts";
import type {
  Contract,
  EnumContract,
  Operation,
  Property,
  TypeContract,
  TypeRef,
} from "../../src/contract/contract.ts";

const NAMESPACE = "microsoft.graph";

/** A type in short: its facts, and its own properties by name, each a type expression or its facts. */
export interface TypeSketch extends Partial<Omit<TypeContract, "name" | "properties" | "location">> {
  readonly properties?: Readonly<Record<string, string | PropertySketch>>;
}

export interface PropertySketch extends Partial<Omit<Property, "name" | "type" | "location">> {
  readonly type: string;
}

export interface ContractSketch {
  readonly version?: Contract["version"];
  readonly types?: Readonly<Record<string, TypeSketch>>;
  readonly enums?: Readonly<Record<string, readonly string[] | Partial<EnumContract>>>;
  readonly operations?: readonly (Partial<Operation> & Pick<Operation, "method" | "path">)[];
}

/**
 * A contract from a sketch of it. Names without a dot are in `microsoft.graph`; a type expression is
 * `Edm.Int32`, `run`, `Collection(run)`. Inherited properties are added, base types first.
 */
export function contractOf(sketch: ContractSketch): Contract {
  const typeNames = new Set(Object.keys(sketch.types ?? {}).map(qualified));
  const enumNames = new Set(Object.keys(sketch.enums ?? {}).map(qualified));
  const typeRef = (expression: string): TypeRef => {
    const item = /^Collection\((.+)\)$/.exec(expression)?.[1];
    const name = item ?? expression;
    const base = { name: qualified(name), collection: item !== undefined };
    if (name.startsWith("Edm.")) return { ...base, kind: "primitive", name };
    if (typeNames.has(base.name)) return { ...base, kind: "type" };
    return enumNames.has(base.name) ? { ...base, kind: "enum" } : { ...base, kind: "unknown", name };
  };

  const own = (name: string, type: TypeSketch): Property[] =>
    Object.entries(type.properties ?? {}).map(([property, facts], index) => {
      const known = typeof facts === "string" ? { type: facts } : facts;
      return {
        navigation: false,
        ...known,
        name: property,
        type: typeRef(known.type),
        location: placeOf(name, 10 + index),
      };
    });
  const all = (name: string, below: readonly string[] = []): Property[] => {
    if (below.includes(name)) return [];
    const type = Object.entries(sketch.types ?? {}).find(([key]) => qualified(key) === name)?.[1];
    if (!type) return [];
    const base = type.base === undefined ? undefined : qualified(type.base);
    const inherited = base === undefined ? [] : all(base, [...below, name]);
    const mine = own(name, type);
    return [
      ...inherited
        .filter((property) => !mine.some((other) => other.name === property.name))
        .map((property) => ({ ...property, inheritedFrom: property.inheritedFrom ?? base ?? "" })),
      ...mine,
    ];
  };

  return {
    version: sketch.version ?? "v1.0",
    types: byName(sketch.types, (name, type) => ({
      abstract: false,
      open: false,
      complete: true,
      ...type,
      ...(type.base === undefined ? {} : { base: qualified(type.base) }),
      name,
      properties: all(name),
      location: placeOf(name, 1),
    })),
    enums: byName(sketch.enums, (name, facts) => ({
      multiValued: false,
      onRequest: [],
      members: [],
      ...("members" in facts || !Array.isArray(facts) ? facts : { members: facts }),
      name,
      location: placeOf(name, 1),
    })),
    examples: [],
    operations: (sketch.operations ?? []).map((operation) => ({
      id: `${operation.method} ${operation.path.replaceAll(/\{[^}]*\}+/g, "{}")}`,
      title: "An operation",
      file: "api/operation.md",
      queryOptions: { kind: "unsaid" },
      requestHeaders: [],
      parameters: [],
      permissions: [],
      clouds: [],
      responses: [],
      location: { file: "api/operation.md", line: 1, column: 1 },
      ...operation,
    })),
  };
}

/** A reference to a type of a sketch, as its properties have them. */
export function typeRefOf(contract: Contract, expression: string): TypeRef {
  const item = /^Collection\((.+)\)$/.exec(expression)?.[1];
  const name = item ?? expression;
  const collection = item !== undefined;
  if (name.startsWith("Edm.")) return { kind: "primitive", name, collection };
  if (Object.hasOwn(contract.types, qualified(name)))
    return { kind: "type", name: qualified(name), collection };
  if (Object.hasOwn(contract.enums, qualified(name)))
    return { kind: "enum", name: qualified(name), collection };
  return { kind: "unknown", name, collection };
}

function byName<Sketch, Declared>(
  sketches: Readonly<Record<string, Sketch>> | undefined,
  declare: (name: string, sketch: Sketch) => Declared,
): Record<string, Declared> {
  const entries = Object.entries(sketches ?? {}).map(([name, sketch]) => [
    qualified(name),
    declare(qualified(name), sketch),
  ]);
  return Object.fromEntries(entries);
}

function qualified(name: string): string {
  return name.includes(".") ? name : `${NAMESPACE}.${name}`;
}

function placeOf(name: string, line: number): Location {
  return { file: `resources/${name.slice(name.lastIndexOf(".") + 1).toLowerCase()}.md`, line, column: 1 };
}
