import type { Block, Heading } from "../block.ts";
import { headingAnchor } from "../markdown/heading-anchor.ts";
import { isExampleHeading, isMessageHeading, isSubsectionHeading, renderedLine } from "./rendered-line.ts";
import { renderedMessage } from "./rendered-message.ts";
import { renderedSnippet, startsSnippet } from "./rendered-snippet.ts";
import { renderedTable } from "./rendered-table.ts";
import { isBroken, joinBrokenLines } from "./rendered-text.ts";

const enumHeading = /^[A-Za-z]\w*( values| enumeration| enumeration values)$/;

/**
 * True for the plain-text form of a page, as it is copied from a browser: the fixed headings of a Graph page stand
 * in lines of their own, and nothing is marked up.
 */
export function isRenderedPage(text: string): boolean {
  const lines = linesOf(text);
  if (lines.some((line) => /^\s*(```|##+ |<!--)/.test(line)) || lines[0]?.trim() === "---") return false;
  const headings = lines.filter((line) => renderedLine(line) === "heading").length;
  return headings >= 2 || (headings === 1 && lines.some((line) => /^Namespace: \S+$/.test(line.trim())));
}

/**
 * Cuts a rendered page into the blocks that its Markdown would have, without annotations: those are not rendered.
 * Takes any text and never throws; what has no form of its own is a paragraph.
 */
export function renderedBlocks(text: string, file: string): Block[] {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  const levelOf = headingLevels();
  const anchors = new Map<string, number>();
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? "";
    const kind = renderedLine(line);
    if (kind === "empty") {
      index++;
    } else if (kind === "heading" || isEnumHeading(line, lines[index + 1])) {
      blocks.push(headingOf(line.trim(), levelOf(line.trim()), index));
      index++;
    } else if (kind === "cell") {
      const { table, next } = renderedTable(lines, index, file);
      blocks.push(table);
      index = Math.max(next, index + 1);
    } else if (kind === "request" || kind === "response" || kind === "json") {
      const { fence, next } = renderedMessage(lines, index, file);
      blocks.push(fence);
      index = next;
    } else if (startsSnippet(line)) {
      const { fence, next } = renderedSnippet(lines, index, file);
      blocks.push(fence);
      index = next;
    } else {
      const next = endOfParagraph(lines, index);
      const location = { file, line: index + 1, column: 1 };
      blocks.push({ kind: "paragraph", text: joinBrokenLines(lines.slice(index, next)), location });
      index = next;
    }
  }
  return blocks;

  function headingOf(heading: string, level: number, at: number): Heading {
    const location = { file, line: at + 1, column: 1 };
    return { kind: "heading", level, text: heading, anchor: headingAnchor(heading, anchors), location };
  }
}

function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, "").split(/\r?\n/);
}

/** Levels as on a Markdown page: what stands inside of an example is deeper than the page's own "Response". */
function headingLevels(): (heading: string) => number {
  let messageLevel = 2;
  return (heading) => {
    if (isExampleHeading(heading)) {
      messageLevel = 4;
      return 3;
    }
    if (isMessageHeading(heading)) return messageLevel;
    if (isSubsectionHeading(heading) || enumHeading.test(heading)) return Math.max(messageLevel, 3);
    messageLevel = /^examples?$/i.test(heading) ? 3 : 2;
    return 2;
  };
}

/** `riskLevel values`, right above the table of the members. */
function isEnumHeading(line: string, following = ""): boolean {
  return enumHeading.test(line.trim()) && renderedLine(following) === "cell";
}

function endOfParagraph(lines: readonly string[], start: number): number {
  const first = (lines[start] ?? "").trim();
  let next = start + 1;
  if (renderedLine(first) === "note" || /^Namespace:/.test(first)) return next;
  while (next < lines.length) {
    const line = (lines[next] ?? "").trim();
    if (renderedLine(line) !== "text" || startsSnippet(line)) break;
    if (!isBroken((lines[next - 1] ?? "").trim(), line)) break;
    next++;
  }
  return next;
}
