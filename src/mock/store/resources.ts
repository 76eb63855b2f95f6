import { boundedMap } from "../../base/bounded-map.ts";
import { isObject } from "../../base/is-object.ts";
import { operationAt } from "../../contract/path/match-operation.ts";
import { pathTree } from "../../contract/path/path-tree.ts";
import type { Resource } from "../message.ts";
import { collectionOf, holderPath, oneOf, type Step, storePath } from "../route/resource-path.ts";
import { type Collection, isOpenFor, itemIn } from "./collection.ts";
import { firstSingle, linkFirst, type Reach } from "./first-links.ts";
import { wholeGathering } from "./gathered.ts";
import { placeFirst } from "./parts.ts";
import { makeCollection, makeItem, makeSingle, type Supply } from "./supply.ts";
import type { Written } from "./written.ts";

/** The resources that steps lead to: as they were written, else made when they are first asked for. */
export interface Resources {
  /** The collection behind steps whose owners exist. */
  collection(steps: readonly Step[]): Collection;
  /** The resources of a collection, in order; undefined when a resource on the way does not exist. */
  list(steps: readonly Step[]): readonly Resource[] | undefined;
  /** One of a collection, or one that stands alone. */
  resource(steps: readonly Step[]): Resource | undefined;
  /** The steps to where it lives what stands alone behind steps, where that is a reference. */
  linkAt(steps: readonly Step[]): readonly Step[] | undefined;
  /** The steps by which a resource was found last. */
  stepsTo(resource: Resource): readonly Step[] | undefined;
  /** The collection as one that is written to: it is never forgotten. Undefined when there is no room for it. */
  keep(steps: readonly Step[]): Collection | undefined;
}

/** Resources that can be made again are forgotten over this number, or over what four collections hold. */
const remembered = 40_000;

