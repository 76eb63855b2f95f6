import type { Example } from "../contract/contract.ts";
import type { GraphVersion } from "../docs/page.ts";
import type { Reason } from "./reason.ts";

/** Where an exchange was obtained. No rule's `judge` asks for it; only what a failure `weighs` does. */
export type Source = "documented" | "mock" | "tenant" | "recorded";

/** One request with the response that came back, from any source. What was `declared` only documentation has. */
export interface Exchange extends Example {
  readonly source: Source;
  readonly version: GraphVersion;
  readonly probe?: Probe;
  /** The service itself has shown every key in the path: what it answers for them is no matter of what it holds. */
  readonly listed?: true;
  /** Somebody else made the request, of whatever worth: where it is refused, that may be its own fault. */
  readonly overheard?: true;
  /**
   * Why nothing of the exchange is verified: there is no response where one was asked for, or one that says nothing of
   * the contract, which is shown and not judged.
   */
  readonly unanswered?: Unanswered;
}

export interface Unanswered {
  readonly reason: Reason;
  readonly message: string;
  /** The request went out, and no answer came: nobody knows what it has changed. */
  readonly sent?: true;
}

/** True for a request that went out, whatever came of it. */
export function wasSent({ response, unanswered }: Pick<Exchange, "response" | "unanswered">): boolean {
  return response !== undefined || unanswered?.sent === true;
}

/**
 * What the one who asked knows of the request, and its text does not show: it was sent without a token
 * (`anonymous`), for a resource that does not exist (`absent`), with the name of a property that does not exist
 * (`unknown-name`), with a value that its option cannot have (`bad-value`), for the keys that a collection lists
 * which no page documents (`listing`), or to remove what the run itself has created (`cleanup`).
 */
export type Probe = "anonymous" | "absent" | "unknown-name" | "bad-value" | "listing" | "cleanup";
