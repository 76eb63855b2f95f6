/** How a gate is measured. */
export const settings = {
  /** So many that about 5,000 requests come of them. */
  operations: 850,
  concurrency: 16,
  rounds: 3,
  /** How long an answer takes, milliseconds. */
  waits: [50, 0],
  /** A gate may take so many times what the bare loop takes, where answers take 50 ms. */
  mostTime: 1.25,
  /** Milliseconds of processor time for an exchange, beside those of the bare loop. */
  mostProcessor: 1,
} as const;
