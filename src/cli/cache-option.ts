import { existsSync } from "node:fs";
import { homedir, platform } from "node:os";
import { join, resolve } from "node:path";
import { UsageError } from "../base/usage-error.ts";
import type { Reading } from "../docs/read-in-context.ts";
import { visibleText } from "../report/visible-text.ts";
import type { CommandOption, OptionValues, Terminal } from "./command.ts";

/** Where is kept what earlier runs have read, so that one page of thousands is judged at once. */
export const cacheOptions: readonly CommandOption[] = [
  {
    name: "cache",
    value: "DIR",
    text: "where the context is kept as read (default node_modules/.cache, or your own)",
  },
  { name: "no-cache", text: "read everything, and keep nothing" },
];

/** The folder of what is kept; undefined where nothing is to be. */
export function readCacheOption(values: OptionValues): string | undefined {
  if (values["no-cache"] === undefined) return resolve(values.cache ?? usualFolder());
  if (values.cache !== undefined) throw new UsageError("--cache and --no-cache exclude each other");
  return undefined;
}

/** Keeps what was read, and says where that cannot be written: the run is whole without it. */
export function keepReading({ keep }: Pick<Reading, "keep">, { out }: Pick<Terminal, "out">): void {
  const folder = keep();
  if (folder === undefined) return;
  out(
    `Not kept     ${visibleText(folder)} cannot be written, so that the next run reads all again; --no-cache keeps nothing\n`,
  );
}

function usualFolder(): string {
  const own = "graph-conformance";
  if (existsSync("node_modules")) return join("node_modules", ".cache", own);
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (platform() === "win32" && LOCALAPPDATA) return join(LOCALAPPDATA, own, "cache");
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, own);
  return join(homedir(), platform() === "darwin" ? join("Library", "Caches") : ".cache", own);
}
