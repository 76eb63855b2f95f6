import type { Clock } from "../../src/exchange/service/transport/clock.ts";

/** A clock whose waits take no time: it jumps to their end. Whoever waits longer than the jump waits for others' jumps. */
export interface QuickClock extends Clock {
  /** The waits that were jumped over, milliseconds, in the order in which they began. */
  readonly waits: readonly number[];
}

/** So long waits are jumped over; a run's time limit is longer. */
const jump = 300_000;

export function quickClock(start = Date.UTC(2026, 0, 1)): QuickClock {
  let time = start;
  const waits: number[] = [];
  const late = new Set<{ readonly due: number; readonly wake: () => void }>();
  const reach = (due: number) => {
    time = Math.max(time, due);
    for (const one of [...late]) if (one.due <= time) one.wake();
  };
  return {
    waits,
    now: () => time,
    random: () => 0.5,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const due = time + milliseconds;
        const one = { due, wake: () => done(resolve) };
        const done = (settle: () => void) => {
          late.delete(one);
          signal.removeEventListener("abort", stop);
          settle();
        };
        const stop = () => done(() => reject(signal.reason));
        signal.addEventListener("abort", stop, { once: true });
        late.add(one);
        if (milliseconds > jump) return;
        waits.push(milliseconds);
        // Nobody waits any more for what was ended.
        setImmediate(() => late.has(one) && reach(due));
      }),
  };
}
