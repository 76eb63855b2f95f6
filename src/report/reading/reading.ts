import type { ReadingClass, ReadingReason, ReadPart } from "../../rules/reading-class.ts";

/** How much of the pages was read and is known, and what is not. */
export interface Reading {
  /** All that is counted, each part once. */
  readonly parts: readonly CountedPart[];
  /** The classes that there is anything of, those that are set aside last. */
  readonly classes: readonly LeftOut[];
}

export interface CountedPart {
  readonly part: ReadPart;
  /** All there are, counted before any reader decides. */
  readonly of: number;
  /** Those that declare nothing. */
  readonly aside: number;
  /** Those that were not read, or are not known. */
  readonly left: number;
}

/** Of one class, where it stands. */
export interface LeftOut extends ReadingReason {
  readonly id: ReadingClass;
  readonly count: number;
  /** By file. */
  readonly pages: readonly LeftOnPage[];
}

export interface LeftOnPage {
  readonly file: string;
  /** By line; `text` says what stands there, or what it is about. */
  readonly places: readonly { readonly line: number; readonly text: string }[];
}

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
