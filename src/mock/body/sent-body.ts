import type { ErrorResponse } from "../errors/error-response.ts";

/** What a request sends: its JSON value, when it sends one. */
export interface SentBody {
  readonly value?: unknown;
}

/** Characters of a body that may come again: a client that sends the same again sends little. */
export const longestRepeated = 1000;

/** A body that was read before, and what became of it. */
export interface KnownBody {
  /** The Content-Type as sent. */
  readonly type: string;
  readonly read: SentBody | ErrorResponse;
}
