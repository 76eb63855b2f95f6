import { isObject } from "../../base/is-object.ts";
import { onceFor, onceForAll } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { rootsOf } from "../../contract/csdl/container.ts";
import { baseTypes, derivesFrom, ROOT } from "../../contract/names/inheritance.ts";
import { findType } from "../../contract/names/type-name.ts";
import { boundPlace } from "../../contract/path/bound-place.ts";
import { type PathNode, spellingOf } from "../../contract/path/path-node.ts";
import { pathTree } from "../../contract/path/path-tree.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import type { Step } from "../route/resource-path.ts";

/** What holds resources of a type, wherever else they are shown. */
export interface EntitySet {
  /** One, but for a set of the metadata that is part of a singleton: `education/users`. */
  readonly steps: readonly Step[];
  /** The qualified name of the type. */
  readonly type: string;
}

/** The entity sets whose resources a documented path reads, by their type: those of which no other has the same. */
const setsOf = onceFor((contract: Contract): ReadonlyMap<string, EntitySet> => {
  const { names } = pathTree(contract);
  const found = new Map<string, EntitySet | undefined>();
  for (const { kind, name, type } of rootsOf(contract)) {
    const named = names.get(name.toLowerCase());
    if (kind !== "EntitySet" || !named?.key || !isRead(named)) continue;
    found.set(type, found.has(type) ? undefined : { steps: [{ name, named }], type });
  }
  return new Map([...found].flatMap(([type, set]) => (set ? [[type, set] as const] : [])));
});

function isRead({ operations, key }: PathNode): boolean {
  return operations.has("GET") || (key?.operations.has("GET") ?? false);
}

/** The set in which resources of a type live: its own, else that of the nearest type that it derives from. */
export const setOf = onceForAll((contract: Contract, type: string): EntitySet | undefined => {
  const sets = setsOf(contract);
  return [type, ...baseTypes(contract, type)]
    .filter((name) => name !== ROOT)
    .flatMap((name) => sets.get(name) ?? [])[0];
});

/** The sets in which what is declared to be of a type may live: those of derived types come before its own. */
export const setsWithin = onceForAll((contract: Contract, type: string): readonly EntitySet[] => {
  const derived = [...setsOf(contract).values()].filter(
    (set) => set.type !== type && derivesFrom(contract, set.type, type) === true,
  );
  const own = setOf(contract, type);
  return own ? [...derived, own] : derived;
});

/** The set in which the metadata binds what a place of the tree leads to. */
export const boundSet = onceForAll((contract: Contract, named: PathNode): EntitySet | undefined => {
  const place = boundPlace(contract, named);
  const key = place?.at(-1)?.key;
  const type = key && typeAt(contract, key)?.name;
  if (!place || type === undefined) return undefined;
  return { steps: place.map((node) => ({ name: spellingOf(node), named: node })), type };
});

/**
 * The sets in which what stands at a place of the tree may live, by its type: of those that have it the one that is bound
 * and, before it, what derived types have for themselves; else all that have it.
 */
export const setsAt = onceForAll(
  (contract: Contract, named: PathNode, type: string): readonly EntitySet[] => {
    const bound = boundSet(contract, named);
    const within = setsWithin(contract, type);
    if (!bound) return within;
    const derived = within.filter(
      (set) => set.type !== bound.type && derivesFrom(contract, set.type, bound.type) === true,
    );
    return [...derived, bound];
  },
);

/** The same for a resource that stands there: those of the type that it says come first. */
export function setsFor(
  contract: Contract,
  named: PathNode,
  declared: string,
  resource: unknown,
): readonly EntitySet[] {
  const written = isObject(resource) ? resource["@odata.type"] : undefined;
  const type = typeof written === "string" ? findType(contract, written.replace(/^#/, "")) : undefined;
  const own = type && derivesFrom(contract, type.name, declared) === true ? type.name : undefined;
  const within = setsAt(contract, named, declared);
  return own === undefined ? within : [...new Set([...setsAt(contract, named, own), ...within])];
}
