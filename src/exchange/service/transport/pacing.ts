import type { Clock } from "./clock.ts";
import { fullSpeed, type Pace, paceAfter, serviceOf, slowest } from "./pace.ts";
import { readLimitUsed, readRetryAfter } from "./retry-after.ts";
import type { Transport } from "./transport.ts";

export interface PacingOptions {
  /** How many requests are under way at a time at one service. */
  readonly concurrency: number;
  readonly clock: Clock;
}

/** Asks each service no faster than it likes: it slows down as answers say that a limit is near, and goes on by and by. */
export function pacing(transport: Transport, { concurrency, clock }: PacingOptions): Transport {
  const services = new Map<string, PacedService>();
  return async (url, message, signal) => {
    const name = `${url.host}/${serviceOf(url.pathname)}`;
    const service = services.get(name) ?? new PacedService(concurrency, clock);
    services.set(name, service);
    await service.enter(signal);
    try {
      const received = await transport(url, message, signal);
      service.hear(received);
      return received;
    } finally {
      service.leave();
    }
  };
}

class PacedService {
  readonly #concurrency: number;
  readonly #clock: Clock;
  readonly #waiting = new Set<() => void>();
  #pace: Pace = fullSpeed;
  #active = 0;

  constructor(concurrency: number, clock: Clock) {
    this.#concurrency = Math.max(1, concurrency);
    this.#clock = clock;
  }

  /** Waits until a request may start. */
  async enter(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const wait = this.#pace.notBefore - this.#clock.now();
      if (wait > 0) await this.#clock.sleep(wait, signal);
      else if (this.#active >= this.#limit()) await this.#freed(signal);
      else break;
    }
    this.#active++;
    const { interval } = this.#pace;
    if (interval > 0) this.#pace = { ...this.#pace, notBefore: this.#clock.now() + interval };
  }

  hear(received: Awaited<ReturnType<Transport>>): void {
    const now = this.#clock.now();
    const heard = {
      status: received.status,
      retryAfter: readRetryAfter(received, now),
      used: readLimitUsed(received),
    };
    this.#pace = paceAfter(this.#pace, heard, now);
  }

  leave(): void {
    this.#active--;
    for (const wake of [...this.#waiting]) wake();
  }

  /** Where a service is at its slowest, one request waits for the other. */
  #limit(): number {
    return this.#pace.interval >= slowest ? 1 : this.#concurrency;
  }

  #freed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener("abort", stop);
      };
      const wake = () => {
        done();
        resolve();
      };
      const stop = () => {
        done();
        reject(signal.reason);
      };
      this.#waiting.add(wake);
      signal.addEventListener("abort", stop, { once: true });
    });
  }
}
