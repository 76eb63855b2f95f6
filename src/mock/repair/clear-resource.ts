import { isObject } from "../../base/is-object.ts";
import type { Contract, Property, TypeContract } from "../../contract/contract.ts";
import { misspeltNames } from "../../contract/validation/misspelt-names.ts";
import { isPlaceholder, saysOnlyItsType } from "../../contract/validation/placeholder.ts";
import { generateResource } from "../generate/generate-resource.ts";
import { generateItem } from "../generate/generate-value.ts";
import type { Resource } from "../message.ts";
import { type RightType, rightType } from "./right-type.ts";

/** Nothing that a page shows is deeper. */
const DEPTH = 32;

/**
 * A documented resource without what only documentation has: placeholders give way to generated values, a name that
 * means another takes that one's place, and of the control information only the type and the tag of a version are
 * left. Objects are cleared by the types of their properties.
 */
export function clearResource(contract: Contract, declared: string, value: Resource, seed: string): Resource {
  return clearObject(contract, rightType(contract, declared, value), value, seed, 0);
}

function clearObject(
  contract: Contract,
  right: RightType,
  value: Resource,
  seed: string,
  depth: number,
): Resource {
  const { type, annotation } = right;
  const meant = type && !type.open ? misspeltNames(contract, type, value) : new Map<string, string>();
  const cleared = new Map<string, unknown>();
  if (annotation !== undefined) cleared.set("@odata.type", annotation);
  for (const [written, own] of Object.entries(value)) {
    const name = meant.get(written) ?? written;
    // Two slips can mean one name; the first has it.
    if (name !== written && cleared.has(name)) continue;
    const property = type?.properties.find((other) => other.name === name);
    if (!property && !isContent(name, type)) continue;
    const clear = property
      ? clearValue(contract, property, own, `${seed}/${name}`, depth + 1)
      : clearUnknown(own, depth + 1);
    if (clear !== undefined) cleared.set(name, clear);
  }
  return Object.fromEntries(cleared);
}

function clearValue(
  contract: Contract,
  property: Property,
  value: unknown,
  seed: string,
  depth: number,
): unknown {
  if (depth > DEPTH) return undefined;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const clear = clearValue(contract, property, item, `${seed}/${index}`, depth + 1);
      return clear === undefined ? [] : [clear];
    });
  }
  const { kind, name } = property.type;
  if (kind === "type" && isObject(value)) {
    const right = rightType(contract, name, value);
    if (right.type && saysOnlyItsType(value)) return ofType(contract, right.type, right.annotation, seed);
    return clearObject(contract, right, value, seed, depth);
  }
  if (kind === "unknown" && !property.values) return clearUnknown(value, depth);
  // A blank that breaks its type is the judge's to find; in a text it is as good as any other.
  const blank = kind !== "enum" && !property.values && isBlank(value);
  return blank ? (generateItem(contract, property, seed) ?? undefined) : value;
}

function ofType(
  contract: Contract,
  type: TypeContract,
  annotation: string | undefined,
  seed: string,
): Resource {
  const said = annotation === undefined ? {} : { "@odata.type": annotation };
  return { ...said, ...generateResource(contract, type.name, { seed }) };
}

/** What nothing describes stays as it is shown, without its blanks; undefined when it is nothing else. */
function clearUnknown(value: unknown, depth: number): unknown {
  if (depth > DEPTH || isBlank(value)) return undefined;
  if (Array.isArray(value)) {
    return value.map((item) => clearUnknown(item, depth + 1)).filter((item) => item !== undefined);
  }
  if (!isObject(value)) return value;
  if (saysOnlyItsType(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, own]) => {
      const clear = name === "@odata.type" ? own : isContent(name) ? clearUnknown(own, depth + 1) : undefined;
      return clear === undefined ? [] : [[name, clear]];
    }),
  );
}

/**
 * True for what a resource itself says, whoever returns it: no link, count or context, which are the service's to
 * write, and no `value`, which would make an envelope of it. The type of a property says what nothing documents.
 */
export function isContent(name: string, type?: TypeContract): boolean {
  if (name.startsWith("#") || (type && name === "value")) return false;
  if (!name.includes("@")) return true;
  if (name.startsWith("@")) return name === "@odata.etag" || name.startsWith("@microsoft.graph.");
  const [property, control] = name.split("@");
  return control === "odata.type" && !type?.properties.some((other) => other.name === property);
}

// Text with markup or of several lines; `<MWHPR1301MB2110@example.com>`, `"c:{86EB4C8E-D20D-46B9-AD41-23B8868DDA8A},0"`;
// the name of an extension.
const REAL = /<\/|\/>|\n|\d{4}|^microsoft\.graph\./;

/** True for a text that stands for a value: `String`, `<id>`, `{id}`, `...`. One that is only cut short is a value. */
export function isBlank(value: unknown): boolean {
  if (typeof value !== "string" || REAL.test(value)) return false;
  const said = value.replaceAll(/\.{3,}|…/g, "").trim();
  return said === "" ? value.trim() !== "" : isPlaceholder(said);
}
