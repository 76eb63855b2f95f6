import { groupBy } from "../../base/group-by.ts";
import type { Judgement } from "../../rules/assertion.ts";
import { type ReadingClass, readingReasons } from "../../rules/reading-class.ts";
import { byText } from "../order.ts";
import { leftBodies } from "./left-bodies.ts";
import { leftFiles, leftIncludes, leftParts, leftTypes, type ReadPages } from "./left-on-pages.ts";
import type { CountedPart, LeftOnPage, LeftOut, LeftPlace, Reading } from "./reading.ts";

const ids = Object.keys(readingReasons) as readonly ReadingClass[];

/** What of the pages was read, and is known of their bodies, types and includes. */
export function makeReading(read: ReadPages, judgements: readonly Judgement[]): Reading {
  const all = [
    leftFiles(read.pages),
    leftParts(read.pages, "fence"),
    leftParts(read.pages, "row"),
    leftParts(read.pages, "list"),
    leftParts(read.pages, "name"),
    leftBodies(judgements),
    leftTypes(read),
    leftIncludes(read),
  ];
  const parts = all.map(({ part, of, places }): CountedPart => {
    const aside = places.filter(({ left }) => readingReasons[left].aside).length;
    return { part, of, aside, left: places.length - aside };
  });
  const byClass = groupBy(
    all.flatMap(({ places }) => places),
    ({ left }) => left,
  );
  const classes = ids.flatMap((id): LeftOut[] => {
    const places = byClass.get(id);
    return places ? [{ id, ...readingReasons[id], count: places.length, pages: byPage(places) }] : [];
  });
  return { parts, classes };
}

function byPage(places: readonly LeftPlace[]): LeftOnPage[] {
  const pages = [...groupBy(places, ({ file }) => file)].sort(([one], [other]) => byText(one, other));
  return pages.map(([file, own]) => ({
    file,
    places: own.map(({ line, text }) => ({ line, text })).sort((one, other) => one.line - other.line),
  }));
}
