import { startOf } from "../../base/span.ts";
import type { PropertyDeclaration, TypeDeclaration } from "../../docs/page.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { locateInJson } from "../../http/read-json.ts";
import { representedIn } from "./represented.ts";

/** What a placeholder is that names a type: `String (timestamp)`, `Integer`, `Edm.Int64`; text says nothing. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(?:string\s*\()?(?:edm\.)?(?:timestamp|date-?time(?:offset)?)\)?$/i, "DateTimeOffset"],
  [/^(?:edm\.)?(?:int64|long)(?:\s*\(.*\))?$/i, "Int64"],
  [/^(?:edm\.)?(?:integer|int|int16|int32)(?:\s*\(.*\))?$/i, "Int32"],
  [/^(?:edm\.)?bool(?:ean)?(?:\s*\(.*\))?$/i, "Boolean"],
  [/^(?:edm\.)?(?:double|float|number)(?:\s*\(.*\))?$/i, "Double"],
  [/^(?:string\s*\()?(?:edm\.)?guid\)?$/i, "Guid"],
];

/**
 * The properties that a type's JSON representation shows, with the types that its placeholders name. A placeholder
 * that names none (`"sample"`, `1024`) is read with the type of the JSON value, and text may be any type.
 */
export function jsonProperties(type: TypeDeclaration): PropertyDeclaration[] {
  const { json } = type;
  const { object, pointer } = representedIn(type) ?? {};
  if (!json || !object) return [];
  return Object.entries(object)
    .filter(([name]) => !name.includes("@") && name !== "" && name !== "...")
    .map(([name, shown]) => {
      const span = locateInJson(json.text, json.location, stepInto(pointer ?? "", name));
      const location = startOf(span);
      const collection = Array.isArray(shown);
      const item: unknown = Array.isArray(shown) ? shown[0] : shown;
      const own = { name: nameOf(item), collection, location, length: 0 };
      return { name, type: typeInOtherLetters(type, name) ?? own, facts: {}, location };
    });
}

/** A name in other letters than a row's is the same property, however it is written: the row says its type. */
function typeInOtherLetters({ properties, relationships }: TypeDeclaration, name: string) {
  const letters = name.toLowerCase();
  const rows = [...properties, ...relationships].filter((row) => row.name.toLowerCase() === letters);
  return rows.some((row) => row.name === name) ? undefined : rows[0]?.type;
}

/** The type that a placeholder of a JSON representation names; undefined for `String`, and for what is a value. */
export function typeOfPlaceholder(text: string): string | undefined {
  return kinds.find(([words]) => words.test(text.trim()))?.[1];
}

function nameOf(shown: unknown): string {
  if (typeof shown === "boolean") return "Boolean";
  if (typeof shown === "number") return "Double";
  if (typeof shown === "string") return typeOfPlaceholder(shown) ?? "";
  if (typeof shown === "object" && shown !== null && "@odata.type" in shown) {
    return String(shown["@odata.type"]).replace(/^#/, "");
  }
  return "";
}
