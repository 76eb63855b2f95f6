import { spanAt } from "../../base/span.ts";
import { messageKind } from "../../http/read-http-message.ts";
import type { BoundAnnotation, Fence } from "../block.ts";
import type { Page } from "../page.ts";
import type { PlacedBlock } from "../section.ts";
import type { Left, LeftFence, LeftPart } from "./page-reading.ts";

/** Languages of a fence that shows JSON, or a message; a request line or a status line is one in any. */
const ofMessages = new Set(["http", "https", "json", "jsonc", "json5", "msgraph-interactive", "rest", ""]);
/** `HTTP code: 201 Created`, `400 Bad Request`: a status line that is none. */
const looseStatus = /^(?:HTTP\s+(?:code|status)\s*:?\s*)?[1-5]\d\d\s+[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]*)*$/;
/** `"joinInformation": {`: a part of a body. */
const member = /^"[@\w.-]+"\s*:/;
const longest = 60;

/** The fences of which nothing was read, each with the reason. */
export function leftFences(page: Omit<Page, "reading">, placed: readonly PlacedBlock[]): Left {
  const fences: Fence[] = [];
  for (const { block } of placed) if (block.kind === "fence") fences.push(block);
  if (fences.length === 0) return { of: 0, left: [] };
  const lines = linesRead(page);
  const around = {
    page: page.kind,
    snippets: new Set(page.snippets.map(({ location }) => location.line)),
    flawed: new Set(page.flaws.map(({ span }) => span.start.line)),
    annotations: new Map(page.annotations.map((one) => [one.fence, one])),
  };
  const left = fences.filter((fence) => !holds(fence, lines)).map((fence) => leftFence(fence, around));
  return { of: fences.length, left };
}

/** What of a page says why a fence was left. */
interface Around {
  readonly page: Page["kind"];
  /** The lines of snippets, and of what could not be read as written. */
  readonly snippets: ReadonlySet<number>;
  readonly flawed: ReadonlySet<number>;
  readonly annotations: ReadonlyMap<Fence | undefined, BoundAnnotation>;
}

function leftFence(fence: Fence, around: Around): LeftPart {
  const first = firstLine(fence);
  return {
    part: "fence",
    left: holds(fence, around.snippets) ? "fence-snippet" : classOf(fence, first.text, around),
    span: spanAt({ ...fence.location, line: fence.location.line + first.at }, first.text.length),
    text: fence.text
      .slice(0, 2 * longest)
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, longest),
  };
}

/** Where something stands that was read. */
function linesRead({ examples, types, operation, snippets }: Omit<Page, "reading">): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const example of examples) {
    for (const message of [example.request, example.response]) {
      if (!message) continue;
      lines.add(message.fence.location.line);
      if (message.message.body) lines.add(message.message.body.location.line);
    }
  }
  for (const { json, shown = [] } of types) {
    if (json) lines.add(json.location.line);
    for (const { location } of shown) lines.add(location.line);
  }
  for (const { location } of operation?.requests ?? []) lines.add(location.line);
  for (const { reading, location } of snippets) if ("call" in reading) lines.add(location.line);
  return lines;
}

function holds({ location, text }: Fence, lines: ReadonlySet<number>): boolean {
  let { line } = location;
  if (lines.has(line)) return true;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (lines.has(++line)) return true;
  }
  return false;
}

function firstLine({ text }: Fence): { readonly text: string; readonly at: number } {
  const lines = text.split("\n");
  const at = Math.max(
    lines.findIndex((line) => line.trim() !== ""),
    0,
  );
  return { text: (lines[at] ?? "").trimEnd(), at };
}

function classOf(fence: Fence, first: string, { page, flawed, annotations }: Around): LeftFence {
  const shows = shownBy(fence, first.trim());
  // What opens the fence stands above it.
  if (flawed.has(fence.location.line - 1) || holds(fence, flawed)) return "fence-flawed";
  if (!shows) return "fence-other";
  const declared = annotations.get(fence)?.blockType.toLowerCase() ?? "";
  if (declared === "ignored") return "fence-ignored";
  if (page === "other") return "fence-overview";
  if (shows === "json-apart" && declared !== "" && declared !== "request" && declared !== "response")
    return "fence-annotated";
  return shows;
}

/** What a fence looks like; undefined where it is neither a message nor JSON. */
function shownBy({ text, language }: Fence, first: string): LeftFence | undefined {
  const kind = messageKind(text);
  if (kind === "request") return "request-apart";
  if (kind === "response" || looseStatus.test(first)) return "response-apart";
  return ofMessages.has(language) && (kind === "json" || member.test(first)) ? "json-apart" : undefined;
}
