import { readdirSync, readFileSync } from "node:fs";
import { fixtureFolder, type Pages } from "../../support/rule-fixture.ts";

const folder = `${fixtureFolder}docs/`;

/** The pages of `fixtures/rules/docs`, in which nothing is wrong. */
export const validPages: Pages = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => [file, readFileSync(`${folder}${file}`, "utf8")]),
);

/** Pages, by default the valid ones, one of which has another text where it had `replace`. */
export function brokenPages(file: string, replace: string, by: string, pages: Pages = validPages): Pages {
  return { ...pages, [file]: replaceOnce(pages[file] ?? "", replace, by) };
}

/** Where a text begins that stands exactly once in another: its offset, its line and its column. */
export function onlyPlace(text: string, part: string): { offset: number; line: number; column: number } {
  const offset = text.indexOf(part);
  if (part === "" || offset === -1) throw new Error(`nowhere: ${part}`);
  if (text.indexOf(part, offset + 1) !== -1) throw new Error(`more than once: ${part}`);
  const before = text.slice(0, offset).split("\n");
  return { offset, line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** A text with a part of it, which stands there exactly once, replaced by another. */
export function replaceOnce(text: string, part: string, by: string): string {
  const { offset } = onlyPlace(text, part);
  return text.slice(0, offset) + by + text.slice(offset + part.length);
}
