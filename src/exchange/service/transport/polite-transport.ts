import { type Clock, realClock } from "./clock.ts";
import { httpTransport, repeatStale } from "./http-transport.ts";
import { withBudget, withDeadline } from "./limits.ts";
import { pacing } from "./pacing.ts";
import { retrying, type Wait } from "./retrying.ts";
import type { Transport } from "./transport.ts";
import { withTimeout } from "./with-timeout.ts";

export interface Politeness {
  /** How a request gets to the service; over HTTP unless said. */
  readonly transport?: Transport;
  /** How many requests the run may send, those that are sent once more among them; 2,000 unless said. */
  readonly budget?: number;
  /** How long the run may take from now on, milliseconds; 15 minutes unless said. */
  readonly timeLimit?: number;
  /** How long an answer may take, milliseconds; 30 seconds unless said, with 0 as long as it takes. */
  readonly timeout?: number;
  /** How many requests are under way at a time at one of Graph's services; 4 unless said. */
  readonly concurrency?: number;
  readonly clock?: Clock;
  /** Told of each wait before a request is sent once more. */
  readonly onWait?: (wait: Wait) => void;
}

export interface PoliteTransport {
  readonly transport: Transport;
  /** How many requests were sent by now. */
  sent(): number;
}

/**
 * Carries requests to a service that others need, too: no more than the budget, no faster than it likes, again where it
 * had no room, and not for longer than the time limit. One is made for a run. It waits as long as it has to: give it to
 * `obtainExchanges` with a `timeout` of 0.
 */
export function politeTransport(politeness: Politeness = {}): PoliteTransport {
  const { budget = 2_000, timeLimit = 900_000, timeout = 30_000, concurrency = 4 } = politeness;
  const { transport = httpTransport(), clock = realClock, onWait } = politeness;
  const end = clock.now() + timeLimit;
  const counted = withBudget(transport, budget);
  const waited = withTimeout(repeatStale(counted.transport), timeout);
  const patient = retrying(pacing(waited, { concurrency, clock }), { clock, end, onWait });
  const limited = withDeadline(patient, { limit: timeLimit, end, clock });
  return {
    sent: counted.sent,
    transport: (url, { headers, ...message }, signal) =>
      limited(url, { ...message, headers: { ...ours, ...headers } }, signal),
  };
}

/** Others' requests go first where there is not room for all, and answers come packed. */
const ours = { "x-ms-throttle-priority": "Low", "Accept-Encoding": "gzip" };
