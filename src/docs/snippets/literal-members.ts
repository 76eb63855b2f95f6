import { endOfBrackets, endOfString } from "./chain.ts";

const name = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([A-Za-z_$@][\w$.@-]*))\s*(?:=>|:|=(?!=))/y;
const blank = /(?:\s|,|;|\/\/[^\n]*|#[^\n{]*\n)*/y;

/**
 * The names that stand at the top of a literal, whose opening bracket is at `open`; undefined where they cannot be
 * told. Takes what the languages have for an object: `{ name: 1 }`, `{ Name = 1, }`, `@{ name = 1 ⏎ }`, `["name" => 1]`.
 */
export function literalMembers(text: string, open: number): string[] | undefined {
  return literalEntries(text, open)?.map((entry) => entry.name);
}

/** The same, with the index at which each value begins. */
export function literalEntries(text: string, open: number): { name: string; value: number }[] | undefined {
  const end = endOfBrackets(text, open);
  if (end === undefined) return undefined;
  const entries: { name: string; value: number }[] = [];
  let at = open + 1;
  while (at < end) {
    blank.lastIndex = at;
    at = blank.test(text) ? blank.lastIndex : at;
    if (at >= end - 1) return entries;
    name.lastIndex = at;
    const found = name.exec(text);
    const read = found?.[1] ?? found?.[2] ?? found?.[3];
    if (!found || read === undefined) return undefined;
    entries.push({ name: read, value: name.lastIndex });
    const next = endOfValue(text, name.lastIndex, end - 1);
    if (next === undefined) return undefined;
    at = next;
  }
  return entries;
}

/** The value ends at a comma or, where commas are none, with its line; brackets and strings are passed over. */
function endOfValue(text: string, start: number, end: number): number | undefined {
  const mark = /<[\w\s,.]*>|["'`([{]|,|;|\n\s*(?="?[A-Za-z_][\w.@]*"?\s*=(?![=>]))/g;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found && found.index < end; found = mark.exec(text)) {
    const sign = found[0].charAt(0);
    if (sign === "," || sign === ";" || sign === "\n") return found.index;
    if (sign === "<") continue;
    const next = /["'`]/.test(sign) ? endOfString(text, found.index) : endOfBrackets(text, found.index);
    if (next === undefined) return undefined;
    mark.lastIndex = next;
  }
  return end;
}
