import { isObject } from "../../base/is-object.ts";
import type { Contract, Property, TypeContract } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { judgingType } from "../../contract/validation/named-type.ts";
import { generateValue } from "../generate/generate-value.ts";
import { ownFields } from "../generate/type-plan.ts";
import type { Resource } from "../message.ts";
import { repairResource } from "./repair-resource.ts";

/**
 * Adds the documented properties that a resource lacks: null where the contract permits it, an empty collection,
 * else a generated value, as for the key. The objects in it are completed alike; what the contract does not know
 * stays as it is.
 */
export function completeResource(
  contract: Contract,
  typeName: string,
  partial: Resource,
  seed: string,
): Resource {
  const type = typeOf(contract, typeName, partial);
  if (!type) return partial;
  const completed = withWholeValues(contract, type, partial, seed);
  for (const property of ownFields(type)) {
    if (Object.hasOwn(partial, property.name)) continue;
    completed[property.name] = lackingValue(contract, type, property, seed);
  }
  return completed;
}

/** Completes the objects in some properties of a resource; the properties that are not there are not missed. */
export function completeValues(contract: Contract, typeName: string, part: Resource, seed: string): Resource {
  const type = typeOf(contract, typeName, part);
  return type ? withWholeValues(contract, type, part, seed) : part;
}

function typeOf(contract: Contract, typeName: string, value: Resource): TypeContract | undefined {
  const name = judgingType(contract, typeName, value);
  return typeNamed(contract, name);
}

function withWholeValues(
  contract: Contract,
  { properties }: TypeContract,
  part: Resource,
  seed: string,
): Record<string, unknown> {
  const completed: Record<string, unknown> = { ...part };
  for (const { name, type } of properties) {
    const value = part[name];
    if (type.kind === "type" && value !== undefined && value !== null)
      completed[name] = completeValue(contract, type.name, value, `${seed}/${name}`);
  }
  return completed;
}

function completeValue(contract: Contract, typeName: string, value: unknown, seed: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => completeValue(contract, typeName, item, `${seed}/${index}`));
  }
  return isObject(value) ? completeResource(contract, typeName, value, seed) : value;
}

function lackingValue(contract: Contract, type: TypeContract, property: Property, seed: string): unknown {
  if (property.type.collection) return [];
  if (property.name === "@odata.type") return `#${type.name}`;
  if (property.nullable !== false && property.name !== type.keyProperty) return null;
  return generateValue(contract, property, `${type.name} ${seed}`);
}

/** A resource of a type as the store holds it: repaired where what is shown or sent breaks the contract, and complete. */
export function wholeResource(contract: Contract, typeName: string, shown: Resource, seed: string): Resource {
  return completeResource(contract, typeName, repairResource(contract, typeName, shown), seed);
}
