import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import { join, relative } from "node:path";
import { deferred } from "../base/deferred.ts";
import { UsageError } from "../base/usage-error.ts";
import { condense } from "./condense.ts";
import { isHtmlFile } from "./html/read-saved-page.ts";
import type { KeptReading } from "./kept/kept-reading.ts";
import type { GraphVersion, Page, PageReads } from "./page.ts";
import {
  isPageFile,
  isSnippetFile,
  type PageFile,
  readPageFile,
  type SavedPages,
  savedPages,
  versionInPath,
  versionInText,
} from "./page-file.ts";
import { isMetadataFile, nameOfPath, ownPages } from "./page-path.ts";
import { readPage } from "./read-page.ts";
import { type Revision, readRevision } from "./read-revision.ts";
import { orUnreadable, Unreadable, unlessUnreadable, unreadablePage } from "./unreadable.ts";
import { straysAmong } from "./version-around.ts";

/** What pages are read beside. */
interface ReadAround {
  /** What earlier runs have read. */
  readonly kept?: KeptReading | undefined;
  /** Whether a page is to be judged itself; all are unless said. */
  readonly isAsked?: (file: string) => boolean;
  /** Whoever asks says what could not be read, so that where only promises are read, too, it is a page. */
  readonly tellsUnread?: boolean | undefined;
}

/**
 * Reads every documentation page (`.md`, `.html` of saved pages, `.txt` of rendered ones) below the given folders, or
 * the given files. Folders that begin with a dot and `node_modules` are left out, HTML that is no page of Graph, and reports of ours.
 * `version` is for pages whose path and text name none, and those around them neither. Pages come sorted by file.
 * Those that come with the package are named alike wherever it is installed. Where only what they promise `reads`, the
 * SDK snippets that they include are left out.
 *
 * What stands below a folder and cannot be read is a page of the kind `unreadable`. A promise that is not read is missing
 * in silence, so that where only promises are read it is an error.
 *
 * @throws UsageError when a path cannot be read, is no text, or no page is found.
 */
export async function readFolders(
  paths: readonly string[],
  version?: GraphVersion,
  reads?: PageReads,
): Promise<Page[]> {
  return readFoldersBeside({}, paths, version, reads);
}

/**
 * The same beside what earlier runs have read, or around the pages that are asked for: of the others, the snippets are
 * read when something of them is asked for, since one page needs five of five thousand.
 *
 * @throws UsageError as `readFolders` does
 */
export async function readFoldersBeside(
  { kept, isAsked = () => true, tellsUnread = false }: ReadAround,
  paths: readonly string[],
  version?: GraphVersion,
  reads?: PageReads,
): Promise<Page[]> {
  const pages = new Map<string, Page>();
  const texts = new Map<string, string>();
  const below = paths.map((path) => {
    if (path.trim() === "") throw new UsageError("a folder of documentation pages is named by an empty word");
    return { path, files: filesBelow(path, reads) };
  });
  const saved = savedPages(headsOf(below.flatMap(({ files }) => files)));
  const read = (name: string, bytes: Buffer) => {
    const page = readPageFile({ name, bytes }, version, saved, reads);
    // What is only derived from does not stay.
    if (page && reads !== "promises") condense(page, texts);
    return page;
  };
  const pageOf = (file: string, name: string) => {
    // The links of a saved page are read by the addresses of the others: it hangs on more than its own bytes.
    const keptIn = name === file && !isHtmlFile(file) ? kept : undefined;
    if (!isAsked(name) && isPlainSnippet(name)) {
      const late = () => lateSnippet(name, () => read(name, readFileSync(file)));
      return keptIn ? keptIn.late(file, late) : late();
    }
    return unlessUnreadable(file, () =>
      keptIn ? keptIn.pageOf(file, (bytes) => read(name, bytes)) : read(name, readFileSync(file)),
    );
  };
  for (const { path, files } of below) {
    let documentation = false;
    let closed: Unreadable | undefined;
    for (const { file, unreadable } of files) {
      const name = (path === ownPages ? join(nameOfPath(path), relative(path, file)) : file).replaceAll(
        "\\",
        "/",
      );
      const page = pages.get(name) ?? unreadable ?? pageOf(file, name);
      if (page instanceof Unreadable) {
        if (file === path || (reads === "promises" && !tellsUnread)) throw page;
        closed ??= page;
        pages.set(name, unreadablePage(name, versionInPath(name) ?? version ?? "v1.0", page.reason));
      } else if (page) {
        documentation ||= isDocumentation(page);
        pages.set(name, page);
      }
    }
    if (!documentation) throw closed ?? noDocumentation(path);
    const here = files.flatMap(({ file }) => pages.get(file.replaceAll("\\", "/")) ?? []);
    for (const page of readAgain(here, (file) => readFileSync(file), saved, reads)) {
      if (reads !== "promises") condense(page, texts);
      pages.set(page.file, page);
    }
  }
  return [...pages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, page]) => page);
}

