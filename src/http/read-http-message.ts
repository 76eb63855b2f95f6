import type { Location } from "../base/location.ts";
import { type Span, spanAt, spanBetween } from "../base/span.ts";
import type { Body } from "./body.ts";
import { type HttpHeader, type HttpRequest, type HttpResponse, headerValue } from "./http-message.ts";
import { readJson } from "./read-json.ts";

/** What a URL begins with: a scheme, a slash, a placeholder, or the first name of a path. No sentence does. */
const urlStart = /^(?:https?:\/\/[^/\s]|~?\/|\.{3}\/|[{<]+[^{}<>]+[}>]+(?:$|[/?(.:])|[\w$-]+(?:$|[/?(.:]))/i;
const requestLine = /^(GET|POST|PATCH|PUT|DELETE|HEAD|OPTIONS|MERGE)\s+(\S.*)$/is;
// `HTTP/1.1 200 OK`; pages also write `HTTP 201 Created` and `HTTP/1.1 204 - No Content`.
const statusLine = /^HTTP(?:\/\d(?:\.\d)?(?=\D|$)\s*|\s+(?=\d{3}\b))(\d{3}(?=\D|$))?\s*(?:[-–]\s*)?(.*)$/is;
const header = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:(.*)$/s;
const commonHeader =
  /^(?:content|accept|cache|if|x-ms|client|request|retry|preference|operation)-[\w-]+\s*:|^(?:location|date|etag|prefer|allow|range|authorization|vary|server|consistencylevel|transfer-encoding)\s*:/i;

/** A message as text, and where its first character stands; every line begins in that column. */
export interface WrittenMessage {
  readonly text: string;
  readonly location: Location;
}

/** What a block of text is, judged by its first line that is not empty. */
export function messageKind(text: string): "request" | "response" | "json" | "other" {
  const first = text.trimStart().split("\n", 1)[0]?.trimEnd() ?? "";
  if (requestLine.test(first)) return "request";
  if (statusLine.test(first)) return "response";
  return first.startsWith("{") || first.startsWith("[") ? "json" : "other";
}

/** True for text that begins with a header that everybody knows: a message without its first line. */
export function startsWithHeader(text: string): boolean {
  return commonHeader.test(text.trimStart());
}

/** True for what can stand behind the method of a request; a request without that declares nothing. */
export function startsAsUrl(text: string): boolean {
  return urlStart.test(text.replace(/\sHTTP\/\d.*$/is, "").trim());
}

/** Reads a request as documentation writes it: request line, headers, an empty line (often forgotten), the body. */
export function readRequest(written: WrittenMessage): HttpRequest | undefined {
  const lines = written.text.split("\n");
  const start = lines.findIndex((line) => line.trim() !== "");
  const match = requestLine.exec((lines[start] ?? "").trim());
  if (!match?.[1] || !match[2] || !startsAsUrl(match[2])) return undefined;
  let end = start + 1;
  let url = withoutVersion(match[2]);
  // A long URL may go on in the next lines: `?$select=a` or `&$top=1`.
  for (; /^\s*[?&]/.test(lines[end] ?? ""); end++) url += withoutVersion((lines[end] ?? "").trim());
  const rest = readHeadersAndBody(lines, end, written.location);
  const location = placeOf(lines, start, written.location);
  const target = targetOf(lines, start, end - 1, match[2], written.location);
  return { method: match[1].toUpperCase(), url, target, ...rest, location };
}

/** Where the URL stands that begins in one line, as `written`, and ends in another one. */
function targetOf(lines: readonly string[], start: number, end: number, written: string, at: Location): Span {
  const line = lines[start] ?? "";
  const from = line.trimEnd().length - written.length;
  const place = { ...at, line: at.line + start, column: at.column + from };
  if (end === start) return spanAt(place, withoutVersion(written).length);
  const last = withoutVersion((lines[end] ?? "").trimEnd());
  return spanBetween(place, { line: at.line + end, column: at.column + last.length });
}

function withoutVersion(url: string): string {
  const last = url.lastIndexOf(" ");
  return /^HTTP\/\d(\.\d)?$/i.test(url.slice(last + 1)) ? url.slice(0, last).trimEnd() : url;
}

/** Reads a response; a bare body without a status line is a response whose status is not shown. */
export function readResponse(written: WrittenMessage): HttpResponse {
  const lines = written.text.split("\n");
  const start = Math.max(
    lines.findIndex((line) => line.trim() !== ""),
    0,
  );
  const match = statusLine.exec((lines[start] ?? "").trim());
  const location = placeOf(lines, start, written.location);
  const startLine = spanAt(location, (lines[start] ?? "").trim().length);
  if (!match)
    return { reason: "", startLine, ...readHeadersAndBody(lines, start, written.location), location };
  const rest = readHeadersAndBody(lines, start + 1, written.location);
  const status = match[1] ? { status: Number(match[1]) } : {};
  return { ...status, reason: (match[2] ?? "").trim(), startLine, ...rest, location };
}

function readHeadersAndBody(
  lines: readonly string[],
  start: number,
  at: Location,
): { headers: HttpHeader[]; body?: Body } {
  const headers: HttpHeader[] = [];
  let index = nextText(lines, start);
  // Behind an empty line only the headers that everybody knows are headers; anything else there is the body.
  let knownOnly = index > start;
  while (index < lines.length) {
    const line = (lines[index] ?? "").trim();
    const [, name, value] = header.exec(line) ?? [];
    if (!name || (knownOnly && !commonHeader.test(line))) break;
    const span = spanAt(placeOf(lines, index, at), line.length);
    headers.push({ name, value: (value ?? "").trim(), span });
    const next = nextText(lines, index + 1);
    knownOnly = next > index + 1;
    index = next;
  }
  const text = lines.slice(index).join("\n").trimEnd();
  return text === ""
    ? { headers }
    : { headers, body: readBody(text, { ...at, line: at.line + index }, headers) };
}

/** The first line from there on that is not empty. */
function nextText(lines: readonly string[], from: number): number {
  let next = from;
  while (next < lines.length && (lines[next] ?? "").trim() === "") next++;
  return next;
}

/** A body is JSON when its headers say so; when they say nothing, or something else, when it reads as JSON. */
export function readBody(text: string, location: Location, headers: readonly HttpHeader[]): Body {
  const type = headerValue({ headers }, "Content-Type") ?? "";
  const declared = /[/+]json\b/i.test(type);
  if (!declared && !/^\s*[[{]/.test(text)) return { text, location };
  const json = readJson(text, location);
  const reads = type === "" || json.problems.every(({ harmless }) => harmless);
  return declared || reads ? { text, location, json } : { text, location };
}

/** Where the text of a line begins. */
function placeOf(lines: readonly string[], index: number, at: Location): Location {
  const indentation = Math.max((lines[index] ?? "").search(/\S/), 0);
  return { ...at, line: at.line + index, column: at.column + indentation };
}
