import { onceForAll } from "../../base/once-for.ts";
import { declaredRoot } from "../../metadata/declared.ts";
import type { Contract } from "../contract.ts";
import { type PathNode, spellingOf } from "./path-node.ts";
import { pathTree } from "./path-tree.ts";

/**
 * The places on the way to the set in which a navigation property binding of the metadata says that what a documented path leads to
 * lives (OData CSDL 4.01, section 13.4): `education`, `users` for `/education/classes/{id}/members`. Undefined where none
 * says so, where several say different sets for different casts, where no documented path has a key behind the set, and
 * where what is in the set is bound elsewhere itself.
 */
export const boundPlace = onceForAll((contract: Contract, node: PathNode): PathNode[] | undefined => {
  const place = placeBound(contract, node);
  const end = place?.at(-1);
  return end?.key && !placeBound(contract, end) ? place : undefined;
});

function placeBound(contract: Contract, node: PathNode): PathNode[] | undefined {
  const [first, ...rest] = namesTo(node) ?? [];
  const root = contract.metadata && first !== undefined ? declaredRoot(contract.metadata, first) : undefined;
  const path = withoutCasts(rest);
  const targets = (root?.bindings ?? [])
    .filter((binding) => withoutCasts(binding.path.split("/")) === path)
    .map(({ target }) => target);
  const [target] = targets;
  if (target === undefined || targets.some((other) => other !== target)) return undefined;
  return nodesOf(contract, target.split("/"));
}

function namesTo(node: PathNode): string[] | undefined {
  if (!node.before) return [];
  const names = namesTo(node.before);
  if (node.kind === "name" && node.functions.size === 0) names?.push(spellingOf(node));
  else if (node.kind !== "key") return undefined;
  return names;
}

/** A cast narrows what is bound to resources of a type; the relationship is the same. */
function withoutCasts(names: readonly string[]): string {
  return names
    .filter((name) => !name.includes("."))
    .join("/")
    .toLowerCase();
}

function nodesOf(contract: Contract, names: readonly string[]): PathNode[] | undefined {
  const nodes: PathNode[] = [];
  for (const name of names) {
    const next = (nodes.at(-1) ?? pathTree(contract)).names.get(name.toLowerCase());
    if (!next) return undefined;
    nodes.push(next);
  }
  return nodes;
}
