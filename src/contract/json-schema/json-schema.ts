import type { Contract } from "../contract.ts";
import { enumSchema } from "./enum-schema.ts";
import type { JsonSchema } from "./schema.ts";
import { typeSchema } from "./type-schema.ts";

/** The draft that all schemas are written in. */
export const dialect = "https://json-schema.org/draft/2020-12/schema";
const HOME = "graph-conformance://schemas";

/**
 * The contract as JSON Schemas of draft 2020-12, one for each type and each enum, by qualified name, sorted.
 * They refer to each other by relative file names.
 */
export function jsonSchemas(contract: Contract): Readonly<Record<string, JsonSchema>> {
  const schemas: [string, JsonSchema][] = [
    ...Object.values(contract.enums).map((declared): [string, JsonSchema] => [
      declared.name,
      enumSchema(declared),
    ]),
    ...Object.values(contract.types).map((type): [string, JsonSchema] => [
      type.name,
      typeSchema(contract, type, (name) => ({ $ref: schemaFile(name) })),
    ]),
  ];
  schemas.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    schemas.map(([name, schema]) => [
      name,
      { $schema: dialect, $id: `${HOME}/${contract.version}/${schemaFile(name)}`, ...schema },
    ]),
  );
}

/** The file name of a type's or enum's schema, which is also how other schemas refer to it. */
function schemaFile(name: string): string {
  return `${encodeURIComponent(name)}.json`;
}
