import { isObject } from "../../base/is-object.ts";
import type { Contract, TypeRef } from "../contract.ts";
import { typeOfRef } from "../names/type-named.ts";

/** How well a body's property names fit a type. */
export interface BodyFit {
  /** Names that the type does not have. */
  readonly unknown: number;
  /** False when the contract cannot tell: an open type, a base type without a page, no type at all. */
  readonly certain: boolean;
}

/** Compares the property names of a resource, or of a collection's items, with those of a type. */
export function fitBody(contract: Contract, type: TypeRef, body: unknown): BodyFit {
  const known = typeOfRef(contract, type);
  if (!known) return { unknown: 0, certain: false };
  const names = new Set(known.properties.map((property) => property.name));
  const unknown = bodyNames(body).filter((name) => !names.has(name)).length;
  return { unknown, certain: unknown === 0 ? !known.open : known.complete && !known.open };
}

/** The names of a resource's properties, or of all items of a collection, without control information. */
export function bodyNames(body: unknown): string[] {
  const names = new Set<string>();
  for (const item of itemsOf(body)) {
    if (isObject(item)) for (const name of Object.keys(item)) if (!name.includes("@")) names.add(name);
  }
  return [...names];
}

/** True for `{"value": [...]}` (OData JSON 4.01, section 13). */
export function isCollection(body: unknown): body is { readonly value: readonly unknown[] } {
  return isObject(body) && Array.isArray(body.value);
}

/** The items of a collection; a single resource is the only one of its own. */
export function itemsOf(body: unknown): readonly unknown[] {
  return isCollection(body) ? body.value : [body];
}

/** True for the body of a Graph error and nothing else: `{"error": {"code": "...", "message": "..."}}`. */
export function isErrorBody(body: unknown): boolean {
  if (!isObject(body) || !isObject(body.error)) return false;
  const { code, message } = body.error;
  const others = Object.keys(body).filter((name) => name !== "error" && !name.includes("@"));
  return others.length === 0 && typeof code === "string" && typeof message === "string";
}

/** A resource or a collection of them, by its control information: what no error has. */
export function isResourceBody(body: unknown): boolean {
  return isObject(body) && !isObject(body.error) && ("@odata.context" in body || Array.isArray(body.value));
}
