import type { PropertyDeclaration } from "../../docs/page.ts";
import type { JsonForm, TypeRef } from "../contract.ts";

/** The form that the JSON of a value of a type has; undefined where nobody knows the type, or it has several. */
export function formOf({ kind, name, collection }: TypeRef): JsonForm | undefined {
  if (collection) return "list";
  if (kind === "unknown") return undefined;
  if (kind !== "primitive") return kind === "type" ? "object" : "text";
  // These may come as text, too, and an untyped value as anything.
  if (/^Edm\.(?:Int64|Decimal|Untyped|Stream)$/.test(name)) return undefined;
  if (name === "Edm.Boolean") return "boolean";
  return /^Edm\.(?:S?Byte|Int16|Int32|Single|Double)$/.test(name) ? "number" : "text";
}

/** The form of a JSON value; null has none. */
export function formOfJson(value: unknown): JsonForm | undefined {
  return value === null ? undefined : Array.isArray(value) ? "list" : forms[typeof value];
}

const forms: Readonly<Partial<Record<string, JsonForm>>> = {
  object: "object",
  string: "text",
  number: "number",
  boolean: "boolean",
};

/** The form that a JSON representation shows, where that is certainly none of the row's; text stands for any one value. */
export function otherForm(row: TypeRef, { type }: PropertyDeclaration): JsonForm | undefined {
  const form = formOf(row);
  const shown = shownForm(type);
  if (form === undefined || shown === form) return undefined;
  if (form === "list" || shown === "list") return shown ?? "text";
  return shown === "text" || form === "object" ? undefined : shown;
}

function shownForm({ name, collection }: PropertyDeclaration["type"]): JsonForm | undefined {
  if (collection) return "list";
  if (name === "") return undefined;
  if (name === "Boolean") return "boolean";
  if (/^(?:Int32|Int64|Double)$/.test(name)) return "number";
  return /^(?:DateTimeOffset|Guid)$/.test(name) ? "text" : "object";
}
