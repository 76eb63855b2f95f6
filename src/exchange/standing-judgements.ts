import { folderOf, pagesAmong } from "../docs/folder.ts";
import type { GraphVersion, Page } from "../docs/page.ts";
import type { Judgement } from "../rules/assertion.ts";
import { dependentPages } from "./dependent-pages.ts";
import { derivationOf } from "./derivation.ts";
import {
  type Documentation,
  documentationAfter,
  documentationOf,
  judgeDocumentedPage,
  type MetadataByVersion,
} from "./judge-documentation.ts";

/** All pages that were read, and those of them that are judged. */
export interface StandingPages {
  readonly pages: readonly Page[];
  readonly asked: readonly Page[];
  /** What they are judged with beside each other, where it is another than before. */
  readonly metadata?: MetadataByVersion;
}

/** What became of the pages since they were last taken. */
export interface StandingChange {
  /** Those to judge that are others than they were, or are new. They are to be judged first. */
  readonly changed: readonly Page[];
  /** The files that are gone. */
  readonly gone: readonly string[];
  /** The pages to judge that depend on them, see `dependentPages`. */
  readonly dependent: () => readonly Page[];
}

/**
 * The judgements of pages that change while they are looked at. After a change every page is judged again, since what any
 * page declares, shows or is called may count on any other; but first those that changed, then those that depend on them.
 */
export interface StandingJudgements {
  readonly documentation: Documentation;
  /** Takes the pages as they are now; undefined where nothing is another. Pages that are the same are the same values. */
  take(now: StandingPages): StandingChange | undefined;
  /** Judges a page as all pages are now. */
  judge(page: Page): readonly Judgement[];
  /** The next page whose judgement is older than the last change. */
  next(): Page | undefined;
  /** What was said of a page last, perhaps before the last change. */
  of(file: string): readonly Judgement[];
}

export function standingJudgements(
  first: StandingPages,
  { keep }: { readonly keep: (one: Judgement) => Judgement },
): StandingJudgements {
  let standing = first;
  let { metadata = {} } = first;
  let documentation = documentationOf(folderOf(first.pages), metadata);
  let left = new Set(pagesAmong(first.asked));
  const judged = new Map<string, readonly Judgement[]>();
  return {
    get documentation() {
      return documentation;
    },
    take(now) {
      const before = documentation;
      const old = new Set(standing.pages);
      const other = now.pages.filter((page) => !old.delete(page));
      const files = new Set(other.map(({ file }) => file));
      const gone = [...old].flatMap(({ file }) => (files.has(file) ? [] : [file]));
      if (other.length + gone.length === 0 && !now.metadata) return undefined;
      standing = now;
      metadata = now.metadata ?? metadata;
      documentation = documentationAfter(derivationsOf(before, now.asked), folderOf(now.pages), metadata);
      for (const file of gone) judged.delete(file);
      const changedFiles = new Set([...gone, ...other.map(({ file }) => file)]);
      const asked = pagesAmong(now.asked);
      const changed = asked.filter(({ file }) => changedFiles.has(file));
      left = new Set([...changed, ...asked]);
      const dependent = () => {
        const isChanged = (file: string) => changedFiles.has(file);
        // Who depended on what is gone or is called otherwise is told by what was.
        const all = [before, documentation].flatMap((one) => [...dependentPages(one, isChanged)]);
        const found = new Set(all.map(({ file }) => file));
        const pages = asked.filter((page) => found.has(page.file) && !changedFiles.has(page.file));
        left = new Set([...pages.filter((page) => left.has(page)), ...left]);
        return pages;
      };
      return { changed, gone, dependent };
    },
    judge(page) {
      left.delete(page);
      // Should a rule fail to judge it, nothing is known.
      judged.delete(page.file);
      const judgements = judgeDocumentedPage(page, documentation).map(keep);
      judged.set(page.file, judgements);
      return judgements;
    },
    next: () => left.values().next().value,
    of: (file) => judged.get(file) ?? [],
  };
}

/** What was derived by now, for the derivation of what is there then: without what that was derived from in turn. */
function derivationsOf({ folder, contract }: Documentation, asked: readonly Page[]) {
  const versions = new Set(asked.map(({ version }) => version));
  const known = new Map([...versions].map((version) => [version, derivationOf(contract(version), folder)]));
  return (version: GraphVersion) => known.get(version);
}
