import { onceFor } from "../base/once-for.ts";
import type { Contract } from "../contract/contract.ts";
import { baseTypes } from "../contract/names/inheritance.ts";
import { jointOperations } from "../contract/path/path-tree.ts";
import type { ChangedSubject } from "./change.ts";
import type { Between } from "./change-rule.ts";

/** Ids of the operations, on both sides, that return or take what changed; sorted. */
export function reachOf({ before, after }: Between, subjects: readonly ChangedSubject[]): string[] {
  const known = operationsByType(after);
  const reached = new Set<string>();
  for (const { kind, id } of subjects) {
    if (kind !== "type" && kind !== "enum") continue;
    for (const operation of known.get(id) ?? []) {
      if (jointOperations(before).has(operation.toLowerCase())) reached.add(operation);
    }
  }
  return [...reached].sort();
}

/** By type or enumeration, the operations in whose bodies it can stand, relationships left out. */
const operationsByType = onceFor((contract: Contract): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const joint of jointOperations(contract).values()) {
    const operation = joint();
    const bodies = [operation.requestBody, ...operation.responses.map(({ body }) => body)];
    for (const body of bodies) {
      if (!body) continue;
      for (const name of heldIn(contract, body.name)) {
        const operations = found.get(name) ?? new Set();
        found.set(name, operations.add(operation.id));
      }
    }
  }
  return found;
});

const held = onceFor((_: Contract) => new Map<string, ReadonlySet<string>>());

/** A type, its base types, and the types of its properties at any depth. */
function heldIn(contract: Contract, name: string): ReadonlySet<string> {
  const known = held(contract).get(name);
  if (known) return known;
  const names = new Set<string>();
  const visit = (next: string): void => {
    if (names.has(next) || next.startsWith("Edm.")) return;
    names.add(next);
    if (!Object.hasOwn(contract.types, next)) return;
    for (const base of baseTypes(contract, next)) names.add(base);
    for (const { type, navigation } of contract.types[next]?.properties ?? [])
      if (!navigation) visit(type.name);
  };
  visit(name);
  held(contract).set(name, names);
  return names;
}
