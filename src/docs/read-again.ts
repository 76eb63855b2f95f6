import { statSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { onceFor } from "../base/once-for.ts";
import { isHtmlFile } from "./html/read-saved-page.ts";
import type { PageMemory } from "./kept/page-memory.ts";
import type { Page } from "./page.ts";
import { readPageFile } from "./page-file.ts";
import { type Reading, type ReadingOptions, readInContext } from "./read-in-context.ts";
import { Unreadable, unlessUnreadable } from "./unreadable.ts";

/** What a reading was made by. */
export interface ReadBy extends ReadingOptions {
  readonly paths: readonly string[];
  readonly memory: PageMemory;
}

/**
 * The same pages after some files or folders changed, came or went. A page that is what it was is
 * the same value as before.
 *
 * @throws UsageError as `readInContext` does: where no page is left
 */
export async function readAgain(
  before: Reading,
  changed: readonly string[],
  { paths, ...options }: ReadBy,
): Promise<Reading> {
  const names = options.memory.forget(changed);
  const alone = names && readAlone(before, names, options);
  return alone ?? withOld(before, await readInContext(paths, options));
}

/** A page of a version that only those around it say is read anew each time. */
function withOld(before: Reading, now: Reading): Reading {
  const known = new Map(before.pages.map((page) => [page.file, page]));
  const old = onceFor((page: Page): Page => {
    const same = known.get(page.file);
    return same && isDeepStrictEqual(same, page) ? same : page;
  });
  return { ...now, pages: now.pages.map(old), asked: now.asked.map(old) };
}

/**
 * The reading with the pages of these files in place of what they were: what else a reading depends on is the same where
 * each of them was there, and is of the version and kind that it was. Undefined where that is not so.
 */
function readAlone(
  before: Reading,
  names: readonly string[],
  { memory, version }: ReadingOptions & { readonly memory: PageMemory },
): Reading | undefined {
  const files = new Set(names);
  const old = before.pages.filter(({ file }) => files.has(file));
  if (old.length < files.size || old.some(({ file }) => isHtmlFile(file))) return undefined;
  const kept = memory.over(() => undefined);
  const mended = new Map<Page, Page>();
  for (const page of old) {
    const { file } = page;
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
    const now = unlessUnreadable(file, () =>
      kept.pageOf(file, (bytes) => readPageFile({ name: file, bytes }, version, new Map())),
    );
    if (now === undefined || now instanceof Unreadable) return undefined;
    if (now.kind !== page.kind || now.version !== page.version) return undefined;
    mended.set(page, isDeepStrictEqual(page, now) ? page : now);
  }
  const renewed = (pages: readonly Page[]) => pages.map((page) => mended.get(page) ?? page);
  return { ...before, pages: renewed(before.pages), asked: renewed(before.asked) };
}
