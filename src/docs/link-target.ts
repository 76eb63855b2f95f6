import { posix } from "node:path";
import { decoded } from "../base/decoded.ts";
import { onceForText } from "../base/once-for-text.ts";

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
  const linked = targetsFrom(directoryOf(from))(target);
  if (linked?.file === "") return { ...linked, file: from };
  // HTML that was saved leads to such; in Markdown it is no page.
  return linked && isSaved(linked.file) && !isSaved(from) ? undefined : linked;
}

/** The pages of a directory have most of their links in common, and each is asked for by many rules. */
const targetsFrom = onceForText((directory) => onceForText((target) => resolved(directory, target)));

/** Without a file for what leads to the page itself. */
function resolved(directory: string, target: string): LinkTarget | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|~|\\)/i.test(target) || /^#tab(?:s?\/|panel_)/i.test(target))
    return undefined;
  const [, path = "", anchor = ""] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(target) ?? [];
  if (path === "" && anchor === "") return undefined;
  if (path === "") return { file: "", anchor: decoded(anchor) };
  if (!/\.md$/i.test(path) && !isSaved(path)) return undefined;
  // A back slash works on the documentation's own build, which runs on Windows.
  const file = posix.normalize(`${directory}/${decoded(path).replaceAll("\\", "/")}`);
  return { file, anchor: decoded(anchor) };
}

function isSaved(file: string): boolean {
  return /\.html?$/i.test(file);
}

/** The directory of a path, without a closing slash; `.` for a bare file name. */
export function directoryOf(file: string): string {
  const slash = file.lastIndexOf("/");
  return slash === -1 ? "." : file.slice(0, slash);
}
