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

/** The resources of one version of Graph, by their paths. Nothing is made before it is asked for. */
export interface Store {
  /** The resources of a collection, in order; undefined when a resource on the way does not exist. */
  list(steps: readonly Step[]): readonly Resource[] | undefined;
  /** The resource that the steps lead to: one of a collection, or one that stands alone. */
  resource(steps: readonly Step[]): Resource | undefined;
  /** What a property or a relationship of a stored resource holds. */
  follow(resource: Resource, name: string): unknown;
  /** What the documentation shows as the result of a function, by path or operation. */
  called(path: string): unknown;
  /** Puts a resource into a collection; false when the store is full, or there is no such collection. */
  put(steps: readonly Step[], key: string, resource: Resource): boolean;
  /** Puts a resource that stands alone; null where none does any more. */
  putSingle(steps: readonly Step[], resource: Resource | null): boolean;
  /** Takes a resource out of its collection. */
  remove(steps: readonly Step[], key: string): void;
  /** What is below the one path is found below the other from now on. */
  move(from: string, to: string): void;
}

interface Collection {
  readonly type?: TypeContract;
  /** By lower-case key. */
  readonly items: Map<string, Resource>;
  /** Other keys of the same resources: a path may name a user by mail address. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Nothing documents which resources it holds, so that any key is taken for one. */
  readonly open: boolean;
  /** Lower-case keys that an open collection held once. */
  readonly removed: Set<string>;
}

export interface StoreOptions {
  readonly seed: number;
  /** How many resources a collection has at least; generated ones fill it up. */
  readonly items: number;
}

/** Resources that can be made again are forgotten over this number; written ones are kept up to it. */
const capacity = 200_000;

/** How many resources a collection has of which no example shows any. */
const unseeded = 3;

/** A store that holds what the examples of the contract show, and generates the rest when it is asked for. */
export function makeStore(contract: Contract, tree: PathNode, { seed, items: least }: StoreOptions): Store {
  const seeds = seedsOf(contract, tree);
  const made = boundedMap<Collection>(capacity);
  const madeSingles = boundedMap<Resource>(capacity);
  const written = new Map<string, Collection>();
  const writtenSingles = new Map<string, Resource | null>();
  const moved = new Map<string, string>();
  const lists = new WeakMap<Collection, { readonly path: string; readonly items: readonly Resource[] }>();
  const places = new WeakMap<Resource, readonly Step[]>();
  let kept = 0;

  /** Where the seeds of a path stand: it may have been moved. */
  const originOf = (path: string): string => {
    for (const [to, from] of moved) {
      if (path.startsWith(`${to}/`)) return originOf(from + path.slice(to.length));
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
      seeds.collections.get(origin) ??
      (Array.isArray(embedded) ? embedded.filter(isObject).map((value) => ({ value })) : undefined);
    const { items, aliases } = seededResources(contract, type, shown ?? [], `${seed}/${origin}`);
    const listed = matchOperation(contract, "GET", { segments: named.template }) !== undefined;
    const open = shown === undefined && !listed;
    const wanted = ref?.collection ? Math.max(least, shown ? 0 : unseeded) : 0;
    for (let index = items.size; index < wanted && type; index++) {
      const resource = generateResource(contract, type.name, { seed: `${seed}/${origin}/${index}` });
      items.set(keyOf(type, resource, index).toLowerCase(), resource);
    }
    return { ...(type ? { type } : {}), items, aliases, open, removed: new Set() };
  };

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
    const shown = seeds.singles.get(origin);
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
    if (!collection || kept + collection.items.size >= capacity) return undefined;
    kept += collection.items.size;
    made.delete(path);
    written.set(path, collection);
    return collection;
  };

  return {
    list,
    resource,
    called: (path) => seeds.calls.get(path),
    follow(from, name) {
      const own = from[name];
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
      const collection = kept < capacity ? keep(steps) : undefined;
      if (!collection) return false;
      const lower = key.toLowerCase();
      if (!collection.items.has(lower)) kept++;
      collection.items.set(lower, value);
      lists.delete(collection);
      return true;
    },
    putSingle(steps, value) {
      if (kept >= capacity) return false;
      const path = storePath(steps);
      if (!writtenSingles.has(path)) kept++;
      writtenSingles.set(path, value);
      return true;
    },
    remove(steps, key) {
      const collection = keep(steps);
      const lower = collection?.aliases.get(key.toLowerCase()) ?? key.toLowerCase();
      if (!collection) return;
      if (collection.open) collection.removed.add(lower);
      else if (!collection.items.has(lower)) return;
      if (collection.items.delete(lower)) kept--;
      lists.delete(collection);
    },
    move(from, to) {
      moved.set(to, from);
      moveEntries(written, from, to);
      moveEntries(writtenSingles, from, to);
    },
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
