import { spanAt } from "../base/span.ts";
import type { GraphVersion, Page } from "./page.ts";
import { readPage } from "./read-page.ts";

/** A page of which there is only the name, and why nothing of it could be read: `page/unreadable` tells it. */
export function unreadablePage(file: string, version: GraphVersion, reason: string): Page {
  const message = `the file cannot be read: ${reason}`;
  const span = spanAt({ file, line: 1, column: 1 });
  return {
    ...readPage("", { file, version }),
    kind: "unreadable",
    flaws: [{ rule: "page/unreadable", message, span }],
  };
}
