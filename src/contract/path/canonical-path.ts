import type { PathToken } from "./path-tokens.ts";

const drives: PathToken = { kind: "name", text: "drives" };
const items: PathToken = { kind: "name", text: "items" };
const key: PathToken = { kind: "key", text: "" };

/** The ways to a drive that Graph documents as interchangeable ("Working with files"): `_` is any key. */
const driveForms = ["me drive", "users _ drive", "groups _ drive", "sites _ drive", "drives _", "drive"];

/** The ways to an item of a drive ("Addressing resources in a drive"): `:` is a path in colons. */
const itemForms = ["root :", "items _ :", "root", "items _", "special _"];

/**
 * Rewrites the addresses of one resource to one form, because a page that documents one of them may show another:
 * `/me/drive/root:/a.txt:/content` and `/drives/{id}/items/{id}/content` come out equal.
 */
export function canonicalTokens(tokens: readonly PathToken[]): readonly PathToken[] {
  const drive = longestForm(tokens, 0, driveForms);
  if (drive === 0) return tokens;
  const item = longestForm(tokens, drive, itemForms);
  return [drives, key, ...(item === 0 ? [] : [items, key]), ...tokens.slice(drive + item)];
}

/** How many tokens from `start` the first fitting form covers; forms with more tokens stand before their parts. */
function longestForm(tokens: readonly PathToken[], start: number, forms: readonly string[]): number {
  for (const form of forms) {
    const parts = form.split(" ");
    if (parts.every((part, index) => fits(tokens[start + index], part))) return parts.length;
  }
  return 0;
}

function fits(token: PathToken | undefined, part: string): boolean {
  if (!token) return false;
  if (part === "_") return token.kind === "key" || token.kind === "name";
  if (part === ":") return token.kind === "path";
  return token.kind === "name" && token.text === part;
}
