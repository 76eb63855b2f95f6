import type { Contract } from "../contract/contract.ts";
import type { Told, Witness } from "./beside/told.ts";
import type { Action, Direction } from "./change.ts";
import type { Difference } from "./difference.ts";
import type { Fact, FactKind } from "./fact.ts";
import type { Weights } from "./policy/weights.ts";

/**
 * One named way in which a contract can change. The first rule of the catalogue that fits a difference judges it, and
 * the last one for a kind and an action fits them all, so that nothing changes in silence.
 */
export interface ChangeRule {
  /** `area/what-happened`. */
  readonly id: string;
  /** The kinds of facts that it is about. */
  readonly kinds: readonly FactKind[];
  readonly action: Action;
  readonly direction: Direction;
  /** The rules of which one judges the same change the other way round, or why none does. */
  readonly mirror: readonly string[] | { readonly none: string };
  /** Whether it is this change; absent where kind and action say all. */
  readonly fits?: (difference: Difference & Renaming, between: Between) => boolean;
  readonly weighs: Weights;
  /** What happened, in a sentence with the names quoted, without a full stop. */
  readonly says: (difference: Difference & Renaming, between: Between) => string;
  /** Whom it breaks, or why nobody; a sentence. */
  readonly breaks: string;
}

/** How two facts of different names are one. */
export interface Renaming {
  readonly renamed?: "letters" | "guess";
  /** The path that remains: the pages of a path that went document its operations there. */
  readonly instead?: Fact;
  /** What the examples before say of a value that comes only if it is asked for from now on. */
  readonly unasked?: "shown" | "left out";
  /** What shows that the documentation was mended, not the service changed. */
  readonly evidence?: string;
  /** What the metadata of both times tells of it, where it is held beside. */
  readonly told?: Told;
}

/** The two contracts that are compared. */
export interface Between {
  readonly before: Contract;
  readonly after: Contract;
  /** Another one that tells of the same service at the same two times: metadata beside pages. */
  readonly witness?: Witness;
}

/** A rule as data; its id is checked against the others by the catalogue's spec. */
export function defineChangeRule(rule: ChangeRule): ChangeRule {
  return rule;
}
