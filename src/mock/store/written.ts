import { onceFor } from "../../base/once-for.ts";
import type { Resource } from "../message.ts";
import { noteNames } from "./alternate-keys.ts";
import type { Collection } from "./collection.ts";
import { makeMoves } from "./moves.ts";

/** What clients have written, by path. It cannot be made again, so that there is only room for so much of it. */
export interface Written {
  /** Counts what was written. */
  readonly revision: number;
  collection(path: string): Collection | undefined;
  /** Null where one was removed. */
  single(path: string): Resource | null | undefined;
  /** Where the seeds of a path stand: a resource on the way may have been moved. */
  originOf(path: string): string;
  hasRoomFor(resource: Resource): boolean;
  /** Keeps a collection, so that it can be written to; false when there is no room for it. */
  keep(path: string, collection: Collection): boolean;
  /** Puts a resource into a collection that is kept. */
  put(collection: Collection, key: string, resource: Resource): void;
  /** False when there is no room for it. */
  putSingle(path: string, resource: Resource | null): boolean;
  /** Takes a resource out of a collection that is kept, with what was written below it; false when there is no room. */
  remove(path: string, collection: Collection, key: string): boolean;
  /** What is below the one path is found below the other from now on. */
  move(from: string, to: string): void;
}

/** Nothing is written at first; `capacity` is in resources of the usual length. */
export function makeWritten(capacity: number): Written {
  const collections = new Map<string, Collection>();
  const singles = new Map<string, Resource | null>();
  const moves = makeMoves();
  let kept = 0;
  let revision = 0;

  const hasRoomFor = (resource: Resource | null): boolean => kept + weightOf(resource) <= capacity;

  const change = (collection: Collection, weight: number): void => {
    revision++;
    collection.listed = undefined;
    collection.weight += weight;
    kept += weight;
  };

  /** Forgets what was written below a path. */
  const forget = (path: string): void => {
    moves.forget(path);
    const below = `${path}/`;
    for (const [other, collection] of collections) {
      if (other.startsWith(below) && collections.delete(other)) kept -= collection.weight;
    }
    for (const [other, single] of singles) {
      if (other.startsWith(below) && singles.delete(other)) kept -= weightOf(single);
    }
  };

  return {
    get revision() {
      return revision;
    },
    collection: (path) => collections.get(path),
    single: (path) => singles.get(path),
    originOf: moves.originOf,
    hasRoomFor,
    keep(path, collection) {
      const weight = [...collection.items.values()].reduce((sum, item) => sum + weightOf(item), 1);
      if (kept + weight >= capacity) return false;
      kept += weight;
      collection.weight = weight;
      collections.set(path, collection);
      return true;
    },
    put(collection, key, resource) {
      const lower = key.toLowerCase();
      change(collection, weightOf(resource) - weightOf(collection.items.get(lower)));
      collection.items.set(lower, resource);
      noteNames(collection, lower, resource);
    },
    putSingle(path, resource) {
      if (!hasRoomFor(resource)) return false;
      revision++;
      kept += weightOf(resource) - weightOf(singles.get(path));
      singles.set(path, resource);
      return true;
    },
    remove(path, collection, key) {
      if (collection.open && kept >= capacity) return false;
      const lower = collection.aliases.get(key.toLowerCase()) ?? key.toLowerCase();
      change(collection, (collection.open ? 1 : 0) - weightOf(collection.items.get(lower)));
      collection.items.delete(lower);
      if (collection.open) collection.removed.add(lower);
      forget(`${path}/${lower}`);
      return true;
    },
    move(from, to) {
      revision++;
      moves.add(from, to);
      moveEntries(collections, from, to);
      moveEntries(singles, from, to);
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

/** In characters of JSON. */
const usualLength = 1000;

/** How many resources of the usual length one is; that there is none takes as much as one, and nothing nothing. */
export function weightOf(resource: Resource | null | undefined): number {
  if (!resource) return resource === null ? 1 : 0;
  return weightOfOne(resource);
}

const weightOfOne = onceFor(
  (resource: Resource) => 1 + Math.floor(JSON.stringify(resource).length / usualLength),
);
