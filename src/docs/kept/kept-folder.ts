import { createHash } from "node:crypto";
import { readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { toolDigest } from "../tool-digest.ts";

/** The most that is kept: a pack of all of Graph has 35 MB. */
const most = { files: 16, bytes: 500_000_000 };
/** What a process that was ended has left behind, in milliseconds. */
const abandoned = 3_600_000;

/** The file of a folder that stands for all that it is named by: what was made of the same may be found there. */
export function keptFile(folder: string, named: unknown): string {
  const key = createHash("sha1").update(
    JSON.stringify([toolDigest(), process.versions.node.split(".")[0], named]),
  );
  return join(folder, `${key.digest("hex").slice(0, 20)}.pack`);
}

/** Says that a file was of use; the others go first. */
export function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // It is gone, or of somebody else.
  }
}

/** Removes what was used longest ago, where more is kept than may be. */
export function prune(folder: string): void {
  const now = Date.now();
  let bytes = 0;
  const packs = readdirSync(folder)
    .filter((name) => /\.pack(?:$|\.)/.test(name))
    .flatMap((name) => {
      const file = join(folder, name);
      const about = statSync(file, { throwIfNoEntry: false });
      return about ? [{ file, size: about.size, used: about.mtimeMs, isWhole: name.endsWith(".pack") }] : [];
    })
    .sort((a, b) => b.used - a.used);
  for (const [index, { file, size, used, isWhole }] of packs.entries()) {
    bytes += size;
    const isOver = index >= most.files || (index > 0 && bytes > most.bytes);
    if (isWhole ? isOver : now - used > abandoned) rmSync(file, { force: true });
  }
}
