import type { Fence } from "./block.ts";
import type { Body } from "./body.ts";
import type { HttpHeader, HttpRequest, HttpResponse } from "./http-message.ts";
import { headerValue } from "./http-message.ts";
import type { Location } from "./location.ts";
import { readJson } from "./read-json.ts";

const requestLine = /^\s*(GET|POST|PATCH|PUT|DELETE|HEAD|OPTIONS|MERGE)\s+(\S.*?)\s*$/i;
const statusLine = /^\s*HTTP\/\d(?:\.\d)?\s*(\d{3})?\s*[-–]?\s*(.*?)\s*$/i;
const header = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:\s*(.*?)\s*$/;

/** What a block of text is, judged by its first line that is not empty. */
export function messageKind(text: string): "request" | "response" | "json" | "other" {
  const first = text.split("\n").find((line) => line.trim() !== "") ?? "";
  if (requestLine.test(first)) return "request";
  if (statusLine.test(first)) return "response";
  return /^\s*[[{]/.test(first) ? "json" : "other";
}

/** Reads a request as documentation writes it: request line, headers, an empty line (often forgotten), the body. */
export function readRequest(fence: Fence): HttpRequest | undefined {
  const lines = fence.text.split("\n");
  const start = lines.findIndex((line) => line.trim() !== "");
  const match = requestLine.exec(lines[start] ?? "");
  if (!match?.[1] || !match[2]) return undefined;
  let end = start + 1;
  let url = match[2].replace(/\s+HTTP\/\d(\.\d)?$/i, "");
  // A long URL may go on in the next lines: `?$select=a` or `&$top=1`.
  for (; /^\s*[?&]/.test(lines[end] ?? ""); end++) url += (lines[end] ?? "").trim();
  const rest = readHeadersAndBody(lines, end, fence.location);
  return { method: match[1].toUpperCase(), url, ...rest, location: lineAt(fence.location, start) };
}

/** Reads a response; a bare body without a status line is a response whose status is not shown. */
export function readResponse(fence: Fence): HttpResponse {
  const lines = fence.text.split("\n");
  const start = Math.max(
    lines.findIndex((line) => line.trim() !== ""),
    0,
  );
  const match = statusLine.exec(lines[start] ?? "");
  const location = lineAt(fence.location, start);
  if (!match) return { reason: "", ...readHeadersAndBody(lines, start, fence.location), location };
  const rest = readHeadersAndBody(lines, start + 1, fence.location);
  const status = match[1] ? { status: Number(match[1]) } : {};
  return { ...status, reason: match[2] ?? "", ...rest, location };
}

function readHeadersAndBody(
  lines: readonly string[],
  start: number,
  at: Location,
): { headers: HttpHeader[]; body?: Body } {
  const headers: HttpHeader[] = [];
  let index = start;
  for (; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const match = header.exec(line);
    if (!match?.[1]) break;
    headers.push({ name: match[1], value: match[2] ?? "", location: lineAt(at, index) });
  }
  while (index < lines.length && (lines[index] ?? "").trim() === "") index++;
  // Headers after an empty line: `HTTP/1.1 200 OK`, nothing, `Content-Type: ...`.
  if (headers.length === 0 && index > start && header.test(lines[index] ?? "")) {
    return readHeadersAndBody(lines, index, at);
  }
  const text = lines.slice(index).join("\n").trimEnd();
  return text === "" ? { headers } : { headers, body: readBody(text, lineAt(at, index), headers) };
}

function readBody(text: string, location: Location, headers: readonly HttpHeader[]): Body {
  const type = headerValue({ headers }, "Content-Type") ?? "";
  const isJson = /[/+]json\b/i.test(type) || (/^\s*[[{]/.test(text) && !/^(text|multipart|image)\//i.test(type));
  return isJson ? { text, location, json: readJson(text, location) } : { text, location };
}

function lineAt(start: Location, index: number): Location {
  return { ...start, line: start.line + index };
}
