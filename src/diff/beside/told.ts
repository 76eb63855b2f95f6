import type { Contract } from "../../contract/contract.ts";
import type { Fact } from "../fact.ts";

/** That something is so at a place of a contract; without a fact, that there is none of the kind and name. */
export interface Claim {
  /** The facts from below the contract to the one claimed. */
  readonly pointer: readonly Pick<Fact, "kind" | "name">[];
  readonly fact: Fact | undefined;
}

/**
 * How a change of one witness, the pages or the metadata, stands beside the other.
 *
 * - `both`: the other changed the same in the same time;
 * - `before`: the other was so before, and is still;
 * - `alone`: the other is, after, as it was here before;
 * - `otherwise`: the other is something else;
 * - `untold`: the other cannot tell what is from now on.
 */
export type Standing = "both" | "before" | "alone" | "otherwise" | "untold";

/** What the other witness tells of a change. */
export interface Told {
  readonly standing: Standing;
  /** It shows that only this witness changed: for certain, or as likely as not, where all it does is be silent. */
  readonly repair?: "certain" | "likely";
}

/** The other witness, at both times. */
export interface Witness {
  readonly before: Contract;
  readonly after: Contract;
}
