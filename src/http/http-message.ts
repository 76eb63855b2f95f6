import type { Location } from "../base/location.ts";
import type { Span } from "../base/span.ts";
import type { Body } from "./body.ts";

export interface HttpHeader {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

export interface HttpRequest {
  /** Upper case. */
  readonly method: string;
  /** As written: absolute or a path, with its query. */
  readonly url: string;
  /** Where the URL stands; a long one goes on in further lines. */
  readonly target: Span;
  readonly headers: readonly HttpHeader[];
  readonly body?: Body;
  readonly location: Location;
}

export interface HttpResponse {
  /** Absent when the page shows a body without a status line. */
  readonly status?: number;
  /** The reason phrase as written. */
  readonly reason: string;
  /** The first line: the status line, or that of a body which is shown without one. */
  readonly startLine: Span;
  readonly headers: readonly HttpHeader[];
  readonly body?: Body;
  readonly location: Location;
}

/** The value of a header, by its case-insensitive name (RFC 9110 section 5.1). */
export function headerValue(
  message: { readonly headers: readonly HttpHeader[] },
  name: string,
): string | undefined {
  const wanted = name.toLowerCase();
  return message.headers.find((header) => header.name.toLowerCase() === wanted)?.value;
}

/** True for a method that asks for no change (RFC 9110 section 9.2.1), so that it can be sent once more without harm. */
export function isSafe({ method }: Pick<HttpRequest, "method">): boolean {
  return method === "GET" || method === "HEAD";
}
