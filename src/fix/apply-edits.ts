import type { Edit, Position } from "../base/span.ts";
import { edited, type TextEdit } from "../base/text-edit.ts";

/** An edit by the offsets of the text that it changes. */
interface Change extends TextEdit {
  readonly edit: Edit;
}

/**
 * The text of one file with its edits made, whatever their order. Their places are those of the text as it is read:
 * without a byte order mark, and with every line break as one. What no edit touches stays as it is, and what one
 * inserts gets the line breaks of the lines around it. The same edit twice is made once; two that insert at one place
 * do so in their order.
 *
 * @throws RangeError when two edits overlap, or one stands outside of the text
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lines = lineStarts(text);
  const changes = withoutDoubles(edits)
    .map((edit) => changeOf(edit, text, lines))
    .sort((one, other) => one.offset - other.offset || one.length - other.length);
  refuseOverlaps(changes);
  return edited(text, changes);
}

/** The offsets at which the lines begin; the first one begins behind a byte order mark. */
function lineStarts(text: string): number[] {
  const breaks = [...text.matchAll(/\r\n?|\n/g)].map((found) => found.index + found[0].length);
  return [text.startsWith("\uFEFF") ? 1 : 0, ...breaks];
}

function changeOf(edit: Edit, text: string, lines: readonly number[]): Change {
  const { span } = edit;
  const start = offsetOf(span.start, text, lines);
  const end = offsetOf(span.end, text, lines);
  if (start === undefined || end === undefined || end < start) {
    throw new RangeError(`the edit at ${shown(edit)} stands outside of the text`);
  }
  const lineBreak = lineBreakAt(span.start, text, lines);
  const own = edit.text.replace(/\r\n?|\n/g, lineBreak);
  const isBelow = span.start.line > lines.length;
  const by = isBelow ? lineBreak + own.slice(0, -lineBreak.length) : own;
  return { offset: start, length: end - start, text: by, edit };
}

/** The line break in front of a place that begins a line, else the one behind it; a last line has that of the first. */
function lineBreakAt({ line, column }: Position, text: string, lines: readonly number[]): string {
  const behind = lines[column === 1 && line > 1 ? line - 1 : line];
  const before = behind === undefined ? "" : text.slice(Math.max(0, behind - 2), behind);
  return (/\r\n$|[\r\n]$/.exec(before) ?? /\r\n?|\n/.exec(text))?.[0] ?? "\n";
}

/** Undefined where the text has no such line, or the line no such column. */
function offsetOf({ line, column }: Position, text: string, lines: readonly number[]): number | undefined {
  const start = lines[line - 1];
  // Below a last line that no line break ends.
  if (line === lines.length + 1 && column === 1 && /[^\r\n]$/.test(text)) return text.length;
  if (start === undefined || column < 1) return undefined;
  const length = /^[^\r\n]*/.exec(text.slice(start, lines[line]))?.[0].length ?? 0;
  return column - 1 > length ? undefined : start + column - 1;
}

function withoutDoubles(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify([edit.span, edit.text]), edit])).values()];
}

function refuseOverlaps(changes: readonly Change[]): void {
  for (const [index, change] of changes.entries()) {
    const before = changes[index - 1];
    if (before && change.offset < before.offset + before.length) {
      throw new RangeError(`the edits at ${shown(before.edit)} and ${shown(change.edit)} overlap`);
    }
  }
}

function shown({ span: { file, start, end } }: Edit): string {
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column}`;
}
