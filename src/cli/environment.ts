import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError, whyNotRead } from "../base/usage-error.ts";

/** Variables by their names; an empty one is none. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables of a process, and behind them those of `.env` in a folder, where there is one.
 * @throws UsageError when the file is there and cannot be read
 */
export async function environmentWith(
  own: Readonly<Record<string, string | undefined>>,
  folder: string,
): Promise<Environment> {
  const text = await textOf(join(folder, ".env"));
  // Loaded on demand: no other command needs it.
  const file = text === undefined ? {} : (await import("dotenv")).parse(text);
  // Proxies are named in either case, and mostly in lower case.
  const proxies = { HTTPS_PROXY: own.https_proxy, NO_PROXY: own.no_proxy };
  return { ...filled(file), ...filled(proxies), ...filled(own) };
}

function filled(variables: Environment): Environment {
  return Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new UsageError(`${file} cannot be read: ${whyNotRead(error)}`);
  }
}
