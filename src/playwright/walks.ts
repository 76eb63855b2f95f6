import { Memory, type Remembers } from "../rules/memory.ts";
import type { Past } from "../rules/past.ts";

/**
 * Remembers the walks of one test from page to page, so that a page that a link led to is judged by the options of the
 * request that began it. What a list held is forgotten: others may write between two requests of a test, and nobody says
 * so. A response that is judged once more is judged as before.
 */
export function walksOfTest(): (response: object) => Remembers {
  const memory = new Memory();
  const pasts = new WeakMap<object, Past>();
  return (response) => {
    const isKnown = pasts.has(response);
    return {
      before(exchange) {
        const known = pasts.get(response);
        if (known) return known;
        const { walk } = memory.before(exchange);
        const past: Past = walk ? { walk } : {};
        pasts.set(response, past);
        return past;
      },
      keep: (context) => isKnown || memory.keep(context),
    };
  };
}
