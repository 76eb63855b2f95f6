import type { Machine } from "./machine.ts";
import { type Target, targetLine } from "./target.ts";

/** What a bench that takes the time is given from outside. */
export interface Outside {
  /** The day of the run. */
  readonly date: string;
  readonly progress: (text: string) => void;
}

/** What such a bench says of itself beside its figures. */
export interface TimedRun {
  /** `2026-11-22` */
  readonly date: string;
  readonly machine: Machine;
  /** How many processes wanted a core in the minute before the first and the last round: 2 is a calm machine. */
  readonly load: { readonly before: number; readonly after: number };
  readonly method: readonly string[];
  readonly targets: readonly Target[];
}

/** Figures with the targets, the circumstances and the method below them. */
export function withMethod(figures: readonly string[], results: TimedRun): string {
  const { targets, method } = results;
  return [...figures, "", ...targets.map(targetLine), "", circumstances(results), ...method, ""].join("\n");
}

/** When and where it ran, in a line. */
export function circumstances({ date, machine, load }: TimedRun): string {
  return `${date}, ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.platform}; load ${load.before} before, ${load.after} after.`;
}
