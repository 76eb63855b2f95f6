import { isObject } from "../../base/is-object.ts";
import type { Contract } from "../../contract/contract.ts";
import { nodeBehind } from "../../contract/path/path-node.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { oneOf, type Step, storePath } from "../route/resource-path.ts";
import type { Collection } from "./collection.ts";
import { type EntitySet, setsFor } from "./entity-sets.ts";
import { isOn, type Reference, referenceAt } from "./reference.ts";

/** What the first references of a place are found in. */
export interface Reach {
  readonly contract: Contract;
  collection(steps: readonly Step[]): Collection;
  /** The steps to what a place that stands alone refers to. */
  single(steps: readonly Step[]): readonly Step[] | undefined;
  /** Whether a client made one of the resources on the way. */
  isMade(steps: readonly Step[]): boolean;
}

/**
 * Puts references in the place of what lives elsewhere in a collection that is new. What examples show there is the
 * resource of its set that has the same key; what is made up is of the set, too; and below what a client made there is
 * nothing yet. The inverse of a reference is found by looking through those that have it.
 */
export function linkFirst(
  reach: Reach,
  steps: readonly Step[],
  collection: Collection,
  wanted: number,
): void {
  const { contract } = reach;
  const owner = steps.slice(0, -1);
  const last = steps.at(-1);
  if (!last || owner.length === 0 || isDeleted(steps)) return;
  const reference = referenceAt(contract, last.named);
  const declared = reference?.type ?? typeAt(contract, last.named)?.name;
  if (declared === undefined) return;
  if (reference && reach.isMade(owner)) {
    collection.items.clear();
    return;
  }
  const isMadeUp = collection.filled.size > 0;
  for (const [key, item] of collection.items) {
    const isFilled = collection.filled.has(key);
    if (isFilled && reference) collection.items.delete(key);
    if (isFilled) continue;
    const sets = setsFor(contract, last.named, declared, item);
    const home = sets.map((set) => [set, reach.collection(set.steps)] as const);
    const [known] = home.find(([, { items }]) => items.has(key)) ?? [];
    // What was deleted where it lives is nowhere else, either.
    const isGone = home.some(([, { first }]) => first.has(key)) && !known;
    if (known || isGone) collection.items.delete(key);
    if (known) collection.links.set(key, oneOf(known.steps, key));
  }
  if (!reference) return;
  if (reference.back.length > 0) linkBack(reach, owner, reference, collection);
  else if (isMadeUp) linkSome(reach, reference, collection, Math.max(1, wanted));
}

/** The first of a set is what clients take to add it somewhere: others are what is there. */
function linkSome(reach: Reach, reference: Reference, { links }: Collection, wanted: number): void {
  const target = firstSet(reference);
  const keys = target ? [...reach.collection(target.steps).items.keys()] : [];
  for (const key of keys.slice(1, wanted + 1)) if (target) links.set(key, oneOf(target.steps, key));
}

/** The steps to what a place that stands alone refers to at first; null where it is a reference to nothing. */
export function firstSingle(
  reach: Reach,
  steps: readonly Step[],
  show: () => unknown,
): readonly Step[] | null | undefined {
  const { contract } = reach;
  const last = steps.at(-1);
  const reference = last && referenceAt(contract, last.named);
  if (!reference || reference.collection || isDeleted(steps)) return undefined;
  if (reach.isMade(steps.slice(0, -1))) return null;
  const shown = show();
  if (isObject(shown)) {
    const key = String(shown.id ?? "").toLowerCase();
    const known = setsFor(contract, last.named, reference.type, shown).find((set) =>
      reach.collection(set.steps).items.has(key),
    );
    return known && oneOf(known.steps, key);
  }
  const target = firstSet(reference);
  const own = steps.at(-2)?.key?.toLowerCase();
  const first = target && [...reach.collection(target.steps).items.keys()].find((other) => other !== own);
  return target && first !== undefined ? oneOf(target.steps, first) : undefined;
}

/** The set of which those are that are made up: of the type that has the inverse, where a row says one. */
function firstSet({ sets, set, forth }: Reference): EntitySet | undefined {
  const knows = sets.find(({ steps }) =>
    forth.some(({ inverse }) => steps.at(-1)?.named.key?.names.has(inverse.toLowerCase())),
  );
  return knows ?? set ?? sets[0];
}

function linkBack(
  reach: Reach,
  owner: readonly Step[],
  { sets, back }: Reference,
  collection: Collection,
): void {
  const { contract } = reach;
  const target = storePath(owner);
  for (const row of back) {
    const set = sets.find(({ type }) => isOn(contract, row, type));
    if (!set?.steps.at(-1)?.named.key) continue;
    const { items, first } = reach.collection(set.steps);
    for (const key of first) {
      if (!items.has(key)) continue;
      const one = oneOf(set.steps, key);
      const end = one.at(-1);
      const node = end?.keyed ?? end?.named;
      if (!node) continue;
      const named = nodeBehind(node, row.reference);
      const place = [...one, { name: row.reference, named }];
      const isOne = referenceAt(contract, named)?.collection === false;
      const held = isOne ? [reach.single(place) ?? []] : [...reach.collection(place).links.values()];
      if (held.some((steps) => storePath(steps) === target)) collection.links.set(key, one);
    }
  }
}

/** What was deleted lives where it is kept as such. */
function isDeleted(steps: readonly Step[]): boolean {
  return steps.some(({ name }) => name.toLowerCase() === "deleteditems");
}
