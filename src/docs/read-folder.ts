import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../base/usage-error.ts";
import { condense } from "./condense.ts";
import { isHtmlFile } from "./html/read-saved-page.ts";
import { addressKey, addressOfPage, isGraphPage, versionSaid } from "./html/site-address.ts";
import type { GraphVersion, Page } from "./page.ts";
import { isContents, readContents } from "./read-contents.ts";
import { readPage } from "./read-page.ts";

/** The folder of the pages that come with the package: lifecycle workflows reporting, v1.0 and beta. */
export const ownPages: string = fileURLToPath(new URL("../../fixtures/docs", import.meta.url));

/** What the folder is called in the place of where it is: that is of this machine alone. */
const ownName = "graph-conformance/fixtures/docs";

/**
 * Reads every documentation page (`.md`, `.html` of saved pages, `.txt` of rendered ones) below the given folders, or the given files.
 * Folders that begin with a dot and `node_modules` are left out, and HTML that is no page of Graph. `version` is for pages whose path and examples name
 * none. Pages come sorted by file. Those that come with the package are named alike wherever it is installed.
 *
 * @throws UsageError when a path cannot be read, holds binary content, or no page is found.
 */
export async function readFolders(paths: readonly string[], version?: GraphVersion): Promise<Page[]> {
  const pages = new Map<string, Page>();
  const texts = new Map<string, string>();
  const below = paths.map((path) => {
    if (path.trim() === "") throw new UsageError("a folder of documentation pages is named by an empty word");
    return { path, files: filesBelow(path) };
  });
  const saved = savedPages(below.flatMap(({ files }) => files));
  for (const { path, files } of below) {
    let documentation = false;
    for (const file of files) {
      const name = (path === ownPages ? join(ownName, relative(path, file)) : file).replaceAll("\\", "/");
      const page = pages.get(name) ?? readFile(file, name, version, saved);
      if (!page) continue;
      condense(page, texts);
      documentation ||= page.kind === "api" || page.kind === "resource";
      pages.set(name, page);
    }
    if (!documentation) {
      throw new UsageError(
        `${path} holds no documentation page; expected API or resource pages, in Markdown or as HTML saved from the site`,
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
      const isText = /\.(?:md|txt|html?)$/i.test(entry.name) || isContents(entry.name);
      const linksToFolder =
        entry.isSymbolicLink() && statSync(inner, { throwIfNoEntry: false })?.isDirectory();
      if (entry.isDirectory() || linksToFolder) return filesBelow(inner, [...above, real]);
      return isText && (entry.isFile() || entry.isSymbolicLink()) ? [inner] : [];
    });
}

function readFile(
  file: string,
  name: string,
  version: GraphVersion | undefined,
  saved: ReadonlyMap<string, string>,
): Page | undefined {
  if (!isHtmlFile(file)) {
    const text = readText(file);
    const read = isContents(name) ? readContents : readPage;
    return read(text, { file: name, version: versionOf(name, text) ?? version ?? "v1.0" });
  }
  const text = htmlText(attempt(file, () => readFileSync(file)));
  if (!isGraphPage(text)) return undefined;
  const said = addressOfPage(text)?.version ?? versionSaid(text) ?? versionOf(name, text);
  return readPage(text, { file: name, version: said ?? version ?? "v1.0", saved });
}

/** The files that pages of the site were saved in, by what their heads say. */
function savedPages(files: readonly string[]): ReadonlyMap<string, string> {
  const saved = new Map<string, string>();
  for (const file of files) {
    if (!isHtmlFile(file)) continue;
    const address = addressOfPage(attempt(file, () => headOf(file)));
    if (address && !saved.has(addressKey(address)))
      saved.set(addressKey(address), file.replaceAll("\\", "/"));
  }
  return saved;
}

function headOf(file: string): string {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(64 * 1024);
    return htmlText(bytes.subarray(0, readSync(descriptor, bytes)));
  } finally {
    closeSync(descriptor);
  }
}

/** HTML in the encoding that it says it has (HTML 13.2.3); UTF-8 where it says none, or one that nobody knows. */
function htmlText(bytes: Buffer): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  const said = /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 4096).toString("latin1"))?.[1];
  try {
    return new TextDecoder(mark ?? said ?? "utf-8").decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
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
