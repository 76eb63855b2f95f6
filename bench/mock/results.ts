import type { Machine } from "../machine.ts";
import type { Target } from "../target.ts";

/** A figure for each of the three servers that are compared. */
export interface Figures {
  readonly mock: number;
  readonly prism: number;
  readonly bare: number;
}

/** What was measured of one server. */
export interface Measured {
  /** Milliseconds, median. */
  readonly startUp: number;
  /** Median. */
  readonly perSecond: number;
}

/** What was measured on a contract of one size. */
export interface SizeResult {
  readonly operations: number;
  /** Different requests that were sent; Prism was sent the first of them only. */
  readonly requests: Figures;
  /** Milliseconds from process start to first right answer, median. */
  readonly startUp: Figures;
  /** Median. */
  readonly requestsPerSecond: Figures;
  /** The mock's requests per second over Prism's. */
  readonly timesPrism: number;
  /** The mock's requests per second over the bare handler's, measured by turns. */
  readonly ofBare: number;
  /** The same where every update changes what is stored, and outdates whatever the mock has kept. */
  readonly ofBareChanging: number;
}

/** `bench/results/mock.json`. */
export interface MockResults {
  /** `2026-11-22` */
  readonly date: string;
  readonly machine: Machine;
  readonly prism: string;
  readonly method: readonly string[];
  readonly sizes: readonly SizeResult[];
  /** The biggest size's requests per second over the smallest one's. */
  readonly flatness: { readonly mock: number; readonly bare: number };
  readonly targets: readonly Target[];
}
