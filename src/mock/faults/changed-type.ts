import type { Contract } from "../../contract/contract.ts";
import { derivesFrom } from "../../contract/names/inheritance.ts";

/** A documented type with a key that neither derives from the other nor is derived from by it. */
export function unrelatedType(contract: Contract, name: string): string | undefined {
  return Object.values(contract.types).find(
    (other) =>
      other.keyProperty !== undefined &&
      derivesFrom(contract, other.name, name) === false &&
      derivesFrom(contract, name, other.name) === false,
  )?.name;
}

/** A documented type of which nobody can tell whether it derives from the other: a type on the way has no page. */
export function perhapsRelatedType(contract: Contract, name: string): string | undefined {
  return Object.values(contract.types).find(
    (other) => other.name !== name && derivesFrom(contract, other.name, name) === undefined,
  )?.name;
}
