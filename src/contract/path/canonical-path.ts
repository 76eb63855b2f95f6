import { onceFor } from "../../base/once-for.ts";
import type { PathNode } from "./path-node.ts";
import type { PathToken } from "./path-tokens.ts";

/** The ways to a drive that Graph documents as interchangeable ("Working with files"): `_` is any key. */
const driveForms = ["me drive", "users _ drive", "groups _ drive", "sites _ drive", "drives _", "drive"].map(
  (form) => form.split(" "),
);

/** The ways to an item of a drive ("Addressing resources in a drive"): `:` is a path in colons. */
const itemForms = ["root :", "items _ :", "root", "items _", "special _"].map((form) => form.split(" "));

/**
 * Where all the addresses lead that are interchangeable with the first tokens of a request, because a page that
 * documents one of them may show another: `/me/drive/root:/a.txt:` and `/drives/{id}/items/{id}` are one resource.
 * The root, and no token used, where the request has no such address.
 */
export function canonicalNodes<Found>(
  tree: PathNode<Found>,
  tokens: readonly PathToken[],
): { readonly nodes: readonly PathNode<Found>[]; readonly used: number } {
  const drive = longestForm(tokens, 0, driveForms);
  if (drive === 0) return { nodes: [tree], used: 0 };
  const item = longestForm(tokens, drive, itemForms);
  return { nodes: item === 0 ? drivesOf(tree) : itemsOf(tree), used: drive + item };
}

const drivesOf = onceFor(<Found>(tree: PathNode<Found>) => behindForms([tree], driveForms));

const itemsOf = onceFor(<Found>(tree: PathNode<Found>) => behindForms(drivesOf(tree), itemForms));

/** How many tokens from `start` the first fitting form covers; forms with more tokens stand before their parts. */
function longestForm(tokens: readonly PathToken[], start: number, forms: readonly string[][]): number {
  const form = forms.find((parts) => parts.every((part, index) => fits(tokens[start + index], part)));
  return form?.length ?? 0;
}

function fits(token: PathToken | undefined, part: string): boolean {
  if (!token) return false;
  if (part === "_") return token.kind === "key" || token.kind === "name";
  if (part === ":") return token.kind === "path";
  return token.kind === "name" && token.text === part;
}

function behindForms<Found>(
  nodes: readonly PathNode<Found>[],
  forms: readonly string[][],
): PathNode<Found>[] {
  const behind = forms.flatMap((parts) => parts.reduce(behindPart, nodes));
  return [...new Set(behind)];
}

function behindPart<Found>(nodes: readonly PathNode<Found>[], part: string): readonly PathNode<Found>[] {
  return nodes.flatMap(({ key, names, path }) => {
    if (part === "_") return [...(key ? [key] : []), ...names.values()];
    return (part === ":" ? path : names.get(part)) ?? [];
  });
}
