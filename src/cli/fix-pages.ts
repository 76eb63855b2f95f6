import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { GraphVersion, Page } from "../docs/page.ts";
import { readPageFile } from "../docs/page-file.ts";
import { liesIn } from "../docs/page-path.ts";
import type { Reading } from "../docs/read-in-context.ts";
import { type Mended, mend } from "../fix/mend.ts";
import { unifiedPatch } from "../fix/unified-patch.ts";
import { readOriginal, writeMended } from "../fix/write-mended.ts";
import type { Report } from "../report/report.ts";

/** What `--fix` goes by. */
export interface Fixing {
  readonly reading: Reading;
  /** The paths that were named: nothing outside of them is changed. */
  readonly paths: readonly string[];
  /** When reading began, in milliseconds. */
  readonly readAt: number;
  /** For pages whose path and text name none. */
  readonly version: GraphVersion | undefined;
  judge(reading: Reading): Report;
}

/** What `--fix` has done. */
export interface Fixed extends Mended<Report> {
  /** By file, why a fix in it was not made. */
  readonly refused: ReadonlyMap<string, string>;
  /** By file, its text before; of those in `texts`. */
  readonly before: ReadonlyMap<string, string>;
}

/** Makes the fixes of a report's findings in memory, and judges again. */
export function fixInMemory(first: Report, { reading, paths, readAt, version, judge }: Fixing): Fixed {
  const before = new Map<string, string>();
  const refused = new Map<string, string>();
  const named = new Set(reading.asked.map(({ file }) => file));
  const mended = mend(first, {
    text(file) {
      const why = refusal(file, named, paths);
      const original = why === undefined ? readOriginal(file, readAt) : { why };
      if ("why" in original) refused.set(file, original.why);
      else before.set(file, original.text);
      return "text" in original ? original.text : undefined;
    },
    judge: (texts) => judge(withTexts(reading, texts, version)),
  });
  return { ...mended, before, refused };
}

/** Writes the pages that were fixed. What cannot be written is judged as it is. */
export function writeFixed(first: Report, fixed: Fixed, fixing: Fixing): Fixed {
  const refused = new Map(fixed.refused);
  const texts = new Map<string, string>();
  for (const [file, text] of fixed.texts) {
    const why = writeMended(file, fixed.before.get(file) ?? "", text);
    if (why === undefined) texts.set(file, text);
    else refused.set(file, why);
  }
  if (texts.size === fixed.texts.size) return { ...fixed, refused };
  const judged = texts.size === 0 ? first : fixing.judge(withTexts(fixing.reading, texts, fixing.version));
  return {
    ...fixed,
    refused,
    texts,
    judged,
    fixed: fixed.fixed.filter(({ fix }) => (fix?.edits ?? []).every(({ span }) => texts.has(span.file))),
  };
}

/** The patch of all pages that were fixed, and the folder that its names begin in. */
export function patchOf({ texts, before }: Fixed, paths: readonly string[]) {
  const files = [...texts.keys()].sort();
  const folder = files.every((file) => liesIn(".", file)) ? "." : folderAround(paths);
  const patch = files.map((file) => {
    const name = relative(folder, file).replaceAll("\\", "/");
    return unifiedPatch(name, before.get(file) ?? "", texts.get(file) ?? "");
  });
  return { patch: patch.join(""), folder };
}

/** Of what lies outside of the current folder: the repository that it lies in, else what holds all that was named. */
function folderAround(paths: readonly string[]): string {
  const folders = paths.map((path) => resolve(statSync(path).isDirectory() ? path : dirname(path)));
  let [folder = "."] = folders;
  while (!folders.every((other) => liesIn(folder, other))) folder = dirname(folder);
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if (existsSync(join(above, ".git"))) return above;
  }
  return folder;
}

function refusal(file: string, named: ReadonlySet<string>, paths: readonly string[]): string | undefined {
  if (!named.has(file)) return "it was not named";
  if (!/\.md$/i.test(file)) return "it is no Markdown";
  if (!existsSync(file)) return "it is gone";
  const real = realpathSync(file);
  const inside = paths.some((path) => existsSync(path) && liesIn(realpathSync(path), real));
  return inside ? undefined : "a link leads out of what was named";
}

function withTexts(
  reading: Reading,
  texts: ReadonlyMap<string, string>,
  version: GraphVersion | undefined,
): Reading {
  const read = new Map<Page, Page>();
  const again = (page: Page): Page => {
    const text = texts.get(page.file);
    if (text === undefined) return page;
    const known =
      read.get(page) ??
      readPageFile({ name: page.file, bytes: Buffer.from(text) }, version, new Map()) ??
      page;
    read.set(page, known);
    return known;
  };
  return { ...reading, pages: reading.pages.map(again), asked: reading.asked.map(again) };
}
