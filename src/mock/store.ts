import type { Contract, TypeContract } from "../contract/contract.ts";
import { matchOperation } from "../contract/path/match-operation.ts";
import { isObject } from "../docs/http/is-object.ts";
import { boundedMap } from "./bounded-map.ts";
import { generateResource } from "./generate/generate-resource.ts";
import type { Resource } from "./message.ts";
import { type PathNode, placeBelow, typeAt } from "./path-tree.ts";
import { keyedStep, type Step, storePath } from "./place.ts";
import { keyOf, seededResources } from "./seeded-resources.ts";
import { seedsOf } from "./seeds.ts";
import { weightOf } from "./weight-of.ts";

/** The resources of one version of Graph, by their paths. Nothing is made before it is asked for. */
export interface Store {
  /** The resources of a collection, in order; undefined when a resource on the way does not exist. */
  list(steps: readonly Step[]): readonly Resource[] | undefined;
  /** The resource that the steps lead to: one of a collection, or one that stands alone. */
  resource(steps: readonly Step[]): Resource | undefined;
  /** Whether a collection itself holds a resource of that key, one that is not made for whoever asks. */
  holds(steps: readonly Step[], key: string): boolean;
  /** What a property or a relationship of a stored resource holds. */
  follow(resource: Resource, name: string): unknown;
  /** What the documentation shows as the result of a function, by path or operation. */
  called(path: string, operationId?: string): unknown;
  /** Puts a resource into a collection; false when the store is full, or there is no such collection. */
  put(steps: readonly Step[], key: string, resource: Resource): boolean;
  /** Puts a resource that stands alone; null where none does any more. */
  putSingle(steps: readonly Step[], resource: Resource | null): boolean;
  /** Takes a resource out of its collection, with what was written below it; false when the store is full. */
  remove(steps: readonly Step[], key: string): boolean;
  /** What is below the one path is found below the other from now on. */
  move(from: string, to: string): void;
  /** A number that it has not given before: what is made with it is new, whatever has been removed. */
  next(): number;
  /** Counts what was written; what is read stays the same as long as it does. */
  readonly revision: number;
}

interface Collection {
  readonly type?: TypeContract;
  /** By lower-case key. */
  readonly items: Map<string, Resource>;
  /** Other keys of the same resources: a path may name a user by mail address. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Nothing documents which resources it holds, so that any key is taken for one. */
  readonly open: boolean;
  /** Lower-case keys of those that no example shows; what belongs to them stays small. */
  readonly filled: ReadonlySet<string>;
  /** Lower-case keys that an open collection held once. */
  readonly removed: Set<string>;
  /** What it takes of the store, once it is written to. */
  weight: number;
}

export interface StoreOptions {
  readonly seed: number;
  /** How many resources a collection has at least, unless it belongs to a generated one; generated ones fill it up. */
  readonly items: number;
  /** How many written resources are kept at most. */
  readonly capacity: number;
}

/** Resources that can be made again are forgotten over this number, or over what four collections hold. */
const remembered = 40_000;

/** How many resources a collection has of which no example shows any. */
const unseeded = 3;

