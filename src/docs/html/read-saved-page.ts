import type { BlockReading } from "../markdown/markdown-blocks.ts";
import type { GraphVersion } from "../page.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { addressOfPage, isGraphPage, type SiteAddress } from "./site-address.ts";
import { siteLink } from "./site-link.ts";

/** A page as it was saved from the documentation site. */
export interface SavedPage extends BlockReading {
  /** Which page it is, where it says so. */
  readonly address?: SiteAddress;
  /** The kind of page that its front matter named: `apiPageType`. */
  readonly docType: string;
}

const docTypeMark = /<meta name="doc_type" content="(\w+)"/i;
const htmlStart = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]{0,1000}-->\s*)*<(?:!doctype\s+html|html)\b/i;

/** True for the HTML form of a page, by the name of its file or by how it begins. */
export function isHtml(text: string, file: string): boolean {
  return isHtmlFile(file) || htmlStart.test(text.slice(0, 4000));
}

/** True for the name of a file that holds HTML. */
export function isHtmlFile(file: string): boolean {
  return /\.html?$/i.test(file);
}

/** Reads a saved page; one of another site has nothing to read. `files` has those that other pages of the site were saved in, by `addressKey`. */
export function readSavedPage(
  html: string,
  file: string,
  version: GraphVersion,
  files: ReadonlyMap<string, string> = new Map(),
): SavedPage {
  if (!isGraphPage(html)) return { blocks: [], flaws: [], references: new Map(), docType: "" };
  const address = addressOfPage(html);
  const reading = htmlBlocks(html, file, (href) => siteLink(href, { file, version, address, files }));
  return { ...reading, ...(address ? { address } : {}), docType: docTypeMark.exec(html)?.[1] ?? "" };
}

const knownAsOpen =
  /\.(?:directoryObject|driveItem|fieldValueSet|(?:group|directory)Setting(?:Template)?|outlookItem|thumbnailSet|\w*identity(?:Set)?)$/i;

/** Types that Graph's metadata calls open, with their families: a page says it nowhere but in its annotation. */
export function isKnownAsOpen(type: string): boolean {
  return knownAsOpen.test(type);
}

/** The path that a saved page has in the documentation; its file where it does not say. */
export function documentedAs(file: string, saved: SavedPage): string {
  const { version, folder, name } = saved.address ?? {};
  return name === undefined ? file : `api-reference/${version}/${folder}/${name}.md`;
}
