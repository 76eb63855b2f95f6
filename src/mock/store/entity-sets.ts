import { isObject } from "../../base/is-object.ts";
import { onceFor, onceForAll } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { rootsOf } from "../../contract/csdl/container.ts";
import { baseTypes, derivesFrom, ROOT } from "../../contract/names/inheritance.ts";
import { findType } from "../../contract/names/type-name.ts";
import type { PathNode } from "../../contract/path/path-node.ts";
import { pathTree } from "../../contract/path/path-tree.ts";
import type { Step } from "../route/resource-path.ts";

/** What stands first in documented paths and holds all resources of a type, wherever else they are shown. */
export interface EntitySet {
  readonly step: Step;
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
    found.set(type, found.has(type) ? undefined : { step: { name, named }, type });
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

/** The sets in which a resource may live that stands where the type is declared: those of the type that it says first. */
export function setsFor(contract: Contract, declared: string, resource: unknown): readonly EntitySet[] {
  const written = isObject(resource) ? resource["@odata.type"] : undefined;
  const named = typeof written === "string" ? findType(contract, written.replace(/^#/, "")) : undefined;
  const own = named && derivesFrom(contract, named.name, declared) === true ? named.name : undefined;
  const within = setsWithin(contract, declared);
  return own === undefined ? within : [...new Set([...setsWithin(contract, own), ...within])];
}
