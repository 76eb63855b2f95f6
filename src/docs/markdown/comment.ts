import { spanAt } from "../../base/span.ts";
import type { Annotation } from "../block.ts";
import type { Flaw } from "../page.ts";
import { openingFence } from "./fence.ts";
import { readAnnotation } from "./read-annotation.ts";

/** The comments that begin in one line. */
export interface CommentReading {
  /** The line with blanks where its comments are. */
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly flaws: readonly Flaw[];
  /** The first line that no comment covers whole. */
  readonly next: number;
  /** What that line holds behind the comment, blanks in front of it; absent when the comment does not reach it. */
  readonly rest?: string;
}

/**
 * Reads the HTML comments that begin in `lines[at]`, those in code spans left out, and the annotations in them.
 * `closable`: whether this line or one behind it has a mark that ends a comment.
 */
export function readComments(
  lines: readonly string[],
  at: number,
  file: string,
  closable: boolean,
): CommentReading {
  const line = lines[at] ?? "";
  const annotations: Annotation[] = [];
  const flaws: Flaw[] = [];
  let text = "";
  let from = 0;
  let code = false;
  for (const mark of line.matchAll(/`|<!--/g)) {
    if (mark.index < from) continue;
    if (mark[0] === "`") code = !code;
    if (mark[0] === "`" || code) continue;
    const comment = endOfComment(lines, at, mark.index, closable);
    text += line.slice(from, mark.index);
    const location = { file, line: at + 1, column: mark.index + 1 };
    const reading = readAnnotation(comment.content, location);
    if (reading?.annotation) annotations.push(reading.annotation);
    if (comment.closed) flaws.push(...(reading?.flaws ?? []));
    else if (reading) {
      const span = spanAt(location, "<!--".length);
      flaws.push({ rule: "annotation/invalid-json", message: "the annotation is not closed", span });
    }
    if (comment.line !== at) {
      const rest = comment.closed
        ? blanks(comment.column) + (lines[comment.line] ?? "").slice(comment.column)
        : undefined;
      return { text, annotations, flaws, next: comment.line, ...(rest === undefined ? {} : { rest }) };
    }
    text += blanks(comment.column - mark.index);
    from = comment.column;
  }
  return { text: text + line.slice(from), annotations, flaws, next: at + 1 };
}

interface CommentEnd {
  readonly content: string;
  readonly closed: boolean;
  /** Where the text goes on. */
  readonly line: number;
  readonly column: number;
}

/**
 * A comment ends at its mark. An annotation without one ends where the next comment, fence or heading begins; any
 * other comment without one is no comment.
 */
function endOfComment(lines: readonly string[], at: number, open: number, closable: boolean): CommentEnd {
  const first = (lines[at] ?? "").slice(open + 4);
  const parts: string[] = [];
  const isAnnotation = (first.trim() === "" ? (lines[at + 1] ?? "") : first).trimStart().startsWith("{");
  if (!isAnnotation && !closable) return { content: "", closed: false, line: at, column: open + 4 };
  for (let line = at; line < lines.length; line++) {
    const part = line === at ? first : (lines[line] ?? "");
    if (line > at && isAnnotation && startsAnother(part)) {
      return { content: parts.join("\n"), closed: false, line, column: 0 };
    }
    const close = part.indexOf("-->");
    if (close !== -1) {
      const column = close + 3 + (line === at ? open + 4 : 0);
      return { content: [...parts, part.slice(0, close)].join("\n"), closed: true, line, column };
    }
    parts.push(part);
  }
  if (isAnnotation) return { content: parts.join("\n"), closed: false, line: lines.length, column: 0 };
  return { content: "", closed: false, line: at, column: open + 4 };
}

function startsAnother(line: string): boolean {
  const close = line.indexOf("-->");
  const open = line.indexOf("<!--");
  if (open !== -1 && (close === -1 || open < close)) return true;
  return openingFence(line) !== undefined || /^ {0,3}#{1,6}[ \t]/.test(line);
}

function blanks(count: number): string {
  return " ".repeat(count);
}
