import type { Machine } from "../machine.ts";
import type { Ratios, Taken } from "../process/taken.ts";
import type { Target } from "../target.ts";

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
export interface DiffResults {
  /** `2026-11-22` */
  readonly date: string;
  readonly machine: Machine;
  /** How many processes wanted a core in the minute before the first and the last round: 2 is a calm machine. */
  readonly load: { readonly before: number; readonly after: number };
  readonly method: readonly string[];
  readonly sides: readonly SidesResult[];
  readonly targets: readonly Target[];
}
