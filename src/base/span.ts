import type { Location } from "./location.ts";
import { placesIn } from "./places-in.ts";

/** A line and a column of a file; both count from 1, and columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file, from its first character up to the one behind its last. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** A text to put into the place of a span; an empty span inserts it, an empty text deletes the span. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The span of so many characters of one line; of none, it is the place itself. */
export function spanAt({ file, line, column }: Location, length = 0): Span {
  return { file, start: { line, column }, end: { line, column: column + length } };
}

/** The span that a text covers which begins at `start`; every line after the first begins in column `indent`. */
export function spanOfText(start: Location, text: string, indent = 1): Span {
  if (!text.includes("\n")) return spanAt(start, text.length);
  return spanBetween(start, placesIn(start, text, indent)(text.length));
}

/** The span from one place of a file up to another one. */
export function spanBetween({ file, line, column }: Location, end: Position): Span {
  return { file, start: { line, column }, end: { line: end.line, column: end.column } };
}

/** Where a span begins. */
export function startOf({ file, start }: Span): Location {
  return { file, line: start.line, column: start.column };
}
