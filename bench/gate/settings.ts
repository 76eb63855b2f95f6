/** How a gate is measured, in words. */
export const method = [
  "What a gate at full depth asks of the embedded service is recorded once, with the answers, which all differ. A service",
  "in another process gives them again, at once or 50 ms late; a gate and a loop that sends the same requests over the same",
  "transport, as many at a time, and looks at no answer take turns. Medians of 3 rounds, ratios of two that are neighbours.",
  "Processor time is that of this process alone, user and system. The heap is what is in use behind a forced collection:",
  "several times within one gate, and behind each of a dozen in one process. Judgements are counted and not kept, as a",
  "report would keep them.",
];

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
  /** Milliseconds of processor time for an exchange, all that the bare loop takes among them. */
  mostProcessor: 1,
  /** How many gates one process runs, one behind the other, while its memory is looked at. */
  gatesInOneProcess: 12,
  /** How often it is looked at in the first of them. */
  looks: 6,
  /** Millions of bytes by which the heap may grow from the first third of a gate to its end. */
  mostGrowth: 20,
} as const;
