import type { Contract, TypeContract } from "../../contract/contract.ts";
import { keyPropertyOf, typeNamed } from "../../contract/names/type-named.ts";
import { bodyViolations } from "../../contract/validation/body-violations.ts";
import type { Resource } from "../message.ts";
import { beginning } from "./plausible-date.ts";
import { hash, Random } from "./random.ts";
import { fillObject, pickPlan, planOf } from "./type-plan.ts";

export interface ResourceSeed {
  /** The same seed makes the same resource of a type, whatever else is made. */
  readonly seed: string;
  /** Taken for the key where the contract allows it. */
  readonly key?: string;
}

/**
 * Makes a whole resource of a type, every documented property with a plausible value that the contract allows.
 * Relationships and streams are left out. For an abstract type it is one of a type derived from it, and says so;
 * where nothing derives from it, it is one of the type all the same. Of a type that nothing declares only the key is known.
 */
export function generateResource(
  contract: Contract,
  typeName: string,
  { seed, key }: ResourceSeed,
): Resource {
  const random = new Random(`${typeName} ${seed}`);
  const declared = typeNamed(contract, typeName);
  if (!declared) return key === undefined ? {} : { id: key };
  const plan = pickPlan(contract, typeName, random, 0) ?? planOf(contract, declared);
  random.at(hash("beginning"));
  const draw = { random, begin: beginning(random), around: [] };
  const resource = fillObject(plan, typeName, draw, 0);
  return key === undefined ? resource : withKey(contract, plan.type, resource, key);
}

function withKey(contract: Contract, type: TypeContract, resource: Resource, key: string): Resource {
  const name = keyPropertyOf(type);
  const ref = { kind: "type", name: type.name, collection: false } as const;
  for (const value of [key, Number(key)]) {
    const part = { [name]: value };
    if (bodyViolations(contract, ref, part, { memberPreference: true }).length === 0)
      return { ...resource, ...part };
  }
  return resource;
}
