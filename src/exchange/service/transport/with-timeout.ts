import type { Transport } from "./transport.ts";

/** Waits for the whole of an answer no longer than so many milliseconds, also where the transport knows no signal. */
export function withTimeout(transport: Transport, timeout: number): Transport {
  return async (url, message, signal) => {
    signal.throwIfAborted();
    // AbortSignal.any is younger than the oldest Node that we run on.
    const either = new AbortController();
    const stop = () => either.abort(signal.reason);
    const late = () => either.abort(new Error(`no answer within ${timeout / 1000} s`));
    const timer = setTimeout(late, timeout);
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
