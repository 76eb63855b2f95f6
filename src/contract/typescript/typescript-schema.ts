import { edmType } from "../../odata/edm-type.ts";
import type { JsonSchema } from "../json-schema/schema.ts";

/** A JSON Schema in which json-schema-to-typescript finds the TypeScript type of a part spelt out. */
type Spelt = JsonSchema & { tsType?: string };

/**
 * A schema whose `$ref`s are qualified names, as json-schema-to-typescript takes it: every reference, unknown type
 * and wide number spelt as a TypeScript expression.
 */
export function typescriptSchema(schema: JsonSchema, expressions: ReadonlyMap<string, string>): Spelt {
  const spelt = spell(schema, expressions);
  const description = schema.description === undefined ? {} : { description: schema.description };
  if (spelt !== undefined) return { ...description, tsType: spelt };
  const {
    items,
    properties,
    anyOf: _anyOf,
    patternProperties: _patterns,
    pattern: _pattern,
    ...rest
  } = schema;
  return {
    ...rest,
    ...(items ? { items: bracketed(typescriptSchema(items, expressions)) } : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, one]) => [name, typescriptSchema(one, expressions)]),
          ),
        }
      : {}),
  };
}

function spell(schema: JsonSchema, expressions: ReadonlyMap<string, string>): string | undefined {
  if (schema.$ref !== undefined) return expressions.get(schema.$ref) ?? "unknown";
  if (schema.anyOf) {
    return schema.anyOf
      .map((one) => (one.type === "null" ? "null" : (spell(one, expressions) ?? "unknown")))
      .reverse()
      .join(" | ");
  }
  if (schema.type === undefined) return "unknown";
  const number = wideNumber(String(schema["x-edm-type"]));
  if (number === undefined) return undefined;
  return [schema.type].flat().includes("null") ? `${number} | null` : number;
}

/** How a number that JSON cannot write is written; 64-bit integers come as strings only to those who ask for it. */
function wideNumber(edm: string): string | undefined {
  const { literal, json, infinite } = edmType(edm) ?? {};
  if (literal !== "number" || !json?.includes("string")) return undefined;
  return infinite ? 'number | "INF" | "-INF" | "NaN"' : "number";
}

// json-schema-to-typescript puts the [] right behind the type as it is spelt.
function bracketed(schema: Spelt): Spelt {
  return schema.tsType?.includes(" | ") ? { ...schema, tsType: `(${schema.tsType})` } : schema;
}
