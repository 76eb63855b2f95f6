import { groupBy } from "../../base/group-by.ts";
import { onceFor } from "../../base/once-for.ts";
import { spanAt } from "../../base/span.ts";
import type { Folder } from "../../docs/folder.ts";
import { directoryOf } from "../../docs/link-target.ts";
import type { Page } from "../../docs/page.ts";
import { flawsWithoutPointer } from "../flaws-of.ts";
import { definePageRule, type Failure } from "../rule.ts";

/** Of so many pages of a directory so many in a hundred have a value: then the others forgot it. */
const fewest = 20;
const nearlyAll = 0.95;

/** Front matter that is not YAML, or lacks what the pages beside it have. */
export const pageFrontMatter = definePageRule("page/front-matter", {
  promise:
    "The front matter is YAML, and has a value for each name that nearly all pages of its folder have.",
  weighs: { documented: "warning" },
  judge({ page, folder }) {
    if (page.kind === "include" || /\.txt$/i.test(page.file)) return "not-applicable";
    const flaws = flawsWithoutPointer(page, "page/front-matter");
    if (flaws.length > 0) return flaws;
    const expected = expectedIn(folder).get(directoryOf(page.file)) ?? [];
    const lacking = expected.filter((name) => !hasValue(page, name));
    return lacking.length === 0 ? [] : [absent(page, lacking)];
  },
});

function absent(page: Page, names: readonly string[]): Failure {
  const empty = page.frontMatter.find(({ name }) => names.includes(name));
  const list = names.map((name) => `"${name}"`).join(", ");
  return {
    status: "fail",
    severity: "info",
    message: `the front matter has no value for ${list}, which nearly all pages of the folder have`,
    span: empty
      ? spanAt(empty.location, empty.length)
      : spanAt({ file: page.file, line: 1, column: 1 }, page.frontMatter.length > 0 ? "---".length : 0),
    cause: { id: "front-matter-values" },
  };
}

function hasValue({ frontMatter }: Page, wanted: string): boolean {
  return frontMatter.some(({ name, value }) => name === wanted && value.trim() !== "");
}

/** By directory the names for which nearly all of its pages have a value. */
const expectedIn = onceFor((folder: Folder): ReadonlyMap<string, readonly string[]> => {
  const written = folder.pages.filter(({ file }) => /\.md$/i.test(file));
  const groups = [...groupBy(written, ({ file }) => directoryOf(file))].map(([directory, pages]) => {
    const counts = new Map<string, number>();
    for (const { frontMatter } of pages) {
      const names = new Set(frontMatter.filter(({ value }) => value.trim() !== "").map(({ name }) => name));
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const enough = Math.max(fewest, pages.length * nearlyAll);
    const names = [...counts].filter(([, count]) => count >= enough).map(([name]) => name);
    return [directory, names.sort()] as const;
  });
  return new Map(groups);
});
