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
  readonly clock: Pick<Clock, "now" | "sleep">;
}

/** Asks nothing once the time of the run is over, and does not wait longer for what is under way. */
export function withDeadline(transport: Transport, options: DeadlineOptions): Transport {
  const over = (what: string, sent = false) =>
    new NotSent("budget", `${what}: ${overSentence(options)}`, sent);
  return async (url, message, signal) => {
    signal.throwIfAborted();
    if (options.end <= options.clock.now()) throw over("not asked");
    const either = new AbortController();
    const stop = () => either.abort(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    try {
      const answered = transport(url, message, either.signal);
      return await inTime(answered, options, () => over("not waited for", true), either);
    } finally {
      signal.removeEventListener("abort", stop);
    }
  };
}

/** What is promised, if it comes before the end, and before somebody stops it: then it is stopped, and not waited for. */
export async function inTime<T>(
  promise: Promise<T>,
  { end, clock }: DeadlineOptions,
  over: () => Error,
  stopping = new AbortController(),
): Promise<T> {
  const late = clock.sleep(end - clock.now(), stopping.signal).then(() => {
    const error = over();
    stopping.abort(error);
    throw error;
  });
  late.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    // With a reason of its own: to make an error for each answer costs more than all the rest here.
    stopping.abort("answered");
  }
}

/** `the time limit of 15 minutes is over` */
export function overSentence({ limit }: Pick<DeadlineOptions, "limit">): string {
  return `the time limit of ${inWords(limit)} is over`;
}

/** `15 minutes`, `90 seconds`. */
function inWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const [count, unit] = seconds >= 60 && seconds % 60 === 0 ? [seconds / 60, "minute"] : [seconds, "second"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
