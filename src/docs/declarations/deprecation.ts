import type { Location } from "../../base/location.ts";

/** That a page speaks of deprecation. */
export interface Deprecation {
  /** Whether it certainly means what the page is about, as of now. */
  readonly certain: boolean;
  readonly location: Location;
}
