import { spanAt } from "../../base/span.ts";
import { readNames } from "../markdown/read-names.ts";
import type { Page } from "../page.ts";
import type { Left, LeftPart } from "./page-reading.ts";

/** The names of a page's annotations, and those of them that nobody reads. */
export function leftNames({ annotations }: Pick<Page, "annotations">): Left {
  let of = 0;
  const left: LeftPart[] = [];
  for (const { members, location } of annotations) {
    for (const name of Object.keys(members)) {
      of++;
      if (readNames.has(name.trim().toLowerCase())) continue;
      left.push({ part: "name", left: "name-unread", span: spanAt(location), text: name });
    }
  }
  return { of, left };
}
