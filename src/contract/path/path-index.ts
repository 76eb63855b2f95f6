import type { PathToken } from "./path-tokens.ts";

/** Templates by their tokens, so that finding one costs no more for ten thousand templates than for ten. */
export interface PathIndex<Found> {
  readonly root: PathNode<Found>;
}

interface PathNode<Found> {
  readonly names: Map<string, PathNode<Found>>;
  key?: PathNode<Found>;
  path?: PathNode<Found>;
  rest?: PathNode<Found>;
  /** By method; the first template wins. */
  readonly found: Map<string, Found>;
}

/** How far a request may go from the letter of a template. */
export interface Tolerance {
  /** Casts (`/microsoft.graph.user`) that the template does not write. */
  readonly casts: boolean;
}

export interface PathEntry<Found> {
  readonly method: string;
  readonly tokens: readonly PathToken[];
  readonly found: Found;
}

/** Builds the index; of two entries with the same method and tokens the first stays. */
export function indexPaths<Found>(entries: Iterable<PathEntry<Found>>): PathIndex<Found> {
  const root = emptyNode<Found>();
  for (const { method, tokens, found } of entries) {
    let node = root;
    for (const token of tokens) node = childFor(node, token);
    if (!node.found.has(method)) node.found.set(method, found);
  }
  return { root };
}

/** What stands for the method under the template that a request's tokens fit; a name beats a key. */
export function findPath<Found>(
  index: PathIndex<Found>,
  method: string,
  tokens: readonly PathToken[],
  tolerance: Tolerance,
): Found | undefined {
  if (tokens.length > LONGEST) return undefined;
  return descend(index.root, 0, { method, tokens, tolerance, futile: new Map() });
}

// Three times what Graph's longest path has; each token is a step further down the stack.
const LONGEST = 64;

interface Search<Found> {
  readonly method: string;
  readonly tokens: readonly PathToken[];
  readonly tolerance: Tolerance;
  /** From where no way leads on: what may be skipped can be skipped in many orders. */
  readonly futile: Map<PathNode<Found>, Set<number>>;
}

function descend<Found>(node: PathNode<Found>, at: number, search: Search<Found>): Found | undefined {
  const { method, tokens, tolerance, futile } = search;
  const token = tokens[at];
  const found = token ? undefined : node.found.get(method);
  if (found !== undefined) return found;
  const go = (next: PathNode<Found> | undefined, used: number) => {
    if (!next || futile.get(next)?.has(at + used)) return undefined;
    const beyond = descend(next, at + used, search);
    if (beyond === undefined) futile.set(next, (futile.get(next) ?? new Set()).add(at + used));
    return beyond;
  };
  // `...` takes any number of segments, none at all among them.
  if (node.rest) {
    for (let used = 0; used <= tokens.length - at; used++) {
      const beyond = go(node.rest, used);
      if (beyond !== undefined) return beyond;
    }
  }
  if (!token) return undefined;
  if (token.kind === "path") return go(node.path, 1);
  const next = tokens[at + 1];
  return (
    go(token.kind === "name" ? named(node, token.text) : undefined, 1) ??
    go(token.called ? named(node, token.text)?.key : undefined, 1) ??
    // What a request writes as `me`, a template may write as `users/{id}`, and the reverse.
    go(token.text === "me" ? node.names.get("users")?.key : undefined, 1) ??
    go(token.text === "users" && next && fitsKey(next) ? node.names.get("me") : undefined, 2) ??
    (fitsKey(token) ? go(node.key, 1) : undefined) ??
    // The parentheses were those of a function: its template has no key there.
    (token.inline ? go(node, 1) : undefined) ??
    (token.open ? anyName(node, go) : undefined) ??
    (tolerance.casts && isCast(token) ? go(node, 1) : undefined)
  );
}

/** True for what may only say of which type a resource is: `/microsoft.graph.user`. */
export function isCast({ text }: PathToken): boolean {
  return text.startsWith("microsoft.graph.");
}

// `$ref`, `$value`, `$count`, a cast, a call and Graph's `delta` are words of the service, never keys.
function fitsKey(token: PathToken): boolean {
  return token.kind === "key" || (!token.called && !/^(?:\$|microsoft\.graph\.|delta$)/.test(token.text));
}

function named<Found>(node: PathNode<Found>, text: string): PathNode<Found> | undefined {
  const bare = text.replace(/^microsoft\.graph\.(?:.*\.)?/, "");
  return node.names.get(text) ?? node.names.get(bare) ?? node.names.get(`microsoft.graph.${bare}`);
}

function anyName<Found>(
  node: PathNode<Found>,
  go: (next: PathNode<Found>, used: number) => Found | undefined,
): Found | undefined {
  for (const next of node.names.values()) {
    const found = go(next, 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function childFor<Found>(node: PathNode<Found>, token: PathToken): PathNode<Found> {
  if (token.kind === "name") {
    const known = node.names.get(token.text) ?? emptyNode<Found>();
    node.names.set(token.text, known);
    return known;
  }
  const known = node[token.kind] ?? emptyNode<Found>();
  node[token.kind] = known;
  return known;
}

function emptyNode<Found>(): PathNode<Found> {
  return { names: new Map(), found: new Map() };
}
