import { spawnSync } from "node:child_process";
import { distance } from "fastest-levenshtein";
import { UsageError } from "../../src/base/usage-error.ts";

/** A line of a page of the first year, and what stands there in the second; empty where it is gone, or is new. */
export interface LinePair {
  /** The page, below the folder. */
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** The lines that differ between two folders, each with the one that took its place. @throws UsageError without git */
export function changedLines(before: string, after: string): LinePair[] {
  const options = [
    "diff",
    "--no-index",
    "-U0",
    "-w",
    "--no-renames",
    "--no-color",
    "--no-ext-diff",
    before,
    after,
  ];
  const { stdout, error } = spawnSync("git", options, { encoding: "utf8", maxBuffer: 1 << 30 });
  if (error)
    throw new UsageError(`the years are compared by git diff, which cannot be started: ${error.message}`);
  return stdout.split(/^diff --git .*\n/m).flatMap((part) => {
    const file = /^--- "?a?(.*?)"?$/m
      .exec(part)?.[1]
      ?.split(/\/(?=(?:api|resources)\/)/)
      .at(-1);
    if (!file || part.includes("\n+++ /dev/null") || part.includes("--- /dev/null")) return [];
    return part
      .split(/^(?=@@ )/m)
      .slice(1)
      .flatMap((hunk) => pairsOf(file, hunk));
  });
}

function pairsOf(file: string, hunk: string): LinePair[] {
  const first = Number(/^@@ -(\d+)/.exec(hunk)?.[1] ?? 0);
  const lines = hunk.split("\n").slice(1);
  const removed = lines.filter((line) => line.startsWith("-")).map((line) => line.slice(1).trimEnd());
  const added = lines.filter((line) => line.startsWith("+")).map((line) => line.slice(1).trimEnd());
  // What was written anew is no repair.
  if (removed.length > 12 || added.length > 30) return [];
  let from = 0;
  const taken = new Set<number>();
  const pairs = removed.flatMap((before, index) => {
    if (before.trim() === "") return [];
    const at = added.findIndex((after, other) => other >= from && isAlike(before, after));
    if (at >= 0) from = at + 1;
    if (at >= 0) taken.add(at);
    return [{ file, line: first + index, before, after: at < 0 ? "" : (added[at] ?? "") }];
  });
  const news = added.filter((after, at) => !taken.has(at) && after.trim() !== "");
  return [...pairs, ...news.map((after) => ({ file, line: Math.max(1, first), before: "", after }))];
}

/** Half of it is what it was. */
function isAlike(before: string, after: string): boolean {
  const [one, other] = [before.trim(), after.trim()];
  return distance(one, other) <= Math.max(one.length, other.length) / 2;
}
