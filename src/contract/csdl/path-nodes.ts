import { isPathParameter, readSegment, splitPath } from "../../odata/path-segments.ts";
import type { Contract, Operation, TypeRef } from "../contract.ts";
import { looksLikeKey } from "../path/path-tokens.ts";

/** A part of documented paths, the same for all that begin alike. */
export interface PathNode {
  /** The name as the first page writes it, without parentheses; empty for a key. */
  readonly name: string;
  readonly before?: PathNode;
  /** What is in the parentheses of a function. */
  readonly given?: string;
  readonly isKey: boolean;
  readonly next: Map<string, PathNode>;
  /** How often a name is spelt in each way. */
  readonly spellings: Map<string, number>;
  /** What the first documented GET of the path returns. */
  returned?: TypeRef;
}

export interface PathNodes {
  readonly root: PathNode;
  /** All but the root, each before those behind it. */
  readonly all: readonly PathNode[];
  /** Where the path of an operation ends; absent for a path longer than any of Graph's. */
  readonly ends: ReadonlyMap<Operation, PathNode>;
}

const LONGEST = 64;

/** The paths of all operations as a tree. */
export function pathNodes(contract: Contract): PathNodes {
  const root = emptyNode("");
  const all: PathNode[] = [];
  const ends = new Map<Operation, PathNode>();
  for (const operation of contract.operations) {
    const segments = splitPath(operation.path);
    if (segments.length === 0 || segments.length > LONGEST) continue;
    const end = segments.reduce((node, segment) => enter(node, segment, all), root);
    ends.set(operation, end);
    const body = operation.responses.find(({ status }) => status === 200)?.body;
    if (operation.method === "GET" && body && body.name !== "") end.returned ??= body;
  }
  return { root, all, ends };
}

function enter(node: PathNode, segment: string, all: PathNode[]): PathNode {
  if (isPathParameter(segment) || looksLikeKey(segment)) return keyBehind(node, all);
  const { name, key, arguments: given } = readSegment(segment);
  const step = (given === undefined ? name : segment).toLowerCase();
  const known = node.next.get(step) ?? added(emptyNode(name, node, given), step, node, all);
  known.spellings.set(name, (known.spellings.get(name) ?? 0) + 1);
  return key === undefined ? known : keyBehind(known, all);
}

function keyBehind(node: PathNode, all: PathNode[]): PathNode {
  return node.next.get("{}") ?? added({ ...emptyNode("", node), isKey: true }, "{}", node, all);
}

function added(node: PathNode, step: string, before: PathNode, all: PathNode[]): PathNode {
  before.next.set(step, node);
  all.push(node);
  return node;
}

function emptyNode(name: string, before?: PathNode, given?: string): PathNode {
  return {
    name,
    isKey: false,
    next: new Map(),
    spellings: new Map(),
    ...(before ? { before } : {}),
    ...(given === undefined ? {} : { given }),
  };
}
