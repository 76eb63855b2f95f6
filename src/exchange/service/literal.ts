import type { TypeRef } from "../../contract/contract.ts";

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
  switch (type.name) {
    case "Edm.String":
      return quoted(value);
    case "Edm.DateTimeOffset":
    case "Edm.Date":
    case "Edm.TimeOfDay":
    case "Edm.Guid":
      return value;
    // Large numbers may come as texts (IEEE754Compatible).
    case "Edm.Int64":
    case "Edm.Decimal":
      return /^-?\d+(?:\.\d+)?$/.test(value) ? value : undefined;
    case "Edm.Duration":
      return `duration'${value}'`;
    default:
      return undefined;
  }
}

/** Some value of a primitive type, for a function's parameter of which no example is known. */
export function sampleLiteral(type: string): string | undefined {
  return Object.hasOwn(samples, type) ? samples[type] : undefined;
}

const samples: Readonly<Record<string, string>> = {
  "Edm.Boolean": "true",
  "Edm.Date": "2024-01-01",
  "Edm.DateTimeOffset": "2024-01-01T00:00:00Z",
  "Edm.Decimal": "1",
  "Edm.Double": "1",
  "Edm.Duration": "duration'P1D'",
  "Edm.Guid": "5c0f6c1e-98a5-4f0d-8b5e-0d1a5e9b7c42",
  "Edm.Int16": "1",
  "Edm.Int32": "1",
  "Edm.Int64": "1",
  "Edm.Single": "1",
  "Edm.String": "'a'",
  "Edm.TimeOfDay": "12:00:00",
};

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
