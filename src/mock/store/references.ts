import type { Contract } from "../../contract/contract.ts";
import { nodeBehind } from "../../contract/path/path-node.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { oneOf, type Step, storePath } from "../route/resource-path.ts";
import { stepsBehind } from "./home-path.ts";
import type { HomeOf } from "./homes.ts";
import { inverseOn, isOn, referenceAt } from "./reference.ts";
import type { Resources } from "./resources.ts";
import type { Written } from "./written.ts";

/** What became of a reference that was to be added. */
export type Linked = "linked" | "absent" | "twice" | "full";

/** Adds and removes references; whoever asks at either end, or by another path to it, finds them so. */
export interface References {
  /** Whether a reference could be added; nothing is written. */
  canLink(steps: readonly Step[], target: readonly Step[], many: boolean): Linked;
  /** Refers to a resource: from a collection, or, where steps lead to what stands alone, in the place of what was there. */
  link(steps: readonly Step[], target: readonly Step[], many: boolean): Linked;
  /** Takes away the reference of a collection that a key says, or the one of what stands alone; false where there is none. */
  unlink(steps: readonly Step[]): boolean;
}

interface Graph {
  readonly resources: Resources;
  readonly written: Written;
  readonly homeOf: HomeOf;
}

/** A place of one reference, its owner at home. */
interface Place {
  readonly steps: readonly Step[];
  readonly many: boolean;
}

export function makeReferences(contract: Contract, { resources, written, homeOf }: Graph): References {
  /** A place below the home of its owner, not behind what it refers to. */
  const placeOf = (steps: readonly Step[]): readonly Step[] => {
    const owner = homeOf(steps.slice(0, -1));
    const end = owner.at(-1);
    const last = steps.slice(-1).map(({ name, named }) => ({ name, named }));
    return [...owner, ...stepsBehind(contract, [end?.keyed ?? end?.named], last)];
  };

  /** The places at the other end of a reference, where the contract has its inverse. */
  const inversesOf = (place: readonly Step[], target: readonly Step[]): Place[] => {
    const named = place.at(-1)?.named;
    const reference = named && referenceAt(contract, named);
    const end = target.at(-1);
    const node = end?.keyed ?? end?.named;
    if (!reference || !node) return [];
    const type = typeAt(contract, node)?.name ?? "";
    const names = [
      ...reference.forth.filter((row) => inverseOn(contract, row, node)).map(({ inverse }) => inverse),
      ...reference.back.filter((row) => isOn(contract, row, type)).map((row) => row.reference),
    ];
    return [...new Set(names)].map((name) => {
      const behind = nodeBehind(node, name);
      return {
        steps: [...target, { name, named: behind }],
        many: referenceAt(contract, behind)?.collection !== false,
      };
    });
  };

  const put = ({ steps, many }: Place, target: readonly Step[]): Linked => {
    const path = storePath(steps);
    const key = target.at(-1)?.key?.toLowerCase() ?? "";
    if (!many) {
      written.link(path, target);
      return "linked";
    }
    const collection = resources.keep(steps);
    if (!collection) return "full";
    if (!collection.items.has(key)) written.link(path, target, { collection, key });
    return "linked";
  };

  /** Takes one link away; what else there may be under the key stays. */
  const take = ({ steps, many }: Place, target: readonly Step[]): void => {
    const key = target.at(-1)?.key?.toLowerCase();
    const known = many ? resources.keep(steps) : undefined;
    if (known && key !== undefined) written.unlink(storePath(steps), { collection: known, key });
    const single = many ? undefined : resources.linkAt(steps);
    if (single && storePath(single) === storePath(target)) written.putSingle(storePath(steps), null);
  };

  const takeInverses = (place: readonly Step[], target: readonly Step[]): void => {
    for (const inverse of inversesOf(place, target)) take(inverse, place.slice(0, -1));
  };

  const canLink: References["canLink"] = (steps, target, many) => {
    const home = homeOf(target);
    const key = home.at(-1)?.key?.toLowerCase();
    if (key === undefined || !resources.resource(home)) return "absent";
    if (!written.hasRoomFor({})) return "full";
    const owner = many && resources.resource(homeOf(steps.slice(0, -1)));
    const held = owner ? resources.collection(placeOf(steps)) : undefined;
    return held?.links.has(key) || held?.items.has(key) ? "twice" : "linked";
  };

  return {
    canLink,
    link(steps, target, many) {
      const possible = canLink(steps, target, many);
      if (possible !== "linked") return possible;
      const home = homeOf(target);
      const place = placeOf(steps);
      // Before the place has it, so that what was there at first is known as it was.
      const inverses = inversesOf(place, home);
      for (const inverse of inverses) if (inverse.many) resources.keep(inverse.steps);
      const before = many ? undefined : resources.linkAt(place);
      const linked = put({ steps: place, many }, home);
      if (linked !== "linked") return linked;
      if (before && storePath(before) !== storePath(home)) takeInverses(place, before);
      for (const inverse of inverses) put(inverse, place.slice(0, -1));
      return "linked";
    },
    unlink(steps) {
      const last = steps.at(-1);
      const place = placeOf(steps);
      const path = storePath(place);
      const key = last?.key?.toLowerCase();
      if (!last || key === undefined) {
        const target = resources.linkAt(place);
        if (!target && !resources.resource(place)) return false;
        if (target) takeInverses(place, target);
        return written.putSingle(path, null);
      }
      // Another key of the same resource leads to where it lives.
      const home = homeOf(oneOf(place, key));
      const own = home.at(-1)?.key?.toLowerCase() ?? key;
      const collection = resources.keep(place);
      const target = collection?.links.get(key) ?? collection?.links.get(own);
      if (!collection) return false;
      if (!target) {
        const isThere = collection.items.has(own);
        return isThere && written.remove(path, collection, own);
      }
      takeInverses(place, target);
      written.unlink(path, { collection, key: target.at(-1)?.key?.toLowerCase() ?? key });
      return true;
    },
  };
}
