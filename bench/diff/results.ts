import type { Ratios, Taken } from "../process/taken.ts";
import type { TimedRun } from "../timed-run.ts";

/** `diff` of one kind of sides. */
export interface SidesResult {
  readonly name: "folders" | "contract.json";
  /** Of both sides together. */
  readonly files: number;
  readonly bytes: number;
  readonly diff: Taken;
  /** A process that only reads the same files. */
  readonly floor: Taken;
  /** `diff` over the floor. */
  readonly ratios: Ratios;
}

/** `bench/results/diff.json`. */
export interface DiffResults extends TimedRun {
  readonly sides: readonly SidesResult[];
}
