import type { Fence } from "../block.ts";
import { renderedLine } from "./rendered-line.ts";
import { startsSnippet } from "./rendered-snippet.ts";

const header = /^\s*(?!(?:Note|Tip|Important|Caution|Warning|Example):)[A-Za-z][A-Za-z0-9-]*:\s*\S/i;

/**
 * Reads the request, response or bare JSON value that begins at `start`; a rendered page has no fences, so its
 * content says where it ends. Request lines that follow each other are one block, as under "HTTP request".
 */
export function renderedMessage(
  lines: readonly string[],
  start: number,
  file: string,
): { fence: Fence; next: number } {
  const kind = renderedLine(lines[start] ?? "");
  let next = kind === "json" ? endOfJson(lines, start) : endOfMessage(lines, start);
  while (next > start + 1 && (lines[next - 1] ?? "").trim() === "") next--;
  const fence: Fence = {
    kind: "fence",
    language: kind === "json" ? "json" : "http",
    text: lines.slice(start, next).join("\n"),
    location: { file, line: start + 1, column: 1 },
    closed: true,
    swallowedHeadings: 0,
  };
  return { fence, next };
}

function endOfMessage(lines: readonly string[], start: number): number {
  const kind = renderedLine(lines[start] ?? "");
  let index = start + 1;
  while (kind === "request" && isRequestOrQuery(lines[index])) index++;
  const firstHeader = index;
  while (header.test(lines[index] ?? "") && !startsSnippet(lines[index] ?? "")) index++;
  const headers = lines.slice(firstHeader, index);
  let body = index;
  while (body < lines.length && (lines[body] ?? "").trim() === "") body++;
  if (renderedLine(lines[body] ?? "") === "json") return endOfJson(lines, body);
  // A redirect and an empty answer name a content type, too.
  if (/^\s*HTTP\/[\d.]+\s+(204|3\d\d)/.test(lines[start] ?? "")) return index;
  const type = headers.find((line) => /^\s*content-type:/i.test(line));
  if (type === undefined || /json/i.test(type)) return index;
  return endOfText(lines, body);
}

/** A further request line, or a query that goes on: `&$top=1`. */
function isRequestOrQuery(line = ""): boolean {
  return renderedLine(line) === "request" || /^\s*[?&]\S/.test(line);
}

function endOfText(lines: readonly string[], start: number): number {
  let index = start;
  while (index < lines.length) {
    const line = lines[index] ?? "";
    const kind = renderedLine(line);
    if (kind === "heading" || kind === "note" || kind === "request" || kind === "response") break;
    if (startsSnippet(line)) break;
    index++;
  }
  return index;
}

/** The index after the line that closes the first bracket; a value that is never closed ends at the next heading. */
function endOfJson(lines: readonly string[], start: number): number {
  let depth = 0;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const kind = renderedLine(line);
    if (index > start && (kind === "heading" || kind === "response" || kind === "request")) return index;
    depth += depthOf(line);
    if (depth <= 0) return index + 1;
  }
  return lines.length;
}

/** Opened less closed brackets of a line, those in strings not counted; a string ends with its line. */
function depthOf(line: string): number {
  const bare = line.replace(/"(?:[^"\\]|\\.)*("|$)/g, "");
  return (bare.match(/[{[]/g)?.length ?? 0) - (bare.match(/[}\]]/g)?.length ?? 0);
}
