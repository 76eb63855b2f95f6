import { describe, expect, it } from "vitest";
import { acrossPages, knowFacts, listingOf, pageFact } from "../../../src/docs/kept/page-fact.ts";
import type { Page } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";

let specs = 0;

/** A fact of two pages, and what is made of it, as an earlier run has kept them of pages with these titles. */
function kept(...titles: readonly string[]) {
  const name = `title ${specs++}`;
  const made = { facts: 0, across: 0 };
  const titleOf = pageFact(name, ({ title }) => {
    made.facts++;
    return title;
  });
  const all = acrossPages(`all of ${name}`, titleOf, (pages) => {
    made.across++;
    return pages.map(titleOf);
  });
  const before = pagesWith(...titles);
  const across = {
    listing: listingOf(before),
    of: (of: string) => (of === `all of ${name}` ? titles : undefined),
  };
  const known = (pages: readonly Page[], { changed = false } = {}) => {
    for (const [row, page] of pages.entries()) {
      const isSame = !changed && page.title === titles[row];
      knowFacts(page, { of: (of) => (of === name ? titles[row] : undefined), isSame, across });
    }
    return pages;
  };
  return { all, known, made };
}

function pagesWith(...titles: readonly string[]): Page[] {
  return titles.map((title, row) => readPage(`# ${title}\n`, { file: `api/page${row}.md`, version: "v1.0" }));
}

describe("what is made of a fact of all pages", () => {
  it("is what an earlier run has kept, where the pages are the same, and no fact is worked out", () => {
    const { all, known, made } = kept("One", "Two");
    expect(all(known(pagesWith("One", "Two")))).toEqual(["One", "Two"]);
    expect(made).toEqual({ facts: 0, across: 0 });
  });

  it("is what was kept where a page changed, and its fact did not", () => {
    const { all, known, made } = kept("One", "Two");
    expect(all(known(pagesWith("One", "Two"), { changed: true }))).toEqual(["One", "Two"]);
    expect(made).toEqual({ facts: 2, across: 0 });
  });

  it.each([
    ["the fact of a page is another", ["One", "Three"]],
    ["a page is gone", ["One"]],
    ["a page is new", ["One", "Two", "Three"]],
  ])("is made anew where %s", (_what, now) => {
    const { all, known, made } = kept("One", "Two");
    expect(all(known(pagesWith(...now)))).toEqual(now);
    expect(made.across).toBe(1);
  });

  it("is made anew where nothing is kept of a page", () => {
    const { all, known, made } = kept("One", "Two");
    const [first] = known(pagesWith("One", "Two"));
    const [, second] = pagesWith("One", "Two");
    expect(all([first, second].flatMap((page) => page ?? []))).toEqual(["One", "Two"]);
    expect(made).toEqual({ facts: 1, across: 1 });
  });
});
