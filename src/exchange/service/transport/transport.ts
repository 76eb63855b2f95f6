import type { ReceivedMessage } from "../../../http/received-message.ts";
import type { Reason } from "../../../rules/reason.ts";

/**
 * Carries a message to a service, and brings back all of the answer. The promise fails with an Error saying why when
 * no answer comes, and at once when the signal stops it.
 *
 * What else there is to the way of a message, such as how long is waited for it, is a function around a transport that
 * is a transport again.
 */
export type Transport = (url: URL, message: Message, signal: AbortSignal) => Promise<ReceivedMessage>;

/** A request that was not sent, or not waited for: what decorates a transport says why nothing of it is verified. */
export class NotSent extends Error {
  readonly reason: Reason;
  /** True where it went out, and nobody waited for its answer. */
  readonly sent: boolean;

  constructor(reason: Reason, message: string, sent = false) {
    super(message);
    this.reason = reason;
    this.sent = sent;
  }
}

export interface Message {
  /** Upper case. */
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
