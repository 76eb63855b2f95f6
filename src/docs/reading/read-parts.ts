import type { Page } from "../page.ts";
import type { PlacedBlock } from "../section.ts";
import { leftFences } from "./left-fences.ts";
import { leftLists } from "./left-lists.ts";
import { leftNames } from "./left-names.ts";
import { leftRows } from "./left-rows.ts";
import type { PageReading } from "./page-reading.ts";

/**
 * Holds what the readers have made of a page against its blocks: all fences, all rows of tables below a heading that
 * announces declarations, all lists of members, all names of annotations. A part counts as read where something that the page declares, or an
 * example of it, stands in it; no reader has to say so itself.
 */
export function readingOf(page: Omit<Page, "reading">, placed: readonly PlacedBlock[]): PageReading {
  const fences = leftFences(page, placed);
  const rows = leftRows(page, placed);
  const lists = leftLists(page);
  const names = leftNames(page);
  return {
    counted: { fence: fences.of, row: rows.of, list: lists.of, name: names.of },
    left: [...fences.left, ...rows.left, ...lists.left, ...names.left].sort(
      (one, other) => one.span.start.line - other.span.start.line,
    ),
  };
}