/** Whether all that every page is asked for at once is said by its path. */
function isPlainSnippet(name: string): boolean {
  return isSnippetFile(name) && name.endsWith(".md") && versionInPath(name) !== undefined;
}

/** A snippet as it is once something of it is asked for. It is a part of pages, so that nothing stands for one that cannot be read. */
function lateSnippet(file: string, read: () => Page | undefined): Page {
  const about = { file, version: versionInPath(file) ?? "v1.0", kind: "include" } as const;
  return deferred<Page>(about, () => {
    const page = unlessUnreadable(file, read);
    return page === undefined || page instanceof Unreadable ? readPage("", about) : page;
  });
}

/** Those pages that the others around them show to be of another version than they were taken for. */
function readAgain(
  pages: readonly Page[],
  bytesOf: (file: string) => Buffer,
  saved: SavedPages,
  reads?: PageReads,
): Page[] {
  const strays = straysAmong(pages, ({ file }) => versionInText(bytesOf(file).toString("utf8")));
  if (!strays) return [];
  const { version } = strays;
  return strays.pages.flatMap(
    ({ file }) => readPageFile({ name: file, bytes: bytesOf(file), version }, version, saved, reads) ?? [],
  );
}

/** What has the name of a page, or a folder that does not open. */
interface FoundFile {
  readonly file: string;
  readonly unreadable?: Unreadable;
}

/**
 * One after the other: for thousands of small files the promises of node:fs cost more than the reading. Symbolic links
 * are followed; `above` holds the real folders on the way here, so that a link into one of them ends.
 *
 * @throws Unreadable when the path itself cannot be read
 */
function filesBelow(path: string, reads?: PageReads, above: readonly string[] = []): FoundFile[] {
  const about = orUnreadable(path, () => statSync(path));
  if (!about.isDirectory()) return [{ file: path }];
  const real = orUnreadable(path, () => realpathSync(path));
  if (above.includes(real)) return [];
  // How a path in it begins: `join` is dear where thousands lie in one folder.
  const lead = join(path, "_").slice(0, -1);
  return orUnreadable(path, () => readdirSync(path, { withFileTypes: true }))
    .filter((entry) => !entry.name.startsWith(".") && entry.name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): FoundFile[] => {
      const file = `${lead}${entry.name}`;
      if (entry.isDirectory()) return filesIn(file);
      const isPage = isPageFile(file, reads);
      if (!entry.isSymbolicLink()) return isPage && entry.isFile() ? [{ file }] : [];
      const target = unlessUnreadable(file, () => statSync(file));
      if (target instanceof Unreadable) return isPage ? [{ file, unreadable: target }] : [];
      if (target.isDirectory()) return filesIn(file);
      return isPage && target.isFile() ? [{ file }] : [];
    });

  function filesIn(folder: string): FoundFile[] {
    const inside = unlessUnreadable(folder, () => filesBelow(folder, reads, [...above, real]));
    return inside instanceof Unreadable ? [{ file: folder, unreadable: inside }] : inside;
  }
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
  const bytes = new Map(named.map((one) => [one.name, one.bytes]));
  const alone = named.flatMap((file) => readPageFile(file, version, saved, reads) ?? []);
  const again = readAgain(alone, (file) => bytes.get(file) ?? Buffer.alloc(0), saved, reads);
  const pages = [...new Map([...alone, ...again].map((page) => [page.file, page])).values()];
  if (reads !== "promises") for (const page of pages) condense(page, texts);
  if (!pages.some(isDocumentation)) throw noDocumentation(`${revision.revision}:${revision.path}`);
  return pages.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function isDocumentation({ kind }: Page): boolean {
  return kind === "api" || kind === "resource";
}

function noDocumentation(path: string): UsageError {
  return new UsageError(`${path} holds no documentation page; ${adviceOn(path)}`);
}

/** What to do with a path that was taken for pages. */
function adviceOn(path: string): string {
  if (isMetadataFile(path)) return "metadata (CSDL) is given beside the pages, as --metadata";
  const derived = join(path, "contract.json");
  if (existsSync(derived)) return `it holds what derive wrote: name ${derived} where a contract is taken`;
  return "expected API or resource pages, in Markdown or as HTML saved from the site";
}

function* headsOf(files: readonly FoundFile[]): Generator<PageFile> {
  for (const { file, unreadable } of files) {
    if (unreadable || !isHtmlFile(file)) continue;
    const bytes = unlessUnreadable(file, () => headOf(file));
    if (!(bytes instanceof Unreadable)) yield { name: file.replaceAll("\\", "/"), bytes };
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
