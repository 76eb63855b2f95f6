import { edmSchema } from "../json-schema/edm.ts";
import type { JsonSchema } from "../json-schema/schema.ts";
import { annotationPatterns } from "../json-schema/type-schema.ts";

/** Links and counts stand beside the items of a collection, and on its property: `tasks@odata.count`. */
const collectionControls: Record<string, JsonSchema> = {
  "^[^@]*@(?:odata\\.)?(?:nextLink|deltaLink)$": { type: ["string", "null"] },
  "^[^@]*@(?:odata\\.)?count$": edmSchema("Edm.Int64"),
};

const annotations = Object.entries({ ...collectionControls, ...annotationPatterns }).map(
  ([pattern, schema]) => ({
    pattern: new RegExp(pattern, "u"),
    schema,
  }),
);

/** An operation that is bound to the resource: where it is called (OData JSON 4.01, sections 16 and 17). */
const operationSchema: JsonSchema = { type: ["object", "array"] };

/** The schema of control information by its name; undefined for every other name, and an annotation that anybody may write. */
export function annotationSchema(name: string): JsonSchema | undefined {
  if (name.startsWith("#")) return operationSchema;
  if (!name.includes("@")) return undefined;
  return annotations.find(({ pattern }) => pattern.test(name))?.schema;
}
