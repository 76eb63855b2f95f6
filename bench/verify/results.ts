import type { Machine } from "../machine.ts";
import type { Ratios, Taken } from "../process/taken.ts";
import type { Target } from "../target.ts";

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
export interface VerifyResults {
  /** `2026-11-22` */
  readonly date: string;
  readonly machine: Machine;
  /** How many processes wanted a core in the minute before the first and the last round: 2 is a calm machine. */
  readonly load: { readonly before: number; readonly after: number };
  readonly method: readonly string[];
  readonly sizes: readonly SizeResult[];
  readonly targets: readonly Target[];
}
