import type { Location } from "../../base/location.ts";
import { spanAt } from "../../base/span.ts";
import type { Fence } from "../block.ts";
import type { Flaw } from "../page.ts";

/** A first line that begins farther to the right is not put below its column. */
const widestLead = 1000;

/** A block of code that is being read. */
export interface OpenCode {
  /** As the first class says it that names one. */
  language: string | undefined;
  add(text: string, offset: number): void;
  /** `otherwise`: the language where no class says it. */
  finished(closed: boolean, otherwise: string): { readonly fence: Fence; readonly flaw?: Flaw };
}

/**
 * Reads the text of a `<pre>` line by line. The first line stands behind tags; it gets blanks in their place, so that
 * every line begins in column 1:
 *
 *     <pre><code class="lang-http">GET /me                                 GET /me
 *     Prefer: a                              Prefer: a
 */
export function openCode(tag: Location, placeOf: (offset: number) => Location): OpenCode {
  let text = "";
  let start: Location | undefined;
  return {
    language: undefined,
    add(piece, offset) {
      if (!start) {
        start = placeOf(offset);
        if (start.column <= widestLead) text = " ".repeat(start.column - 1);
      }
      text += piece;
    },
    finished(closed, otherwise) {
      const language = this.language ?? otherwise;
      const fence: Fence = {
        kind: "fence",
        language,
        text: text.trim() === "" ? "" : text.replace(/\n$/, ""),
        location: { ...(start ?? tag), column: start ? 1 : tag.column },
        closed,
        swallowedHeadings: 0,
      };
      if (closed) return { fence };
      const message = "the code is not closed before the page ends";
      return { fence, flaw: { rule: "page/unclosed-fence", message, span: spanAt(tag, "<pre>".length) } };
    },
  };
}
