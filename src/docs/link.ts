import type { Location } from "../base/location.ts";

export interface Link {
  readonly text: string;
  /** The destination as written, without title. */
  readonly target: string;
  readonly location: Location;
  /** How many characters it has as written, brackets and title included. */
  readonly length: number;
}

export interface Include {
  readonly text: string;
  readonly target: string;
  readonly location: Location;
  readonly length: number;
}
