import { locateInJson, readJson } from "../docs/read-json.ts";
import type { PropertyDeclaration, TypeDeclaration } from "../docs/page.ts";

const kinds: readonly (readonly [RegExp, string])[] = [
  [/timestamp|datetime|date-time/i, "DateTimeOffset"],
  [/\bint64\b|\blong\b/i, "Int64"],
  [/\binteger\b|\bint(?:16|32)?\b/i, "Int32"],
  [/\bboolean\b|\bbool\b/i, "Boolean"],
  [/\bdouble\b|\bnumber\b/i, "Double"],
  [/\bguid\b/i, "Guid"],
];

/**
 * The properties that a type's JSON representation shows, with the types that its placeholders name. A placeholder
 * that names none (`"sample"`, `1024`) is read with the type of the JSON value, and text may be any type.
 */
export function jsonProperties(type: TypeDeclaration): PropertyDeclaration[] {
  const { json } = type;
  if (!json) return [];
  const start = json.text.search(/[[{]/);
  if (start === -1) return [];
  const { value } = readJson(json.text, json.location);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value)
    .filter(([name]) => !name.includes("@"))
    .map(([name, shown]) => {
      const pointer = `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      const location = locateInJson(json.text, json.location, pointer);
      const collection = Array.isArray(shown);
      const item: unknown = Array.isArray(shown) ? shown[0] : shown;
      return { name, type: { name: nameOf(item), collection, location }, facts: {}, location };
    });
}

function nameOf(shown: unknown): string {
  if (typeof shown === "boolean") return "Boolean";
  if (typeof shown === "number") return "Double";
  if (typeof shown === "string") return kinds.find(([words]) => words.test(shown))?.[1] ?? "";
  if (typeof shown === "object" && shown !== null && "@odata.type" in shown) {
    return String(shown["@odata.type"]).replace(/^#/, "");
  }
  return "";
}
