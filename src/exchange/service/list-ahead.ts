import type { Contract } from "../../contract/contract.ts";
import type { ListedBinding } from "./bind-listed.ts";
import type { OpenPath } from "./bind-path.ts";
import { type ListedAhead, type ListLookup, listingOf } from "./listing.ts";
import type { Script } from "./planned-request.ts";

/** Paths that are bound one after another, and what is known for them. */
export interface PathsToBind {
  readonly paths: readonly OpenPath[];
  readonly ahead: ListedAhead;
  /** A binding that has bound nothing, and asks for nothing that is known. */
  fresh(): ListedBinding;
}

/**
 * Asks for lists in waves, many at a time, so that nobody waits for one after another when the paths are bound in their
 * order. Nothing is asked that the binding would not ask: each path is searched as far as the lists that are there lead,
 * and a search goes the further the more lists are known to it. So what one wants now, it wants in its turn as well, or
 * one before it does. The next wave is made of what the one before it has brought.
 */
export function* listAhead(
  contract: Contract,
  groups: readonly PathsToBind[],
): Generator<readonly Script[], void> {
  let open = groups;
  for (;;) {
    const wanted = open.map((group) => ({ group, lists: listsWanted(group) }));
    const scripts = wanted.flatMap(({ group: { ahead }, lists }) =>
      lists.map((list) => askAhead(contract, ahead, list)),
    );
    if (scripts.length === 0) return;
    yield scripts;
    open = wanted.filter(({ lists }) => lists.length > 0).map(({ group }) => group);
  }
}

/** Where the search for each of the paths waits for a list, each list once. */
function listsWanted({ paths, fresh }: PathsToBind): readonly ListLookup[] {
  const binding = fresh();
  const wanted = new Map<string, ListLookup>();
  for (const path of paths) {
    const step = binding.bind(path).next();
    if (!step.done) wanted.set(step.value.target, step.value);
  }
  return [...wanted.values()];
}

function* askAhead(contract: Contract, ahead: ListedAhead, list: ListLookup): Script {
  ahead.set(list.target, listingOf(contract, list.template, yield list));
}
