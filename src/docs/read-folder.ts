import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../base/usage-error.ts";
import { condense } from "./condense.ts";
import type { GraphVersion, Page } from "./page.ts";
import { isContents, readContents } from "./read-contents.ts";
import { readPage } from "./read-page.ts";

/** The folder of the pages that come with the package: lifecycle workflows reporting, v1.0 and beta. */
export const ownPages: string = fileURLToPath(new URL("../../fixtures/docs", import.meta.url));

/** What the folder is called in the place of where it is: that is of this machine alone. */
const ownName = "graph-conformance/fixtures/docs";

/**
 * Reads every documentation page (`.md`, and `.txt` of rendered pages) below the given folders, or the given files.
 * Folders that begin with a dot and `node_modules` are left out. `version` is for pages whose path and examples name
 * none. Pages come sorted by file. Those that come with the package are named alike wherever it is installed.
 *
 * @throws UsageError when a path cannot be read, holds binary content, or no page is found.
 */
export async function readFolders(paths: readonly string[], version?: GraphVersion): Promise<Page[]> {
  const pages = new Map<string, Page>();
  const texts = new Map<string, string>();
  for (const path of paths) {
    if (path.trim() === "") throw new UsageError("a folder of documentation pages is named by an empty word");
    let documentation = false;
    for (const file of filesBelow(path)) {
      const name = (path === ownPages ? join(ownName, relative(path, file)) : file).replaceAll("\\", "/");
      const page = pages.get(name) ?? readFile(file, name, version);
      condense(page, texts);
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

/**
 * One after the other: for thousands of small files the promises of node:fs cost more than the reading. Symbolic links
 * are followed; `above` holds the real folders on the way here, so that a link into one of them ends.
 */
function filesBelow(path: string, above: readonly string[] = []): string[] {
  const about = attempt(path, () => statSync(path));
  if (!about.isDirectory()) return [path];
  const real = attempt(path, () => realpathSync(path));
  if (above.includes(real)) return [];
  const entries = attempt(path, () => readdirSync(path, { withFileTypes: true }));
  return entries
    .filter((entry) => !entry.name.startsWith(".") && entry.name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(path, entry.name);
      const isText = /\.(?:md|txt)$/i.test(entry.name) || isContents(entry.name);
      const linksToFolder =
        entry.isSymbolicLink() && statSync(inner, { throwIfNoEntry: false })?.isDirectory();
      if (entry.isDirectory() || linksToFolder) return filesBelow(inner, [...above, real]);
      return isText && (entry.isFile() || entry.isSymbolicLink()) ? [inner] : [];
    });
}

function readFile(file: string, name: string, version: GraphVersion | undefined): Page {
  const text = readText(file);
  const read = isContents(name) ? readContents : readPage;
  return read(text, { file: name, version: versionOf(name, text) ?? version ?? "v1.0" });
}

function readText(file: string): string {
  const bytes = attempt(file, () => readFileSync(file));
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new UsageError(`${file} is UTF-16; documentation pages are UTF-8`);
  }
  if (bytes.includes(0)) throw new UsageError(`${file} is not text: it holds binary content`);
  // A stray byte is replaced: the rest of the page can be read.
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
  if (code === "ELOOP") return "its links lead in a circle";
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
