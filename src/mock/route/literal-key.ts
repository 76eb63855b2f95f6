import { onceForAll } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { derivesFrom } from "../../contract/names/inheritance.ts";
import { type PathNode, spellingOf } from "../../contract/path/path-node.ts";
import { castOf } from "../../contract/path/resolve-path.ts";
import { typeAt } from "../../contract/promise/type-at.ts";

/**
 * Whether a name of a documented path stands for the key of the collection before it (`mailFolders/inbox`, `sites/root`):
 * keys stand there in other paths, and what it leads to is one of what the collection holds.
 */
export const isLiteralKey = onceForAll((contract: Contract, node: PathNode): boolean => {
  const { before, functions, names } = node;
  if (node.kind !== "name" || !before?.key || before.kind !== "name" || functions.size > 0) return false;
  const name = spellingOf(node);
  if (name.includes(".") ? castOf(contract, name) : name.startsWith("$")) return false;
  const isResource = ["GET", "PATCH", "PUT", "DELETE"].some((method) => node.operations.has(method));
  const one = typeAt(contract, node);
  const item = typeAt(contract, before.key);
  if (one?.kind !== "type" || one.collection || item?.kind !== "type") return false;
  if (!isResource && names.size === 0) return false;
  return (
    derivesFrom(contract, one.name, item.name) === true || derivesFrom(contract, item.name, one.name) === true
  );
});

/** The names that stand for keys of a collection in documented paths. */
export function literalKeys(contract: Contract, collection: PathNode): readonly string[] {
  return [...collection.names.values()].filter((node) => isLiteralKey(contract, node)).map(spellingOf);
}
