import { fileURLToPath } from "node:url";

const corpus = (date: string): string =>
  fileURLToPath(new URL(`../../../shared/corpus/graph-v1.0-${date}`, import.meta.url));

/** How `diff` is measured. */
export const settings = {
  /** All pages of Graph v1.0 of two Julys; they are no part of this repository. */
  corpora: [corpus("2020-07"), corpus("2021-07")],
  /** Each round starts every contestant once. */
  rounds: 5,
  /** Seconds. */
  most: { folders: 5, contracts: 1 },
  /** Millions of bytes. */
  mostMemory: 400,
} as const;

/** The settings in words, for the reader of the figures. */
export const method: readonly string[] = [
  "Every figure is of a whole process, from its start to its end: `diff OLD NEW --format json --output DIR` of two folders, and",
  "of what derive wrote of them; beside each one that only reads the same files, or reads them and does JSON.parse. They take",
  `turns, each in a process of its own that finds nothing prepared but the files in the page cache; medians of ${settings.rounds} rounds,`,
  "ratios of two processes next to each other. Memory is the peak of the resident set in millions of bytes, CPU that of all threads.",
];
