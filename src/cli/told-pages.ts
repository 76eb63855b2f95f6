import type { Page } from "../docs/page.ts";
import { pagesPhrase } from "../report/phrases.ts";
import { visibleText } from "../report/visible-text.ts";
import type { Judgement } from "../rules/assertion.ts";

/** How many pages there are, counted as those that were judged: notes beside them apart, without what cannot be read. */
export function pageCount(read: readonly Page[]): string {
  const documenting = read.filter(({ kind }) => kind === "api" || kind === "resource");
  const others = read.filter(({ kind }) => kind === "other");
  return pagesPhrase(documenting.length, others.length);
}

/** `Not read     v1.0/api/run-get.md: the file cannot be read: it does not exist`, a line each: nobody is held to what it promises. */
export function unreadLines(unread: readonly Judgement[]): string {
  const lines = unread.flatMap(({ file, assertions }) =>
    assertions.flatMap((each) =>
      each.status === "fail" ? `Not read     ${visibleText(`${file}: ${each.message}`)}\n` : [],
    ),
  );
  return lines.join("");
}
