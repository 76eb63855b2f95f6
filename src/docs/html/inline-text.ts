import type { Location } from "../../base/location.ts";

/** Running text of a saved page as the Markdown that it was made of, and where it begins in the file. */
export interface InlineText {
  /** Text between tags, which stands at that offset of the file. */
  add(text: string, offset: number): void;
  /** What Markdown has in the place of a tag: `**`, `[`, `<br>`. */
  mark(markup: string, offset: number): void;
  /** Takes back the last mark when nothing came behind it. True when it did. */
  unmark(markup: string): boolean;
  /** The text, without blanks around it; undefined where there is none. */
  finished(): { readonly text: string; readonly location: Location } | undefined;
}

/**
 * A text that keeps the lines of the file: where a tag went over the end of a line, the text breaks at its next
 * blank. `oneLine`: a cell of a table, in which a break would mean something. `prefix` is Markdown that a tag before
 * the text stood for: `- `, or a line above it.
 */
export function inlineText(
  placeOf: (offset: number) => Location,
  { oneLine = false, prefix = "" }: { readonly oneLine?: boolean; readonly prefix?: string } = {},
): InlineText {
  let text = "";
  let start: Location | undefined;
  let breaks = 0;

  return { add, mark, unmark, finished };

  function add(data: string, offset: number): void {
    const bare = oneLine ? data.replace(/\s+/g, " ") : data.replaceAll("\u00A0", " ");
    const first = start ? 0 : bare.search(/\S/);
    if (first === -1) return;
    if (start) {
      append(bare, offset);
      return;
    }
    const skipped = oneLine ? Math.max(0, data.search(/\S/)) : first;
    begin(offset + skipped);
    append(bare.slice(first), offset + skipped);
  }

  function mark(markup: string, offset: number): void {
    if (!start) begin(offset);
    append(markup, offset);
  }

  function unmark(markup: string): boolean {
    if (!text.endsWith(markup)) return false;
    text = text.slice(0, -markup.length);
    return true;
  }

  function begin(offset: number): void {
    const place = placeOf(offset);
    const above = prefix.endsWith("\n") && place.line > 1;
    start = above
      ? { ...place, line: place.line - 1, column: 1 }
      : { ...place, column: Math.max(1, place.column - prefix.length) };
    text = above ? prefix : prefix.replace("\n", " ");
    breaks = above ? 1 : 0;
  }

  function append(piece: string, offset: number): void {
    const owed = oneLine || !start ? 0 : placeOf(offset).line - start.line - breaks;
    let written = piece;
    if (owed > 0) {
      const blank = /\s$/.test(text) || text === "" ? 0 : piece.search(/\s/);
      if (blank !== -1) written = `${piece.slice(0, blank)}${"\n".repeat(owed)}${piece.slice(blank)}`;
    }
    for (let at = written.indexOf("\n"); at !== -1; at = written.indexOf("\n", at + 1)) breaks++;
    text += written;
  }

  function finished(): { text: string; location: Location } | undefined {
    const trimmed = text
      .split("\n")
      .map((line) => line.trimEnd())
      .join("\n")
      .trimEnd();
    return start && trimmed.trim() !== prefix.trim() ? { text: trimmed, location: start } : undefined;
  }
}
