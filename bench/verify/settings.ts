import { fileURLToPath } from "node:url";

/** How `verify` is measured. */
export const settings = {
  /** All pages of Graph v1.0 in July 2021, with their includes; it is no part of this repository. */
  corpus: fileURLToPath(new URL("../../../shared/corpus/graph-v1.0-2021-07", import.meta.url)),
  /** Each round starts every contestant once, of every size. */
  rounds: 5,
  /** Millions of bytes. */
  most: { one: 200, three: 400 },
} as const;

/** The settings in words, for the reader of the figures. */
export const method: readonly string[] = [
  "Every figure is of a whole process, from its start to its end: `verify DIR --format json --output DIR`, and beside it",
  "one that only reads the same files, finds the fences and does JSON.parse of the bodies. They take turns, each in a",
  `process of its own that finds nothing prepared but the files in the page cache; medians of ${settings.rounds} rounds, ratios of two`,
  "processes next to each other. Three times as many pages are three copies of the tree: v1.0, beta, and v1.0 again under",
  "another folder, whose operations and types are then documented twice.",
  "Memory is the peak of the resident set in millions of bytes, CPU that of all threads.",
];
