import type { Span } from "../../base/span.ts";
import type { ShownMessage } from "../../http/show-message.ts";
import type { Assertion, Failed, NotVerified } from "../../rules/assertion.ts";

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
  readonly assertions: readonly (Failed | NotVerified)[];
}

/** Where an assertion stands in the messages of its exchange. */
export function spanShown({ span, transcript }: Failed | NotVerified): Span {
  return transcript ?? span;
}

/**
 * The lines of a message, each with the stretches where an assertion failed, was waived or not verified. `spanOf` says
 * where that is when the message is laid out otherwise than it came. What goes over several lines is marked in its
 * first: an object would else be one mark with all that is wrong in it.
 */
export function markMessage(
  message: ShownMessage,
  assertions: readonly Assertion[],
  spanOf: (assertion: Failed | NotVerified) => Span = spanShown,
): readonly MessageLine[] {
  const { file, line: first, column } = message.location;
  const lines = linesOf(message.text);
  const marks = new Map<number, Mark[]>();
  for (const assertion of assertions) {
    if (!("span" in assertion)) continue;
    const span = spanOf(assertion);
    const index = span.start.line - first;
    const text = lines[index];
    if (span.file !== file || text === undefined) continue;
    const whole = text.trimEnd().length;
    const start = Math.min(Math.max(span.start.column - column, 0), text.length);
    const end = span.end.line > span.start.line ? whole : Math.min(span.end.column - column, whole);
    const mark = { start, end: Math.max(start, end), assertions: [assertion] };
    marks.set(index, [...(marks.get(index) ?? []), mark]);
  }
  return lines.map((text, index) => ({ number: first + index, text, marks: joined(marks.get(index) ?? []) }));
}

/** Whether an assertion stands within a message, so that it is marked there. */
export function fallsInto(message: ShownMessage | undefined, assertion: Failed | NotVerified): boolean {
  const { file, start } = spanShown(assertion);
  if (message === undefined || message.location.file !== file) return false;
  const index = start.line - message.location.line;
  return index >= 0 && index < linesOf(message.text).length;
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\r?\n$/, "").split(/\r?\n/);
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