/** A store that holds what the examples of the contract show, and generates the rest when it is asked for. */
export function makeStore(
  contract: Contract,
  tree: PathNode,
  { seed, items: least, capacity }: StoreOptions,
): Store {
  const seeds = seedsOf(contract, tree);
  const made = boundedMap<Collection>(Math.max(remembered, 4 * least));
  const madeSingles = boundedMap<Resource>(remembered);
  const written = new Map<string, Collection>();
  const writtenSingles = new Map<string, Resource | null>();
  const moved = new Map<string, string>();
  const lists = new WeakMap<Collection, { readonly path: string; readonly items: readonly Resource[] }>();
  const places = new WeakMap<Resource, readonly Step[]>();
  let kept = 0;
  let revision = 0;
  let numbers = 0;

  /** Where the seeds of a path stand: a resource on the way may have been moved. */
  const originOf = (path: string): string => {
    if (moved.size === 0) return path;
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const from = moved.get(path.slice(0, end));
      if (from !== undefined) return originOf(from + path.slice(end));
    }
    return path;
  };

  const exists = (steps: readonly Step[]): boolean =>
    steps.every(({ name, named, key }, index) => {
      if (key === undefined) return true;
      const collection = collectionAt([...steps.slice(0, index), { name, named }]);
      return isOpenFor(collection, key) || itemIn(collection, key) !== undefined;
    });

  /** The collection behind steps whose owners exist. */
  const collectionAt = (steps: readonly Step[]): Collection => {
    const path = storePath(steps);
    const known = written.get(path) ?? made.get(path);
    if (known) return known;
    const collection = makeCollection(steps, originOf(path));
    made.set(path, collection, collection.items.size + 1);
    return collection;
  };

  const makeCollection = (steps: readonly Step[], origin: string): Collection => {
    const named = steps.at(-1)?.named ?? tree;
    const ref = typeAt(contract, named) ?? (named.key && typeAt(contract, named.key));
    const type = ref?.kind === "type" ? contract.types[ref.name] : undefined;
    const embedded = embeddedIn(steps);
    const shown =
      seeds.collection(origin) ??
      (Array.isArray(embedded) ? embedded.filter(isObject).map((value) => ({ value })) : undefined);
    const { items, aliases } = seededResources(contract, type, shown ?? [], `${seed}/${origin}`);
    const listed = matchOperation(contract, "GET", { segments: named.template }) !== undefined;
    const open = shown === undefined && !listed;
    // Ten thousand resources for each of ten thousand would be too many to expand.
    const wanted = Math.max(isFilled(steps) ? 0 : least, shown ? 0 : unseeded);
    const filled = new Set<string>();
    for (let index = items.size; ref?.collection && index < wanted && type; index++) {
      const resource = generateResource(contract, type.name, { seed: `${seed}/${origin}/${index}` });
      const key = keyOf(type, resource, index).toLowerCase();
      items.set(key, resource);
      filled.add(key);
    }
    return { ...(type ? { type } : {}), items, aliases, filled, open, removed: new Set(), weight: 0 };
  };

  /** Whether steps lead to what belongs to a resource that no example shows. */
  const isFilled = (steps: readonly Step[]): boolean =>
    steps.some(
      ({ name, named, key }, index) =>
        key !== undefined &&
        collectionAt([...steps.slice(0, index), { name, named }]).filled.has(key.toLowerCase()),
    );

  /** What the resource before the last step holds under its name. */
  const embeddedIn = (steps: readonly Step[]): unknown => {
    const owner = steps.length > 1 ? resource(steps.slice(0, -1)) : undefined;
    return owner?.[steps.at(-1)?.name ?? ""];
  };

  const resource = (steps: readonly Step[]): Resource | undefined => {
    const last = steps.at(-1);
    if (!last || !exists(steps.slice(0, -1))) return undefined;
    const found = last.key === undefined ? singleAt(steps, last) : itemAt(steps, last, last.key);
    if (found) places.set(found, steps);
    return found ?? undefined;
  };

  const itemAt = (steps: readonly Step[], { name, named }: Step, key: string): Resource | undefined => {
    const collection = collectionAt([...steps.slice(0, -1), { name, named }]);
    const found = itemIn(collection, key);
    if (found || !isOpenFor(collection, key)) return found;
    const { type } = collection;
    return type
      ? generateResource(contract, type.name, { seed: `${seed}/${originOf(storePath(steps))}`, key })
      : { id: key };
  };

  const singleAt = (steps: readonly Step[], { named }: Step): Resource | null | undefined => {
    const path = storePath(steps);
    const stored = writtenSingles.get(path);
    if (stored !== undefined) return stored;
    const embedded = embeddedIn(steps);
    if (embedded === null || isObject(embedded)) return embedded;
    const known = madeSingles.get(path);
    if (known) return known;
    const ref = typeAt(contract, named);
    const type = ref?.kind === "type" && !ref.collection ? contract.types[ref.name] : undefined;
    const origin = originOf(path);
    const shown = seeds.single(origin);
    // A file that no example shows is none.
    if (!type || (!shown && path.includes(":/"))) return undefined;
    const seeded = isObject(shown)
      ? seededResources(contract, type, [{ value: shown }], `${seed}/${origin}`)
      : undefined;
    const [single] = seeded?.items.values() ?? [];
    const generated = single ?? generateResource(contract, type.name, { seed: `${seed}/${origin}` });
    madeSingles.set(path, generated, 1);
    return generated;
  };

  /** The resources of a collection, each with its place remembered, for what is followed from it. */
  const list = (steps: readonly Step[]): readonly Resource[] | undefined => {
    const last = steps.at(-1);
    if (!last || !exists(steps.slice(0, -1))) return undefined;
    const collection = collectionAt(steps);
    const path = storePath(steps);
    const known = lists.get(collection);
    if (known?.path === path) return known.items;
    for (const [key, item] of collection.items) {
      places.set(item, [...steps.slice(0, -1), keyedStep(last, key)]);
    }
    const items = [...collection.items.values()];
    lists.set(collection, { path, items });
    return items;
  };

  /** The collection as one that is written to: it is never forgotten. Undefined when there is no room for it. */
  const keep = (steps: readonly Step[]): Collection | undefined => {
    const path = storePath(steps);
    const known = written.get(path);
    if (known) return known;
    const collection = exists(steps.slice(0, -1)) ? collectionAt(steps) : undefined;
    if (!collection) return undefined;
    const weight = [...collection.items.values()].reduce((sum, item) => sum + weightOf(item), 1);
    if (kept + weight >= capacity) return undefined;
    kept += weight;
    collection.weight = weight;
    made.delete(path);
    written.set(path, collection);
    return collection;
  };

  const addWeight = (collection: Collection, weight: number): void => {
    collection.weight += weight;
    kept += weight;
  };

  /** Forgets what was written below a path. */
  const forget = (path: string): void => {
    moved.delete(path);
    const below = `${path}/`;
    for (const [other, collection] of written) {
      if (other.startsWith(below) && written.delete(other)) kept -= collection.weight;
    }
    for (const [other, single] of writtenSingles) {
      if (other.startsWith(below) && writtenSingles.delete(other)) kept -= weightOf(single);
    }
  };

  return {
    get revision() {
      return revision;
    },
    list,
    resource,
    holds: (steps, key) => itemIn(collectionAt(steps), key) !== undefined,
    called: (path, operationId) => seeds.called(path, operationId),
    follow(from, name) {
      const own = Object.hasOwn(from, name) ? from[name] : undefined;
      const steps = own === undefined || Array.isArray(own) ? places.get(from) : undefined;
      const last = steps?.at(-1);
      if (!steps || !last) return own;
      const node = last.keyed ?? last.named;
      const named = node.names.get(name.toLowerCase()) ?? placeBelow(node, name);
      const path = [...steps, { name, named }];
      // What was written to a collection shows in the resource that holds it.
      if (Array.isArray(own)) return written.has(storePath(path)) ? list(path) : own;
      return typeAt(contract, named)?.collection ? (list(path) ?? []) : (resource(path) ?? null);
    },
    put(steps, key, value) {
      const collection = kept + weightOf(value) <= capacity ? keep(steps) : undefined;
      if (!collection) return false;
      revision++;
      const lower = key.toLowerCase();
      addWeight(collection, weightOf(value) - weightOf(collection.items.get(lower)));
      collection.items.set(lower, value);
      lists.delete(collection);
      return true;
    },
    putSingle(steps, value) {
      if (kept + weightOf(value) > capacity) return false;
      revision++;
      const path = storePath(steps);
      kept += weightOf(value) - weightOf(writtenSingles.get(path));
      writtenSingles.set(path, value);
      return true;
    },
    remove(steps, key) {
      const collection = keep(steps);
      if (!collection || (collection.open && kept >= capacity)) return false;
      revision++;
      const lower = collection.aliases.get(key.toLowerCase()) ?? key.toLowerCase();
      addWeight(collection, (collection.open ? 1 : 0) - weightOf(collection.items.get(lower)));
      collection.items.delete(lower);
      if (collection.open) collection.removed.add(lower);
      lists.delete(collection);
      forget(`${storePath(steps)}/${lower}`);
      return true;
    },
    move(from, to) {
      revision++;
      moved.set(to, from);
      moveEntries(written, from, to);
      moveEntries(writtenSingles, from, to);
    },
    next: () => numbers++,
  };
}

function moveEntries<Value>(map: Map<string, Value>, from: string, to: string): void {
  for (const [path, value] of [...map]) {
    if (!path.startsWith(`${from}/`)) continue;
    map.delete(path);
    map.set(to + path.slice(from.length), value);
  }
}

function isOpenFor({ open, removed }: Collection, key: string): boolean {
  return open && !removed.has(key.toLowerCase());
}

function itemIn({ items, aliases }: Collection, key: string): Resource | undefined {
  const lower = key.toLowerCase();
  return items.get(lower) ?? items.get(aliases.get(lower) ?? "");
}
