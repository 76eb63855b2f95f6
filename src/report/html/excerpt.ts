import type { Edit, Position, Span } from "../../base/span.ts";
import { grouped } from "../phrases.ts";

/** A line with the stretch that something is said of; `…` stands where it was cut. */
export interface ExcerptLine {
  readonly before: string;
  readonly spot: string;
  readonly after: string;
}

/** Some lines of a text, and how many more of them belong to it. */
export interface Excerpt {
  readonly lines: readonly ExcerptLine[];
  readonly more: number;
}

/** Lines of a file or of a message, and where the first of them begins. */
export interface PlacedLines {
  readonly lines: readonly string[];
  readonly start: Position;
}

const mostLines = 4;
const longestSpot = 240;
const longestAround = 120;

/** What stands at a span, in its lines; undefined where the lines do not reach there. Never longer than a glance. */
export function excerptOf({ lines, start }: PlacedLines, span: Span): Excerpt | undefined {
  const first = span.start.line - start.line;
  const end = span.end.line - start.line;
  if (lines[first] === undefined) return undefined;
  // What ends before the first character of a line ends with the line before.
  const last = Math.min(end > first && span.end.column <= start.column ? end - 1 : end, lines.length - 1);
  const all = last - first + 1;
  // One line more is shown sooner than told.
  const count = all <= mostLines + 1 ? all : mostLines;
  const marked = lines.slice(first, first + count).map((text, index) => {
    const from = index === 0 ? span.start.column - start.column : text.length - text.trimStart().length;
    const whole = text.trimEnd().length;
    const to = first + index === end ? Math.min(span.end.column - start.column, whole) : whole;
    return markedLine(text, from, to);
  });
  return { lines: undented(marked).map(cutLine), more: all - count };
}

/** The lines that edits make of the first line that they change; undefined where they go over several lines. */
export function mendedOf({ lines, start }: PlacedLines, edits: readonly Edit[]): Excerpt | undefined {
  const number = edits[0]?.span.start.line;
  const text = lines[(number ?? 0) - start.line];
  const own = edits
    .filter(({ span }) => span.start.line === number)
    .toSorted((one, other) => one.span.start.column - other.span.start.column);
  if (text === undefined || own.some(({ span }) => span.end.line !== number)) return undefined;
  const made: { spot: boolean; text: string }[] = [];
  let at = 0;
  for (const { span, text: given } of own) {
    made.push({ spot: false, text: text.slice(at, span.start.column - start.column) });
    made.push({ spot: true, text: given });
    at = span.end.column - start.column;
  }
  const before = made[0]?.text ?? "";
  const spot = made
    .slice(1)
    .map((part) => part.text)
    .join("");
  const after = text.slice(at);
  const spots = spot.split("\n");
  const all = spots.map((line, index) => ({
    before: index === 0 ? before : "",
    spot: line.replace(/\r$/, ""),
    after: index === spots.length - 1 ? after.trimEnd() : "",
  }));
  const some = all.filter((line) => line.before + line.spot + line.after !== "");
  return {
    lines: undented(some.slice(0, mostLines)).map(cutLine),
    more: Math.max(some.length - mostLines, 0),
  };
}

function markedLine(text: string, from: number, to: number): ExcerptLine {
  const start = Math.min(Math.max(from, 0), text.length);
  const end = Math.max(start, Math.min(to, text.length));
  return { before: text.slice(0, start), spot: text.slice(start, end), after: text.slice(end).trimEnd() };
}

/** Without the spaces that all lines begin with. */
function undented(lines: readonly ExcerptLine[]): readonly ExcerptLine[] {
  const indents = lines
    .map(({ before, spot, after }) => before + spot + after)
    .filter((text) => text.trim() !== "")
    .map((text) => text.length - text.trimStart().length);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => ({ ...line, before: line.before.slice(indent) }));
}

function cutLine({ before, spot, after }: ExcerptLine): ExcerptLine {
  return {
    before: before.length <= longestAround ? before : `…${whole(before.slice(-longestAround))}`,
    spot: shortText(spot),
    after: after.length <= longestAround ? after : `${whole(after.slice(0, longestAround))}…`,
  };
}

/** A text of at most a few lines; of a longer one the beginning, and how long it is. */
export function shortText(text: string, longest = longestSpot): string {
  if (text.length <= longest) return text;
  return `${whole(text.slice(0, longest))}… (${grouped(text.length)} characters)`;
}

/** Without half a character at either end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}
