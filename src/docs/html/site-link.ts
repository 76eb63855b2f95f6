import { directoryOf } from "../link-target.ts";
import type { GraphVersion } from "../page.ts";
import { addressKey, addressOfUrl, type SiteAddress } from "./site-address.ts";

/** Where a page was saved, and where the pages around it were. */
export interface SavedAt {
  readonly file: string;
  readonly version: GraphVersion;
  readonly address?: SiteAddress | undefined;
  /** The files that pages of the site were saved in, by `addressKey`. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The destination of a link as a Markdown page would write it: from file to file. A page of the same version that was
 * not saved is named as the documentation names it (`../resources/run.md`), so that it is one that is not there. Links
 * that lead out stay as they are.
 */
export function siteLink(href: string, at: SavedAt): string {
  const written = href.trim().replace(/\s/g, "%20");
  if (written.startsWith("#") || /^[^?#]*\.(?:md|html?)(?:[?#]|$)/i.test(written)) return bare(written);
  const address = addressOfUrl(absolute(written, at), at.version);
  if (!address || address.version !== at.version) return bare(written);
  const anchor = /#.*$/.exec(written)?.[0] ?? "";
  if (at.address && addressKey(address) === addressKey(at.address)) return bare(anchor) || "#";
  const saved = at.files.get(addressKey(address));
  // Written as a path of the site, without a version, it may be a page of any.
  if (saved === undefined && /^(?:[a-z]+:|\/)/i.test(written) && !/[?&]view=/i.test(written))
    return bare(written);
  return bare(
    `${saved === undefined ? documented(address, at) : encoded(relativePath(directoryOf(at.file), saved))}${anchor}`,
  );
}

/** A link as it is on the site, from the page that has it. */
function absolute(href: string, { address, version }: SavedAt): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href)) return href;
  const folder = address?.folder ?? (href.startsWith("../") ? "resources" : "api");
  const base = `https://learn.microsoft.com/graph/api/${folder === "resources" ? "resources/" : ""}`;
  try {
    return new URL(href, `${base}?view=graph-rest-${version.replace("v", "")}`).href;
  } catch {
    return href;
  }
}

function documented({ folder, name }: SiteAddress, { address }: SavedAt): string {
  return folder === address?.folder ? `${name}.md` : `../${folder}/${name}.md`;
}

function relativePath(from: string, to: string): string {
  const here = from === "." ? [] : from.split("/");
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
}

function encoded(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

/** What would end the destination of a Markdown link, or one of its text, is encoded. */
function bare(target: string): string {
  return target.replace(/[()<>]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
