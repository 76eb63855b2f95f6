import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { isObject } from "../../base/is-object.ts";
import type { Page } from "../page.ts";
import { prune, touch } from "./kept-folder.ts";
import { keptFields, keptPage, type Outline } from "./kept-page.ts";
import { type Column, openPack, writePack } from "./pack.ts";
import { acrossFacts, type KeptAcross, knowFacts, listingOf, pageFacts } from "./page-fact.ts";

/** What earlier runs have read of the same files, and what this one adds to it. */
export interface KeptReading {
  /** The page of a file: as it was read before, where these very bytes were, else as `read` reads them. */
  pageOf(file: string, read: (bytes: Buffer) => Page | undefined): Page | undefined;
  /** The page of a file that is not read before something of it is asked for: nothing is kept of it. */
  late(file: string, make: () => Page | undefined): Page | undefined;
  /**
   * Keeps what was read for the next run, where that is worth it, with what all `pages` say together; gives the folder
   * where nothing can be written.
   */
  save(pages: readonly Page[]): string | undefined;
}

interface Read {
  /** When it was written, when it changed, its size and its number: with other bytes one of them is another. */
  readonly stamp: readonly number[];
  readonly digest: string;
  readonly page: Page;
}

/** What a pack says of its pages: a place in each list for each. */
interface Head {
  readonly began: number;
  /** All pages that were read together, those of which nothing is kept among them. */
  readonly listing: string;
  readonly files: readonly string[];
  readonly stamps: readonly (readonly number[])[];
  readonly digests: readonly string[];
  readonly outlines: readonly Outline[];
}

// A file that was written shortly before it was read may have been written again without looking otherwise (git calls
// it racily clean); some file systems know the time to two seconds only.
const blurred = 2000;
/** So many files are sooner read again than all of them kept anew. */
const few = 50;

/** A reading of some files that belong together. */
export interface KeptFor {
  /** The file that stands for all that a reading depends on beside the bytes: the tool, its engine, the options. */
  readonly keptIn: string;
  /** Those that are read anew in any case: of them everything is asked. */
  isWhole(file: string): boolean;
}

/** Opens what earlier runs have kept; where there is nothing, or nothing that can be used, everything is read. */
export function openReading({ keptIn, isWhole }: KeptFor): KeptReading {
  const began = Date.now();
  const pack = openPack(keptIn);
  const head = pack && headOf(pack.head);
  const rows = new Map(head?.files.map((file, row) => [file, row]));
  const known = new Map<string, Read>();
  const count = { whole: 0, read: 0 };
  const across: KeptAcross = {
    listing: head?.listing ?? "",
    of: (name) => pack?.cell(`across ${name}`, 0)?.[0],
  };

  function keep(file: string, read: Read): void {
    known.set(file, read);
    const row = rows.get(file);
    if (!pack || row === undefined) return;
    const isSame = head?.digests[row] === read.digest;
    knowFacts(read.page, { of: (name) => pack.cell(`fact ${name}`, row)?.[0], isSame, across });
  }

  /** The page as it is kept, where it was read from bytes of that digest. */
  function kept(file: string, digest: string, read: () => Page | undefined): Page | undefined {
    const row = rows.get(file);
    const outline = row !== undefined && head?.digests[row] === digest ? head.outlines[row] : undefined;
    return pack && outline && row !== undefined ? keptPage({ file, outline, pack, row, read }) : undefined;
  }

  return {
    pageOf(file, read) {
      const stamp = stampOf(file);
      const again = () => read(readFileSync(file));
      const row = rows.get(file) ?? -1;
      const [before, digest] = [head?.stamps[row], head?.digests[row]];
      if (head && before && digest !== undefined && !isWhole(file)) {
        const page = isSame(before, stamp) && isSettled(stamp, head.began) && kept(file, digest, again);
        if (page) {
          keep(file, { stamp, digest, page });
          return page;
        }
      }
      const bytes = readFileSync(file);
      const now = digestOf(bytes);
      const page = (isWhole(file) ? undefined : kept(file, now, again)) ?? read(bytes);
      count[isWhole(file) ? "whole" : "read"]++;
      if (page) keep(file, { stamp, digest: now, page });
      return page;
    },
    late(_file, make) {
      const page = make();
      // No fact of it is kept, and none says anything.
      if (page) knowFacts(page, { of: () => undefined, isSame: true, across });
      return page;
    },
    save(all) {
      const gone = [...rows.keys()].filter((file) => !known.has(file)).length;
      // Who judges most of the pages reads them all.
      if (count.whole > known.size / 4 || (head ? count.read + gone : known.size) <= few)
        return void touch(keptIn);
      const reads = [...known.values()];
      const pages = reads.map(({ page }) => page);
      const made: Head = {
        began,
        listing: listingOf(all),
        files: [...known.keys()],
        stamps: reads.map(({ stamp }) => stamp),
        digests: reads.map((one) => one.digest),
        outlines: pages.map(({ version, kind, title, namespace }) => ({ version, kind, title, namespace })),
      };
      try {
        writePack(keptIn, made, [...columnsOf(pages), ...columnsAcross(all)]);
        prune(dirname(keptIn));
        return undefined;
      } catch {
        // Somebody else's folder, a full disk: the next run reads as this one did.
        return dirname(keptIn);
      }
    },
  };
}

function* columnsOf(pages: readonly Page[]): Generator<Column> {
  for (const field of keptFields) yield { name: field, values: pages.map((page) => page[field]) };
  for (const [name, fact] of pageFacts) yield { name: `fact ${name}`, values: pages.map(fact) };
}

function columnsAcross(pages: readonly Page[]): readonly Column[] {
  return [...acrossFacts].map(([name, fact]) => ({ name: `across ${name}`, values: [fact(pages)] }));
}

function headOf(value: unknown): Head | undefined {
  const lists = ["files", "stamps", "digests", "outlines"];
  if (!isObject(value) || typeof value.began !== "number" || typeof value.listing !== "string")
    return undefined;
  // The digest says that it is what this very code has written.
  return lists.every((name) => Array.isArray(value[name])) ? (value as unknown as Head) : undefined;
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.every((value, index) => value === other[index]);
}

function isSettled([written = 0, changed = 0]: readonly number[], began: number): boolean {
  return Math.max(written, changed) < began - blurred;
}

function stampOf(file: string): number[] {
  const { size, mtimeMs, ctimeMs, ino } = statSync(file);
  return [mtimeMs, ctimeMs, size, ino];
}

function digestOf(bytes: Buffer): string {
  return createHash("md5").update(bytes).digest("base64");
}
