import { readdirSync, readFileSync } from "node:fs";
import { fixtureFolder, type Pages } from "../../support/rule-fixture.ts";
import { replaceOnce } from "./only-place.ts";

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
