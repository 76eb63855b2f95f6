import { isObject } from "../../base/is-object.ts";
import type { Contract, TypeContract, TypeRef } from "../../contract/contract.ts";
import { baseTypes, ROOT } from "../../contract/names/inheritance.ts";
import { primitiveName } from "../../contract/names/primitive.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { findType } from "../../contract/names/type-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";

/**
 * What a JSON representation shows that cannot stand for a value of the type, in words; undefined where it can, or
 * where nobody knows. Placeholders are text, so that text can stand for every simple value.
 */
export function misfit(contract: Contract, type: TypeRef, shown: unknown): string | undefined {
  if (shown === null || shown === undefined || type.kind === "unknown" || isUntyped(type)) return undefined;
  if (!type.collection) {
    return Array.isArray(shown) ? "several values" : misfitOfOne(contract, type, shown);
  }
  if (!Array.isArray(shown)) return `${describe(shown)} instead of a collection`;
  for (const item of shown) {
    const wrong = item === null || Array.isArray(item) ? undefined : misfitOfOne(contract, type, item);
    if (wrong !== undefined) return `a collection with ${wrong}`;
  }
  return undefined;
}

/** What a stream or a piece of JSON looks like nobody says. */
function isUntyped({ kind, name }: TypeRef): boolean {
  return kind === "primitive"
    ? /^Edm\.(?:Stream|Binary|Untyped)$/.test(name)
    : /^(?:json|object|any|untyped)$/i.test(shortName(name));
}

function misfitOfOne(contract: Contract, type: TypeRef, shown: unknown): string | undefined {
  if (type.kind !== "type") return isObject(shown) ? describe(shown) : undefined;
  if (!isObject(shown)) return describe(shown);
  const written = shown["@odata.type"];
  if (typeof written !== "string") return undefined;
  const name = written.replace(/^#/, "");
  const other = primitiveName(name) ? undefined : findType(contract, name);
  return other && isUnrelated(contract, type.name, other)
    ? `an object of ${shortName(other.name)}`
    : undefined;
}

/** Whether neither can be a case of the other. A page that names no base type may have forgotten to. */
function isUnrelated(contract: Contract, declared: string, { kind, name }: TypeRef): boolean {
  if (kind === "enum") return true;
  const row = typeNamed(contract, declared);
  const other = typeNamed(contract, name);
  if (!row || !other || shortName(declared).toLowerCase() === shortName(name).toLowerCase()) return false;
  const above = [row.name, ...baseTypes(contract, row.name)];
  const aboveOther = [other.name, ...baseTypes(contract, other.name)];
  if (above.includes(other.name) || aboveOther.includes(row.name)) return false;
  // What an abstract or an open type holds is of many types, and so is what has a row for its type.
  if (row.abstract || row.open || row.properties.some((each) => each.name === "@odata.type")) return false;
  return row.complete && other.complete && !mayDerive(row, other) && !mayDerive(other, row);
}

/** It names no base type, but is called after the other (`userIdentity`, `identity`), or has all that the other has. */
function mayDerive(type: TypeContract, base: TypeContract): boolean {
  if (type.base !== undefined && type.base !== ROOT) return false;
  if (shortName(type.name).toLowerCase().endsWith(shortName(base.name).toLowerCase())) return true;
  const names = new Set(type.properties.map(({ name }) => name));
  const known = base.properties.filter(({ name }) => name !== base.keyProperty && name !== "id");
  return known.every(({ name }) => names.has(name));
}

function describe(shown: unknown): string {
  if (isObject(shown)) {
    const type = shown["@odata.type"];
    return typeof type === "string" ? `an object ("@odata.type": "${type}")` : "an object";
  }
  return typeof shown === "string"
    ? `the string "${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}"`
    : `the ${typeof shown} ${String(shown)}`;
}
