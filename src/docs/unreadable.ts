import { spanAt } from "../base/span.ts";
import { UsageError, whyNotRead } from "../base/usage-error.ts";
import type { GraphVersion, Page } from "./page.ts";
import { readPage } from "./read-page.ts";

/** A file or a folder that does not open, or is no text. `reason` is the end of a sentence. */
export class Unreadable extends UsageError {
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path} cannot be read: ${reason}`);
    this.reason = reason;
  }
}

/** What `read` gives. @throws Unreadable where the system says why there is nothing to be read */
export function orUnreadable<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    // What has no code is a defect.
    if (error instanceof Error && "code" in error) throw new Unreadable(path, whyNotRead(error));
    throw error;
  }
}

/** The same, with the reason in its place. */
export function unlessUnreadable<Result>(path: string, read: () => Result): Result | Unreadable {
  try {
    return orUnreadable(path, read);
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

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
