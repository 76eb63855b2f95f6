import { partition } from "../base/partition.ts";
import { pagesAmong } from "../docs/folder.ts";
import type { Page } from "../docs/page.ts";
import { pagesPhrase } from "../report/phrases.ts";

/** How many pages there are, counted as those that were judged: notes beside them apart, without what cannot be read. */
export function pageCount(read: readonly Page[]): string {
  const pages = pagesAmong(read).filter(({ kind }) => kind !== "unreadable");
  const [others, documenting] = partition(pages, ({ kind }) => kind === "other");
  return pagesPhrase(documenting.length, others.length);
}
