import type { Contract } from "../../contract/contract.ts";
import type { GraphVersion } from "../../docs/page.ts";
import type { ShownErrors } from "../errors/shown-errors.ts";
import type { KeptAnswers } from "../store/kept-answers.ts";
import type { Store } from "../store/store.ts";

/** One version of Graph as it is served. */
export interface ServedVersion {
  readonly version: GraphVersion;
  readonly contract: Contract;
  readonly store: Store;
  readonly shownErrors: ShownErrors;
  readonly kept: KeptAnswers;
}
