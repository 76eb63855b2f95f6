import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the code stands that may be running: as it was built, and in a checkout as it was written. */
const places = [new URL("../../dist/", import.meta.url), new URL("../../src/", import.meta.url)];

let digest: string | undefined;

/** Of the code, as it stands on the disk: another version may read a page otherwise. */
export function toolDigest(): string {
  digest ??= digestOfCode(places.map((place) => fileURLToPath(place)).filter(existsSync));
  return digest;
}

function digestOfCode(folders: readonly string[]): string {
  const hash = createHash("sha1");
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
      if (!/\.[jt]s$/.test(name) || name.endsWith(".d.ts")) continue;
      hash.update(name).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest("hex");
}
