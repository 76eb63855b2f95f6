import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { onceFor } from "../../base/once-for.ts";
import type { Page } from "../page.ts";

/** What is worked out of a page alone, by its name. */
export const pageFacts = new Map<string, (page: Page) => unknown>();

/** What is made of one fact of many pages, by its name. */
export const acrossFacts = new Map<string, (pages: readonly Page[]) => unknown>();

/** What an earlier run has kept of many pages that it had read together. */
export interface KeptAcross {
  /** Which pages these were, see `listingOf`. */
  readonly listing: string;
  readonly of: (name: string) => unknown;
}

/** What is kept of a page; that there is nothing is undefined. */
interface KnownFacts {
  readonly of: (name: string) => unknown;
  /** Whether it is of these very bytes, or of others that the page had then. */
  readonly isSame: boolean;
  readonly across: KeptAcross;
}

const known = new WeakMap<Page, KnownFacts>();

/** Says where the facts of a page are kept; one that is not there is worked out. */
export function knowFacts(page: Page, facts: KnownFacts): void {
  known.set(page, facts);
}

/**
 * Something short that is worked out of a page alone, and that is asked of thousands of pages to judge one: once for
 * each page, and kept with its reading, so that a page that has not changed need not be read for it. It is plain data.
 */
export function pageFact<Value>(name: string, make: (page: Page) => Value): PageFact<Value> {
  const fact = onceFor((page: Page): Value => {
    const facts = known.get(page);
    const kept = facts?.isSame ? facts.of(name) : undefined;
    // What is kept was made by this very function: the key of what is kept holds all of the code.
    return kept === undefined ? make(page) : (kept as Value);
  });
  pageFacts.set(name, fact);
  return Object.assign(fact, { fact: name });
}

export interface PageFact<Value> {
  (page: Page): Value;
  /** What it is kept as. */
  readonly fact: string;
}

/**
 * What is made of one fact of all pages that were read together, in their order: anew only where a page came or went, or the
 * fact of one is another, than before or in the run that has kept it. `make` may use of a page nothing but that fact, its
 * file, version and kind, and keeps no page. It is plain data.
 */
export function acrossPages<Fact, Value>(
  name: string,
  fact: PageFact<Fact>,
  make: (pages: readonly Page[]) => Value,
): (pages: readonly Page[]) => Value {
  let last: { readonly pages: readonly Page[]; readonly value: Value } | undefined;
  const isAlike = (one: Page, other: Page | undefined) =>
    one === other ||
    (one.file === other?.file &&
      one.version === other.version &&
      one.kind === other.kind &&
      isDeepStrictEqual(fact(one), fact(other)));
  const across = (pages: readonly Page[]): Value => {
    const before = last?.pages;
    const isSame =
      before?.length === pages.length &&
      (before === pages || pages.every((page, index) => isAlike(page, before[index])));
    const value = last && isSame ? last.value : ((keptAcross(name, fact, pages) as Value) ?? make(pages));
    last = { pages, value };
    return value;
  };
  acrossFacts.set(name, across);
  return across;
}

/** Undefined where the pages are others, or the fact of one is another, than where it was kept. */
function keptAcross(name: string, fact: PageFact<unknown>, pages: readonly Page[]): unknown {
  const kept = sameOf(pages);
  const isSame = kept?.changed.every((page) => isDeepStrictEqual(fact(page), known.get(page)?.of(fact.fact)));
  return isSame ? kept?.across.of(name) : undefined;
}

interface SamePages {
  readonly across: KeptAcross;
  readonly changed: readonly Page[];
}

/** What is kept of just these pages, and those that have changed since; asked once for each fact. */
const sameOf = onceFor((pages: readonly Page[]): SamePages | undefined => {
  const across = pages[0] && known.get(pages[0])?.across;
  if (!across || pages.some((page) => known.get(page)?.across !== across)) return undefined;
  if (across.listing !== listingOf(pages)) return undefined;
  return { across, changed: pages.filter((page) => known.get(page)?.isSame === false) };
});

/** Of the names of pages and what they are, in their order. */
export function listingOf(pages: readonly Page[]): string {
  const lines = pages.map(({ file, version, kind }) => `${file}\n${version} ${kind}\n`);
  return createHash("sha1").update(lines.join("")).digest("base64");
}
