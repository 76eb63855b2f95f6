import type { Contract, TypeContract } from "../contract.ts";
import { derivedTypes, directlyDerivedTypes } from "../names/inheritance.ts";
import { shortName } from "../names/short-name.ts";
import type { RefTo } from "./property-schema.ts";
import { propertySchema } from "./property-schema.ts";
import type { JsonSchema } from "./schema.ts";

/**
 * The names that every object may hold though no type declares them, with their schemas: control information and
 * annotations, of the object (`@odata.id`, in 4.01 also `@id`) and of its properties (`name@odata.count`). A
 * property's name cannot hold an `@` (OData JSON 4.01, sections 4.5 and 20).
 */
export const annotationPatterns: Record<string, JsonSchema> = {
  "^@(?:odata\\.)?(?:context|id|etag|type)$": { type: ["string", "null"] },
  "^[^@]*@[^@]+$": {},
};

/** What the values of exactly this type hold, flat: own and inherited properties, and control information. */
function ownSchema(contract: Contract, type: TypeContract, refTo: RefTo): JsonSchema {
  const entries = type.properties.map((property) => [
    property.name,
    propertySchema(contract, property, refTo),
  ]);
  return {
    type: "object",
    properties: Object.fromEntries(entries),
    patternProperties: annotationPatterns,
  };
}

/** True when the contract knows all the names that a value of the type may hold. */
export function isClosed(type: TypeContract): boolean {
  return type.complete && !type.open;
}

/**
 * The JSON Schema of a type's values. A value whose `@odata.type` names a derived type is judged by that
 * type's schema; one that names a type which the contract does not derive from this one may hold anything.
 */
export function typeSchema(contract: Contract, type: TypeContract, refTo: RefTo): JsonSchema {
  const derived = directlyDerivedTypes(contract, type.name);
  const otherwise: JsonSchema = {
    additionalProperties: true,
    ...(derived.length > 0 ? { allOf: derived.map((name) => whenNamed(contract, name, refTo)) } : {}),
  };
  return {
    title: shortName(type.name),
    description: describeType(type),
    ...(type.base ? { "x-base-type": type.base } : {}),
    ...(type.keyProperty ? { "x-key": type.keyProperty } : {}),
    ...ownSchema(contract, type, refTo),
    if: named([type.name]),
    else: otherwise,
    ...(isClosed(type) ? { unevaluatedProperties: false } : {}),
  };
}

function whenNamed(contract: Contract, name: string, refTo: RefTo): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; a schema is never awaited
  return { if: named([name, ...derivedTypes(contract, name)]), then: refTo(name) };
}

function named(names: readonly string[]): JsonSchema {
  return { properties: { "@odata.type": { enum: names.flatMap((name) => [`#${name}`, name]) } } };
}

function describeType(type: TypeContract): string {
  const sentences = [
    `${type.abstract ? "An abstract" : "A"}${type.open ? (type.abstract ? ", open" : "n open") : ""} type of ${namespaceOf(type.name)}`,
    ...(type.base ? [`Inherits from ${shortName(type.base)}`] : []),
    ...(type.complete ? [] : ["Not all of its base types are documented here"]),
  ];
  return `${sentences.join(". ")}.`;
}

function namespaceOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf("."))) || "no namespace";
}
