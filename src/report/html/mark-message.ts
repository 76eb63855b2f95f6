import type { Location } from "../../base/location.ts";
import type { ShownMessage } from "../../http/show-message.ts";
import type { Assertion } from "../../rules/assertion.ts";

export interface MessageLine {
  /** The line of the file, or of the transcript of an exchange with a service. */
  readonly number: number;
  readonly text: string;
  /** In order, without overlap. */
  readonly marks: readonly Mark[];
}

/** A stretch of a line, from `start` up to `end`, that assertions speak of. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly assertions: readonly Assertion[];
}

/**
 * The lines of a message, each with the stretches where an assertion failed, was waived or not verified. `placeOf` says
 * where that is when the message is laid out otherwise than it came.
 */
export function markMessage(
  message: ShownMessage,
  assertions: readonly Assertion[],
  placeOf: (assertion: Assertion) => Location = ({ location }) => location,
): readonly MessageLine[] {
  const { file, line: first, column } = message.location;
  const lines = linesOf(message.text);
  const head = headLength(lines);
  const marks = new Map<number, Mark[]>();
  for (const assertion of assertions) {
    if (assertion.status === "pass" || assertion.status === "not-applicable") continue;
    const place = placeOf(assertion);
    const index = place.line - first;
    const text = lines[index];
    if (place.file !== file || text === undefined) continue;
    const at = Math.min(Math.max(place.column - column, 0), text.length);
    const end = index < head ? endInHead(text, at) : endInBody(text, at);
    marks.set(index, [...(marks.get(index) ?? []), { start: at, end, assertions: [assertion] }]);
  }
  return lines.map((text, index) => ({ number: first + index, text, marks: joined(marks.get(index) ?? []) }));
}

/** Whether a place lies within a message, so that it is marked there. */
export function fallsInto(message: ShownMessage | undefined, location: Location): boolean {
  if (message === undefined || message.location.file !== location.file) return false;
  const index = location.line - message.location.line;
  return index >= 0 && index < linesOf(message.text).length;
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\r?\n$/, "").split(/\r?\n/);
}

/** How many lines stand before the body: the start line and the headers, as RFC 9112 section 2.1 has them. */
function headLength(lines: readonly string[]): number {
  if (!/^(?:HTTP\/\d|[A-Za-z]+\s+\S)/.test(lines[0] ?? "")) return 0;
  const empty = lines.findIndex((line) => line.trim() === "");
  return empty === -1 ? lines.length : empty;
}

/** A whole line or value; but in a request line, where a URL's part is meant, up to the next blank. */
function endInHead(text: string, at: number): number {
  const wordInRequestLine = at > 0 && !text.startsWith("HTTP/") && !/^[\w-]+:/.test(text);
  const length = wordInRequestLine ? /^\S*/.exec(text.slice(at))?.[0].length : 0;
  return length ? at + length : text.trimEnd().length;
}

//   "totalTasksCount": 0,      "value": [      2025-09-05T20:48:50Z,      trailing,
//   ^^^^^^^^^^^^^^^^^^^^       ^^^^^^^         ^^^^^^^^^^^^^^^^^^^^
const string = /^"(?:[^"\\]|\\.)*"?/;
const scalar = /^(?:"(?:[^"\\]|\\.)*"?|[^\s,{}[\]"]+)/;

/** A scalar as a whole; a property with its value, if that is a scalar; a bracket alone. */
function endInBody(text: string, at: number): number {
  const rest = text.slice(at);
  const name = string.exec(rest)?.[0];
  if (name !== undefined) {
    const colon = /^\s*:\s*/.exec(rest.slice(name.length))?.[0];
    if (colon === undefined) return at + name.length;
    const value = scalar.exec(rest.slice(name.length + colon.length))?.[0];
    return at + name.length + (value === undefined ? 0 : colon.length + value.length);
  }
  const token = /^[^\s,{}[\]"]+/.exec(rest)?.[0];
  return Math.min(at + (token?.length ?? 1), text.length);
}

/** Marks that touch the same characters become one, with all their assertions. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const result: Mark[] = [];
  for (const mark of [...marks].sort((left, right) => left.start - right.start || right.end - left.end)) {
    const last = result.at(-1);
    if (last !== undefined && (mark.start < last.end || mark.start === last.start)) {
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, mark.end),
        assertions: [...last.assertions, ...mark.assertions],
      };
    } else result.push(mark);
  }
  return result;
}
