import type { Annotation, Block, Heading } from "../block.ts";
import type { Flaw } from "../page.ts";
import { readComments } from "./comment.ts";
import { openingFence, readFence } from "./fence.ts";
import { headingAnchor } from "./heading-anchor.ts";
import { readParagraph } from "./read-table.ts";

/** A Markdown text cut into blocks, with what could not be read as written. */
export interface BlockReading {
  readonly blocks: readonly Block[];
  readonly flaws: readonly Flaw[];
  /** Destinations of reference links, by upper-case label. */
  readonly references: ReadonlyMap<string, string>;
}

const atxHeading = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/s;
/** A page's title whose space was forgotten. */
const title = /^(#)([A-Za-z].*)$/s;
const tabHeading = /^\[[^\]]*\]\(#tabs?\//i;
const rule = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const listItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const quote = /^[ \t]*>[ \t>]*/;
const definition = /^ {0,3}\[([^\]]+)\]:[ \t]*<?([^\s>]+)/;

/**
 * Cuts a page in Graph's Markdown dialect into its blocks, in reading order. Never throws: what cannot be read
 * becomes a flaw, and the rest is read.
 *
 * A scanner of our own, because a CommonMark parser takes a page at its word: a fence that is not closed swallows
 * the rest, a `---` makes a heading of the line above, a ragged row loses its cells, a cell has no column.
 */
export function markdownBlocks(text: string, file: string): BlockReading {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  const flaws: Flaw[] = [];
  const references = new Map<string, string>();
  const anchors = new Map<string, number>();
  const lastClose = lines.findLastIndex((line) => line.includes("-->"));
  let paragraph: string[] = [];
  let quoted = false;

  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const opening = openingFence(line);
    if (opening) {
      endParagraph();
      const { fence, flaw, next } = readFence(lines, at, opening, file);
      blocks.push(fence);
      if (flaw) flaws.push(flaw);
      at = next;
      continue;
    }
    if (line.includes("<!--")) {
      const comments = readComments(lines, at, file, at <= lastClose);
      flaws.push(...comments.flaws);
      readLine(comments.text, comments.annotations);
      at++;
      // What a comment of several lines covers is empty, and ends the paragraph as it does in Markdown.
      for (; at < comments.next; at++) endParagraph();
      if (comments.rest !== undefined) lines[comments.next] = comments.rest;
      continue;
    }
    readLine(line, []);
    at++;
  }
  endParagraph();
  return { blocks, flaws, references };

  function readLine(source: string, annotations: readonly Annotation[]): void {
    const mark = source.trimStart().charAt(0);
    const markers = mark === ">" ? (quote.exec(source)?.[0] ?? "") : "";
    // Blanks for the marks of a quotation, so that columns stay as they are.
    const line = markers === "" ? source : " ".repeat(markers.length) + source.slice(markers.length);
    const heading = readsAs(line, "#") ? (atxHeading.exec(line) ?? forgottenSpace(line)) : null;
    if (heading || mark === "" || line.trim() === "" || startsItem(line) || (markers && !quoted))
      endParagraph();
    quoted = markers !== "";
    blocks.push(...annotations);
    if (heading) readHeading(heading[1] ?? "", heading[2] ?? "");
    else if (paragraph.length > 0 || !readsAs(line, "[") || !readDefinition(line)) readText(line);
  }

  function forgottenSpace(line: string): RegExpExecArray | null {
    return blocks.length === 0 ? title.exec(line) : null;
  }

  function readHeading(marks: string, content: string): void {
    const heading = content
      .trim()
      .replace(/(?:^|[ \t])#+$/, "")
      .trimEnd();
    if (tabHeading.test(heading)) return;
    const location = { file, line: at + 1, column: 1 };
    const read: Heading = {
      kind: "heading",
      level: marks.length,
      text: heading,
      anchor: headingAnchor(heading, anchors),
      location,
    };
    blocks.push(read);
  }

  function readDefinition(line: string): boolean {
    const [, label, target] = definition.exec(line) ?? [];
    if (!label || !target) return false;
    const name = label.trim().replace(/\s+/g, " ").toUpperCase();
    if (!references.has(name)) references.set(name, target);
    return true;
  }

  function readText(line: string): void {
    if (line.trim() !== "" && !isRule(line)) paragraph.push(line);
  }

  function endParagraph(): void {
    if (paragraph.length === 0) return;
    blocks.push(...readParagraph(paragraph, { file, line: at + 1 - paragraph.length, column: 1 }));
    paragraph = [];
  }
}

function readsAs(line: string, mark: string): boolean {
  return line.trimStart().startsWith(mark);
}

function startsItem(line: string): boolean {
  return /^[-*+_\d]/.test(line.trimStart()) && (listItem.test(line) || isRule(line));
}

function isRule(line: string): boolean {
  return /^[-*_]/.test(line.trimStart()) && rule.test(line);
}
