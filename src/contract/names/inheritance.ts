import { groupBy } from "../../base/group-by.ts";
import type { Contract, TypeRef } from "../contract.ts";
import { onceForParts } from "../once-for-parts.ts";
import { shortName } from "./short-name.ts";
import { typeNamed } from "./type-named.ts";

/** Every entity type of Graph ends here, whether or not its page is among those read. */
export const ROOT = "microsoft.graph.entity";

const childrenOf = onceForParts(["types"], ({ types }) =>
  groupBy(Object.keys(types).sort(), (type) => types[type]?.base),
);

/** The types whose base is the given one, sorted. */
export function directlyDerivedTypes(contract: Pick<Contract, "types">, name: string): readonly string[] {
  return childrenOf(contract).get(name) ?? [];
}

/** All types that derive from the given one, at any depth, sorted; the type itself is not among them. */
export function derivedTypes(contract: Pick<Contract, "types">, name: string): readonly string[] {
  const found = new Set<string>();
  const visit = (base: string): void => {
    for (const derived of directlyDerivedTypes(contract, base)) {
      if (derived === name || found.has(derived)) continue;
      found.add(derived);
      visit(derived);
    }
  };
  visit(name);
  return [...found].sort();
}

/**
 * Whether a type is the given base or derives from it. `undefined` when the contract cannot tell: pages often
 * forget to name the base type, or the page of a type on the way is not among those read.
 */
export function derivesFrom(
  contract: Pick<Contract, "types">,
  name: string,
  base: string,
): boolean | undefined {
  if (name === base) return true;
  const bases = baseTypes(contract, name);
  if (bases.includes(base)) return true;
  return bases.at(-1) === ROOT || baseTypes(contract, base).includes(name) ? false : undefined;
}

/** The documented base types of a type, the nearest first. */
export function baseTypes(contract: Pick<Contract, "types">, name: string): readonly string[] {
  const bases: string[] = [];
  let current = name;
  while (Object.hasOwn(contract.types, current)) {
    const next = typeNamed(contract, current)?.base;
    if (next === undefined || next === name || bases.includes(next)) break;
    bases.push(next);
    current = next;
  }
  return bases;
}

/** The same type, or one that derives from the other; a name without a page agrees with its like. */
export function agree(contract: Pick<Contract, "types">, one: TypeRef, other: TypeRef): boolean {
  if (one.name === other.name) return true;
  if (one.kind === "unknown" || other.kind === "unknown") return plainName(one) === plainName(other);
  return (
    derivesFrom(contract, one.name, other.name) === true ||
    derivesFrom(contract, other.name, one.name) === true
  );
}

function plainName(type: TypeRef): string {
  return shortName(type.name).toLowerCase().replace(/s$/, "");
}
