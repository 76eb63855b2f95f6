/** An item of a list, without the spaces around it. */
export interface ListItem {
  readonly text: string;
  /** Where it begins in the list, in UTF-16 units. */
  readonly offset: number;
}

/**
 * Cuts `id,manager($select=id,mail)` at its outer separators, not at those in parentheses or quotes. Empty items are
 * passed over. A bracket or quotation mark that is never closed encloses all that follows.
 */
export function splitList(list: string, separator: "," | ";" = ","): ListItem[] {
  const items: ListItem[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  const cut = (to: number): void => {
    const written = list.slice(from, to);
    const text = written.trim();
    if (text !== "") items.push({ text, offset: from + written.indexOf(text) });
    from = to + 1;
  };
  for (let index = 0; index < list.length; index++) {
    const character = list.charAt(index);
    if (character === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === separator && depth === 0) cut(index);
  }
  cut(list.length);
  return items;
}
