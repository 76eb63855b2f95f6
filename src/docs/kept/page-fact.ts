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
