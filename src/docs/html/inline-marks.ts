import type { Tag } from "./html-element.ts";
import type { InlineText } from "./inline-text.ts";

const marks: Readonly<Record<string, string>> = { strong: "**", b: "**", em: "*", i: "*", code: "`" };

/**
 * Writes what Markdown has for the tag of an inline element. Returns what is to be written where the element ends, at
 * the offset of that; nothing is left of an element without text.
 */
export function openInline(
  { name, attributes }: Tag,
  text: InlineText,
  offset: number,
  linkOf: (href: string) => string,
): ((end: number) => void) | undefined {
  const { href } = attributes;
  if (name === "br") text.mark("<br>", offset);
  if (name === "a" && href !== undefined) {
    text.mark("[", offset);
    return (end) => void (text.unmark("[") || text.mark(`](${linkOf(href)})`, end));
  }
  const mark = Object.hasOwn(marks, name) ? marks[name] : undefined;
  if (mark === undefined) return undefined;
  text.mark(mark, offset);
  return (end) => void (text.unmark(mark) || text.mark(mark, end));
}

/** An element of running text in a cell that Markdown keeps as a tag. */
export function markInCell(name: string, text: InlineText, offset: number): void {
  if (name === "li") text.mark("<li>", offset);
  else if (name === "p" || name === "div") text.add(" ", offset);
}
