import { grouped, place } from "../phrases.ts";
import { partNames, percentage } from "./phrases.ts";
import type { Reading } from "./reading.ts";

/** A header and rows, of text that is still to be escaped. */
export interface PlainTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How much of each part is left. */
export function partTable({ parts }: Reading): PlainTable {
  const rows = parts
    .filter(({ of }) => of > 0)
    .map((part) => {
      const { name, left } = partNames[part.part];
      return [name, `${percentage(part)} ${left}`, grouped(part.left), grouped(part.aside), grouped(part.of)];
    });
  return { header: ["What", "Share", "Left", "Set aside", "All"], rows };
}

/** Each class with its reason and the first of its places. */
export function classTable({ classes }: Reading): PlainTable {
  const rows = classes.map(({ count, what, why, change, aside, pages }) => {
    const [page] = pages;
    const line = page?.places[0]?.line ?? 1;
    const start = { line, column: 1 };
    const where = page ? place({ file: page.file, start, end: start }) : "";
    return [grouped(count), `${what}${aside ? " (set aside)" : ""}`, `${why} ${change}`, where];
  });
  return { header: ["Count", "What", "Why, and what would change it", "First place"], rows };
}
