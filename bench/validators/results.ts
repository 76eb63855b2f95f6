import type { Taken } from "../process/taken.ts";
import type { Target } from "../target.ts";
import { type TimedRun, withMethod } from "../timed-run.ts";

/** How the validators are measured. */
export const settings = {
  sizes: [50, 500, 5_000],
  /** Each round starts every tool once, on every size. */
  rounds: 3,
  /** How much less of the processor an example was asked to take than in the others, from `timesFrom` examples on. */
  times: 10,
  timesFrom: 500,
} as const;

export const toolNames = ["graph-conformance", "oav", "openapi-examples-validator"] as const;
export type ToolName = (typeof toolNames)[number];

/** The settings in words, for the reader of the figures. */
export const method: readonly string[] = [
  "An example is an operation's documented request with its response. Every figure is of a whole process, cold, from its",
  `start to its end, each tool in turn; medians of ${settings.rounds} rounds. Three examples of 25 have a fault (a wrong type, a value`,
  "outside of an enumeration, a name that is not declared); a run counts only where the tool tells exactly these.",
  "`verify` reads pages, derives the contract from their prose and tables and judges protocol, paths, options and tables, too;",
  "the others are given a finished document of schemas, and hold bodies against it: oav 4.0.3 Swagger 2 with x-ms-examples",
  "(a file for each), openapi-examples-validator 7.1.0 OpenAPI 3.0 with examples in it.",
];

export interface ToolResult extends Taken {
  readonly name: ToolName;
  /** For each example, the start of the process included. */
  readonly cpuMicroseconds: number;
}

export interface SizeResult {
  readonly examples: number;
  readonly faulty: number;
  readonly tools: readonly ToolResult[];
}

/** `bench/results/validators.json`. */
export interface ValidatorResults extends TimedRun {
  readonly sizes: readonly SizeResult[];
}

/** What was asked of a size, beside what came. */
export function targetsOf({ examples, tools: [own, ...others] }: SizeResult): Target[] {
  if (examples < settings.timesFrom || !own) return [];
  return others.map(({ name, cpuMicroseconds }) => {
    const times = cpuMicroseconds / own.cpuMicroseconds;
    return {
      promise: `${examples.toLocaleString("en-US")} examples: ${settings.times} times less CPU than ${name}`,
      measured: `${times.toFixed(1)} times`,
      met: times >= settings.times,
    };
  });
}

/** The results as a Markdown table, with the targets and the method below it. */
export function renderValidators(results: ValidatorResults): string {
  const rows = results.sizes.flatMap(({ examples, faulty, tools }) =>
    tools.map(({ name, cpuMicroseconds, cpuSeconds, seconds, peakMegabytes }, index) => {
      const size = index === 0 ? [examples, faulty].map((each) => each.toLocaleString("en-US")) : ["", ""];
      const figures = [(cpuMicroseconds / 1000).toFixed(2), cpuSeconds.toFixed(2), seconds.toFixed(2)];
      return `| ${[...size, name, ...figures, peakMegabytes.toFixed(0)].join(" | ")} |`;
    }),
  );
  return withMethod(
    [
      "| examples | faults | tool | CPU ms each | CPU s | s | MB |",
      "| ---: | ---: | :--- | ---: | ---: | ---: | ---: |",
      ...rows,
    ],
    results,
  );
}
