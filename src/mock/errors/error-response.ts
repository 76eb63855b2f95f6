import type { ServiceResponse } from "../message.ts";

/** Why a request is not served, in Graph's words for it. */
export interface ErrorResponse {
  readonly status: number;
  /** Graph's code: `Request_ResourceNotFound`, `BadRequest`. */
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer that carries an error response in Graph's envelope (Graph page "Error responses and resource types"). */
export function errorEnvelope(
  { status, code, message, headers = {} }: ErrorResponse,
  about: { readonly date: string; readonly requestId: string; readonly clientRequestId: string },
): ServiceResponse {
  const innerError = {
    date: about.date,
    "request-id": about.requestId,
    "client-request-id": about.clientRequestId,
  };
  // What a client sent is quoted, which may be long.
  const short = message.length > longest ? `${message.slice(0, longest)}...` : message;
  return { status, headers, json: { error: { code, message: short, innerError } } };
}

const longest = 1000;
