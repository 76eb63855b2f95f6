import type { Ratios, Taken } from "../process/taken.ts";
import type { TimedRun } from "../timed-run.ts";

export interface SizeResult {
  readonly name: string;
  readonly pages: number;
  /** Pages, includes and snippets. */
  readonly files: number;
  readonly bytes: number;
  readonly verify: Taken;
  /** A process that only reads the same files, finds the fences and parses the JSON in them. */
  readonly floor: Taken;
  /** `verify` over the floor: medians of what two processes next to each other give. */
  readonly ratios: Ratios;
}

/** `bench/results/verify.json`. */
export interface VerifyResults extends TimedRun {
  readonly sizes: readonly SizeResult[];
}
