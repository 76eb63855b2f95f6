import { spanAt } from "../base/span.ts";
import type { Flaw } from "./page.ts";
import type { PlacedBlock } from "./section.ts";

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
    const lines = block.text.split("\n");
    const index = lines.findIndex((line) => disclaimer.test(line));
    const line = lines[index];
    if (line === undefined) return [];
    const { file, line: first } = block.location;
    const location = index === 0 ? block.location : { file, line: first + index, column: 1 };
    return [
      {
        rule: "page/beta-disclaimer",
        message: "the page says that it is of beta, and is of v1.0",
        span: spanAt(location, line.length),
        advice: "Remove the note, or move the page to beta.",
      },
    ];
  });
}
