import { once } from "../../base/once-for.ts";
import type { Operation } from "../contract.ts";
import { onceForParts } from "../once-for-parts.ts";
import { jointOperation } from "./joint-operation.ts";
import { emptyNode, type JointOperation, type PathNode } from "./path-node.ts";
import { LONGEST_PATH, type PathToken, templateTokens } from "./path-tokens.ts";

export interface PathEntry<Found> {
  readonly method: string;
  readonly tokens: readonly PathToken[];
  readonly found: Found;
}

/** All documented paths of a contract. */
export const pathTree = onceForParts(["types", "operations"], (contract): PathNode => {
  const joint = jointOperations(contract);
  return growTree(
    contract.operations.map((operation) => ({
      method: operation.method.toUpperCase(),
      tokens: templateTokens(operation.path),
      // Every operation of the contract is one of those.
      found: joint.get(operation.id.toLowerCase()) as JointOperation,
    })),
  );
});

/**
 * The tree of some templates, so that finding one costs no more for ten thousand than for ten. Of two with the same
 * method and tokens the first stays. What is in parentheses with a name to it (`users(mail='{mail}')`) is another key
 * where another template has a key behind the same name as a segment of its own, else it is what a function takes.
 */
export function growTree<Found>(entries: readonly PathEntry<Found>[]): PathNode<Found> {
  const root = emptyNode<Found>("root");
  const collections = new Set<PathNode<Found>>();
  const add = ({ method, tokens, found }: PathEntry<Found>) => {
    if (tokens.length > LONGEST_PATH) return;
    let node = root;
    for (const token of tokens) {
      if (token.kind === "key" && !token.inline) collections.add(node);
      const next = enter(node, token);
      const isOtherKey = token.arguments !== undefined && collections.has(next);
      if (token.arguments !== undefined && !isOtherKey) next.functions.add(token.arguments);
      node = (isOtherKey ? next.key : undefined) ?? next;
    }
    if (!node.operations.has(method)) node.operations.set(method, found);
  };
  const isCalling = ({ tokens }: PathEntry<Found>) => tokens.some((token) => token.arguments !== undefined);
  for (const entry of entries) if (!isCalling(entry)) add(entry);
  for (const entry of entries) if (isCalling(entry)) add(entry);
  return root;
}

function enter<Found>(node: PathNode<Found>, token: PathToken): PathNode<Found> {
  if (token.kind !== "name") {
    const known = node[token.kind] ?? emptyNode<Found>(token.kind, node);
    node[token.kind] = known;
    return known;
  }
  const { text, written = text } = token;
  const known = node.names.get(text) ?? emptyNode<Found>("name", node);
  node.names.set(text, known);
  known.spellings.set(written, (known.spellings.get(written) ?? 0) + 1);
  return known;
}

/** Where the template of an operation ends; undefined for a path longer than any of Graph's. */
export function endOf(tree: PathNode, tokens: readonly PathToken[]): PathNode | undefined {
  let node: PathNode | undefined = tree;
  for (const token of tokens) {
    if (token.kind !== "name") node = node?.[token.kind];
    else {
      const named: PathNode | undefined = node?.names.get(token.text);
      const isOtherKey = token.arguments !== undefined && !named?.functions.has(token.arguments);
      node = isOtherKey ? named?.key : named;
    }
  }
  return node;
}

/** All that is behind a node, each before those behind it. */
export function* nodesBehind(node: PathNode): Generator<PathNode> {
  for (const next of [...node.names.values(), node.key, node.path, node.rest]) {
    if (!next) continue;
    yield next;
    yield* nodesBehind(next);
  }
}

/**
 * Each method and path once, by the operation's id in lower case. What its pages say of it is put together when it is
 * first asked for: who judges one page asks for few of them.
 */
export const jointOperations = onceForParts(
  ["types", "operations"],
  (contract): ReadonlyMap<string, JointOperation> => {
    const alike = new Map<string, [Operation, ...Operation[]]>();
    for (const operation of contract.operations) {
      const id = operation.id.toLowerCase();
      const known = alike.get(id);
      if (!known) alike.set(id, [operation]);
      // A page that writes the same path twice says it once.
      else if (known.every(({ file }) => file !== operation.file)) known.push(operation);
    }
    return new Map(
      [...alike].map(([id, operations]) => [id, once(() => jointOperation(contract, operations))]),
    );
  },
);
