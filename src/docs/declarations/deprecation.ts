import type { Location } from "../../base/location.ts";

/** That something is called deprecated, or is announced to be, and what is said of when. */
export interface RemovalNotice {
  /** The day, or the month, from which it is gone or does nothing: `2027-10-15`, `2027-10`. */
  readonly removal?: string;
  /** The day of the notice; pages do not say it. */
  readonly announced?: string;
}

/** That a page speaks of deprecation. */
export interface Deprecation extends RemovalNotice {
  /** Whether it certainly means what the page is about, as of now. */
  readonly certain: boolean;
  readonly location: Location;
}