/** The resources of the tree, of which none is made yet. */
export function makeResources(supply: Supply, written: Written): Resources {
  const made = boundedMap<string, Collection>(Math.max(remembered, 4 * supply.items));
  const madeSingles = boundedMap<string, Resource>(remembered);
  const firstTargets = boundedMap<string, { readonly target: readonly Step[] | null | undefined }>(
    remembered,
  );
  const places = new WeakMap<Resource, readonly Step[]>();
  // The steps of a route are the same for every request.
  const found = new WeakMap<readonly Step[], { readonly revision: number; readonly resource: Resource }>();

  const knownAt = (path: string): Collection | undefined => written.collection(path) ?? made.get(path);

  const collectionAt = (steps: readonly Step[]): Collection => {
    const path = storePath(steps);
    const known = knownAt(path);
    if (known) return known;
    const collection = makeCollection(supply, {
      named: steps.at(-1)?.named ?? pathTree(supply.contract),
      origin: written.originOf(path),
      otherOrigins: otherOrigins(steps),
      wholeOrigin: wholeOrigin(steps),
      embedded: embeddedIn(steps),
      isBelowFilled: isBelow(steps, ({ filled }, key) => filled.has(key)),
      isBelowMade: isMade(steps),
      isBelowFirst:
        supply.data === "generated" && isBelow(steps, ({ items }, key) => items.keys().next().value === key),
    });
    if (supply.data === "shown") placeFirst(supply.contract, steps, collection, collectionAt);
    if (supply.data === "shown") linkFirst(reach, steps, collection, supply.items);
    made.set(path, collection, collection.items.size + collection.links.size + 1);
    return collection;
  };

  /**
   * The paths with other names of the resources on the way: `mailFolders/inbox` for the key of that folder, and those
   * from what gathers them.
   */
  const otherOrigins = (steps: readonly Step[]): string[] =>
    steps.flatMap((step, index) => {
      const { key: own } = step;
      if (own === undefined) return [];
      const { aliases } = holderOf(steps, index, step);
      const names = [...aliases].filter(([, key]) => key === own.toLowerCase());
      const whole = wholeGathering(supply.contract, collectionOf(steps.slice(0, index + 1), step));
      return [
        ...names.map(([key]) => storePath(steps.with(index, { ...step, key }))),
        ...(whole ? [storePath([...oneOf(whole, own), ...steps.slice(index + 1)])] : []),
      ];
    });

  /** The path of what gathers the resources of a collection. */
  const wholeOrigin = (steps: readonly Step[]): string | undefined => {
    const whole = wholeGathering(supply.contract, steps);
    return whole && written.originOf(storePath(whole));
  };

  /** What a place that stands alone refers to before anything is written there; null for nothing. */
  const firstLinkAt = (steps: readonly Step[], path: string): readonly Step[] | null | undefined => {
    const known = firstTargets.get(path);
    if (known) return known.target;
    const shown = () => embeddedIn(steps) ?? supply.seeds.single(written.originOf(path));
    const target = supply.data === "shown" ? firstSingle(reach, steps, shown) : undefined;
    firstTargets.set(path, { target }, 1);
    return target;
  };

  const linkAt = (steps: readonly Step[]): readonly Step[] | undefined => {
    const path = storePath(steps);
    const link = written.linkAt(path);
    if (link || written.single(path) !== undefined) return link;
    return firstLinkAt(steps, path) ?? undefined;
  };

  /** Whether a client made one of the resources on the way. */
  const isMade = (steps: readonly Step[]): boolean =>
    isBelow(steps, ({ items, first, open }, key) => !open && items.has(key) && !first.has(key));

  const reach: Reach = {
    contract: supply.contract,
    collection: (steps) => collectionAt(steps),
    single: linkAt,
    isMade,
  };

  /** Whether something holds of the collection and the lower-case key of a resource on the way. */
  const isBelow = (steps: readonly Step[], holds: (collection: Collection, key: string) => boolean) =>
    steps.some(
      (step, index) => step.key !== undefined && holds(holderOf(steps, index, step), step.key.toLowerCase()),
    );

  /** The collection that one of the steps takes a resource of. */
  const holderOf = (steps: readonly Step[], index: number, { name, named }: Step): Collection =>
    knownAt(holderPath(steps, index)) ?? collectionAt([...steps.slice(0, index), { name, named }]);

  const exists = (steps: readonly Step[]): boolean =>
    steps.every((step, index) => {
      if (step.key === undefined) return true;
      const collection = holderOf(steps, index, step);
      return isOpenFor(collection, step.key) || itemIn(collection, step.key) !== undefined;
    });

  /** What the resource before the last step holds under its name. */
  const embeddedIn = (steps: readonly Step[]): unknown => {
    const owner = steps.length > 1 ? resource(steps.slice(0, -1)) : undefined;
    return owner?.[steps.at(-1)?.name ?? ""];
  };

  const resource = (steps: readonly Step[]): Resource | undefined => {
    const last = steps.at(-1);
    if (!last || !exists(steps.slice(0, -1))) return undefined;
    return (last.key === undefined ? singleAt(steps, last) : itemAt(steps, last, last.key)) ?? undefined;
  };

  const itemAt = (steps: readonly Step[], last: Step, key: string): Resource | undefined => {
    const collection = holderOf(steps, steps.length - 1, last);
    const found = itemIn(collection, key);
    if (found || !isOpenFor(collection, key)) return found;
    return makeItem(supply, collection, { origin: written.originOf(storePath(steps)), key });
  };

  const singleAt = (steps: readonly Step[], { named }: Step): Resource | null | undefined => {
    const path = storePath(steps);
    const stored = written.single(path);
    if (stored !== undefined) return stored;
    const embedded = embeddedIn(steps);
    // What a page reads at a path of its own is there, though the resource shows nothing of it.
    const isRead = embedded === null && operationAt(supply.contract, "GET", named) !== undefined;
    if (isObject(embedded) || (embedded === null && !isRead)) return embedded;
    const known = madeSingles.get(path);
    if (known) return known;
    if (firstLinkAt(steps, path) === null) return null;
    const single = makeSingle(supply, {
      named,
      path,
      origin: written.originOf(path),
      otherOrigins: otherOrigins(steps),
    });
    if (single) madeSingles.set(path, single, 1);
    return single;
  };

  return {
    collection: collectionAt,
    resource(steps) {
      const { revision } = written;
      const known = found.get(steps);
      const at = known?.revision === revision ? known.resource : resource(steps);
      if (!at) return undefined;
      if (known?.revision !== revision) found.set(steps, { revision, resource: at });
      places.set(at, steps);
      return at;
    },
    linkAt,
    stepsTo: (found) => places.get(found),
    list(steps) {
      const last = steps.at(-1);
      if (!last || !exists(steps.slice(0, -1))) return undefined;
      const collection = collectionAt(steps);
      const path = storePath(steps);
      const { revision } = written;
      const { listed } = collection;
      // What it refers to may be written elsewhere.
      const changed = collection.links.size === 0 ? collection.changed : revision;
      if (listed?.path === path && listed.revision >= changed) return listed.items;
      for (const [key, item] of collection.items) {
        places.set(item, oneOf(steps, key));
      }
      const items = [...collection.items.values()];
      for (const target of collection.links.values()) {
        const item = resource(target);
        if (item) items.push(item);
        if (item) places.set(item, target);
      }
      collection.listed = { path, revision, items };
      return items;
    },
    keep(steps) {
      const path = storePath(steps);
      const known = written.collection(path);
      if (known) return known;
      const collection = exists(steps.slice(0, -1)) ? collectionAt(steps) : undefined;
      if (!collection || !written.keep(path, collection)) return undefined;
      made.delete(path);
      return collection;
    },
  };
}
