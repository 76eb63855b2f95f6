import { deriveExamples } from "../contract/derive/derive-examples.ts";
import type { Page } from "../docs/page.ts";
import type { Exchange } from "../rules/exchange.ts";

/** The exchanges that a page documents: every example with a request, answered or not. */
export function documentedExchanges(page: Page): Exchange[] {
  return deriveExamples(page).map((example) => ({ source: "documented", version: page.version, ...example }));
}
