import { textOfBytes, utf16Of } from "../base/decoded.ts";
import { onceForText } from "../base/once-for-text.ts";
import { isOwnOutput } from "../base/own-output.ts";
import { callsItselfBeta } from "./beta-disclaimer.ts";
import { isHtmlFile } from "./html/read-saved-page.ts";
import { addressKey, addressOfPage, isGraphPage, versionSaid } from "./html/site-address.ts";
import type { GraphVersion, Page, PageReads } from "./page.ts";
import { isContents, readContents } from "./read-contents.ts";
import { readPage } from "./read-page.ts";
import { Unreadable } from "./unreadable.ts";

/** A file that may be a page, wherever it was read. */
export interface PageFile {
  /** What the page is called, with forward slashes. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Where the pages around it say it. */
  readonly version?: GraphVersion;
}

/** The files that pages of the site were saved in, by their addresses. */
export type SavedPages = ReadonlyMap<string, string>;

/**
 * Whether a file has the name of a page: Markdown, rendered text, HTML saved from the site, or a table of contents. The
 * SDK snippets that pages include promise nothing.
 */
export function isPageFile(name: string, reads?: PageReads): boolean {
  if (reads === "promises" && isSnippetFile(name)) return false;
  return /\.(?:md|txt|html?)$/i.test(name) || isContents(name);
}

/** Code in the language of an SDK, which a page includes; as the build of the documentation places it. */
export function isSnippetFile(name: string): boolean {
  return /(?:^|[\\/])includes[\\/]snippets[\\/][^\\/]+[\\/]/.test(name);
}

/**
 * Reads a file as a page; undefined for HTML that is none of Graph's, and for what we wrote of pages. `version` is for a page whose path and text
 * name none.
 *
 * @throws Unreadable where it is no text
 */
export function readPageFile(
  { name, bytes, version: around }: PageFile,
  version: GraphVersion | undefined,
  saved: SavedPages,
  reads?: PageReads,
): Page | undefined {
  const more = reads === undefined ? {} : { reads };
  if (!isHtmlFile(name)) {
    const text = textOf(name, bytes);
    if (isOwnOutput(text)) return undefined;
    const read = isContents(name) ? readContents : readPage;
    return read(text, { file: name, version: around ?? versionOf(name, text) ?? version ?? "v1.0", ...more });
  }
  const text = htmlText(bytes);
  if (isOwnOutput(text) || !isGraphPage(text)) return undefined;
  const said = addressOfPage(text)?.version ?? versionSaid(text) ?? versionOf(name, text);
  return readPage(text, { file: name, version: said ?? version ?? "v1.0", saved, ...more });
}

/** The files that pages of the site were saved in, by what their heads say: the first 64 KiB of each will do. */
export function savedPages(heads: Iterable<PageFile>): SavedPages {
  const saved = new Map<string, string>();
  for (const { name, bytes } of heads) {
    const address = addressOfPage(htmlText(bytes.subarray(0, 64 * 1024)));
    if (address && !saved.has(addressKey(address))) saved.set(addressKey(address), name);
  }
  return saved;
}

/** HTML in the encoding that it says it has (HTML 13.2.3); UTF-8 where it says none, or one that nobody knows. */
function htmlText(bytes: Buffer): string {
  const said = /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 4096).toString("latin1"))?.[1];
  try {
    return textOfBytes(bytes, said);
  } catch {
    return bytes.toString("utf8");
  }
}

function textOf(file: string, bytes: Buffer): string {
  if (utf16Of(bytes)) throw new Unreadable(file, "it is UTF-16; documentation pages are UTF-8");
  if (bytes.includes(0)) throw new Unreadable(file, "it is no text, but binary content");
  // A stray byte is replaced: the rest of the page can be read.
  return bytes.toString("utf8");
}

/** The version that a page belongs to: said by its path, else by its text. */
function versionOf(file: string, text: string): GraphVersion | undefined {
  return versionInPath(file) ?? versionInText(text);
}

/** The version that the first address of the service on a page is of; without one, what its note says. */
export function versionInText(text: string): GraphVersion | undefined {
  const inUrl = /graph\.microsoft\.com\/(v1\.0|beta)\//i.exec(text)?.[1]?.toLowerCase();
  if (inUrl !== undefined) return inUrl === "beta" ? "beta" : "v1.0";
  return callsItselfBeta(text) ? "beta" : undefined;
}

/** The version that the path of a page says it is of. */
export function versionInPath(file: string): GraphVersion | undefined {
  const inName = /\.(beta|v1\.0)\.txt$/i.exec(file)?.[1]?.toLowerCase();
  if (inName) return inName === "beta" ? "beta" : "v1.0";
  return versionOfFolder(file.slice(0, Math.max(0, file.lastIndexOf("/"))));
}

const versionOfFolder = onceForText((folder): GraphVersion | undefined => {
  for (const part of folder.split("/").reverse()) {
    if (/(?:^|-)beta(?:-|$)/i.test(part)) return "beta";
    if (/(?:^|-)v1\.0(?:-|$)/i.test(part)) return "v1.0";
  }
  return undefined;
});
