import type { Report, SystemRow } from "../report.ts";

/** A system, and which pages and exchanges are shown with it: each is shown once in a report. */
export interface SystemEntry {
  readonly row: SystemRow;
  /** Its position among the systems. */
  readonly index: number;
  /** Positions in `judgements`. */
  readonly shown: readonly number[];
  /** Those of its own that are shown with a system before it. */
  readonly elsewhere: readonly number[];
  /** The answers on other pages that hold its resource. */
  readonly shared: readonly number[];
  readonly clean: boolean;
}

/** What is shown where, a system after the other. */
export function systemEntries({ systems }: Report): readonly SystemEntry[] {
  const seen = new Set<number>();
  // An answer that a row shares is shown with its own page; only where that is in no row, with the first that has it.
  const home = new Set(systems.flatMap(({ judgements, shared }) => without(judgements, new Set(shared))));
  return systems.map((row, index) => {
    const shared = new Set(row.shared.filter((number) => home.has(number)));
    const own = without(row.judgements, shared);
    const elsewhere = own.filter((number) => seen.has(number));
    const shown = without(own, seen);
    for (const number of shown) seen.add(number);
    return { row, index, shown, elsewhere, shared: [...shared], clean: isClean(row) };
  });
}

function without(numbers: readonly number[], others: ReadonlySet<number>): readonly number[] {
  return numbers.filter((number) => !others.has(number));
}

/** Nothing failed and nothing was waived: a large report tells such a row in brief. */
export function isClean({
  sources,
}: {
  readonly sources: readonly Pick<SystemRow["sources"][number], "assertions">[];
}): boolean {
  return sources.every(({ assertions }) => assertions.fail + assertions.waived === 0);
}
