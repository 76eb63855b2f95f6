import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Set where the program is built (`build-options.ts`); where the sources are run there is no such name. */
declare const BUILT_FROM: string | undefined;

/** Whether what runs is the built program, and not its sources. */
export const isBuilt = typeof BUILT_FROM === "string";

let digest = isBuilt ? BUILT_FROM : undefined;

/** Of the code that runs: another version may read a page otherwise. */
export function toolDigest(): string {
  digest ??= digestOfSources(fileURLToPath(new URL("../../", import.meta.url)));
  return digest;
}

/** Of the code of a checkout, and of the libraries that it is built with. */
export function digestOfSources(checkout: string): string {
  const hash = createHash("sha1").update(readFileSync(join(checkout, "package-lock.json")));
  const folder = join(checkout, "src");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
    if (name.endsWith(".ts")) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}
