import type { Location } from "../base/location.ts";
import { spanAt } from "../base/span.ts";
import type { Body } from "./body.ts";
import type { HttpHeader, HttpRequest, HttpResponse } from "./http-message.ts";
import { readBody } from "./read-http-message.ts";

/** The parts of a message as they went over the wire. */
export interface SentMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
}

export interface ReceivedMessage {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** How often was asked until it came, when more than once. */
  readonly tries?: number;
}

/** The value of the first header of a name, in lower case; undefined where there is none. */
export function receivedHeader(
  { headers }: Pick<ReceivedMessage, "headers">,
  wanted: string,
): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** A request with places as in a file that begins with it: one line for each header, then an empty one. */
export function requestIn(file: string, { method, url, headers, body }: SentMessage): HttpRequest {
  const location = { file, line: 1, column: 1 };
  const target = spanAt({ ...location, column: method.length + 2 }, url.length);
  return { method, url, target, ...partsFrom(location, headers, body ?? "") };
}

/** A response as in the same file, an empty line below its request. */
export function responseBelow(
  request: HttpRequest,
  { status, reason, headers, body }: ReceivedMessage,
): HttpResponse {
  const lines = request.body ? request.body.text.split("\n").length + 1 : 0;
  const line = request.location.line + request.headers.length + lines + 2;
  const location = { ...request.location, line };
  const startLine = spanAt(location, `HTTP/1.1 ${status} ${reason}`.trimEnd().length);
  return { status, reason, startLine, ...partsFrom(location, headers, body) };
}

function partsFrom(
  location: Location,
  pairs: SentMessage["headers"],
  text: string,
): { headers: HttpHeader[]; body?: Body; location: Location } {
  const headers = pairs.map(([name, value], index) => {
    const line = location.line + index + 1;
    return { name, value, span: spanAt({ ...location, line }, name.length + 2 + value.length) };
  });
  const below = { ...location, line: location.line + headers.length + 2 };
  return { headers, ...(text.trim() === "" ? {} : { body: readBody(text, below, headers) }), location };
}
