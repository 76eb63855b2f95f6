import type { Contract, TypeRef } from "../contract.ts";
import { derivesFrom } from "../names/inheritance.ts";

/** The same type, or one that derives from the other; a name without a page agrees with its like. */
export function agree(contract: Contract, one: TypeRef, other: TypeRef): boolean {
  if (one.name === other.name) return true;
  if (one.kind === "unknown" || other.kind === "unknown") return plainName(one) === plainName(other);
  return (
    derivesFrom(contract, one.name, other.name) === true ||
    derivesFrom(contract, other.name, one.name) === true
  );
}

function plainName(type: TypeRef): string {
  return type.name
    .slice(type.name.lastIndexOf(".") + 1)
    .toLowerCase()
    .replace(/s$/, "");
}
