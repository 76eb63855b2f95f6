import type { Contract } from "../contract.ts";
import { isCalledAfter } from "../names/called-after.ts";
import { derivesFrom } from "../names/inheritance.ts";
import { findTypeInPlace } from "../names/type-name.ts";
import { typeNamed } from "../names/type-named.ts";

/**
 * The type that an object says it has, by its `@odata.type` (`@type` in OData 4.01), without the `#`.
 * Absent when it says none, or something that is no qualified name.
 */
export function namedType(value: Readonly<Record<string, unknown>>): string | undefined {
  const written = value["@odata.type"] ?? value["@type"];
  if (typeof written !== "string") return undefined;
  const name = written.slice(written.indexOf("#") + 1);
  return /^[\w-]+(?:\.[\w-]+)+$/.test(name) ? name : undefined;
}

/**
 * The type that an object which a service has sent is held to: the derived one that it names, else the declared one.
 * What it names does not excuse it from what is promised.
 */
export function heldType(
  contract: Contract,
  declared: string,
  value: Readonly<Record<string, unknown>>,
): string {
  const named = findTypeInPlace(contract, namedType(value) ?? declared, declared)?.name ?? declared;
  return derivesFrom(contract, named, declared) === true ? named : declared;
}

/** The type that an object names, where nobody can say whether it derives from the declared one. */
export function doubtfulType(
  contract: Contract,
  declared: string,
  value: Readonly<Record<string, unknown>>,
): string | undefined {
  const written = namedType(value);
  const name = written && (findTypeInPlace(contract, written, declared)?.name ?? written);
  return name !== undefined && derivesFrom(contract, name, declared) === undefined ? name : undefined;
}

/**
 * The type that judges an object in the place of a declared type: the declared one, or the derived one that
 * the object names. `undefined` when it names a type that the contract does not know to be in its place.
 */
export function judgingType(
  contract: Contract,
  declared: string,
  value: Readonly<Record<string, unknown>>,
): string | undefined {
  const written = namedType(value);
  if (written === undefined || written === declared) return declared;
  const named = findTypeInPlace(contract, written, declared);
  if (named?.kind !== "type") return undefined;
  const derives = derivesFrom(contract, named.name, declared);
  if (derives !== undefined) return derives ? named.name : undefined;
  // Where the page of a base type is missing, or not named, what is known of the type holds all the same.
  const incomplete = typeNamed(contract, named.name)?.complete === false;
  return incomplete || isCalledAfter(contract, named.name, declared) ? named.name : undefined;
}
