import { onceFor } from "../../base/once-for.ts";
import type { Operation } from "../contract.ts";
import type { PathToken } from "./path-tokens.ts";

/** What all pages together say of one method and path. */
export type JointOperation = () => Operation;

/** A place in the tree of all documented paths, the same for all that begin alike. */
export interface PathNode<Found = JointOperation> {
  /** As in the tokens of a path: a name, a key, a path in colons, `...`. */
  readonly kind: "root" | PathToken["kind"];
  readonly before: PathNode<Found> | undefined;
  /** The names behind it, by their lower case. */
  readonly names: Map<string, PathNode<Found>>;
  key: PathNode<Found> | undefined;
  path: PathNode<Found> | undefined;
  rest: PathNode<Found> | undefined;
  /** How often the templates spell the name in each way. */
  readonly spellings: Map<string, number>;
  /** What the templates have in the parentheses, where the name is a function's: `from={from}`, or nothing. */
  readonly functions: Set<string>;
  /** By method; the first template wins. */
  readonly operations: Map<string, Found>;
}

/** A node without anything behind it; the one before it does not know it yet. */
export function emptyNode<Found>(
  kind: PathNode<Found>["kind"],
  before?: PathNode<Found>,
  name?: string,
): PathNode<Found> {
  const node = new Node<Found>(kind, before);
  if (name !== undefined) node.spellings.set(name, 1);
  return node;
}

/** Most nodes have names behind them or operations, and few are functions: what is empty is not made before it is asked for. */
class Node<Found> implements PathNode<Found> {
  key: PathNode<Found> | undefined;
  path: PathNode<Found> | undefined;
  rest: PathNode<Found> | undefined;
  #names: Map<string, PathNode<Found>> | undefined;
  #spellings: Map<string, number> | undefined;
  #functions: Set<string> | undefined;
  #operations: Map<string, Found> | undefined;

  constructor(
    readonly kind: PathNode["kind"],
    readonly before: PathNode<Found> | undefined,
  ) {}

  get names(): Map<string, PathNode<Found>> {
    this.#names ??= new Map();
    return this.#names;
  }

  get spellings(): Map<string, number> {
    this.#spellings ??= new Map();
    return this.#spellings;
  }

  get functions(): Set<string> {
    this.#functions ??= new Set();
    return this.#functions;
  }

  get operations(): Map<string, Found> {
    this.#operations ??= new Map();
    return this.#operations;
  }
}

/** A name behind another, whether some documented path has it there or not. */
export function nodeBehind(before: PathNode, name: string): PathNode {
  return before.names.get(name.toLowerCase()) ?? emptyNode("name", before, name);
}

/** One of what a path leads to, whether some documented path has a key there or not. */
export function keyBehind(before: PathNode): PathNode {
  return before.key ?? undocumentedKey(before);
}

const undocumentedKey = onceFor((before: PathNode) => emptyNode("key", before));

/** The name as most templates spell it; the first of equals wins. Empty for a key. */
export function spellingOf({ spellings }: PathNode<unknown>): string {
  let best = "";
  let most = 0;
  for (const [spelling, count] of spellings) {
    if (count > most) [best, most] = [spelling, count];
  }
  return best;
}

/** The path that leads to a node, its keys as `{}`. */
export function templateOf(node: PathNode): string[] {
  if (!node.before) return [];
  const segments = templateOf(node.before);
  if (node.kind === "name") segments.push(spellingOf(node));
  else if (node.kind === "key") segments.push("{}");
  else if (node.kind === "rest") segments.push("...");
  else segments.push(`${segments.pop() ?? ""}:`, "{}:");
  return segments;
}
