import { withoutTail } from "../../base/trim-characters.ts";
import type { Contract, Operation } from "../contract.ts";
import { findPath } from "./find-path.ts";
import type { PathNode } from "./path-node.ts";
import { type PathToken, requestTokens } from "./path-tokens.ts";
import { pathTree } from "./path-tree.ts";

/** `GET /users/{}/messages`: method and template with its keys emptied, without a trailing slash. */
export function operationId(method: string, path: string): string {
  const emptied = path.replace(/\{+[^{}]*\}+/g, "{}");
  return `${method.toUpperCase()} ${withoutTail(emptied, "/") || emptied.slice(0, 1)}`;
}

/**
 * The documented operation that a request calls, by its URL as `readRequestUrl` takes it apart. What several pages say
 * of it is put together. Undefined when no template fits. `/$count` belongs to the list that it counts.
 */
export function matchOperation(
  contract: Contract,
  method: string,
  url: { readonly segments: readonly string[] },
): Operation | undefined {
  const tokens = requestTokens(url.segments);
  const tree = pathTree(contract);
  const found = findPath(tree, method.toUpperCase(), tokens);
  if (found || tokens.at(-1)?.text !== "$count") return found?.();
  const counted = findPath(tree, method.toUpperCase(), tokens.slice(0, -1))?.();
  return counted && isList(counted) ? counted : undefined;
}

function isList({ responses }: Operation): boolean {
  return responses.some(({ status, body }) => status === 200 && body?.collection === true);
}

/** The operation of a node of the tree, or of another address of the same resource. */
export function operationAt(contract: Contract, method: string, node: PathNode): Operation | undefined {
  const found = node.operations.get(method) ?? findPath(pathTree(contract), method, tokensTo(node));
  return found?.();
}

function tokensTo(node: PathNode): PathToken[] {
  if (node.kind === "root" || !node.before) return [];
  const [written = ""] = node.spellings.keys();
  return [...tokensTo(node.before), { kind: node.kind, text: written.toLowerCase() }];
}
