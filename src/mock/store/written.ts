import type { Content } from "../content/content.ts";
import type { Resource } from "../message.ts";
import type { Step } from "../route/resource-path.ts";
import { noteNames } from "./alternate-keys.ts";
import { type ChangedKeys, makeChanges } from "./changes.ts";
import type { Collection } from "./collection.ts";
import { type Holder, makeLinks } from "./links.ts";
import { makeMoves } from "./moves.ts";
import { staysInPlace } from "./parts.ts";

/** What clients have written, by path. It cannot be made again, so that there is only room for so much of it. */
export interface Written {
  /** Counts what was written. */
  readonly revision: number;
  /** Counts what came, went, or lives elsewhere since: what is only changed stays where it was. */
  readonly arrangement: number;
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
  /** Refers to what lives elsewhere: from a collection that is kept, or from what stands alone. */
  link(path: string, target: readonly Step[], inside?: { collection: Collection; key: string }): void;
  unlink(path: string, inside?: { collection: Collection; key: string }): void;
  /** The steps to where it lives what stands alone at a path, where that is a reference that was written. */
  linkAt(path: string): readonly Step[] | undefined;
  /** The places that were written to and refer to the resource at a path. */
  holders(path: string): readonly Holder[];
  /** False when there is no room for it. */
  putSingle(path: string, resource: Resource | null): boolean;
  content(path: string): Content | undefined;
  /** False when there is no room for it. */
  putContent(path: string, content: Content): boolean;
  /** Takes a resource out of a collection that is kept, with what was written below it; false when there is no room. */
  remove(path: string, collection: Collection, key: string): boolean;
  /** What happened to the resources of a collection since a revision; undefined where that is forgotten. */
  changedSince(revision: number, collection: Collection): ChangedKeys | undefined;
  /** What is below the one path is found below the other from now on. */
  move(from: string, to: string): void;
}

/** Nothing is written at first; `capacity` is in resources of the usual length. */
export function makeWritten(capacity: number): Written {
  const collections = new Map<string, Collection>();
  const singles = new Map<string, Resource | null>();
  const links = makeLinks();
  const contents = new Map<string, Content>();
  const moves = makeMoves();
  const changes = makeChanges();
  let kept = 0;
  let revision = 0;
  let arrangement = 0;

  const hasRoomFor = (resource: Resource | null): boolean => kept + weightOf(resource) <= capacity;

  const rearrange = (): void => {
    revision++;
    arrangement++;
  };

  const change = (collection: Collection, weight: number, arranges = true): void => {
    revision++;
    if (arranges) arrangement++;
    collection.changed = revision;
    collection.weight += weight;
    kept += weight;
  };

  /** Takes away what refers to a resource that is no more. */
  const release = (path: string): void => {
    for (const holder of links.release(path)) {
      const collection = collections.get(holder.path);
      if (holder.key !== undefined && collection?.links.delete(holder.key)) change(collection, -1);
    }
  };

  const forgetContents = (path: string): void => {
    for (const [other, content] of contents) {
      if (other.startsWith(`${path}/`) && contents.delete(other)) kept -= weightOfContent(content);
    }
  };

  /** Forgets what was written below a path, and what refers to it or from it. */
  const forget = (path: string): void => {
    moves.forget(path);
    release(path);
    links.forgetBelow(path);
    const below = `${path}/`;
    for (const [other, collection] of collections) {
      if (!other.startsWith(below) || !collections.delete(other)) continue;
      kept -= collection.weight;
      for (const [key, target] of collection.links) links.letGo(target, { path: other, key });
      for (const key of collection.items.keys()) release(`${other}/${key}`);
    }
    forgetContents(path);
    for (const [other, single] of singles) {
      if (other.startsWith(below) && singles.delete(other)) kept -= weightOf(single);
    }
  };

  return {
    get revision() {
      return revision;
    },
    get arrangement() {
      return arrangement;
    },
    collection: (path) => collections.get(path),
    single: (path) => singles.get(path),
    originOf: moves.originOf,
    hasRoomFor,
    keep(path, collection) {
      const own = [...collection.items.values()].reduce((sum, item) => sum + weightOf(item), 1);
      const weight = own + collection.links.size;
      if (kept + weight >= capacity) return false;
      kept += weight;
      collection.weight = weight;
      collections.set(path, collection);
      for (const [key, target] of collection.links) links.hold(target, { path, key });
      return true;
    },
    put(collection, key, resource) {
      const lower = key.toLowerCase();
      const known = collection.items.get(lower);
      const weight = weightOf(resource) - weightOf(known);
      change(collection, weight, !known || !staysInPlace(known, resource));
      collection.items.set(lower, resource);
      changes.note(revision, collection, key, false);
      noteNames(collection, lower, resource);
    },
    link(path, target, inside) {
      rearrange();
      if (!inside) return links.setSingle(path, target);
      const { collection, key } = inside;
      change(collection, collection.links.has(key) ? 0 : 1);
      collection.links.set(key, target);
      links.hold(target, { path, key });
    },
    unlink(path, inside) {
      rearrange();
      if (!inside) return links.deleteSingle(path);
      const { collection, key } = inside;
      const target = collection.links.get(key);
      if (!target) return;
      collection.links.delete(key);
      links.letGo(target, { path, key });
      change(collection, -1);
    },
    linkAt: links.single,
    holders: links.holders,
    putSingle(path, resource) {
      if (!hasRoomFor(resource)) return false;
      rearrange();
      links.deleteSingle(path);
      if (resource === null) forgetContents(path);
      kept += weightOf(resource) - weightOf(singles.get(path));
      singles.set(path, resource);
      return true;
    },
    changedSince: changes.since,
    remove(path, collection, key) {
      if (collection.open && kept >= capacity) return false;
      const lower = collection.aliases.get(key.toLowerCase()) ?? key.toLowerCase();
      change(collection, (collection.open ? 1 : 0) - weightOf(collection.items.get(lower)));
      collection.items.delete(lower);
      changes.note(revision, collection, key, true);
      if (collection.open) collection.removed.add(lower);
      forget(`${path}/${lower}`);
      return true;
    },
    content: (path) => contents.get(path),
    putContent(path, content) {
      const weight = weightOfContent(content) - weightOfContent(contents.get(path));
      if (kept + weight > capacity) return false;
      revision++;
      kept += weight;
      contents.set(path, content);
      return true;
    },
    move(from, to) {
      rearrange();
      moves.add(from, to);
      links.moveBelow(from, to);
      moveEntries(collections, from, to);
      moveEntries(singles, from, to);
      moveEntries(contents, from, to);
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

function weightOfContent(content: Content | undefined): number {
  return content ? 1 + Math.floor(content.bytes.length / usualLength) : 0;
}

/** How many resources of the usual length one is; that there is none takes as much as one, and nothing nothing. */
export function weightOf(resource: Resource | null | undefined): number {
  if (!resource) return resource === null ? 1 : 0;
  return 1 + Math.floor(lengthOf(resource) / usualLength);
}

/** About how many characters a value is as JSON, without writing it. */
function lengthOf(value: unknown): number {
  if (typeof value === "string") return value.length + 3;
  if (typeof value !== "object" || value === null) return 6;
  let length = 2;
  if (Array.isArray(value)) for (const item of value) length += lengthOf(item);
  else for (const name in value) length += name.length + 3 + lengthOf((value as Resource)[name]);
  return length;
}
