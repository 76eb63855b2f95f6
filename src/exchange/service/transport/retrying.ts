import { UsageError } from "../../../base/usage-error.ts";
import { isSafe } from "../../../http/http-message.ts";
import type { ReceivedMessage } from "../../../http/received-message.ts";
import type { Clock } from "./clock.ts";
import { reasonOf } from "./expect-somebody.ts";
import { isThrottled, serviceOf } from "./pace.ts";
import { readRetryAfter } from "./retry-after.ts";
import { type Message, NotSent, type Transport } from "./transport.ts";

export interface RetryOptions {
  readonly clock: Clock;
  /** The time by which the run is over: what would be asked later is not waited for. */
  readonly end: number;
  /** Told of each wait before a request is sent once more. */
  readonly onWait?: ((wait: Wait) => void) | undefined;
}

/** A wait of the run, for somebody who looks on. */
export interface Wait {
  readonly milliseconds: number;
  /** `429`, `no answer`. */
  readonly because: string;
}

/** What came of sending a request so many times. */
interface Attempt {
  readonly tries: number;
  /** Absent when no answer came. */
  readonly received?: ReceivedMessage;
}

const mostThrottled = 5;
const mostFailed = 3;
/** After so many requests in a row that a service did not serve, each is asked once, until it serves one. */
const patience = 3;

/**
 * Sends a request once more where a service had no room for it, and, when that does no harm, where it failed or did not
 * answer; not for ever. What came last is the answer, and says how often was asked.
 */
export function retrying(transport: Transport, { clock, end, onWait = () => {} }: RetryOptions): Transport {
  const refused = new Map<string, number>();
  let answered = false;
  return async (url, message, signal) => {
    const service = `${url.host}/${serviceOf(url.pathname)}`;
    const isGivenUp = (refused.get(service) ?? 0) >= patience;
    let last: Attempt = { tries: 0 };
    for (;;) {
      const tries = last.tries + 1;
      let failure: unknown;
      try {
        last = { tries, received: await transport(url, message, signal) };
        answered = true;
      } catch (error) {
        if (signal.aborted || error instanceof UsageError) throw error;
        // What came before says more than that nothing more could be asked.
        if (error instanceof NotSent && last.received) return told(last.received, last.tries);
        if (error instanceof NotSent) throw error;
        failure = error;
        last = { tries };
      }
      const { received } = last;
      const isWell = received !== undefined && received.status !== 429 && received.status < 500;
      if (isWell) refused.delete(service);
      const wait = isGivenUp ? undefined : waitBefore(last, message, { clock, answered });
      if (wait !== undefined && clock.now() + wait < end) {
        onWait({ milliseconds: wait, because: received ? String(received.status) : "no answer" });
        await clock.sleep(wait, signal);
        continue;
      }
      if (!isWell) refused.set(service, (refused.get(service) ?? 0) + 1);
      if (received) return told(received, tries);
      throw tries === 1
        ? failure
        : new Error(`${reasonOf(failure)}, asked ${tries} times`, { cause: failure });
    }
  };
}

/** How long to wait before a request is sent once more, milliseconds; undefined when it is not. */
export function waitBefore(
  { tries, received }: Attempt,
  message: Pick<Message, "method">,
  { clock, answered }: { readonly clock: Clock; readonly answered: boolean },
): number | undefined {
  const status = received?.status;
  // Whoever says 429 has done nothing yet.
  if (status !== 429 && !isSafe(message)) return undefined;
  const isFull = status !== undefined && isThrottled(status);
  if (status !== undefined && (status < 500 || status === 501 || status === 505) && !isFull) return undefined;
  const most = isFull ? mostThrottled : mostFailed;
  // Where nobody has answered yet, perhaps nobody is there.
  if (tries >= (received || answered ? most : 2)) return undefined;
  const said = received && isFull ? readRetryAfter(received, clock.now()) : undefined;
  return said ?? backoff(tries, clock.random());
}

/** One second, two, four: between half of it and all, so that not all come back at once. */
export function backoff(tries: number, random: number): number {
  const whole = Math.min(30_000, 1_000 * 2 ** (tries - 1));
  return Math.round(whole * (0.5 + random / 2));
}

function told(received: ReceivedMessage, tries: number): ReceivedMessage {
  return tries === 1 ? received : { ...received, tries };
}
