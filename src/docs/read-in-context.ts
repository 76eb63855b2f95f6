import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { GraphVersion, Page } from "./page.ts";
import { readFolders } from "./read-folder.ts";

/** The pages that a run is asked for, and what they are read with. */
export interface Reading {
  /** All pages, sorted by file. */
  readonly pages: readonly Page[];
  /** Those of them that lie at the paths asked for. */
  readonly asked: readonly Page[];
  /** The folders that lend the context; none where the paths are all there is. */
  readonly context: readonly string[];
  /** False when pages may lie around those asked for that were not read. */
  readonly complete: boolean;
}

export interface ReadingOptions {
  /** A folder, or `none`; unless said, the `api-reference` that a path lies in. */
  readonly context?: string;
  /** For pages whose path and examples name none. */
  readonly version?: GraphVersion;
}

/**
 * Reads pages together with the documentation that they are a part of: a page alone knows neither the types that it
 * speaks of nor the pages that it links to. Its files are named as they lie in the context, so that links find them.
 *
 * @throws UsageError as `readFolders` does.
 */
export async function readInContext(
  paths: readonly string[],
  { context, version }: ReadingOptions = {},
): Promise<Reading> {
  const around = paths.map((path) => (path.trim() === "" ? undefined : apiReferenceAbove(path)));
  const isPart = around.some((folder) => folder !== undefined);
  if (context === "none") {
    const pages = await readFolders(paths, version);
    return { pages, asked: pages, context: [], complete: !isPart };
  }
  const folders = context === undefined ? [...new Set(around.flatMap((folder) => folder ?? []))] : [context];
  const named = paths.map((path) => nameIn(folders, path));
  // The paths come first, so that one with nothing to judge is said to be one.
  const pages = await readFolders([...named, ...folders], version);
  const asked = pages.filter(({ file }) => named.some((path) => liesIn(path, file)));
  return { pages, asked, context: asked.length < pages.length ? folders : [], complete: true };
}

/** The nearest folder above a path that is named `api-reference`, written as the path is. */
function apiReferenceAbove(path: string): string | undefined {
  const full = resolve(path);
  for (let folder = dirname(full); folder !== dirname(folder); folder = dirname(folder)) {
    if (/[\\/]api-reference$/i.test(folder)) return writtenLike(path, folder);
  }
  return undefined;
}

/** The path as it is called in the folder that it lies in; elsewhere as it is. */
function nameIn(folders: readonly string[], path: string): string {
  const folder = folders.find((one) => path.trim() !== "" && liesIn(one, path));
  return folder === undefined ? path : join(folder, relative(folder, path));
}

function writtenLike(path: string, folder: string): string {
  return isAbsolute(path) ? folder : relative(".", folder) || ".";
}

/** Whether a file, or a folder, is that of the path or lies below it. */
export function liesIn(path: string, file: string): boolean {
  const inside = relative(path, file);
  return !/^\.\.(?:[\\/]|$)/.test(inside) && !isAbsolute(inside);
}
