import type { Contract, TypeContract } from "../../contract/contract.ts";
import { shortName } from "../../contract/json-schema/schema.ts";
import { baseTypes, derivedTypes, derivesFrom } from "../../contract/names/inheritance.ts";
import { typeNamed } from "../../contract/names/type-named.ts";

/**
 * True where the type that an object names has no business in the place of the declared one. The pages of its base
 * types say so, or the object does: all its names are the declared type's, or of types that derive from it, and the
 * named type lacks some of them; or it has none of them and is called nothing like it. Pages often forget to say a base
 * type, so that its page alone proves nothing.
 */
export function isStranger(
  contract: Contract,
  named: string,
  declared: string,
  names: readonly string[],
): boolean {
  const derives = derivesFrom(contract, named, declared);
  if (derives !== undefined) return !derives;
  const type = typeNamed(contract, named);
  if (!type?.complete || baseTypes(contract, declared).includes(named)) return false;
  const lacking = names.filter((name) => !has(type, name));
  const kin = [declared, ...derivedTypes(contract, declared)].flatMap(
    (name) => typeNamed(contract, name) ?? [],
  );
  const isDeclared = lacking.length > 0 && names.every((name) => kin.some((other) => has(other, name)));
  if (isDeclared && !type.open) return true;
  return lacking.length === names.length && isUnlike(contract, named, declared);
}

/**
 * What derives from a type is nearly always called after it (`fileAttachment`, `educationLinkResource`): true where the
 * name has no word of it, nor of what derives from it, and all that is known to derive from it has one.
 */
function isUnlike(contract: Contract, named: string, declared: string): boolean {
  const words = wordsOf(declared);
  const family = derivedTypes(contract, declared).map(wordsOf);
  const own = wordsOf(named);
  return (
    family.every((other) => shares(other, words)) && ![words, ...family].some((other) => shares(own, other))
  );
}

function wordsOf(name: string): readonly string[] {
  return (shortName(name).match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? []).map((word) => word.toLowerCase());
}

function shares(one: readonly string[], other: readonly string[]): boolean {
  return one.some((word) => other.includes(word));
}

function has({ properties }: TypeContract, name: string): boolean {
  return properties.some((property) => property.name === name);
}
