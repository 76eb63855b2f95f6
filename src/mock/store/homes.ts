import type { Contract } from "../../contract/contract.ts";
import { collectionOf, type Step } from "../route/resource-path.ts";
import { keyByName } from "./alternate-keys.ts";
import { homePath } from "./home-path.ts";
import type { Resources } from "./resources.ts";
import type { MockData } from "./supply.ts";
import type { Written } from "./written.ts";

/** The steps to the one place where the store keeps what steps lead to. */
export type HomeOf = (steps: readonly Step[]) => readonly Step[];

interface Homes {
  readonly resources: Resources;
  readonly written: Written;
  readonly data: MockData;
}

/** Finds homes: by what the contract says of paths, and by the other keys of the resources on the way. */
export function makeHomes(contract: Contract, { resources, written, data }: Homes): HomeOf {
  // The steps of a route are the same for every request.
  const known = new WeakMap<readonly Step[], { readonly revision: number; readonly home: readonly Step[] }>();
  const homeOf = (steps: readonly Step[]): readonly Step[] => {
    // Nobody is shown to be signed in where nothing is taken from examples.
    const place = (path: readonly Step[]) => (data === "shown" ? homePath(contract, path) : path);
    let home = place(steps);
    for (let index = 0; index < home.length; index++) {
      const step = home[index];
      if (step?.key === undefined) continue;
      const collection = resources.collection(collectionOf(home.slice(0, index + 1), step));
      const lower = step.key.toLowerCase();
      if (collection.items.has(lower)) continue;
      const key = collection.aliases.get(lower) ?? keyByName(collection, lower);
      if (key !== undefined) home = place(home.with(index, { ...step, key }));
      else if (!collection.open) break;
    }
    return home;
  };
  return (steps) => {
    const { revision } = written;
    const last = known.get(steps);
    if (last?.revision === revision) return last.home;
    const home = homeOf(steps);
    known.set(steps, { revision, home });
    return home;
  };
}
