import type { HeldArea } from "../../diff/beside/hold-beside.ts";
import type { Standing } from "../../diff/beside/told.ts";
import { grouped } from "../phrases.ts";
import type { MetadataBeside, WeighedChange } from "./change-report.ts";

/** A table of what changed in both witnesses or in one, by area; every row as many cells as the head. */
export interface BesideTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many changes of the pages are of what metadata cannot tell. */
  readonly untold: string;
}

/** The areas in which both can tell something, and their sum. */
export function besideTable({ areas }: MetadataBeside): BesideTable {
  const told = areas.filter(
    ({ pages, metadata }) => pages.both + onlyIn(pages) + onlyIn(metadata) + metadata.untold > 0,
  );
  const sum = (count: (area: HeldArea) => number) => told.reduce((total, area) => total + count(area), 0);
  const columns: readonly ((area: HeldArea) => number)[] = [
    ({ pages }) => pages.both,
    ({ pages }) => onlyIn(pages),
    ({ pages }) => pages.before,
    ({ metadata }) => onlyIn(metadata) + metadata.untold,
    ({ metadata }) => metadata.before,
  ];
  return {
    head: [
      "Area",
      "Both",
      "Pages only",
      "of these, metadata was so already",
      "Metadata only",
      "of these, pages were so already",
    ],
    rows: [
      ...told.map((area) => [area.area, ...columns.map((column) => grouped(column(area)))]),
      ["all", ...columns.map((column) => grouped(sum(column)))],
    ],
    untold: grouped(areas.reduce((total, { pages }) => total + pages.untold, 0)),
  };
}

function onlyIn({ before, alone, otherwise }: HeldArea["pages"]): number {
  return before + alone + otherwise;
}

const ofPages: Readonly<Record<Standing, string>> = {
  both: "the metadata changed the same",
  before: "the metadata was so already",
  alone: "the metadata does not say so",
  otherwise: "the metadata says something else",
  untold: "the metadata cannot tell",
};

const ofMetadata: Readonly<Record<Standing, string>> = {
  both: "the pages changed the same",
  before: "the pages were so already",
  alone: "no page says so",
  otherwise: "the pages say something else",
  untold: "the pages do not tell",
};

/** How a change of the pages, or of the metadata, stands beside the other; nothing where none was held beside. */
export function besidePhrase({ beside }: WeighedChange, of: "pages" | "metadata" = "pages"): string {
  if (beside === undefined) return "";
  return (of === "pages" ? ofPages : ofMetadata)[beside];
}
