import { groupBy } from "../../base/group-by.ts";
import type { Change } from "../change.ts";
import type { Standing } from "./told.ts";

/** The changes of the pages and those of the metadata over the same time, side by side. */
export interface HeldBeside {
  readonly areas: readonly HeldArea[];
  /** What changed in the metadata, and not the same in the pages. */
  readonly metadataOnly: readonly Change[];
}

/** How many changes of an area, as the rules name them, stand how. */
export interface HeldArea {
  readonly area: string;
  /** Changes of the pages; `before` and `alone` and `otherwise` are of the pages only. */
  readonly pages: Readonly<Record<Standing, number>>;
  /** Changes of the metadata but those of both; `before` is what the pages said before. */
  readonly metadata: Readonly<Record<Standing, number>>;
}

/** Holds the changes of the pages, told with the metadata as their witness, beside those of the metadata, told with the pages as theirs. */
export function holdBeside(pages: readonly Change[], metadata: readonly Change[]): HeldBeside {
  const areas = [...new Set([...pages, ...metadata].map(areaOf))].sort();
  const byArea = [pages, metadata].map((changes) => groupBy(changes, areaOf));
  return {
    areas: areas.map((area) => ({
      area,
      pages: countsOf(byArea[0]?.get(area)),
      metadata: countsOf(byArea[1]?.get(area)),
    })),
    metadataOnly: metadata.filter(({ beside }) => beside !== "both"),
  };
}

function areaOf({ rule }: Change): string {
  return rule.slice(0, rule.indexOf("/"));
}

function countsOf(changes: readonly Change[] = []): Record<Standing, number> {
  const counts = { both: 0, before: 0, alone: 0, otherwise: 0, untold: 0 } satisfies Record<Standing, number>;
  for (const { beside = "untold" } of changes) counts[beside]++;
  return counts;
}
