import { isObject } from "../../base/is-object.ts";
import type { Contract, TypeContract } from "../../contract/contract.ts";
import { keyPropertyOf, keyText, typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { operationAt } from "../../contract/path/match-operation.ts";
import { type PathNode, spellingOf } from "../../contract/path/path-node.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { generateResource } from "../generate/generate-resource.ts";
import { hash, Random } from "../generate/random.ts";
import type { Resource } from "../message.ts";
import type { Step } from "../route/resource-path.ts";
import type { Collection } from "./collection.ts";
import { setsWithin } from "./entity-sets.ts";
import { addExpected } from "./expected-names.ts";
import { keyOf, type SeededResources, seededResources } from "./seeded-resources.ts";
import type { Seed, Seeds } from "./seeds.ts";

/**
 * `shown`: what the examples show, filled up with generated resources. `generated`: as in a tenant that nobody
 * documented, no id of an example exists, what belongs to the first resource of a collection is empty, and the last one
 * lacks a value that may be absent.
 */
export type MockData = "shown" | "generated";

/** What resources are made of. An `origin` is the path at which examples show what is asked for. */
export interface Supply {
  readonly contract: Contract;
  readonly seeds: Seeds;
  readonly seed: number;
  /** How many resources a collection has at least, unless it belongs to a generated one. */
  readonly items: number;
  readonly data: MockData;
}

export interface AskedCollection {
  readonly named: PathNode;
  readonly origin: string;
  /** The paths with another name of a resource on the way: what examples show there is shown here. */
  readonly otherOrigins: readonly string[];
  /** The path at which examples show its resources among others; absent where they stand nowhere else. */
  readonly wholeOrigin: string | undefined;
  /** What the resource that it belongs to holds under its name. */
  readonly embedded: unknown;
  /** Whether it belongs to a resource that no example shows. */
  readonly isBelowFilled: boolean;
  /** Whether it belongs to what a client made, and so has nothing that nobody put there. */
  readonly isBelowMade: boolean;
  /** Whether it belongs to the first resource of a collection. */
  readonly isBelowFirst: boolean;
}

export interface AskedSingle extends Pick<AskedCollection, "named" | "origin" | "otherOrigins"> {
  readonly path: string;
}

/** How many resources a collection has of which no example shows any. */
const unseeded = 3;

/** Makes a collection of what examples show of it, and fills it up with generated resources. */
export function makeCollection(
  { contract, seeds, seed, items: least, data }: Supply,
  {
    named,
    origin,
    otherOrigins,
    wholeOrigin,
    embedded,
    isBelowFilled,
    isBelowMade,
    isBelowFirst,
  }: AskedCollection,
): Collection {
  const ref = typeAt(contract, named) ?? (named.key && typeAt(contract, named.key));
  const type = typeOfRef(contract, ref);
  const found = [origin, ...otherOrigins].flatMap((path) => seeds.collection(path) ?? []);
  const elsewhere = wholeOrigin === undefined ? [] : (seeds.collection(wholeOrigin) ?? []);
  const known = found.map((seed) =>
    seed.value ? seed : (elsewhere.find((other) => isOf(other, seed, type)) ?? seed),
  );
  const seeded = known.length > 0 ? known : undefined;
  const held = seeded || !Array.isArray(embedded) ? undefined : embedded.filter(isObject);
  const shown = seeded ?? held?.map((value) => ({ value }));
  const { items, aliases } = held
    ? heldResources(type, held)
    : seededResources(contract, type, seeded ?? [], `${seed}/${origin}`);
  const bare = (shown ?? []).flatMap((one: Seed) =>
    one.key === undefined || one.value ? [] : [one.key.toLowerCase()],
  );
  if (type)
    addExpected({ contract, named, type, seed: `${seed}/${origin}` }, { items, aliases }, new Set(bare));
  const isRead = operationAt(contract, "GET", named) !== undefined;
  const isUnsaid = shown === undefined || shown.every((seed) => "own" in seed);
  // What a set of a base type is asked for lives in that of a derived type.
  const isBase =
    type !== undefined && named.before?.kind === "root" && setsWithin(contract, type.name).length > 1;
  // What was deleted, the store knows.
  const isDeleted = spellingOf(named).toLowerCase() === "deleteditems";
  // Which keys there are behind what no page has a key behind, its list says.
  const isKeyed = named.key !== undefined;
  const open = isUnsaid && isKeyed && !isRead && !isBase && !isDeleted && data === "shown";
  const isBare = isBelowMade || (data === "generated" && isBelowFirst);
  // Ten thousand resources for each of ten thousand would be too many to expand.
  const wanted = isBare ? 0 : Math.max(isBelowFilled ? 0 : least, shown ? 0 : unseeded);
  const filled = new Set<string>();
  // Of what no page lists only the keys behind it say that it is a list.
  const isList = ref?.collection === true || (data === "generated" && named.key !== undefined);
  for (let index = items.size; isList && index < wanted && (type || data === "generated"); index++) {
    const own = `${seed}/${origin}/${index}`;
    const whole = type ? generateResource(contract, type.name, { seed: own }) : keyAlone(own);
    const isUnfinished = data === "generated" && type && index > 0 && index === wanted - 1;
    const resource = isUnfinished ? unfinished(type, whole) : whole;
    const key = keyOf(type, resource, index).toLowerCase();
    items.set(key, resource);
    filled.add(key);
  }
  const made = {
    items,
    links: new Map<string, readonly Step[]>(),
    first: new Set(items.keys()),
    aliases,
    filled,
    open,
    removed: new Set<string>(),
    weight: 0,
    changed: 0,
    listed: undefined,
  };
  return type ? { type, ...made } : made;
}

/** Whether what is shown elsewhere is what one of which only the key is known is. */
function isOf({ key, value }: Seed, seed: Seed, type: TypeContract | undefined): boolean {
  const own = key ?? keyText(value?.[keyPropertyOf(type)]);
  return value !== undefined && own !== undefined && own.toLowerCase() === seed.key?.toLowerCase();
}

/** What the resource holds itself, which is whole as it stands there: a client may have written it. */
function heldResources(type: TypeContract | undefined, held: readonly Resource[]): SeededResources {
  const items = new Map<string, Resource>();
  for (const [index, resource] of held.entries()) {
    const key = keyOf(type, resource, index);
    items.set(key.toLowerCase(), { [keyPropertyOf(type)]: key, ...resource });
  }
  return { items, aliases: new Map() };
}

/** Without a value where its page says that there may be none: a tenant has what has not ended yet. */
function unfinished({ properties }: TypeContract, resource: Resource): Resource {
  const open = properties.find(({ name, nullable }) => nullable && (resource[name] ?? null) !== null);
  return open ? { ...resource, [open.name]: null } : resource;
}

/** All that is known of a resource whose type no page declares. */
function keyAlone(seed: string): Resource {
  const random = new Random(seed);
  random.at(hash("id"));
  return { id: random.guid() };
}

/** Makes the resource of a collection that takes any key. */
export function makeItem(
  { contract, seed }: Supply,
  { type }: Collection,
  { origin, key }: { readonly origin: string; readonly key: string },
): Resource {
  return type ? generateResource(contract, type.name, { seed: `${seed}/${origin}`, key }) : { id: key };
}

/** Makes a resource that stands alone, as an example shows it or generated; undefined where there is none. */
export function makeSingle(
  { contract, seeds, seed }: Supply,
  { named, path, origin, otherOrigins }: AskedSingle,
): Resource | undefined {
  const ref = typeAt(contract, named);
  const type = ref?.kind === "type" && !ref.collection ? typeNamed(contract, ref.name) : undefined;
  const shown = [origin, ...otherOrigins].map((path) => seeds.single(path)).find((one) => one !== undefined);
  // A file that no example shows is none.
  if (!type || (!shown && path.includes(":/"))) return undefined;
  const seeded = isObject(shown)
    ? seededResources(contract, type, [{ value: shown }], `${seed}/${origin}`)
    : undefined;
  const [single] = seeded?.items.values() ?? [];
  return single ?? generateResource(contract, type.name, { seed: `${seed}/${origin}` });
}
