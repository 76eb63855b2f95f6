import { isHtmlFile } from "./html/read-saved-page.ts";
import type { GraphVersion, Page } from "./page.ts";
import { versionInPath } from "./page-file.ts";

/** Pages that are of another version than each of them alone was taken for. */
export interface Strays {
  readonly version: GraphVersion;
  readonly pages: readonly Page[];
}

/** Of so many pages that say one version, one may say the other by a slip. */
const slips = 20;

/**
 * Where no path says the version, the pages of one folder are of one: those without an address in their examples, which
 * are most resources, are of the version of the others, and so is one in twenty that shows a request to the other
 * version by a slip. Where more of them say it, both versions lie together, and each page stays what it says.
 *
 * `said` is the version in the examples of a page; it is asked of those alone that are not as the others.
 */
export function straysAmong(
  pages: readonly Page[],
  said: (page: Page) => GraphVersion | undefined,
): Strays | undefined {
  const loose = pages.filter(
    ({ file, kind }) => kind !== "unreadable" && versionInPath(file) === undefined && !isHtmlFile(file),
  );
  const requests = loose.filter(({ kind }) => kind === "api");
  const ofBeta = requests.filter(({ version }) => version === "beta").length;
  if (requests.length === 0) return undefined;
  const version = ofBeta > requests.length / 2 ? "beta" : "v1.0";
  const others = loose.filter((page) => page.version !== version);
  if (others.length === 0) return undefined;
  const agree = Math.max(ofBeta, requests.length - ofBeta);
  const sayOther = others.filter((page) => said(page) !== undefined);
  if (sayOther.length > agree / slips) return undefined;
  return { version, pages: others };
}
