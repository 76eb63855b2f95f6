import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../base/usage-error.ts";
import { condense } from "./condense.ts";
import { isHtmlFile } from "./html/read-saved-page.ts";
import type { KeptReading } from "./kept/kept-reading.ts";
import type { GraphVersion, Page, PageReads } from "./page.ts";
import { isPageFile, type PageFile, readPageFile, savedPages } from "./page-file.ts";
import { type Revision, readRevision } from "./read-revision.ts";

/** The folder of the pages that come with the package: lifecycle workflows reporting, v1.0 and beta. */
export const ownPages: string = fileURLToPath(new URL("../../fixtures/docs", import.meta.url));

/** What the folder is called in the place of where it is: that is of this machine alone. */
const ownName = "graph-conformance/fixtures/docs";

/**
 * Reads every documentation page (`.md`, `.html` of saved pages, `.txt` of rendered ones) below the given folders, or
 * the given files. Folders that begin with a dot and `node_modules` are left out, and HTML that is no page of Graph.
 * `version` is for pages whose path and examples name none. Pages come sorted by file. Those that come with the package
 * are named alike wherever it is installed. Where only what they promise `reads`, the SDK snippets that they include
 * are left out.
 *
 * @throws UsageError when a path cannot be read, holds binary content, or no page is found.
 */
export async function readFolders(
  paths: readonly string[],
  version?: GraphVersion,
  reads?: PageReads,
  kept?: KeptReading,
): Promise<Page[]> {
  const pages = new Map<string, Page>();
  const texts = new Map<string, string>();
  const below = paths.map((path) => {
    if (path.trim() === "") throw new UsageError("a folder of documentation pages is named by an empty word");
    return { path, files: filesBelow(path, reads) };
  });
  const saved = savedPages(headsOf(below.flatMap(({ files }) => files)));
  for (const { path, files } of below) {
    let documentation = false;
    for (const file of files) {
      const name = (path === ownPages ? join(ownName, relative(path, file)) : file).replaceAll("\\", "/");
      const read = (bytes: Buffer) => {
        const page = readPageFile({ name, bytes }, version, saved, reads);
        // What is only derived from does not stay.
        if (page && reads !== "promises") condense(page, texts);
        return page;
      };
      const page =
        pages.get(name) ??
        // The links of a saved page are read by the addresses of the others: it hangs on more than its own bytes.
        attempt(file, () =>
          kept && name === file && !isHtmlFile(file) ? kept.pageOf(file, read) : read(readFileSync(file)),
        );
      if (!page) continue;
      documentation ||= isDocumentation(page);
      pages.set(name, page);
    }
    if (!documentation) throw noDocumentation(path);
  }
  return [...pages.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/**
 * One after the other: for thousands of small files the promises of node:fs cost more than the reading. Symbolic links
 * are followed; `above` holds the real folders on the way here, so that a link into one of them ends.
 */
function filesBelow(path: string, reads?: PageReads, above: readonly string[] = []): string[] {
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
      const linksToFolder =
        entry.isSymbolicLink() && statSync(inner, { throwIfNoEntry: false })?.isDirectory();
      if (entry.isDirectory() || linksToFolder) return filesBelow(inner, reads, [...above, real]);
      return isPageFile(inner, reads) && (entry.isFile() || entry.isSymbolicLink()) ? [inner] : [];
    });
}

/**
 * Reads the documentation pages of a revision of a git checkout, as `readFolders` reads a folder.
 *
 * @throws UsageError when the revision cannot be read, or has no page there
 */
export function readRevisionPages(revision: Revision, version?: GraphVersion, reads?: PageReads): Page[] {
  const texts = new Map<string, string>();
  const hidden = /(?:^|\/)(?:\.|node_modules\/)/;
  const files = readRevision(revision, (file) => isPageFile(file, reads) && !hidden.test(file));
  const named = files.map(({ file, bytes }) => ({ name: file, bytes }));
  const saved = savedPages(named.filter(({ name }) => isHtmlFile(name)));
  const pages = named.flatMap((file) => readPageFile(file, version, saved, reads) ?? []);
  if (reads !== "promises") for (const page of pages) condense(page, texts);
  if (!pages.some(isDocumentation)) throw noDocumentation(`${revision.revision}:${revision.path}`);
  return pages.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function isDocumentation({ kind }: Page): boolean {
  return kind === "api" || kind === "resource";
}

function noDocumentation(path: string): UsageError {
  return new UsageError(
    `${path} holds no documentation page; expected API or resource pages, in Markdown or as HTML saved from the site`,
  );
}

function* headsOf(files: readonly string[]): Generator<PageFile> {
  for (const file of files) {
    if (isHtmlFile(file))
      yield { name: file.replaceAll("\\", "/"), bytes: attempt(file, () => headOf(file)) };
  }
}

function headOf(file: string): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(64 * 1024);
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

function attempt<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) throw error;
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
