import { once, onceFor } from "../base/once-for.ts";
import { partition } from "../base/partition.ts";
import { acrossPages, pageFact } from "./kept/page-fact.ts";
import { directoryOf, linkTarget } from "./link-target.ts";
import type { GraphVersion, Page } from "./page.ts";
import { isSnippetFile } from "./page-file.ts";

/** The pages that were read together: what a link may reach, and what its absence means. */
export interface Folder {
  /** All that was read: pages, their parts, and tables of contents. */
  readonly read: readonly Page[];
  /** The page or include at a path, whatever its letter case. */
  page(file: string): Page | undefined;
  /** All pages, in the order in which they were given. An include is part of the pages that include it, and no page. */
  readonly pages: readonly Page[];
  /** Those that may promise something, or lead to other pages: without the code of SDKs. */
  readonly includes: readonly Page[];
  /** The code of SDKs that pages include, thousands of files: it is asked of a page that is judged, not of all. */
  readonly snippets: readonly Page[];
  /** What a page includes, and what that includes in turn, as far as it was read; code includes nothing. */
  included(page: Page): readonly Page[];
  /** Those of them that may promise something. */
  lending(page: Page): readonly Page[];
  /** A table of contents names the page: it exists, whether it was read or not. */
  lists(file: string): boolean;
  /**
   * True when a directory was read as a whole, so that a page that is not there does not exist: the pages read look
   * for at least 50 different pages in it, by links and includes, and find at least 49 in 50 of them.
   */
  isWhole(directory: string): boolean;
  /** True when every directory with a page of this version that declares a type was read as a whole. */
  hasAllTypes(version: GraphVersion): boolean;
  /** The types and enums that a page declares, an enum whose members one of its rows lists among them. */
  declaredBy(file: string): readonly string[];
}

// Measured: of the pages that links look for, a whole documentation lacks less than 1 in 500; an excerpt, even one
// of whole families of pages, lacks 1 in 20 or more.
const wholeShare = 0.98;
const fewest = 50;

/** Puts the pages and includes of one run together. */
export function folderOf(read: readonly Page[]): Folder {
  const byFile = new Map<string, Page>();
  for (const page of read) {
    const key = keyOfPage(page);
    if (!byFile.has(key) || /\.md$/i.test(page.file)) byFile.set(key, page);
  }
  // Who only derives never asks.
  const whole = once(() => wholeDirectories(read));
  const isWhole = (directory: string) => whole().has(keyOf(directory));
  const listed = new Set(read.filter(({ kind }) => kind === "contents").flatMap(listedIn));
  const pages = pagesAmong(read);
  const [snippets, includes] = partition(includesAmong(read), ({ file }) => isSnippetFile(file));
  const included = onceFor((page: Page) => [...includedBy(page, byFile)]);
  const allTypes = new Map<GraphVersion, boolean>();
  return {
    read,
    pages,
    includes,
    snippets,
    page: (file) => byFile.get(keyOf(file)),
    lists: (file) => listed.has(keyOf(file)),
    included,
    lending: (page) => included(page).filter(({ file }) => !isSnippetFile(file)),
    isWhole,
    hasAllTypes(version) {
      const known = allTypes.get(version);
      if (known !== undefined) return known;
      const declaring = pages.filter((page) => page.version === version && typeNamesOn(page).length > 0);
      const all = declaring.length > 0 && declaring.every((page) => isWhole(directoryOf(page.file)));
      allTypes.set(version, all);
      return all;
    },
    declaredBy(file) {
      const page = byFile.get(keyOf(file));
      return page ? declaredOn(page) : [];
    },
  };
}

/** Those that are pages, and neither parts of pages nor tables of contents. */
export function pagesAmong(read: readonly Page[]): readonly Page[] {
  return read.filter(({ kind }) => kind !== "include" && kind !== "contents");
}

function includesAmong(read: readonly Page[]): readonly Page[] {
  return read.filter(({ kind }) => kind === "include");
}

/** Pages, and those parts of pages that may promise something. */
export function promisingAmong(read: readonly Page[]): readonly Page[] {
  return [...pagesAmong(read), ...includesAmong(read).filter(({ file }) => !isSnippetFile(file))];
}

/** A page that was saved as HTML stands for its Markdown, where that is not there. */
function keyOf(file: string): string {
  return file
    .toLowerCase()
    .replace(/^\.\//, "")
    .replace(/\.html?$/, ".md");
}

const keyOfPage = onceFor((page: Page): string => keyOf(page.file));

function listedIn({ file, links }: Page): string[] {
  return links.flatMap(({ target }) => {
    const linked = linkTarget(file, target);
    return linked ? [keyOf(linked.file)] : [];
  });
}

function includedBy(
  page: Page,
  byFile: ReadonlyMap<string, Page>,
  found: Set<Page> = new Set(),
): ReadonlySet<Page> {
  for (const key of includeKeys(page)) {
    const include = byFile.get(key);
    // A page that includes itself, on whatever way, ends here.
    if (include && !found.has(include)) includedBy(include, byFile, found.add(include));
  }
  return found;
}

const includeKeys = onceFor((page: Page): readonly string[] => {
  if (isSnippetFile(page.file)) return [];
  return page.includes.flatMap(({ target }) => {
    const linked = linkTarget(page.file, target);
    return linked ? [keyOf(linked.file)] : [];
  });
});

/** The other pages and includes that a page looks for, each once, as its links write them; code looks for none. */
export const soughtBy = pageFact("sought", (page): readonly string[] => {
  if (isSnippetFile(page.file)) return [];
  const linked = [...page.links, ...page.includes].flatMap(
    ({ target }) => linkTarget(page.file, target) ?? [],
  );
  return [...new Set(linked.filter(({ file }) => file !== page.file).map(({ file }) => file))];
});

const wholeDirectories = acrossPages("whole directories", soughtBy, (read): ReadonlySet<string> => {
  const there = new Set(read.map(keyOfPage));
  const written = new Set(read.flatMap((page) => (page.kind === "contents" ? [] : soughtBy(page))));
  const sought = new Map<string, Set<string>>();
  for (const file of [...written].map(keyOf)) {
    const directory = directoryOf(file);
    const files = sought.get(directory) ?? new Set();
    sought.set(directory, files.add(file));
  }
  const whole = [...sought].filter(([, files]) => {
    const present = [...files].filter((file) => there.has(file)).length;
    return files.size >= fewest && present >= files.size * wholeShare;
  });
  return new Set(whole.map(([directory]) => directory));
});

/** The names of the types that a page declares, one that it declares twice twice. */
export const typeNamesOn = pageFact("type names", ({ types }): readonly string[] =>
  types.map(({ name }) => name),
);

/** The types and enums that a page declares, see `Folder.declaredBy`. */
export const declaredOn = pageFact("declared", (page): readonly string[] => {
  const rows = page.types.flatMap((type) => type.properties);
  const enums = rows.filter((row) => row.facts.members !== undefined).map((row) => row.type.name);
  const names = [...page.types.map((type) => type.name), ...page.enums.map(({ name }) => name), ...enums];
  return [...new Set(names.filter((name) => name !== "" && !/^(edm\.)?string$/i.test(name)))];
});
