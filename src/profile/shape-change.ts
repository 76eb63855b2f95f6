import type { GraphVersion } from "../docs/page.ts";

/**
 * What two profiles differ in: a property came that never did (`property`), one came no more (`stopped`), a value was a
 * member, of a form, of a format or null that it never was, an object said another type, an answer had another status.
 */
export type ShapeChangeKind =
  | "property"
  | "stopped"
  | "member"
  | "form"
  | "format"
  | "null"
  | "type"
  | "status";

/** So many of so many. */
export interface Sighting {
  readonly seen: number;
  readonly of: number;
}

export interface ShapeChange {
  readonly kind: ShapeChangeKind;
  readonly version: GraphVersion;
  readonly subject: { readonly kind: "type" | "operation"; readonly id: string };
  readonly property?: string;
  /** The member, the form, the format, the type or the status that is new; empty for a value that is not told. */
  readonly what?: string;
  /** The forms or formats that came before. */
  readonly instead?: readonly string[];
  /** What stopped did so though it was asked for by name. */
  readonly asked?: true;
  /** The contract that the new profile was made with does not have it. */
  readonly undocumented?: true;
  /** Too few were seen to say so: it may as well be chance. */
  readonly unsure?: true;
  /** Where it was seen most comes first. */
  readonly places: readonly ChangedShapes[];
}

export interface ChangedShapes {
  readonly operation: string;
  /** The properties that lead there from the resource. */
  readonly place: string;
  readonly before: Sighting;
  readonly after: Sighting;
}

/** So many have to have been seen before what never came is called new. */
export const enough = 5;

/** What is less likely than this is no chance. */
const doubt = 0.01;

/**
 * How likely it is that all that have something fall among the ones, were they dealt out between ones and others by
 * chance (Fisher's exact test, one side).
 */
export function isNoChance(having: Sighting, others: number): boolean {
  let chance = 1;
  for (let at = 0; at < having.seen && chance >= doubt; at++)
    chance *= (having.of - at) / (having.of + others - at);
  return chance < doubt;
}
