import { longestWait } from "./clock.ts";
import type { Transport } from "./transport.ts";

/**
 * Waits for the whole of an answer no longer than so many milliseconds, also where the transport knows no signal; with
 * 0 as long as it takes.
 */
export function withTimeout(transport: Transport, timeout: number): Transport {
  if (timeout === 0) return transport;
  return async (url, message, signal) => {
    signal.throwIfAborted();
    // AbortSignal.any is younger than the oldest Node that we run on.
    const either = new AbortController();
    const stop = () => either.abort(signal.reason);
    const late = () => either.abort(new Error(`no answer within ${timeout / 1000} s`));
    const timer = setTimeout(late, Math.min(timeout, longestWait));
    signal.addEventListener("abort", stop, { once: true });
    const stopped = new Promise<never>((_, reject) => {
      either.signal.addEventListener("abort", () => reject(either.signal.reason), { once: true });
    });
    try {
      return await Promise.race([transport(url, message, either.signal), stopped]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    }
  };
}
