/** How far the asking is. How many requests a part of the plan takes shows only in the answers. */
export interface Progress {
  /** What the last request was for. */
  readonly title: string;
  /** How many requests were sent, those for keys among them. */
  readonly requests: number;
  /** How many parts of the plan are done: an example that is replayed, an operation that is probed. */
  readonly done: number;
  /** How many parts the plan has. */
  readonly of: number;
}

/** Counts what happens. */
export interface Counter {
  /** A request is about to be sent. */
  asks(title: string): void;
  /** A part of the plan is done. */
  ends(): void;
}

/** Tells somebody of every step how far a plan of so many parts is. */
export function countProgress(of: number, tell: (progress: Progress) => void): Counter {
  let now: Progress = { title: "", requests: 0, done: 0, of };
  const step = (change: Partial<Progress>) => {
    now = { ...now, ...change };
    tell(now);
  };
  return {
    asks: (title) => step({ title, requests: now.requests + 1 }),
    ends: () => step({ done: now.done + 1 }),
  };
}
