import { onceForLast } from "../../base/once-for.ts";
import { findPath } from "./find-path.ts";
import { type PathToken, requestTokens, templateTokens } from "./path-tokens.ts";
import { growTree } from "./path-tree.ts";

/** A method and a path with keys in braces. */
interface Template {
  readonly method: string;
  readonly path: string;
}

/** How a request relates to the templates of one page. */
export interface TemplateMatch<Found extends Template> {
  readonly template: Found;
  /** The names that the request adds behind the template; empty when the template documents the request. */
  readonly beyond: readonly string[];
}

/**
 * The template of a page that documents a request, or else the longest one that the request only adds names to.
 * `$count` and `$value` behind a documented resource are OData's own and no addition.
 */
export function matchTemplate<Found extends Template>(
  templates: readonly Found[],
  method: string,
  segments: readonly string[],
): TemplateMatch<Found> | undefined {
  const tree = treeOf(templates);
  const tokens = requestTokens(segments);
  for (let length = tokens.length; length > 0; length--) {
    const position = findPath(tree, method, tokens.slice(0, length));
    const template = position === undefined ? undefined : templates[position];
    const added = tokens.slice(length);
    if (!template) continue;
    if (added.every((token) => isOwn(token, method))) return { template, beyond: [] };
    if (added.every(isWord)) return { template, beyond: added.map((token) => token.text) };
  }
  return undefined;
}

function isOwn(token: PathToken, method: string): boolean {
  return method === "GET" && (token.text === "$count" || token.text === "$value");
}

function isWord(token: PathToken): boolean {
  return token.kind === "name" && /^[a-z]\w*$/.test(token.text);
}

/** The places of the templates by their paths. */
const treeOf = onceForLast((templates: readonly Template[]) =>
  growTree(
    templates.map(({ method, path }, position) => ({
      method,
      tokens: templateTokens(path),
      found: position,
    })),
  ),
);
