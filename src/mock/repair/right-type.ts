import type { Contract, TypeContract } from "../../contract/contract.ts";
import { derivedTypes, derivesFrom } from "../../contract/names/inheritance.ts";
import { findType } from "../../contract/names/type-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { namedType } from "../../contract/validation/named-type.ts";
import type { Resource } from "../message.ts";

/** The type that an example's object is of. */
export interface RightType {
  /** Absent when the contract does not know it. */
  readonly type?: TypeContract;
  /** What the object has to say of it; absent where the declared type is enough. */
  readonly annotation?: string;
}

/**
 * The type of an object in the place of a declared type: the one that it names, unless that has no business there;
 * else the derived one that has the names which the declared one lacks, because examples leave their `@odata.type`
 * out; else the declared one.
 */
export function rightType(contract: Contract, declared: string, value: Resource): RightType {
  const own = typeOf(contract, declared);
  const written = namedType(value);
  if (written !== undefined) {
    const named = findType(contract, written);
    if (!named) return { annotation: `#${written}` };
    const type = typeOf(contract, named.name);
    if (type && derivesFrom(contract, type.name, declared) !== false)
      return { type, annotation: `#${type.name}` };
  }
  const derived = own && !own.open ? derivedWith(contract, own, value) : undefined;
  if (derived) return { type: derived, annotation: `#${derived.name}` };
  return own ? { type: own } : {};
}

/** The derived type that has the most of the names which the type itself lacks; of several the smallest. */
function derivedWith(contract: Contract, own: TypeContract, value: Resource): TypeContract | undefined {
  const lacking = Object.keys(value).filter((name) => !name.includes("@") && !has(own, name));
  if (lacking.length === 0) return undefined;
  const [best] = derivedTypes(contract, own.name)
    .flatMap((name) => typeOf(contract, name) ?? [])
    .filter(({ abstract }) => !abstract)
    .map((type) => ({ type, names: lacking.filter((name) => has(type, name)).length }))
    .filter(({ names }) => names > 0)
    .sort((a, b) => b.names - a.names || a.type.properties.length - b.type.properties.length);
  return best?.type;
}

function has(type: TypeContract, name: string): boolean {
  return type.properties.some((property) => property.name === name);
}

function typeOf(contract: Contract, name: string): TypeContract | undefined {
  return typeNamed(contract, name);
}
