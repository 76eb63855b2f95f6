import type { Span } from "../../base/span.ts";

/** Parts that may declare something, each counted whether or not anything could be read of it. */
export type PagePart = "fence" | "row" | "list" | "name";

/** Why nothing was read of a fence. */
export type LeftFence =
  | "request-apart"
  | "response-apart"
  | "json-apart"
  | "fence-flawed"
  | "fence-snippet"
  | "fence-ignored"
  | "fence-annotated"
  | "fence-overview"
  | "fence-other";

/** Why nothing was read of a row. */
export type LeftRow =
  | "row-cells"
  | "row-columns"
  | "row-members"
  | "row-apart"
  | "row-broken"
  | "row-include"
  | "row-flawed"
  | "row-heading"
  | "row-overview"
  | "row-other";

export type LeftClass = LeftFence | LeftRow | "list-unread" | "name-unread";

/** A part of which nothing was read. */
export interface LeftPart {
  readonly part: PagePart;
  readonly left: LeftClass;
  readonly span: Span;
  /** How it begins, or what is called so. */
  readonly text: string;
  /** Where the table of the row begins. */
  readonly table?: number;
}

/** How much of a page was read: what there is, and what of it was left. */
export interface PageReading {
  /** Counted before any reader decides. */
  readonly counted: Readonly<Record<PagePart, number>>;
  readonly left: readonly LeftPart[];
}

/** Of a page of which nobody asked how much was read. */
export const nothingCounted: PageReading = { counted: { fence: 0, row: 0, list: 0, name: 0 }, left: [] };

/** The parts of one kind. */
export interface Left {
  readonly of: number;
  readonly left: readonly LeftPart[];
}
