import type { OpenAPIV3_1 } from "openapi-types";
import type { Contract, Property, TypeContract } from "../contract.ts";
import { typeSchema } from "../json-schema/type-schema.ts";
import { baseTypes, derivedTypes } from "../names/inheritance.ts";
import { componentRef, refsOf, schemaObject } from "./openapi-schema.ts";

type Schema = OpenAPIV3_1.SchemaObject;

/**
 * A type as generators take it: what its base has not, beside a reference to that; and which types `@odata.type`
 * tells apart, where others derive from it. What is right for each of them is said by the JSON Schemas of the types.
 */
export function typeComponent(contract: Contract, type: TypeContract): Schema {
  const whole = typeSchema(contract, type, refsOf(contract));
  const { if: _if, else: _else, unevaluatedProperties: _closed, ...flat } = whole;
  const base = baseOf(contract, type);
  const derived = derivedTypes(contract, type.name);
  const inherited = new Set(base?.properties.map(({ name }) => name));
  const twins = twinsIn(type);
  const own = Object.entries(flat.properties ?? {}).filter(
    ([name]) => !inherited.has(name) && !twins.has(name),
  );
  const told = derived.length > 0 && !base ? { "@odata.type": { type: "string" as const } } : {};
  const { title, description, type: object, patternProperties, properties: _all, ...annotations } = flat;
  const values = schemaObject({
    ...(object ? { type: object } : {}),
    properties: { ...told, ...Object.fromEntries(own) },
    ...(patternProperties ? { patternProperties } : {}),
  });
  const named = schemaObject({
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...annotations,
  });
  const mapping = [...(type.abstract ? [] : [type.name]), ...derived].map((name) => [
    `#${name}`,
    componentRef(name),
  ]);
  return {
    ...named,
    ...(base ? { allOf: [{ $ref: componentRef(base.name) }, values] } : values),
    ...(derived.length > 0
      ? { discriminator: { propertyName: "@odata.type", mapping: Object.fromEntries(mapping) } }
      : {}),
  };
}

/** The base, where a page declares it; of types that derive from each other in a circle none has one. */
function baseOf(contract: Contract, { name, base }: TypeContract): TypeContract | undefined {
  if (base === undefined || !Object.hasOwn(contract.types, base)) return undefined;
  return base === name || baseTypes(contract, base).includes(name) ? undefined : contract.types[base];
}

/**
 * The names that differ from another one's in letter case only: generated code has no room for both. It is one property,
 * which the JSON representation shows in other letters than the table, or two tables have.
 */
function twinsIn({ properties }: TypeContract): ReadonlySet<string> {
  const first = new Map<string, string>();
  for (const { name } of properties.toSorted((one, other) => rankOf(one) - rankOf(other))) {
    if (!first.has(name.toLowerCase())) first.set(name.toLowerCase(), name);
  }
  return new Set(properties.flatMap(({ name }) => (first.get(name.toLowerCase()) === name ? [] : [name])));
}

const rankOf = ({ onlyInJson }: Property): number => (onlyInJson ? 1 : 0);
