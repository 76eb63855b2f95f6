import type { Html } from "./escape.ts";

/** A list in parts, each so long that its markup has no more characters than that, and at least one item. */
export function inParts<Item>(
  items: readonly Item[],
  characters: number,
  markup: (item: Item) => Html,
): readonly (readonly Item[])[] {
  const parts: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const { length } = markup(item).toString();
    if (room < length || parts.length === 0) {
      parts.push([]);
      room = characters;
    }
    parts.at(-1)?.push(item);
    room -= length;
  }
  return parts;
}
