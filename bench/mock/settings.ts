/** How the comparison is run. */
export const settings = {
  /** Operations of the generated contracts. */
  sizes: [50, 500, 5000],
  /** Keep-alive connections, each with one request at a time. */
  connections: 16,
  /** After every so many runs a server is started once more, to see how long that takes; the median counts. */
  runsPerStart: 3,
  /** Prism is started once where that takes half a minute. */
  prismStarts: (operations: number): number => (operations > 1000 ? 1 : 3),
  /** Seconds of load before anything is measured: a just-in-time compiler needs some ten thousand requests. */
  warmUp: 10,
  /** Runs of the loader, of which the median counts, and their length in seconds. */
  runs: 15,
  seconds: 1,
  /** Runs, as long, in which every update changes something. */
  changingRuns: 9,
  prismRuns: 3,
  prismSeconds: 3,
  /**
   * Prism compiles the schemas of an operation when it is first asked for it, and is much faster the second time. It
   * is measured on as many operations as can be asked beforehand in a bearable time.
   */
  prismRequests: 200,
} as const;

/** The settings in words, for the reader of the figures. */
export const method: readonly string[] = [
  "The contracts are derived from generated pages; every server has the same one, Prism as our OpenAPI document.",
  "Requests go to every operation that can be asked again with the same answer (list, get, update, actions,",
  "functions; no create, no delete), in a shuffled, fixed order, with the same headers, a token among them.",
  `The loader is a process of its own with ${settings.connections} keep-alive connections; ${settings.runs} runs of ${settings.seconds} s after ${settings.warmUp} s to warm up`,
  `(Prism: ${settings.prismRuns} of ${settings.prismSeconds} s). The mock and the bare handler take turns. Medians; ÷ bare and last / first are medians of`,
  "what two runs next to each other give, so that a slow minute of the machine weighs on both.",
  "The requests repeat, so that the mock answers from what it kept; in the last column every update changes what is",
  `stored and outdates all of that (${settings.changingRuns} runs).`,
  `Prism gets the first ${settings.prismRequests} of the requests, each sent twice before: it compiles schemas at the first one. Its log is off.`,
  "Bare is node:http with a Map from method and path to the bytes and headers that the mock answered.",
  `Start-up is the time from process start to the first right answer, signing in included; median of ${settings.runs / settings.runsPerStart},`,
  "one after every few runs (Prism: 3, and 1 at 5,000).",
];
