import { spanAt } from "../../base/span.ts";
import { readNames } from "../markdown/annotation-names.ts";
import { nameSpan } from "../markdown/annotation-span.ts";
import type { Page } from "../page.ts";
import type { Left, LeftPart } from "./page-reading.ts";

/** What is in other letters is read all the same, and found by a rule. */
const read: ReadonlySet<string> = new Set(readNames.map((name) => name.toLowerCase()));

/** The names of a page's annotations, and those of them that nobody reads. */
export function leftNames({ annotations }: Pick<Page, "annotations">): Left {
  let of = 0;
  const left: LeftPart[] = [];
  for (const annotation of annotations) {
    const names = new Map(Object.keys(annotation.members).map((name) => [name.trim().toLowerCase(), name]));
    of += names.size;
    for (const [letters, name] of names) {
      if (read.has(letters)) continue;
      const span = nameSpan(annotation, name) ?? spanAt(annotation.location);
      left.push({ part: "name", left: "name-unread", span, text: name });
    }
  }
  return { of, left };
}
