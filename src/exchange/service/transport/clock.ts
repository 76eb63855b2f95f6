/** Waits so many milliseconds; fails at once with the signal's reason when it is stopped. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** A timer of Node takes no more milliseconds: with more it is over at once. */
export const longestWait = 2 ** 31 - 1;

/** What waits by the time, and by chance: given, so that nothing hangs on the real ones. */
export interface Clock {
  /** Milliseconds; only differences mean something, and the date of `Retry-After`. */
  now(): number;
  readonly sleep: Sleep;
  /** From 0 to below 1. */
  random(): number;
}

/** The clock on the wall. */
export const realClock: Clock = {
  now: Date.now,
  random: Math.random,
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(
        () => {
          signal.removeEventListener("abort", stop);
          resolve();
        },
        Math.min(milliseconds, longestWait),
      );
      signal.addEventListener("abort", stop, { once: true });
    }),
};
