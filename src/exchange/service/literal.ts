import type { TypeRef } from "../../contract/contract.ts";
import { edmType } from "../../odata/edm-type.ts";

/**
 * A value of an answer as `$filter` and keys write it (OData 4.01 ABNF, primitive literals); undefined when no literal
 * of that type is known.
 */
export function literal(type: Pick<TypeRef, "kind" | "name">, value: unknown): string | undefined {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value !== "string") return undefined;
  // Members of an enumeration go without the name of their type in Graph.
  if (type.kind === "enum") return quoted(value);
  const { literal: form, json } = edmType(type.name) ?? {};
  switch (form) {
    case "string":
      return quoted(value);
    case "dateTimeOffset":
    case "date":
    case "timeOfDay":
    case "guid":
      return value;
    case "number":
      // Large numbers may come as texts (IEEE754Compatible).
      return json?.includes("string") && /^-?\d+(?:\.\d+)?$/.test(value) ? value : undefined;
    case "duration":
      return `duration'${value}'`;
    default:
      return undefined;
  }
}

/** Some value of a primitive type, for a function's parameter of which no example is known. */
export function sampleLiteral(type: string): string | undefined {
  return edmType(type)?.sample;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
