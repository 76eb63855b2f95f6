import type { Contract } from "../../contract/contract.ts";
import { listedBinding } from "./bind-collections.ts";
import { type Bind, bindGiven, type OpenPath } from "./bind-path.ts";
import { bindShown } from "./bind-shown.ts";
import type { IdFor } from "./body-ids.ts";
import { Creations } from "./creations.ts";
import { type Bindings, bodyValue, expectKnownNames } from "./given-values.ts";
import type { Script } from "./planned-request.ts";
import type { Shard } from "./shard.ts";

/** How much is asked: a plain request for each operation; what the pages show and promise; all that can be probed. */
export type Depth = "smoke" | "documented" | "full";

/** Where ids come from: the documented examples, as suits the mock, or what the service lists. */
export type Ids = "shown" | "listed";

export interface PlanOptions {
  /** Whether requests that change something may be sent. */
  readonly writes: boolean;
  /** `full` unless said. */
  readonly depth?: Depth;
  /** `shown` unless said. */
  readonly ids?: Ids;
  /** Values for placeholders by name, where ids are listed. */
  readonly bindings?: Bindings;
  /** The time of the run, where ids are listed; the clock's unless said. */
  readonly now?: Date;
  /** What is left to other runs is not asked; all is asked unless said. */
  readonly shard?: Shard;
}

/** How the parts of a plan ask. */
export interface Asking {
  readonly contract: Contract;
  readonly writes: boolean;
  readonly depth: Depth;
  readonly ids: Ids;
  readonly bind: Bind;
  /** A value for an id in a body; absent where those of the documentation are sent. */
  readonly idFor?: IdFor;
}

/** How what reads is asked and how what writes, and what has to be asked before. */
export interface Askings {
  /** What is created, where ids are listed. */
  readonly created?: Creations;
  readonly reads: Asking;
  readonly writes: Asking;
  readonly binds: readonly Script[];
  /** Before these, a wave behind the other. */
  readonly ahead: Iterable<readonly Script[]>;
}

/**
 * Says how a plan asks, with the paths that it has to bind.
 *
 * @throws UsageError where a value is given for a placeholder that no path has.
 */
export function askings(contract: Contract, options: PlanOptions, paths: readonly OpenPath[]): Askings {
  const { writes, depth = "full", ids = "shown", bindings = new Map(), now = new Date() } = options;
  expectKnownNames(contract, bindings);
  const asking = { contract, writes, depth, ids };
  if (ids === "shown") {
    const shown = { ...asking, bind: (path: OpenPath) => bindShown(contract, path) };
    return { reads: shown, writes: shown, binds: [], ahead: [] };
  }
  const values = { given: bindings, now };
  const { bind, scripts, ahead } = listedBinding(contract, values, paths);
  // Nothing is changed that nobody named.
  const created = new Creations(contract);
  const given: Bind = (path) => nothingAsked(bindGiven(path, values, created));
  const idFor: IdFor = (id) => bodyValue(id, bindings);
  const changing = { ...asking, bind: given, idFor };
  return { created, reads: { ...asking, bind }, writes: changing, binds: scripts, ahead };
}

// biome-ignore lint/correctness/useYield: a binding may ask, and this one need not.
function* nothingAsked<Bound>(bound: Bound): Generator<never, Bound> {
  return bound;
}
