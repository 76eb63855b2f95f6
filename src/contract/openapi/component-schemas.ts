import type { OpenAPIV3_1 } from "openapi-types";
import type { Contract, TypeRef } from "../contract.ts";
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
    ...Object.values(contract.enums).map((one): [string, Schema] => [
      one.name,
      schemaObject(enumSchema(one)),
    ]),
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
