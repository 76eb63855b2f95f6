import { nearestName } from "../../base/nearest-name.ts";
import type { Contract, TypeContract } from "../contract.ts";
import { derivedTypes } from "../names/inheritance.ts";
import { typeNamed } from "../names/type-named.ts";
import { bodyViolations } from "./body-violations.ts";
import { isPlaceholder } from "./placeholder.ts";

/**
 * The names of an object that stand for documented ones which it lacks: the wrong name and the one that it means.
 * Such a property is neither missing nor another one; it is misspelt, and body/unknown-property says so once, or
 * resource/table-and-json when the JSON representation misspells it, too. Names that a derived type has are right,
 * though the object may not say that it is of that type.
 */
export function misspeltNames(
  contract: Contract,
  type: TypeContract,
  value: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const known = new Set(namesOf(type));
  const unknown = Object.keys(value).filter((name) => !known.has(name) && !name.includes("@"));
  if (unknown.length === 0) return new Map();
  const derived = derivedTypes(contract, type.name).flatMap((name) => namesOf(typeNamed(contract, name)));
  const lacking = [...known].filter((name) => !Object.hasOwn(value, name));
  return new Map(
    unknown
      .filter((name) => !derived.includes(name))
      .flatMap((name) => {
        const meant = nearestName(name, lacking);
        if (meant === undefined || !isMeant(contract, type, meant, value[name])) return [];
        return [[name, meant] as const];
      }),
  );
}

/** A type that is open may have a name of its own near a documented one: then the value fits that one by chance. */
function isMeant(contract: Contract, type: TypeContract, meant: string, value: unknown): boolean {
  const property = type.properties.find(({ name }) => name === meant);
  if (!type.open || !property || value === null) return true;
  const isList = Array.isArray(value);
  if (isList !== property.type.collection) return false;
  const body = isList ? { value } : value;
  return bodyViolations(contract, property.type, body, { memberPreference: true }).every(
    ({ value: broken }) => isPlaceholder(broken),
  );
}

function namesOf(type: TypeContract | undefined): string[] {
  return type?.properties.filter(({ onlyInJson }) => !onlyInJson).map(({ name }) => name) ?? [];
}
