/** A place in a file that a person can open. Lines and columns count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The place `offset` characters behind `start` in `text`, whose lines begin in the column of `start`'s first line
 * only where `indent` says so. */
export function advance(start: Location, text: string, offset: number, indent = 1): Location {
  const before = text.slice(0, offset);
  const breaks = before.split("\n").length - 1;
  if (breaks === 0) return { ...start, column: start.column + before.length };
  const column = before.length - before.lastIndexOf("\n") - 1;
  return { file: start.file, line: start.line + breaks, column: column + indent };
}
