import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join, normalize, relative, resolve } from "node:path";
import { keptFile } from "./kept/kept-folder.ts";
import { type KeptReading, openReading } from "./kept/kept-reading.ts";
import type { PageMemory } from "./kept/page-memory.ts";
import type { GraphVersion, Page } from "./page.ts";
import { liesIn, nameOfPath } from "./page-path.ts";
import { readFoldersBeside } from "./read-folder.ts";

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
  /** Keeps what was read of the context for the next run; gives the folder where that cannot be written. */
  readonly keep: () => string | undefined;
}

export interface ReadingOptions {
  /** A folder, or `none`; unless said, the `api-reference` that a path lies in, see `documentationAbove`. */
  readonly context?: string;
  /** For pages whose path and text name none. */
  readonly version?: GraphVersion;
  /** The folder in which is kept what earlier runs have read of the same context. */
  readonly cache?: string;
  /** Of the pages asked for those that everything is asked of in any case, where not all are to be judged. */
  readonly isJudged?: (file: string) => boolean;
  /** What this process has read before. */
  readonly memory?: PageMemory;
}

/**
 * Reads pages together with the documentation that they are a part of: a page alone knows neither the types that it
 * speaks of nor the pages that it links to. Its files are named as they lie in the context, so that links find them.
 *
 * @throws UsageError as `readFolders` does.
 */
export async function readInContext(
  paths: readonly string[],
  { context, version, cache, isJudged, memory }: ReadingOptions = {},
): Promise<Reading> {
  const around = paths.map((path) => (path.trim() === "" ? undefined : documentationAbove(path)));
  const isPart = around.some((folder) => folder !== undefined);
  if (context === "none") {
    const pages = await readFoldersBeside({ kept: memory?.over(() => undefined) }, paths, version);
    return { pages, asked: pages, context: [], complete: !isPart, keep: () => undefined };
  }
  const folders = context === undefined ? [...new Set(around.flatMap((folder) => folder ?? []))] : [context];
  const named = paths.map((path) => nameIn(folders, path));
  const isAsked = inside(named.map(nameOfPath));
  // Where all is judged, all is read.
  const lasting = isJudged ? [...named, ...folders] : folders;
  const isWhole = isJudged ? (file: string) => isAsked(file) && isJudged(file) : isAsked;
  const open = () =>
    cache === undefined || lasting.length === 0 ? undefined : keptOf(cache, lasting, isWhole, version);
  const kept = memory ? memory.over(open) : open();
  // The paths come first, so that one with nothing to judge is said to be one.
  const pages = await readFoldersBeside({ kept, isAsked: isWhole }, [...named, ...folders], version);
  const asked = pages.filter(({ file }) => isAsked(file));
  return {
    pages,
    asked,
    context: asked.length < pages.length ? folders : [],
    complete: true,
    keep: () => kept?.save(pages),
  };
}

/** The folders and files that a reading of these paths depends on, none of them inside another. */
export function placesToRead(paths: readonly string[], context?: string): readonly string[] {
  const around = paths.flatMap((path) => documentationAbove(path) ?? []);
  const folders = context === "none" ? [] : context === undefined ? around : [context];
  const all = [...new Set([...folders, ...paths])];
  return all.filter(
    (path) => !all.some((other) => other !== path && liesIn(other, path) && !liesIn(path, other)),
  );
}

/** What is kept of the folders: pages are called as the folders are written, and read with the version that is given. */
function keptOf(
  cache: string,
  folders: readonly string[],
  isWhole: (file: string) => boolean,
  version?: GraphVersion,
): KeptReading {
  const named = { folders: folders.map((folder) => [folder, resolve(folder)]), version };
  return openReading({ keptIn: keptFile(cache, named), isWhole });
}

/** Whether a file lies at one of the paths; asked of every file that is read. */
function inside(paths: readonly string[]): (file: string) => boolean {
  const plain = paths.map((path) => normalize(path).replaceAll("\\", "/").replace(/\/$/, ""));
  if (plain.some((path) => /^\.{0,2}$/.test(path))) return (file) => paths.some((path) => liesIn(path, file));
  return (file) => plain.some((path) => file.startsWith(path) && /^(?:\/|$)/.test(file.slice(path.length)));
}

/**
 * The nearest folder above a path that is named `api-reference`, written as the path is; without one, that which holds
 * the folders `api` and `resources`, in one of which the path lies.
 */
function documentationAbove(path: string): string | undefined {
  let pair: string | undefined;
  for (let inside = resolve(path), folder = dirname(inside); folder !== inside; ) {
    if (/[\\/]api-reference$/i.test(folder)) return writtenLike(path, folder);
    if (pair === undefined && isOneOfTwo(inside)) pair = writtenLike(path, folder);
    inside = folder;
    folder = dirname(folder);
  }
  return pair;
}

function isOneOfTwo(folder: string): boolean {
  const name = basename(folder);
  const other = name === "api" ? "resources" : name === "resources" ? "api" : undefined;
  return other !== undefined && existsSync(join(dirname(folder), other));
}

/** The path as it is called in the folder that it lies in; elsewhere as it is. */
function nameIn(folders: readonly string[], path: string): string {
  const folder = folders.find((one) => path.trim() !== "" && liesIn(one, path));
  return folder === undefined ? path : join(folder, relative(folder, path));
}

function writtenLike(path: string, folder: string): string {
  return isAbsolute(path) ? folder : relative(".", folder) || ".";
}
