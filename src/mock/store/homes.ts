import type { Contract } from "../../contract/contract.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { collectionOf, keyedStep, oneOf, type Step } from "../route/resource-path.ts";
import { keyByName, keyWith } from "./alternate-keys.ts";
import { setsWithin } from "./entity-sets.ts";
import { isRoot, itemsOf, rootInPlace } from "./folders.ts";
import type { Gathering } from "./gathering.ts";
import { homePath, stepsBehind } from "./home-path.ts";
import { isWithin, wholeOf } from "./parts.ts";
import type { Resources } from "./resources.ts";
import type { MockData } from "./supply.ts";
import type { Written } from "./written.ts";

/** The steps to the one place where the store keeps what steps lead to. */
export type HomeOf = (steps: readonly Step[]) => readonly Step[];

interface Homes {
  readonly resources: Resources;
  readonly written: Written;
  readonly data: MockData;
  readonly placeOf: Gathering["placeOf"];
}

/** Finds homes: by what the contract says of paths, and by the other keys of the resources on the way. */
export function makeHomes(contract: Contract, { resources, written, data, placeOf }: Homes): HomeOf {
  // The steps of a route are the same for every request.
  const known = new WeakMap<readonly Step[], { readonly since: number; readonly home: readonly Step[] }>();
  const homeOf = (steps: readonly Step[]): readonly Step[] => {
    // Nobody is shown to be signed in where nothing is taken from examples.
    const place = (path: readonly Step[]) => (data === "shown" ? homePath(contract, path) : path);
    let home = place(steps);
    // What is behind a reference is behind what it leads to.
    const goOn = (link: readonly Step[], rest: readonly Step[]): [readonly Step[], number] => {
      const end = link.at(-1);
      return [place([...link, ...stepsBehind(contract, [end?.keyed ?? end?.named], rest)]), link.length - 1];
    };
    for (let index = 0; index < home.length; index++) {
      const step = home[index];
      if (!step) break;
      const other = data === "shown" ? inPlace(home, index) : undefined;
      if (other) {
        [home, index] = other;
        continue;
      }
      const at = home.slice(0, index + 1);
      if (step.key === undefined) {
        const link = resources.linkAt(at);
        if (link) [home, index] = goOn(link, home.slice(index + 1));
        continue;
      }
      const collection = resources.collection(collectionOf(at, step));
      const lower = step.key.toLowerCase();
      if (step.by !== undefined) {
        // Nothing goes by the other key: it is none of a resource, either.
        const { by: property, ...rest } = step;
        const key = keyWith(collection, property, lower) ?? `${property}='${lower}'`;
        home = place(home.with(index, { ...rest, key }));
        continue;
      }
      const gathered = whereGathered(home, index, step);
      if (gathered) {
        [home, index] = gathered;
        continue;
      }
      const item = collection.items.get(lower);
      if (item && isWithin(step, item)) continue;
      if (item && step.within) {
        const { property } = step.within;
        home = home.with(index, { ...step, key: `${property}='${lower}'` });
        continue;
      }
      const link = collection.links.get(lower) ?? derivedHome(step, index);
      if (link) {
        [home, index] = goOn(link, home.slice(index + 1));
        continue;
      }
      const key = collection.aliases.get(lower) ?? keyByName(collection, lower);
      if (key !== undefined) home = place(home.with(index, { ...step, key }));
      else if (!collection.open) break;
    }
    return home;
  };
  /**
   * The steps with the place where it lives for a step that only shows it, and from which step on they are to be gone
   * over: by now the keys before it are those that resources have.
   */
  const inPlace = (home: readonly Step[], index: number): [readonly Step[], number] | undefined => {
    const root = rootInPlace(contract, home, index);
    if (root) return [root, index - 1];
    const folder = home[index - 1];
    const items = itemsOf(contract, home, index);
    if (items && folder && (isRoot(folder) || isThere(home, index - 1))) return [items, index - 2];
    const whole = wholeOf(contract, home, index);
    return whole && isThere(home, whole.part) ? [whole.steps, whole.at - 1] : undefined;
  };
  /** The steps with the place in which lives what another collection only shows, and which of them it is. */
  const whereGathered = (
    home: readonly Step[],
    index: number,
    step: Step,
  ): [readonly Step[], number] | undefined => {
    const key = step.key?.toLowerCase() ?? "";
    const gathered = placeOf(collectionOf(home.slice(0, index + 1), step), key);
    const last = gathered?.at(-1);
    if (!gathered || !last) return undefined;
    const end = keyedStep(last, key);
    const rest = stepsBehind(contract, [end.keyed, step.keyed], home.slice(index + 1));
    return [[...gathered.slice(0, -1), end, ...rest], gathered.length - 1];
  };
  const isThere = (home: readonly Step[], index: number): boolean => {
    const step = home[index];
    if (step?.key === undefined) return false;
    const collection = resources.collection(collectionOf(home.slice(0, index + 1), step));
    return collection.items.has(step.key.toLowerCase());
  };
  /** What a set of a base type is asked for may live in that of a derived type. */
  const derivedHome = ({ named, key }: Step, index: number): readonly Step[] | undefined => {
    const declared = index > 0 || data !== "shown" ? undefined : typeAt(contract, named)?.name;
    const lower = key?.toLowerCase() ?? "";
    for (const { steps } of declared === undefined ? [] : setsWithin(contract, declared)) {
      if (steps.at(-1)?.named !== named && resources.collection(steps).items.has(lower))
        return oneOf(steps, lower);
    }
    return undefined;
  };
  return (steps) => {
    const last = known.get(steps);
    if (last?.since === written.arrangement) return last.home;
    const home = homeOf(steps);
    // Whatever property a request may name as a key, what is in it may be written anew.
    if (steps.every(({ by }) => by === undefined)) known.set(steps, { since: written.arrangement, home });
    return home;
  };
}
