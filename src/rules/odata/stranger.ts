import type { Contract, TypeContract } from "../../contract/contract.ts";
import { isCalledAfter } from "../../contract/names/called-after.ts";
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
  // A page without a list of properties, and without a base type, says nothing but the name.
  const isBare = type?.base === undefined && type?.properties.length === 0;
  if (!type || !(type.complete || isBare) || baseTypes(contract, declared).includes(named)) return false;
  const lacking = names.filter((name) => !has(type, name));
  const kin = [declared, ...derivedTypes(contract, declared)].flatMap(
    (name) => typeNamed(contract, name) ?? [],
  );
  const isDeclared = lacking.length > 0 && names.every((name) => kin.some((other) => has(other, name)));
  if (isDeclared && !type.open && type.complete) return true;
  if (isBare && !isDeclared) return false;
  return lacking.length === names.length && isCalledAfter(contract, named, declared) === false;
}

function has({ properties }: TypeContract, name: string): boolean {
  return properties.some((property) => property.name === name);
}
