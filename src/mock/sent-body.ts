import type { Refusal } from "./refusal.ts";

/** What a request sends: its JSON value, when it sends one. */
export interface SentBody {
  readonly value?: unknown;
}

/** A body that was read before, and what became of it. */
export interface KnownBody {
  /** The Content-Type as sent. */
  readonly type: string;
  readonly read: SentBody | Refusal;
}
