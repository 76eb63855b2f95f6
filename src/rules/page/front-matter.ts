import { groupBy } from "../../base/group-by.ts";
import { onceFor } from "../../base/once-for.ts";
import { spanAt } from "../../base/span.ts";
import { type Folder, pagesAmong } from "../../docs/folder.ts";
import { acrossPages, pageFact } from "../../docs/kept/page-fact.ts";
import { directoryOf } from "../../docs/link-target.ts";
import type { Page } from "../../docs/page.ts";
import { flawsWithoutPointer } from "../flaws-of.ts";
import { definePageRule, type Failure } from "../rule.ts";

/** A name without a value is a place left to be filled in, where so many others have filled it, in so many of a hundred. */
const filled = { fewest: 3, share: 0.75 };
/** A name that is not there at all was forgotten where nearly all of many pages have it. */
const present = { fewest: 20, share: 0.95 };

/** Front matter that is not YAML, or lacks what the pages beside it have. */
export const pageFrontMatter = definePageRule("page/front-matter", {
  promise: "The front matter is YAML, and has a value for each name that the pages of its folder have.",
  weighs: { documented: "warning" },
  judge({ page, folder }) {
    if (page.kind === "include" || !/\.md$/i.test(page.file)) return "not-applicable";
    const flaws = flawsWithoutPointer(page, "page/front-matter");
    if (flaws.length > 0) return flaws;
    const expected = expectedIn(folder).get(directoryOf(page.file)) ?? [];
    const lacking = expected
      .filter(({ name, always }) => !hasValue(page, name) && (always || isWritten(page, name)))
      .map(({ name }) => name);
    return [...(lacking.length === 0 ? [] : [absent(page, lacking)]), ...ofOtherKind(page)];
  },
});

function absent(page: Page, names: readonly string[]): Failure {
  const empty = page.frontMatter.find(({ name }) => names.includes(name));
  const list = names.map((name) => `"${name}"`).join(", ");
  return {
    status: "fail",
    severity: "info",
    message: `the front matter has no value for ${list}, which most pages of the folder have`,
    span: empty
      ? spanAt(empty.location, empty.length)
      : spanAt({ file: page.file, line: 1, column: 1 }, page.frontMatter.length > 0 ? "---".length : 0),
    cause: { id: "front-matter-values" },
  };
}

/** The form of an API page on a resource page, or the reverse: copied with the rest of the front matter. */
function ofOtherKind({ kind, frontMatter }: Page): Failure[] {
  const said = frontMatter.find(({ name }) => name === "doc_type");
  if (!said || (kind !== "api" && kind !== "resource")) return [];
  const [meant, other] = kind === "api" ? [api, resource] : [resource, api];
  if (said.value !== other) return [];
  const shows = kind === "api" ? "has HTTP requests" : "declares a type";
  return [
    {
      status: "fail",
      message: `the front matter says that the page is of the type "${other}", but it ${shows}`,
      advice: `write ${meant}`,
      meant,
      span: spanAt(said.location, said.length),
      cause: { id: "front-matter-doc-type" },
    },
  ];
}

const api = "apiPageType";
const resource = "resourcePageType";

function hasValue({ frontMatter }: Page, wanted: string): boolean {
  return frontMatter.some(({ name, value }) => name === wanted && value.trim() !== "");
}

function isWritten({ frontMatter }: Page, wanted: string): boolean {
  return frontMatter.some(({ name }) => name === wanted);
}

interface Expected {
  readonly name: string;
  /** Even a page that does not write the name forgot it. */
  readonly always: boolean;
}

const filledIn = pageFact("front matter", ({ frontMatter }): readonly string[] => [
  ...new Set(frontMatter.filter(({ value }) => value.trim() !== "").map(({ name }) => name)),
]);

/** By directory the names that its pages give a value. */
const expectedAmong = acrossPages(
  "front matter",
  filledIn,
  (read): ReadonlyMap<string, readonly Expected[]> => {
    const written = pagesAmong(read).filter(({ file }) => /\.md$/i.test(file));
    const groups = [...groupBy(written, ({ file }) => directoryOf(file))].map(([directory, pages]) => {
      const counts = new Map<string, number>();
      for (const page of pages) {
        for (const name of filledIn(page)) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      const expected = [...counts].flatMap(([name, count]): Expected[] => {
        if (count < Math.max(filled.fewest, pages.length * filled.share)) return [];
        return [{ name, always: count >= Math.max(present.fewest, pages.length * present.share) }];
      });
      return [directory, expected.sort((a, b) => (a.name < b.name ? -1 : 1))] as const;
    });
    return new Map(groups);
  },
);

const expectedIn = onceFor(({ read }: Folder) => expectedAmong(read));
