import type { OpenAPIV3_1 } from "openapi-types";
import type { Contract, EnumContract, TypeRef } from "../contract.ts";
import { enumSchema } from "../json-schema/enum-schema.ts";
import {
  collectionName,
  collectionSchema,
  componentName,
  errorResponse,
  schemaObject,
} from "./openapi-schema.ts";
import { typeComponent } from "./type-component.ts";

type Schema = OpenAPIV3_1.SchemaObject;

/** The components of all types and enums of a contract, and of the given collection responses; sorted. */
export function componentSchemas(
  contract: Contract,
  collections: readonly TypeRef[],
): Record<string, Schema> {
  const schemas: [string, Schema][] = [
    ...Object.values(contract.enums).map((one): [string, Schema] => [one.name, enumComponent(one)]),
    ...Object.values(contract.types).map((type): [string, Schema] => [
      type.name,
      typeComponent(contract, type),
    ]),
    ...collections.map((type): [string, Schema] => [
      collectionName(type),
      schemaObject(collectionSchema(contract, type)),
    ]),
    ["ErrorResponse", schemaObject(errorResponse)],
  ];
  schemas.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(schemas.map(([name, schema]) => [componentName(name), schema]));
}

/**
 * Of an enumeration whose members come several at a time the members, marked as Microsoft's own description of Graph
 * does: what else a value may be stands where it is referred to (`refsOf`).
 */
function enumComponent(declared: EnumContract): Schema {
  const { pattern, "x-members": _, ...schema } = enumSchema(declared);
  if (pattern === undefined) return schemaObject(schema);
  return schemaObject({ ...schema, enum: [...declared.members], "x-ms-enum-flags": { isFlags: true } });
}
