import type { Random } from "./random.ts";

/** What the values of one resource share. */
export interface Draw {
  readonly random: Random;
  /** When the story of the resource begins, in milliseconds since 1970. */
  readonly begin: number;
  /** The types of the objects around the value, the outermost first. */
  readonly around: string[];
}

/** Makes the value that stands at a place; the place decides which. Undefined: the contract leaves none. */
export type Fill = (draw: Draw, place: number) => unknown;
