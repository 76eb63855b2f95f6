import type { Contract, Property, TypeContract } from "../contract.ts";
import { enumSchema } from "../json-schema/enum-schema.ts";
import { propertySchema } from "../json-schema/property-schema.ts";
import type { JsonSchema } from "../json-schema/schema.ts";
import { isClosed } from "../json-schema/type-schema.ts";
import { typeExpressions, typeNames } from "./type-names.ts";
import { typescriptSchema } from "./typescript-schema.ts";

const HEAD = "// Derived from documentation pages by graph-conformance; do not edit.\n";

/**
 * The contract as TypeScript declarations: an interface for each type and for its collections, a union for each
 * enum, sorted by name. Nothing but open types takes names that are not documented.
 */
export async function typeDeclarations(contract: Contract): Promise<string> {
  const names = typeNames(contract);
  const expressions = typeExpressions(contract, names);
  const nameOf = (qualified: string): string => names.get(qualified) ?? qualified;
  const toTypeScript = (schema: JsonSchema): JsonSchema => typescriptSchema(schema, expressions);
  const declared: [string, JsonSchema][] = [
    ...Object.values(contract.enums).map((one): [string, JsonSchema] => [nameOf(one.name), enumSchema(one)]),
    ...Object.values(contract.types).flatMap((type): [string, JsonSchema][] => [
      [nameOf(type.name), interfaceSchema(contract, type)],
      [`${nameOf(type.name)}CollectionResponse`, collectionSchema(type)],
    ]),
  ];
  declared.sort(([a], [b]) => (a < b ? -1 : 1));
  // It brings a formatter along, and most commands declare nothing.
  const { compile } = await import("json-schema-to-typescript");
  const texts: string[] = [];
  for (const [name, schema] of declared) {
    const { title: _ours, ...rest } = toTypeScript(schema);
    texts.push(await compile(rest, name, { bannerComment: "", style: { printWidth: 110 } }));
  }
  return [HEAD, ...texts].join("\n");
}

function interfaceSchema(contract: Contract, type: TypeContract): JsonSchema {
  const entries = type.properties.flatMap((property): [string, JsonSchema][] => [
    ...informationOf(property),
    [property.name, propertySchema(contract, property, (name) => ({ $ref: name }))],
  ]);
  return {
    type: "object",
    properties: {
      "@odata.context": { type: "string" },
      "@odata.etag": { type: "string" },
      "@odata.id": { type: "string" },
      "@odata.type": { type: "string" },
      ...Object.fromEntries(entries),
    },
    additionalProperties: !isClosed(type),
  };
}

/** The control information that comes with an expanded navigation property (OData JSON 4.01, section 8.3). */
function informationOf({ name, navigation, type }: Property): [string, JsonSchema][] {
  if (!navigation) return [];
  return [
    [`${name}@odata.context`, { type: "string" }],
    ...(type.collection
      ? [
          [`${name}@odata.count`, { type: "integer" }] satisfies [string, JsonSchema],
          [`${name}@odata.nextLink`, { type: "string" }] satisfies [string, JsonSchema],
        ]
      : []),
  ];
}

function collectionSchema(type: TypeContract): JsonSchema {
  return {
    type: "object",
    required: ["value"],
    properties: {
      "@odata.context": { type: "string" },
      "@odata.count": { type: "integer" },
      "@odata.deltaLink": { type: "string" },
      "@odata.nextLink": { type: "string" },
      value: { type: "array", items: { $ref: type.name } },
    },
    additionalProperties: false,
  };
}
