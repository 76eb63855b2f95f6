import type { Contract } from "../../contract/contract.ts";
import { nodeBehind } from "../../contract/path/path-node.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import type { Content } from "../content/content.ts";
import type { Resource } from "../message.ts";
import { collectionOf, oneOf, type Step, storePath } from "../route/resource-path.ts";
import { keyByName } from "./alternate-keys.ts";
import { itemIn } from "./collection.ts";
import { makeGathering } from "./gathering.ts";
import { makeHomes } from "./homes.ts";
import { atTop, isWithin, placedIn } from "./parts.ts";
import { referenceAt } from "./reference.ts";
import { makeReferences, type References } from "./references.ts";
import { makeResources } from "./resources.ts";
import { makeRetired, type Retired } from "./retired.ts";
import { noSeeds, seedsOf } from "./seeds.ts";
import type { MockData } from "./supply.ts";
import { makeWritten } from "./written.ts";

/** The resources of one version of Graph, by their paths. Nothing is made before it is asked for. */
export interface Store extends References, Retired {
  /** The resources of a collection, in order; undefined when a resource on the way does not exist. */
  list(steps: readonly Step[]): readonly Resource[] | undefined;
  /** The resource that the steps lead to: one of a collection, or one that stands alone. */
  resource(steps: readonly Step[]): Resource | undefined;
  /** The key that what stands alone at a path has where it lives; undefined where it has none. */
  keyAt(steps: readonly Step[]): string | undefined;
  /** Whether a collection itself holds a resource of that key, one that is not made for whoever asks. */
  holds(steps: readonly Step[], key: string): boolean;
  /** Whether a resource of a collection goes by a name that paths may give in the place of its key. */
  knows(steps: readonly Step[], name: string): boolean;
  /**
   * What happened in a collection since a revision: the resources that were written, and the keys of those that are
   * there no more. Undefined where that is forgotten.
   */
  changedSince(steps: readonly Step[], revision: number): ChangedResources | undefined;
  /** What a property or a relationship of a stored resource holds. */
  follow(resource: Resource, name: string): unknown;
  /** The content of a resource, by the name of its stream. */
  content(steps: readonly Step[], name: string): Content | undefined;
  /** Puts content to a resource that is there; false when the store is full. */
  putContent(steps: readonly Step[], name: string, content: Content): boolean;
  /** What the documentation shows as the result of a function, by path or operation. */
  called(path: string, operationId?: string): unknown;
  /** The type of a stored resource by where it lives, as a qualified name. */
  typeOf(resource: Resource): string | undefined;
  /** A new resource as it will be in a collection: in which part, the path tells, or where new ones are. */
  placed(steps: readonly Step[], resource: Resource): Resource;
  /** Puts a resource into a collection; false when the store is full, or there is no such collection. */
  put(steps: readonly Step[], key: string, resource: Resource): boolean;
  /** Puts a resource that stands alone; null where none does any more. */
  putSingle(steps: readonly Step[], resource: Resource | null): boolean;
  /** Takes a resource out of its collection, with what was written below it; false when the store is full. */
  remove(steps: readonly Step[], key: string): boolean;
  /** A number that it has not given before: what is made with it is new, whatever has been removed. */
  next(): number;
  /** Counts what was written; what is read stays the same as long as it does. */
  readonly revision: number;
}

export interface ChangedResources {
  readonly resources: readonly Resource[];
  readonly removed: readonly string[];
}

export interface StoreOptions {
  /** `shown` unless said. */
  readonly data?: MockData;
  readonly seed: number;
  /** How many resources a collection has at least, unless it belongs to a generated one; generated ones fill it up. */
  readonly items: number;
  /** How many written resources are kept at most. */
  readonly capacity: number;
}

