import { spanAt } from "../../base/span.ts";
import type { Fence } from "../block.ts";
import type { Flaw } from "../page.ts";

export interface OpeningFence {
  /** The ticks or tildes. */
  readonly marker: string;
  /** The info string, trimmed. */
  readonly info: string;
}

const opening = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*)$/s;
/** Blocks that no example holds: what opens the next example shows that the fence above was not closed. */
const nextExample = /^ {0,3}(?:`{3,}[ \t]*\w|<!--\s*\{|# \[)/;
/** Languages in which a comment or a heading is no sign of anything. */
const markup = /^(?:html?|xml|xhtml|markdown|md)$/;
const section = /^ {0,3}#{2,6}[ \t]/;

/** A line that opens a fence (CommonMark section 4.5), also inside a list or a quotation, and however far indented. */
export function openingFence(line: string): OpeningFence | undefined {
  if (!line.includes("```") && !line.includes("~~~")) return undefined;
  const [, marker, info] = opening.exec(line) ?? [];
  return marker ? { marker, info: (info ?? "").trim() } : undefined;
}

/**
 * Reads the fence that `lines[at]` opens; `next` is the line after it. A fence that is not closed before the next
 * example opens ends where the first heading, or else that example, begins.
 */
export function readFence(
  lines: readonly string[],
  at: number,
  { marker, info }: OpeningFence,
  file: string,
): { fence: Fence; flaw?: Flaw; next: number } {
  const language = (info.split(/[\s{]/)[0] ?? "").toLowerCase();
  let firstHeading: number | undefined;
  let end = at + 1;
  let closed = false;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    closed = closes(line, marker);
    if (closed || (nextExample.test(line) && !markup.test(language))) break;
    if (firstHeading === undefined && section.test(line)) firstHeading = end;
  }
  const last = closed ? end : (firstHeading ?? end);
  const fence: Fence = {
    kind: "fence",
    language,
    ...content(lines.slice(at + 1, last), file, at + 2),
    closed,
    swallowedHeadings: closed ? 0 : lines.slice(last, end).filter((line) => section.test(line)).length,
  };
  const next = closed ? end + 1 : last;
  return closed ? { fence, next } : { fence, flaw: notClosed(lines, at, last, marker, file), next };
}

function closes(line: string, marker: string): boolean {
  const mark = line.replace(/^[ \t>]+/, "").trimEnd();
  return mark.startsWith(marker) && mark === marker.charAt(0).repeat(mark.length);
}

/** The lines without the indentation that all of them share, so that each begins in the same column. */
function content(source: readonly string[], file: string, line: number): Pick<Fence, "text" | "location"> {
  const lines = source.map((text) =>
    text.replace(/^[ \t]*>[ \t>]*/, (markers) => " ".repeat(markers.length)),
  );
  const shared = lines.reduce(
    (least, text) => (text.trim() === "" ? least : Math.min(least, text.search(/\S/))),
    Infinity,
  );
  const indent = Number.isFinite(shared) ? shared : 0;
  return {
    text: lines.map((text) => text.slice(indent)).join("\n"),
    location: { file, line, column: indent + 1 },
  };
}

function notClosed(lines: readonly string[], at: number, last: number, marker: string, file: string): Flaw {
  const swallowed = lines[last]?.trim();
  let end = last;
  while (end > at + 1 && (lines[end - 1] ?? "").trim() === "") end--;
  return {
    rule: "page/unclosed-fence",
    message:
      swallowed === undefined
        ? "the fence is not closed before the page ends"
        : `the fence is not closed; it swallows ${JSON.stringify(swallowed)}`,
    span: spanAt({ file, line: at + 1, column: 1 }, (lines[at] ?? "").trimEnd().length),
    advice: `close it with ${marker} after line ${end}`,
  };
}
