/** A value as JSON that a person can read, from the second line on so many steps farther in. */
export function indented(value: unknown, depth = 0): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${"  ".repeat(depth)}`);
}

/** A member of an indented object, behind others of its members, that is a list; each item on lines of its own. */
export function* listPieces<Item>(
  name: string,
  items: readonly Item[],
  show: (item: Item) => string,
): Generator<string> {
  yield `,\n  "${name}": [`;
  for (const [index, item] of items.entries()) yield `${index === 0 ? "" : ","}\n    ${show(item)}`;
  yield items.length === 0 ? "]" : "\n  ]";
}

/** An indented object without the line that closes it: members follow. */
export function opened(value: object, depth = 0): string {
  return indented(value, depth).slice(0, -`\n${"  ".repeat(depth)}}`.length);
}
