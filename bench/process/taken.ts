import { median } from "../median.ts";

/** What one process took, from its start to its end. */
export interface Taken {
  /** Seconds from start to end. */
  readonly seconds: number;
  /** Seconds of all its threads, user and system. */
  readonly cpuSeconds: number;
  /** The most memory that it had at once (the resident set), in millions of bytes. */
  readonly peakMegabytes: number;
  /** What it wrote into files, in bytes. */
  readonly written: number;
}

/** What one process took over what another one took. */
export interface Ratios {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** The medians of what several runs took. */
export function middle(taken: readonly Taken[]): Taken {
  return {
    seconds: rounded(median(taken.map(({ seconds }) => seconds)), 2),
    cpuSeconds: rounded(median(taken.map(({ cpuSeconds }) => cpuSeconds)), 2),
    peakMegabytes: rounded(median(taken.map(({ peakMegabytes }) => peakMegabytes)), 1),
    written: median(taken.map(({ written }) => written)),
  };
}

/** The medians of what two processes next to each other give. */
export function middleRatios(pairs: readonly (readonly [taken: Taken, floor: Taken])[]): Ratios {
  const ratio = (of: (taken: Taken) => number) =>
    rounded(median(pairs.map(([taken, floor]) => of(taken) / of(floor))), 1);
  return {
    seconds: ratio(({ seconds }) => seconds),
    cpuSeconds: ratio(({ cpuSeconds }) => cpuSeconds),
    peakMegabytes: ratio(({ peakMegabytes }) => peakMegabytes),
  };
}

/** The cells of a table that say what a process took. */
export function takenCells({ seconds, cpuSeconds, peakMegabytes, written }: Taken): string[] {
  return [seconds.toFixed(2), cpuSeconds.toFixed(2), peakMegabytes.toFixed(1), (written / 1e6).toFixed(1)];
}

/** The same of ratios. */
export function ratioCells({ seconds, cpuSeconds, peakMegabytes }: Ratios): string[] {
  return [seconds, cpuSeconds, peakMegabytes].map(String).concat("");
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
