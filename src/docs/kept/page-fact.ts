import { isDeepStrictEqual } from "node:util";
import { onceFor } from "../../base/once-for.ts";
import type { Page } from "../page.ts";

/** What is worked out of a page alone, by its name. */
export const pageFacts = new Map<string, (page: Page) => unknown>();

/** Where the facts of a page that was read in an earlier run are. */
export type KnownFacts = (name: string) => unknown;

const known = new WeakMap<Page, KnownFacts>();

/** Says where the facts of a page are kept; one that is not there (`undefined`) is worked out. */
export function knowFacts(page: Page, facts: KnownFacts): void {
  known.set(page, facts);
}

/**
 * Something short that is worked out of a page alone, and that is asked of thousands of pages to judge one: once for
 * each page, and kept with its reading, so that a page that has not changed need not be read for it. It is plain data.
 */
export function pageFact<Value>(name: string, make: (page: Page) => Value): (page: Page) => Value {
  const fact = onceFor((page: Page): Value => {
    const kept = known.get(page)?.(name);
    // What is kept was made by this very function: the key of what is kept holds all of the code.
    return kept === undefined ? make(page) : (kept as Value);
  });
  pageFacts.set(name, fact);
  return fact;
}

/**
 * What is made of one fact of many pages, in their order: anew only where a page came or went, or the fact of one is
 * another. `make` may use of a page nothing but that fact, its file, version and kind, and keeps no page.
 */
export function acrossPages<Fact, Value>(
  fact: (page: Page) => Fact,
  make: (pages: readonly Page[]) => Value,
): (pages: readonly Page[]) => Value {
  let last: { readonly pages: readonly Page[]; readonly value: Value } | undefined;
  const isAlike = (one: Page, other: Page | undefined) =>
    one === other ||
    (one.file === other?.file &&
      one.version === other.version &&
      one.kind === other.kind &&
      isDeepStrictEqual(fact(one), fact(other)));
  return (pages) => {
    const before = last?.pages;
    const isSame =
      before?.length === pages.length &&
      (before === pages || pages.every((page, index) => isAlike(page, before[index])));
    last = { pages, value: last && isSame ? last.value : make(pages) };
    return last.value;
  };
}
