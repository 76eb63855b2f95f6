import { UsageError } from "../../../base/usage-error.ts";
import { NotSent, type Transport } from "./transport.ts";

/** A transport that knows whether anybody is at the other end. */
export interface WatchedTransport {
  /** Throws a UsageError in place of an answer when nobody is there. */
  readonly transport: Transport;
  /** @throws UsageError when something was asked and nothing has answered. */
  verify(): void;
}

/** So many requests without any answer say that nobody is there. */
const enough = 3;

/** Gives up when nothing answers at an origin; one answer, whichever, says that somebody is there. */
export function expectSomebody(
  transport: Transport,
  origin: string,
  conceal: (text: string) => string,
): WatchedTransport {
  let answered = false;
  let unanswered = 0;
  let last = "";
  let broken = false;
  const giveUp = (): never => {
    const what = broken ? `${origin} breaks off each of its answers` : `nothing answers at ${origin}`;
    throw new UsageError(`${what}: ${conceal(last)}`);
  };
  return {
    async transport(url, message, signal) {
      try {
        const received = await transport(url, message, signal);
        answered = true;
        return received;
      } catch (error) {
        // What was stopped says nothing of the other end.
        if (signal.aborted || error instanceof NotSent) throw error;
        last = reasonOf(error);
        broken ||= isBrokenOff(error);
        if (++unanswered >= enough && !answered) giveUp();
        throw error;
      }
    },
    verify() {
      if (!answered && unanswered > 0) giveUp();
    },
  };
}

/** Somebody took the connection, and ended it, or what came was cut off or no HTTP. */
function isBrokenOff(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isBrokenOff);
  const { code, cause } = Object(error) as { readonly code?: unknown; readonly cause?: unknown };
  if (cause !== undefined) return isBrokenOff(cause);
  return /^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE|Z_\w+|HPE_\w+)$/.test(String(code));
}

/** What went wrong, in words. */
export function reasonOf(error: unknown): string {
  // Several addresses were tried, each with an error of its own.
  const [first = error] = error instanceof AggregateError ? error.errors : [];
  return first instanceof Error ? first.message : String(first);
}
