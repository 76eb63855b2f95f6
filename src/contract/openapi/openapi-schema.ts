import type { OpenAPIV3_1 } from "openapi-types";
import type { Contract, TypeRef } from "../contract.ts";
import { valuesSchema } from "../json-schema/enum-schema.ts";
import { type RefTo, valueSchema } from "../json-schema/property-schema.ts";
import type { JsonSchema } from "../json-schema/schema.ts";
import { annotationPatterns } from "../json-schema/type-schema.ts";
import { shortName } from "../names/short-name.ts";

type Schema = OpenAPIV3_1.SchemaObject;

const PREFIX = "#/components/schemas/";

/** What OpenAPI calls the component of a type or enum: its qualified name, in the letters that it allows. */
export function componentName(name: string): string {
  return name.replaceAll(/[^\w.-]/g, "_");
}

/** The `$ref` of a type's or enum's component. */
export function componentRef(name: string): string {
  return `${PREFIX}${componentName(name)}`;
}

/**
 * How the schemas of the document name a type or enum. Of an enumeration whose members come several at a time the
 * component lists the members, as generators want it; so beside it stands what else a value may be.
 */
export function refsOf(contract: Contract): RefTo {
  return (name) => {
    const one = { $ref: componentRef(name) };
    const declared = Object.hasOwn(contract.enums, name) ? contract.enums[name] : undefined;
    if (!declared?.multiValued) return one;
    const { pattern } = valuesSchema(declared);
    return { anyOf: [one, { type: ["string", "null"], ...(pattern === undefined ? {} : { pattern }) }] };
  };
}

/** The name of the component that holds a collection of a type. */
export function collectionName(type: TypeRef): string {
  return `${type.name}CollectionResponse`;
}

/** The schema of a body: a resource, `{"value": ...}` around anything else, a collection's envelope. */
export function bodySchema(contract: Contract, type: TypeRef): Schema | OpenAPIV3_1.ReferenceObject {
  if (type.collection) return { $ref: componentRef(collectionName(type)) };
  const one = valueSchema(contract, { type }, refsOf(contract));
  if (type.kind === "type" || type.kind === "unknown") return schemaOrRef(one);
  return schemaObject(envelope(one, {}));
}

/** A JSON Schema as a schema object of OpenAPI 3.1, whose dialect is a superset; `$id` and `$schema` are left out. */
export function schemaObject({ $schema, $id, type, items, properties, ...rest }: JsonSchema): Schema {
  const { anyOf, allOf, not, ...plain } = rest;
  const common = {
    ...plain,
    ...(properties ? { properties: schemaMap(properties) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(schemaOrRef) } : {}),
    ...(allOf ? { allOf: allOf.map(schemaOrRef) } : {}),
    ...(not ? { not: schemaOrRef(not) } : {}),
  };
  if (type === "array") return { type, items: schemaOrRef(items ?? {}), ...common };
  if (Array.isArray(type)) return { type, ...(items ? { items: schemaOrRef(items) } : {}), ...common };
  return type === undefined ? common : { type, ...common };
}

function schemaOrRef(schema: JsonSchema): Schema | OpenAPIV3_1.ReferenceObject {
  return schema.$ref === undefined ? schemaObject(schema) : { $ref: schema.$ref };
}

function schemaMap(
  schemas: Record<string, JsonSchema>,
): Record<string, Schema | OpenAPIV3_1.ReferenceObject> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schemaOrRef(schema)]));
}

/** The schema of that component. */
export function collectionSchema(contract: Contract, type: TypeRef): JsonSchema {
  const items = valueSchema(contract, { type }, refsOf(contract));
  return {
    title: `${shortName(type.name)} collection`,
    description: `A page of a collection of ${shortName(type.name)}.`,
    ...envelope({ type: "array", items }, collectionInformation),
  };
}

// Control information of a collection (OData JSON 4.01, sections 4.5.4 to 4.5.7).
const collectionInformation: Record<string, JsonSchema> = {
  "@odata.count": { type: "integer" },
  "@odata.nextLink": { type: "string" },
  "@odata.deltaLink": { type: "string" },
};

function envelope(value: JsonSchema, information: Record<string, JsonSchema>): JsonSchema {
  return {
    type: "object",
    required: ["value"],
    properties: { "@odata.context": { type: "string" }, ...information, value },
    patternProperties: { "@": annotationPatterns["^[^@]*@[^@]+$"] ?? {} },
    additionalProperties: false,
  };
}

const text: JsonSchema = { type: ["string", "null"] };

// OData JSON 4.01, section 21.1, with the members that Graph adds.
export const errorResponse: JsonSchema = {
  title: "ErrorResponse",
  description: "What Graph returns in place of a result.",
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { type: "string" },
        message: { type: "string" },
        target: text,
        details: { type: ["array", "null"], items: { type: "object" } },
        innerError: { type: ["object", "null"] },
      },
    },
  },
};
