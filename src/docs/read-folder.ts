import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { GraphVersion, Page } from "./page.ts";
import { readPage } from "./read-page.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Reads every documentation page (`.md`, and `.txt` of rendered pages) below the given folders, or the given files.
 * Folders that begin with a dot and `node_modules` are left out. `version` is for pages whose path and examples name
 * none. Pages come sorted by file.
 *
 * @throws UsageError when a path cannot be read, holds binary content, or no page is found.
 */
export async function readFolders(paths: readonly string[], version?: GraphVersion): Promise<Page[]> {
  const pages: Page[] = [];
  for (const path of paths) {
    const found = await filesBelow(path);
    const before = pages.length;
    // In portions, so that the number of open files stays small.
    for (let from = 0; from < found.length; from += 64) {
      const portion = found.slice(from, from + 64);
      const texts = await Promise.all(portion.map(readText));
      for (const [index, text] of texts.entries()) {
        const name = (portion[index] ?? path).replaceAll("\\", "/");
        pages.push(readPage(text, { file: name, version: versionOf(name, text) ?? version ?? "v1.0" }));
      }
    }
    if (!pages.slice(before).some((page) => page.kind === "api" || page.kind === "resource")) {
      throw new UsageError(`${path} holds no documentation page; expected Markdown files of API or resource pages`);
    }
  }
  const unique = new Map(pages.map((page) => [page.file, page]));
  return [...unique.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function filesBelow(path: string): Promise<string[]> {
  const about = await stat(path).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${reasonOf(error)}`);
  });
  if (about.isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${reasonOf(error)}`);
  });
  const below = await Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .filter((entry) => !entry.name.startsWith(".") && entry.name !== "node_modules")
      .map((entry) => {
        const inner = join(path, entry.name);
        if (entry.isDirectory()) return filesBelow(inner);
        return entry.isFile() && /\.(?:md|txt)$/i.test(entry.name) ? [inner] : [];
      }),
  );
  return below.flat();
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`);
  });
  if (bytes.includes(0)) throw new UsageError(`${file} is not text: it holds binary content`);
  return bytes.toString("utf8");
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "it does not exist";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  return error instanceof Error ? error.message : String(error);
}

/** The version that a page belongs to: said by its path, else by the URLs of its examples. */
function versionOf(file: string, text: string): GraphVersion | undefined {
  const name = basename(file);
  const parts = file.split("/").slice(0, -1);
  const inName = /\.(beta|v1\.0)\.txt$/i.exec(name)?.[1]?.toLowerCase();
  if (inName) return inName === "beta" ? "beta" : "v1.0";
  for (const part of parts.reverse()) {
    if (/^beta$/i.test(part) || /(?:^|-)beta(?:-|$)/i.test(part)) return "beta";
    if (/^v1\.0$/i.test(part) || /(?:^|-)v1\.0(?:-|$)/i.test(part)) return "v1.0";
  }
  const inUrl = /graph\.microsoft\.com\/(v1\.0|beta)\//i.exec(text)?.[1]?.toLowerCase();
  return inUrl === "beta" ? "beta" : inUrl === "v1.0" ? "v1.0" : undefined;
}
