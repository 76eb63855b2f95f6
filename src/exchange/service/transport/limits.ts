import type { Clock } from "./clock.ts";
import { NotSent, type Transport } from "./transport.ts";

/** Sends so many requests and no more; whoever sends one twice pays twice. */
export function withBudget(
  transport: Transport,
  budget: number,
): { readonly transport: Transport; sent(): number } {
  let sent = 0;
  return {
    sent: () => sent,
    async transport(url, message, signal) {
      if (sent >= budget) {
        const requests = budget === 1 ? "1 request" : `${budget.toLocaleString("en-US")} requests`;
        throw new NotSent("budget", `not asked: the budget of ${requests} is used up`);
      }
      sent++;
      return transport(url, message, signal);
    },
  };
}

export interface DeadlineOptions {
  /** Milliseconds. */
  readonly limit: number;
  /** On the clock. */
  readonly end: number;
  readonly clock: Clock;
}

/** Asks nothing once the time of the run is over, and does not wait longer for what is under way. */
export function withDeadline(transport: Transport, { limit, end, clock }: DeadlineOptions): Transport {
  const over = (what: string) =>
    new NotSent("budget", `${what}: the time limit of ${inWords(limit)} is over`);
  return async (url, message, signal) => {
    signal.throwIfAborted();
    const left = end - clock.now();
    if (left <= 0) throw over("not asked");
    const either = new AbortController();
    const stop = () => either.abort(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    const done = new AbortController();
    const late = clock.sleep(left, done.signal).then(() => {
      const error = over("not waited for");
      either.abort(error);
      throw error;
    });
    late.catch(() => {});
    try {
      return await Promise.race([transport(url, message, either.signal), late]);
    } finally {
      // With a reason of its own: to make an error for each answer costs more than all the rest here.
      done.abort("answered");
      signal.removeEventListener("abort", stop);
    }
  };
}

/** `15 minutes`, `90 seconds`. */
function inWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const [count, unit] = seconds >= 60 && seconds % 60 === 0 ? [seconds / 60, "minute"] : [seconds, "second"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
