import type { GraphVersion } from "../docs/page.ts";
import type { Standing } from "./beside/told.ts";
import type { Fact } from "./fact.ts";

/**
 * What two contracts differ in, by a change rule: one cause with all the places where it shows. Facts are compared,
 * never sentences; the same two contracts give the same changes in the same order. Plain data.
 */
export interface Change {
  /** `area/what-happened`. */
  readonly rule: string;
  readonly action: Action;
  readonly direction: Direction;
  readonly version: GraphVersion;
  /** Where it shows, the first by name first: a row that 40 types inherit, a table that stands for four paths. */
  readonly places: readonly [ChangedPlace, ...ChangedPlace[]];
  /** What changed at the first place, with the names quoted, and what else came of the same cause. */
  readonly message: string;
  /** What it weighs for each kind of client. */
  readonly weighs: Weighing;
  /** The profiles for which a policy file decided otherwise than the table. */
  readonly decided?: readonly Profile[];
  /** Whom it breaks, or why nobody. */
  readonly breaks: string;
  /** It was concluded from likeness: a renaming, a path that moved. */
  readonly guess: boolean;
  /** What shows that the documentation was mended, and the service is as it was. */
  readonly evidence?: string;
  /** How it stands beside what changed in the metadata, where that is held beside the pages. */
  readonly beside?: Standing;
  /** Ids of the operations that return or take what changed, and are on both sides. */
  readonly reaches: readonly string[];
  /**
   * Twelve hex digits over rule, version, first place, what is there from now on where it was another thing before, and
   * the names where one cause changed several: neither over wording, nor order.
   */
  readonly fingerprint: string;
}

export interface ChangedPlace {
  readonly subject: ChangedSubject;
  /** The facts from below the contract to the one that changed, as they are called after. */
  readonly pointer: readonly Pick<Fact, "kind" | "name">[];
  /** Absent: it came. */
  readonly before?: Fact;
  /** Absent: it went. */
  readonly after?: Fact;
}

export interface ChangedSubject {
  readonly kind: "path" | "operation" | "type" | "enum";
  /** `/users/{}`, `GET /users/{}`, a qualified name. */
  readonly id: string;
}

export type Action = "added" | "removed" | "changed" | "renamed";

/** Whether a client may do, or has to expect, more than before, or less. */
export type Direction = "widened" | "narrowed" | "other";

/** For whom a change is weighed. */
export type Profile = (typeof profiles)[number];

/** A client that reads, one that writes, a generated SDK, and a gate that holds a tenant to the contract. */
export const profiles = ["read", "write", "sdk", "gate"] as const;

/**
 * `breaking`: what worked stops; `risky`: it stops for some, or nobody can say; `compatible`: nobody notices who
 * follows the guidelines; `sharpened`: the service is the same and the documentation says more, or says it right.
 */
export type Level = (typeof levels)[number];

/** The gravest first. */
export const levels = ["breaking", "risky", "compatible", "sharpened"] as const;

export type Weighing = Readonly<Record<Profile, Level>>;
