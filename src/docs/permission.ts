import type { Location } from "../base/location.ts";

/** A row of a permission table. */
export interface Permission {
  readonly scheme: "delegated-work" | "delegated-personal" | "application";
  /** From least to most privileged. Empty when the page says that it is not supported, or nothing. */
  readonly permissions: readonly string[];
  /** Those that do not do alone: `A and B`. */
  readonly together?: readonly string[];
  /** The page lists the least privileged ones alone: others may do, too. */
  readonly leastOnly?: true;
  /** The row names no permission, and does not say either that there is none: an empty cell, "varies by context". */
  readonly unsaid?: true;
  readonly location: Location;
}

/** A permission where it stands. */
export interface PlacedPermission {
  readonly name: string;
  readonly location: Location;
}

/** Whether a page is for a national cloud. */
export interface Cloud {
  readonly name: "global" | "us-l4" | "us-l5" | "china";
  readonly available: boolean;
}
