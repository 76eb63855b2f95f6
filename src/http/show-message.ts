import type { Location } from "../base/location.ts";
import type { Body } from "./body.ts";
import type { HttpHeader, HttpRequest, HttpResponse } from "./http-message.ts";

/** A message's text and where its first character stands, so that a finding's location falls into it. */
export interface ShownMessage {
  readonly text: string;
  readonly location: Location;
}

/** A request as text whose lines stand where the request's parts do, so that locations fall into it. */
export function showRequest(request: HttpRequest): ShownMessage {
  return show(`${request.method} ${request.url}`, request);
}

/** A response likewise; a body that the documentation shows without a status line begins the text. */
export function showResponse(response: HttpResponse): ShownMessage {
  const { status, reason } = response;
  const first = status === undefined ? "" : `HTTP/1.1 ${status} ${reason}`.trimEnd();
  if (first === "" && response.headers.length === 0 && response.body) {
    return { text: response.body.text, location: response.body.location };
  }
  return show(first, response);
}

interface Message {
  readonly headers: readonly HttpHeader[];
  readonly body?: Body;
  readonly location: Location;
}

function show(first: string, { headers, body, location }: Message): ShownMessage {
  const lines = [first];
  for (const { name, value, span } of headers) {
    pad(lines, span.start.line - location.line);
    lines.push(`${name}: ${value}`);
  }
  if (body) {
    const offset = body.location.line - location.line;
    // Received messages have no lines of their own: there an empty line stands before the body.
    pad(lines, offset >= lines.length ? offset : lines.length + 1);
    lines.push(...body.text.split("\n"));
  }
  return { text: lines.join("\n"), location };
}

function pad(lines: string[], length: number): void {
  while (lines.length < length) lines.push("");
}
