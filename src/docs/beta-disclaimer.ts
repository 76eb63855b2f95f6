import { spanAt } from "../base/span.ts";
import type { Flaw } from "./page.ts";
import { linesOf, type PlacedBlock } from "./section.ts";

/** The include that stands on every page of beta, or its sentence written out. */
const disclaimer =
  /\]\([^)\s]*\bbeta-disclaimer\.md\)|\bAPIs under the\s+[`'"*]{0,3}\/beta[`'"*]{0,3}\s+version\b/i;
const section = /^##[ \t]/m;

/** Whether a page calls itself beta above its first section; further down it may speak of one of its parts. */
export function callsItselfBeta(text: string): boolean {
  const at = disclaimer.exec(text)?.index;
  return at !== undefined && !section.test(text.slice(0, at));
}

/** Where a page calls itself beta, which is a flaw of one that is not. */
export function betaDisclaimers(placed: readonly PlacedBlock[]): Flaw[] {
  return placed.flatMap(({ block, under }) => {
    if (block.kind !== "paragraph" || under.some(({ level }) => level > 1)) return [];
    const line = linesOf(block).find(({ text }) => disclaimer.test(text));
    if (!line) return [];
    return [
      {
        rule: "page/beta-disclaimer",
        message: "the page says that it is of beta, and is of v1.0",
        span: spanAt(line.location, line.text.length),
        advice: "Remove the note, or move the page to beta.",
      },
    ];
  });
}
