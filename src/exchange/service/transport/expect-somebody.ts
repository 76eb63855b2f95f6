import { UsageError } from "../../../base/usage-error.ts";
import { type ReceivedMessage, receivedHeader } from "../../../http/received-message.ts";
import { NotSent, type Transport } from "./transport.ts";

/** A transport that knows whether anybody is at the other end. */
export interface WatchedTransport {
  /** Throws a UsageError in place of an answer when nobody is there. */
  readonly transport: Transport;
  /** @throws UsageError when something was asked and nothing has answered, or only what is no Graph. */
  verify(): void;
}

/** So many requests without any answer say that nobody is there; so many pages, that somebody else is. */
const enough = 3;
/** Graph redirects, too, to where a file lies: a few of them at the beginning say nothing yet. */
const enoughRedirections = 10;

/**
 * Gives up when nothing answers at an origin, or pages for people do, or all that is answered is to go elsewhere: a proxy,
 * or a sign-in page, breaks no contract. One other answer, whichever, says that somebody is there.
 */
export function expectSomebody(
  transport: Transport,
  origin: string,
  conceal: (text: string) => string,
): WatchedTransport {
  let answered = false;
  let unanswered = 0;
  let pages = 0;
  let redirections = 0;
  let elsewhere = "";
  let last = "";
  let broken = false;
  const giveUp = (): never => {
    if (redirections > 0 && redirections >= pages)
      throw new UsageError(
        `${origin} answers with redirections${conceal(elsewhere)} and nothing else, and so is no Graph: check the address, and whether a proxy or a sign-in page is in the way`,
      );
    if (pages > 0)
      throw new UsageError(
        `${origin} answers with pages for people (text/html), and so is no Graph: check the address, and whether a proxy or a sign-in page is in the way`,
      );
    const what = broken ? `${origin} breaks off each of its answers` : `nothing answers at ${origin}`;
    throw new UsageError(`${what}: ${conceal(last)}`);
  };
  return {
    async transport(url, message, signal) {
      try {
        const received = await transport(url, message, signal);
        if (isRedirection(received)) {
          redirections++;
          elsewhere = whereTo(received, url);
        } else if (isForPeople(received)) pages++;
        else answered = true;
        if (!answered && (pages >= enough || redirections >= enoughRedirections)) giveUp();
        return received;
      } catch (error) {
        if (error instanceof UsageError) throw error;
        // What was stopped says nothing of the other end.
        if (signal.aborted || error instanceof NotSent) throw error;
        last = reasonOf(error);
        broken ||= isBrokenOff(error);
        if (++unanswered >= enough && !answered) giveUp();
        throw error;
      }
    },
    verify() {
      if (!answered && unanswered + pages + redirections > 0) giveUp();
    },
  };
}

/** A page, and not one that Graph keeps for somebody (OneNote): all that Graph answers has the id of its request. */
function isForPeople(received: ReceivedMessage): boolean {
  return /^\s*text\/html\b/i.test(receivedHeader(received, "content-type") ?? "") && !isOfGraph(received);
}

/** Go elsewhere (RFC 9110 section 15.4), which Graph says itself where a file lies elsewhere. */
function isRedirection(received: ReceivedMessage): boolean {
  return [301, 302, 303, 307, 308].includes(received.status) && !isOfGraph(received);
}

/** The host alone: what stands behind it may be anybody's. */
function whereTo(received: ReceivedMessage, from: URL): string {
  const location = receivedHeader(received, "location") ?? "";
  const url = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  return url === undefined || url.host === "" ? "" : ` to ${url.host}`;
}

function isOfGraph(received: ReceivedMessage): boolean {
  return receivedHeader(received, "request-id") !== undefined;
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
