import type { GraphVersion, Page } from "./page.ts";
import { readPage } from "./read-page.ts";

/** Whether a file is a table of contents, as the build of the documentation wants it. */
export function isContents(file: string): boolean {
  return /(?:^|[\\/])toc\.yml$/i.test(file);
}

/**
 * Reads a table of contents: the pages that it names. The build fails where one of them does not exist, so that an
 * excerpt knows of a page that it does not have.
 *
 *     - name: Run
 *       href: ../../resources/identitygovernance-run.md
 */
export function readContents(
  text: string,
  about: { readonly file: string; readonly version: GraphVersion },
): Page {
  const links = text.split(/\r\n?|\n/).flatMap((line, index) => {
    const [, before = "", target = ""] = /^([\s-]*href:\s*["']?)([^\s"'#?]+\.md)\b/.exec(line) ?? [];
    const location = { file: about.file, line: index + 1, column: before.length + 1 };
    return target === "" ? [] : [{ text: "", target, location, length: target.length }];
  });
  return { ...readPage("", about), kind: "contents", links };
}
