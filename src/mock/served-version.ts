import type { Contract } from "../contract/contract.ts";
import type { GraphVersion } from "../docs/page.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import type { PathNode } from "./path-tree.ts";
import type { Refusals } from "./refusals.ts";
import type { Store } from "./store/store.ts";

/** One version of Graph as it is served. */
export interface ServedVersion {
  readonly version: GraphVersion;
  readonly contract: Contract;
  readonly tree: PathNode;
  readonly store: Store;
  readonly refusals: Refusals;
  readonly kept: KeptAnswers;
}
