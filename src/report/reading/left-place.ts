import type { ReadingClass, ReadPart } from "../../rules/reading-class.ts";

/** One thing that was not read, or is not known. */
export interface LeftPlace {
  readonly left: ReadingClass;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** So many there are of a part, and which of them are left. */
export interface LeftOf {
  readonly part: ReadPart;
  readonly of: number;
  readonly places: readonly LeftPlace[];
}
