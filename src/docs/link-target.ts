import { posix } from "node:path";
import { decoded } from "../base/decoded.ts";

/** Where a relative link leads. */
export interface LinkTarget {
  /** The path of the page, as the files of the folder are written; the link's own page for `#anchor`. */
  readonly file: string;
  /** Decoded, without `#`; empty when the link names none. */
  readonly anchor: string;
}

/**
 * Resolves a link from one page to another. Nothing for a link that leads out of the documentation's pages:
 * absolute URLs and paths (`/graph/...`), other files than pages, the tabs of a tab group.
 */
export function linkTarget(from: string, target: string): LinkTarget | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|~|\\)/i.test(target) || /^#tab(?:s?\/|panel_)/i.test(target))
    return undefined;
  const [, path = "", anchor = ""] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(target) ?? [];
  if (path === "" && anchor === "") return undefined;
  if (path === "") return { file: from, anchor: decoded(anchor) };
  if (!/\.md$/i.test(path) && !(isSaved(path) && isSaved(from))) return undefined;
  // A back slash works on the documentation's own build, which runs on Windows.
  const file = posix.normalize(`${directoryOf(from)}/${decoded(path).replaceAll("\\", "/")}`);
  return { file, anchor: decoded(anchor) };
}

/** HTML that was saved leads to such; in Markdown it is no page. */
function isSaved(file: string): boolean {
  return /\.html?$/i.test(file);
}

/** The directory of a path, without a closing slash; `.` for a bare file name. */
export function directoryOf(file: string): string {
  const slash = file.lastIndexOf("/");
  return slash === -1 ? "." : file.slice(0, slash);
}
