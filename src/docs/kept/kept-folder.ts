import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

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

let digest: string | undefined;

/** Of the code that runs, as it stands on the disk: another version may read a page otherwise. */
function toolDigest(): string {
  // What is built lies one folder below `dist/`, whatever it was made of.
  const root = import.meta.url.endsWith(".ts") ? "../.." : "..";
  digest ??= digestOfCode(fileURLToPath(new URL(root, import.meta.url)));
  return digest;
}

function digestOfCode(root: string): string {
  const hash = createHash("sha1");
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.[jt]s$/.test(name) || name.endsWith(".d.ts")) continue;
    hash.update(name).update(readFileSync(join(root, name)));
  }
  return hash.digest("hex");
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
