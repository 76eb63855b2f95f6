import { readFile } from "node:fs/promises";
import { SaxesParser } from "saxes";
import { UsageError } from "../../src/base/usage-error.ts";
import { readMetadata } from "../../src/metadata/read-metadata.ts";
import { load, type Machine, machine } from "../machine.ts";
import { median } from "../median.ts";

const file = "../shared/metadata/v1.0-2026-08.csdl";
const rounds = 15;
const most = 2.5;

/** `bench/results/metadata.json`: milliseconds, medians over the rounds. */
export interface MetadataResults {
  readonly date: string;
  readonly machine: Machine;
  readonly load: number;
  readonly bytes: number;
  readonly read: number;
  /** A parser of the same library that is given the same text and tells nobody. */
  readonly floor: number;
  /** Of the two next to each other. */
  readonly ratio: number;
  readonly met: boolean;
}

/** @throws UsageError where the metadata of Graph is not there */
export async function measureMetadata(date: string): Promise<MetadataResults> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new UsageError(`${file} is not there`);
  });
  const taken = Array.from({ length: rounds }, () => ({
    floor: milliseconds(() => new SaxesParser().write(text).close()),
    read: milliseconds(() => readMetadata(text, file)),
  }));
  const ratio = median(taken.map(({ read, floor }) => read / floor));
  return {
    date,
    machine: machine(),
    load: load(),
    bytes: text.length,
    read: median(taken.map(({ read }) => read)),
    floor: median(taken.map(({ floor }) => floor)),
    ratio: Number(ratio.toFixed(2)),
    met: ratio <= most,
  };
}

/** The results in two lines. */
export function renderMetadata({
  bytes,
  read,
  floor,
  ratio,
  met,
  machine: on,
  load: busy,
}: MetadataResults): string {
  const times = `${read.toFixed(0)} ms, a bare pass ${floor.toFixed(0)} ms`;
  return `${met ? "✓" : "✗"} ${(bytes / 1e6).toFixed(1)} MB read in at most ${most} times a bare pass of saxes: ${ratio} (${times})
${on.cpu}, ${on.cores} cores, Node ${on.node}; load ${busy}\n`;
}

function milliseconds(work: () => void): number {
  const started = performance.now();
  work();
  return Number((performance.now() - started).toFixed(2));
}
