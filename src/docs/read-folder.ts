import { readdirSync, readFileSync, statSync } from "node:fs";
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
  const pages = new Map<string, Page>();
  for (const path of paths) {
    let documentation = false;
    for (const file of filesBelow(path)) {
      const text = readText(file);
      const name = file.replaceAll("\\", "/");
      const page = readPage(text, { file: name, version: versionOf(name, text) ?? version ?? "v1.0" });
      documentation ||= page.kind === "api" || page.kind === "resource";
      pages.set(name, page);
    }
    if (!documentation) {
      throw new UsageError(
        `${path} holds no documentation page; expected Markdown files of API or resource pages`,
      );
    }
  }
  return [...pages.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** One after the other: for thousands of small files the promises of node:fs cost more than the reading. */
function filesBelow(path: string): string[] {
  const about = attempt(path, () => statSync(path));
  if (about.isFile()) return [path];
  const entries = attempt(path, () => readdirSync(path, { withFileTypes: true }));
  return entries
    .filter((entry) => !entry.name.startsWith(".") && entry.name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return filesBelow(inner);
      const isText = entry.isFile() || entry.isSymbolicLink();
      return isText && /\.(?:md|txt)$/i.test(entry.name) ? [inner] : [];
    });
}

function readText(file: string): string {
  const bytes = attempt(file, () => readFileSync(file));
  if (bytes.includes(0)) throw new UsageError(`${file} is not text: it holds binary content`);
  return bytes.toString("utf8");
}

function attempt<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "it does not exist";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  return error instanceof Error ? error.message : String(error);
}

/** The version that a page belongs to: said by its path, else by the URLs of its examples. */
function versionOf(file: string, text: string): GraphVersion | undefined {
  const inName = /\.(beta|v1\.0)\.txt$/i.exec(basename(file))?.[1]?.toLowerCase();
  if (inName) return inName === "beta" ? "beta" : "v1.0";
  for (const part of file.split("/").slice(0, -1).reverse()) {
    if (/^beta$/i.test(part) || /(?:^|-)beta(?:-|$)/i.test(part)) return "beta";
    if (/^v1\.0$/i.test(part) || /(?:^|-)v1\.0(?:-|$)/i.test(part)) return "v1.0";
  }
  const inUrl = /graph\.microsoft\.com\/(v1\.0|beta)\//i.exec(text)?.[1]?.toLowerCase();
  return inUrl === "beta" ? "beta" : inUrl === "v1.0" ? "v1.0" : undefined;
}