/** A store that holds what the examples of the contract show, and generates the rest when it is asked for. */
export function makeStore(
  contract: Contract,
  { seed, items, capacity, data = "shown" }: StoreOptions,
): Store {
  const seeds = data === "shown" ? seedsOf(contract) : noSeeds;
  const written = makeWritten(capacity);
  const resources = makeResources({ contract, seeds, seed, items, data }, written);
  const gathering = makeGathering(contract, { resources, written, data });
  const homeOf = makeHomes(contract, { resources, written, data, placeOf: gathering.placeOf });
  const references = makeReferences(contract, { resources, written, homeOf });
  const retired = makeRetired({ resources, written });
  const list = (steps: readonly Step[]) => {
    const home = homeOf(steps);
    const end = home.at(-1);
    const items = gathering.list(home);
    if (end?.within) return items?.filter((item) => isWithin(end, item));
    return items && atTop(home, items);
  };
  const resource = (steps: readonly Step[]) => resources.resource(homeOf(steps));
  const put = (steps: readonly Step[], key: string, value: Resource): boolean => {
    const home = homeOf(steps);
    const place = gathering.placeOf(home, key) ?? home;
    const collection = written.hasRoomFor(value) ? resources.keep(place) : undefined;
    if (collection) written.put(collection, key, value);
    return collection !== undefined;
  };
  const remove = (steps: readonly Step[], key: string): boolean => {
    const home = steps.length > 0 ? homeOf(oneOf(steps, key)) : [];
    const end = home.at(-1);
    const list = end ? collectionOf(home, end) : [];
    const collection = resources.keep(list);
    return collection !== undefined && written.remove(storePath(list), collection, end?.key ?? key);
  };
  let numbers = 0;
  return {
    get revision() {
      return written.revision;
    },
    list,
    resource,
    keyAt: (steps) => homeOf(steps).at(-1)?.key,
    holds(steps, key) {
      const collection = resources.collection(homeOf(steps));
      return itemIn(collection, key) !== undefined || collection.links.has(key.toLowerCase());
    },
    knows: (steps, name) => keyByName(resources.collection(homeOf(steps)), name) !== undefined,
    content: (steps, name) => written.content(`${storePath(homeOf(steps))}/${name}`),
    putContent: (steps, name, content) => written.putContent(`${storePath(homeOf(steps))}/${name}`, content),
    changedSince(steps, revision) {
      const home = homeOf(steps);
      const end = home.at(-1);
      const collection = resources.collection(home);
      const changed = written.changedSince(revision, collection);
      if (!changed) return undefined;
      const found = [...changed.values()].map(({ key, removed }) => ({
        key,
        item: removed ? undefined : itemIn(collection, key),
      }));
      const isHere = (item: Resource) => !end?.within || isWithin(end, item);
      return {
        resources: found.flatMap(({ item }) => (item && isHere(item) ? [item] : [])),
        removed: found.flatMap(({ key, item }) => (item && isHere(item) ? [] : [key])),
      };
    },
    called: (path, operationId) => seeds.called(path, operationId),
    follow(from, name) {
      const own = Object.hasOwn(from, name) ? from[name] : undefined;
      const isMore = own === undefined || (typeof own === "object" && own !== null);
      const steps = isMore ? resources.stepsTo(from) : undefined;
      const last = steps?.at(-1);
      if (!steps || !last) return own;
      const node = last.keyed ?? last.named;
      const named = nodeBehind(node, name);
      const path = [...steps, { name, named }];
      const isList = Array.isArray(own);
      // What was written to a collection shows in the resource that holds it.
      if (isList && !written.collection(storePath(path)) && !referenceAt(contract, named)) return own;
      if (isList) return list(path);
      const link = resources.linkAt(path);
      if (link || own !== undefined) return link ? (resources.resource(link) ?? null) : own;
      return typeAt(contract, named)?.collection ? (list(path) ?? []) : (resources.resource(path) ?? null);
    },
    typeOf(resource) {
      const last = resources.stepsTo(resource)?.at(-1);
      return last && typeAt(contract, last.keyed ?? last.named)?.name;
    },
    ...references,
    placed: (steps, value) => placedIn(contract, homeOf(steps), value, resources.collection),
    put,
    putSingle(steps, value) {
      const home = homeOf(steps);
      const last = home.at(-1);
      if (last?.key === undefined) return written.putSingle(storePath(home), value);
      const list = collectionOf(home, last);
      return value ? put(list, last.key, value) : remove(list, last.key);
    },
    remove,
    retire: (steps, to, kept) => retired.retire(homeOf(steps), homeOf(to), kept),
    restore: (kept, otherwise) => retired.restore(homeOf(kept), otherwise && homeOf(otherwise)),
    next: () => numbers++,
  };
}
