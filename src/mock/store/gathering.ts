import { boundedMap } from "../../base/bounded-map.ts";
import type { Contract } from "../../contract/contract.ts";
import { nodeBehind } from "../../contract/path/path-node.ts";
import type { Resource } from "../message.ts";
import { oneOf, type Step, storePath } from "../route/resource-path.ts";
import { isGathering, partsGathered, wholeGathering } from "./gathered.ts";
import type { Resources } from "./resources.ts";
import type { MockData } from "./supply.ts";
import type { Written } from "./written.ts";

/** Collections that show what others have: each resource is one, whichever of them it is asked for at. */
export interface Gathering {
  /** The resources of a collection at home, with those that it gathers; undefined where a resource on the way is missing. */
  list(home: readonly Step[]): readonly Resource[] | undefined;
  /** The collection in which the resource with a key lives, which is asked for in that one; undefined where it is its own. */
  placeOf(collection: readonly Step[], key: string): readonly Step[] | undefined;
}

interface GatheredFrom {
  readonly resources: Resources;
  readonly written: Written;
  /** Where nothing is taken from examples, every collection is for itself. */
  readonly data: MockData;
}

/** Nobody looks through more parts than these. */
const most = 200;

const remembered = 1000;

export function makeGathering(contract: Contract, { resources, written, data }: GatheredFrom): Gathering {
  const known = boundedMap<
    string,
    { readonly revision: number; readonly places: readonly (readonly Step[])[] }
  >(remembered);

  /** The collections from which a whole gathers, in order. */
  const placesOf = (whole: readonly Step[]): readonly (readonly Step[])[] => {
    const last = whole.at(-1);
    if (!last || data !== "shown" || !isGathering(last)) return [];
    const path = storePath(whole);
    const { revision } = written;
    const before = known.get(path);
    if (before?.revision === revision) return before.places;
    const places = partsGathered(contract, whole).flatMap((part) =>
      (list(part) ?? []).slice(0, most).flatMap((item) => {
        const owner = resources.stepsTo(item);
        const end = owner?.at(-1);
        const node = end?.keyed ?? end?.named;
        return owner && node ? [[...owner, { name: last.name, named: nodeBehind(node, last.name) }]] : [];
      }),
    );
    known.set(path, { revision, places }, 1);
    return places;
  };

  const holds = (collection: readonly Step[], key: string): boolean => {
    const { items, links } = resources.collection(collection);
    return items.has(key) || links.has(key);
  };

  const placeOf = (collection: readonly Step[], key: string): readonly Step[] | undefined => {
    const last = collection.at(-1);
    if (!last || !isGathering(last)) return undefined;
    const lower = key.toLowerCase();
    const whole = wholeGathering(contract, collection);
    if (whole && !holds(collection, lower)) return undefined;
    const place = placesOf(whole ?? collection).find((one) => holds(one, lower));
    return place && storePath(place) !== storePath(collection) ? place : undefined;
  };

  const list = (home: readonly Step[]): readonly Resource[] | undefined => {
    const own = resources.list(home);
    const last = home.at(-1);
    if (!own || !last || !isGathering(last)) return own;
    const gathered = placesOf(home).flatMap((place) => resources.list(place) ?? []);
    const { filled } = resources.collection(home);
    // What is made up is there for want of others.
    const isOwn = (key: string) => gathered.length === 0 || !filled.has(key);
    const found = new Map(own.map((item) => [keyIn(item), item] as const).filter(([key]) => isOwn(key)));
    for (const [key, item] of found) found.set(key, oneIn(home, key) ?? item);
    for (const item of gathered) if (!found.has(keyIn(item))) found.set(keyIn(item), item);
    return [...found.values()];
  };

  /** The resource with a key of a collection where it lives elsewhere. */
  const oneIn = (collection: readonly Step[], key: string): Resource | undefined => {
    const place = placeOf(collection, key);
    return place && resources.resource(oneOf(place, key));
  };

  const keyIn = (item: Resource): string => resources.stepsTo(item)?.at(-1)?.key?.toLowerCase() ?? "";

  return { list, placeOf };
}
