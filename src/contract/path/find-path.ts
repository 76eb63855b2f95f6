import { canonicalNodes } from "./canonical-path.ts";
import type { PathNode } from "./path-node.ts";
import { LONGEST_PATH, type PathToken, requestTokens } from "./path-tokens.ts";

/** A node on the way of a request, and how many of its tokens lead there. */
interface PathStep<Found> {
  readonly node: PathNode<Found>;
  readonly used: number;
}

/**
 * What stands for the method under the template that a request's tokens fit; a name beats a key. The letter comes
 * first; then the other addresses of the same resource, and casts that the template does not write.
 */
export function findPath<Found>(
  tree: PathNode<Found>,
  method: string,
  tokens: readonly PathToken[],
): Found | undefined {
  return (search([tree], 0, { method, tokens, casts: false }) ?? searchOtherwise(tree, method, tokens))
    ?.found;
}

/**
 * The nodes that a request by a documented path leads to, one after the other, as far as it is written as the template
 * is: a name for a name, a value for a key. Where no template with its method fits so, names go before keys.
 */
export function nodesAlong<Found>(
  tree: PathNode<Found>,
  method: string,
  segments: readonly string[],
): readonly PathNode<Found>[] {
  const tokens = requestTokens(segments);
  const way = search([tree], 0, { method, tokens, casts: false })?.way;
  const nodes: PathNode<Found>[] = [];
  let before = tree;
  for (const [index, token] of tokens.entries()) {
    const fitting = way?.find(({ used }) => used === index + 1)?.node;
    const own = token.kind === "name" ? before.names.get(token.text) : before[token.kind];
    const next = fitting?.before === before ? fitting : (own ?? (fitsKey(token) ? before.key : undefined));
    if (!next) break;
    nodes.push(next);
    before = next;
  }
  return nodes;
}

/** True for what may only say of which type a resource is: `/microsoft.graph.user`. */
export function isCast({ text }: PathToken): boolean {
  return text.startsWith("microsoft.graph.");
}

interface Asked {
  readonly method: string;
  readonly tokens: readonly PathToken[];
  /** Whether casts may be there that the template does not write. */
  readonly casts: boolean;
}

interface Fit<Found> {
  readonly found: Found;
  readonly way: readonly PathStep<Found>[];
}

interface Search<Found> extends Asked {
  /** From where no way leads on: what may be skipped can be skipped in many orders. */
  readonly futile: Map<PathNode<Found>, Set<number>>;
  /** The way to what was found, its end first. */
  readonly way: PathStep<Found>[];
}

function searchOtherwise<Found>(
  tree: PathNode<Found>,
  method: string,
  tokens: readonly PathToken[],
): Fit<Found> | undefined {
  const { nodes, used } = canonicalNodes(tree, tokens);
  // Without another address and without a cast it is the same search again.
  if (used === 0 && !tokens.some(isCast)) return undefined;
  return search(nodes, used, { method, tokens, casts: true });
}

function search<Found>(starts: readonly PathNode<Found>[], at: number, asked: Asked): Fit<Found> | undefined {
  if (asked.tokens.length > LONGEST_PATH) return undefined;
  const { method, tokens, casts } = asked;
  const state: Search<Found> = { method, tokens, casts, futile: new Map(), way: [] };
  for (const start of starts) {
    const found = descend(start, at, state);
    if (found !== undefined) return { found, way: state.way.reverse() };
  }
  return undefined;
}

function descend<Found>(node: PathNode<Found>, at: number, search: Search<Found>): Found | undefined {
  const { method, tokens, casts, futile, way } = search;
  const token = tokens[at];
  const found = token ? undefined : node.operations.get(method);
  if (found !== undefined) return found;
  const go = (next: PathNode<Found> | undefined, used: number) => {
    if (!next || futile.get(next)?.has(at + used)) return undefined;
    const beyond = descend(next, at + used, search);
    if (beyond === undefined) futile.set(next, (futile.get(next) ?? new Set()).add(at + used));
    else way.push({ node: next, used: at + used });
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
  const named = token.kind === "name" ? nameBehind(node, token.text) : undefined;
  return (
    (named && takesCall(named, token) ? go(named, 1) : undefined) ??
    (token.arguments === undefined ? undefined : go(named?.key, 1)) ??
    // What a request writes as `me`, a template may write as `users/{id}`, and the reverse.
    go(token.text === "me" ? node.names.get("users")?.key : undefined, 1) ??
    go(token.text === "users" && next && fitsKey(next) ? node.names.get("me") : undefined, 2) ??
    (fitsKey(token) ? go(node.key, 1) : undefined) ??
    // The parentheses were those of a function.
    (token.inline && node.functions.size > 0 ? go(node, 1) : undefined) ??
    (token.open ? anyName(node, go) : undefined) ??
    (casts && isCast(token) ? go(node, 1) : undefined)
  );
}

/** Named arguments behind a collection are another of its keys: the collection itself takes none. */
function takesCall({ key, functions }: PathNode<unknown>, token: PathToken): boolean {
  return token.arguments === undefined || token.arguments === "" || !key || functions.size > 0;
}

// `$ref`, `$value`, `$count`, a cast, a call and Graph's `delta` are words of the service, never keys.
function fitsKey(token: PathToken): boolean {
  const { kind, text, arguments: given } = token;
  return kind === "key" || (given === undefined && !/^(?:\$|microsoft\.graph\.|delta$)/.test(text));
}

function nameBehind<Found>(node: PathNode<Found>, text: string): PathNode<Found> | undefined {
  const known = node.names.get(text);
  if (known) return known;
  const bare = text.replace(/^microsoft\.graph\.(?:.*\.)?/, "");
  return node.names.get(bare) ?? node.names.get(`microsoft.graph.${bare}`);
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
