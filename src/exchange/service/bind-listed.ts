import type { Contract } from "../../contract/contract.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { type BoundPath, callWithin, type KnownValues, type OpenPath } from "./bind-path.ts";
import { givenValue } from "./given-values.ts";
import {
  goodWorth,
  type Hindrance,
  type ListedAhead,
  type ListedKey,
  type Listing,
  type ListLookup,
  listingOf,
  mostWorth,
} from "./listing.ts";
import { hasPlaceholder, type OpenSegment, placeholderIn, withKey } from "./path-placeholders.ts";
import { type Answer, writePath } from "./planned-request.ts";

/** How many lists are asked for to bind one path at most; those that are known already do not count. */
export const mostListings = 24;
/** How many more are asked for to find a place where more can fail, once there is a good one. */
const patience = 3;
/** How many resources of a list are tried. */
const breadth = 5;
/** How many pages of a list are looked at for its first item. */
const emptyPages = 3;

/** A list that was asked for. */
export interface AskedListing {
  readonly target: string;
  /** The documented path that it is at. */
  readonly template: readonly string[];
  /** For which path it was asked first. */
  readonly path: OpenPath;
}

interface Search {
  readonly path: OpenPath;
  left: number;
  best?: { readonly segments: readonly string[]; readonly worth: number; readonly isList: boolean };
  /** The way that led furthest and ended. */
  failure?: { readonly segments: readonly string[]; readonly hindrance?: Hindrance };
  /** What may be left when there is a good place. */
  floor?: number;
}

/**
 * Binds paths to what a service lists: collection by collection along the path, depth first, and back where nothing
 * leads on. Of the places that it finds it takes the one where most can fail. Each list is asked for once.
 */
export class ListedBinding {
  readonly #contract: Contract;
  readonly #values: KnownValues;
  /** Placeholders that stand behind several collections: a value that was given for one may not be in the other. */
  readonly #shared: ReadonlySet<string>;
  readonly #ahead: ListedAhead;
  readonly #bound = new Map<string, BoundPath>();
  readonly #listings = new Map<string, Listing>();
  readonly asked: AskedListing[] = [];

  constructor(
    contract: Contract,
    values: KnownValues,
    shared: ReadonlySet<string>,
    ahead: ListedAhead = new Map(),
  ) {
    this.#contract = contract;
    this.#values = values;
    this.#shared = shared;
    this.#ahead = ahead;
  }

  *bind(path: OpenPath): Generator<ListLookup, BoundPath, Answer> {
    const key = [...path.segments, path.type ?? ""].join("/");
    const known = this.#bound.get(key);
    if (known) return known;
    const search: Search = { path, left: mostListings };
    yield* this.#descend([], search);
    const bound = boundBy(search);
    this.#bound.set(key, bound);
    return bound;
  }

  *#descend(before: readonly string[], search: Search): Generator<ListLookup, void, Answer> {
    const { path } = search;
    const segments = [...before];
    while (segments.length < path.segments.length) {
      const segment = path.segments[segments.length] ?? "";
      const open = placeholderIn(segment);
      const value = open
        ? yield* this.#given(open, segments, search)
        : callWithin(segment, path, this.#values);
      if (value === undefined && open) return yield* this.#choose(open, segments, search);
      if (value === undefined || hasPlaceholder([value])) return fail(search, segments);
      segments.push(value);
    }
    if (!path.isRead) {
      search.best ??= { segments, worth: mostWorth, isList: false };
      return;
    }
    const listing = yield* this.#list(segments, path.segments, search);
    const { worth = 0, isList = true } = listing ?? {};
    if (!search.best || worth > search.best.worth) search.best = { segments, worth, isList };
    if (search.best.worth >= goodWorth) search.floor ??= search.left - patience;
  }

  /** The given value, where it may stand there. */
  *#given(
    open: OpenSegment,
    segments: readonly string[],
    search: Search,
  ): Generator<ListLookup, string | undefined, Answer> {
    const { template, collection } = placeOf(open, segments, search.path);
    const given = givenValue(this.#values.given, open.placeholder, template);
    if (!given) return undefined;
    if (!given.isOfCollection && this.#shared.has(open.placeholder.toLowerCase()) && collection.length > 0) {
      const listing = yield* this.#list(collection, template, search);
      const isWhole = listing?.isList && listing.next === undefined;
      if (isWhole && !listing.keys.some(({ key }) => key.toLowerCase() === given.value.toLowerCase()))
        return undefined;
    }
    return withKey(open, given.value);
  }

  *#choose(
    open: OpenSegment,
    segments: readonly string[],
    search: Search,
  ): Generator<ListLookup, void, Answer> {
    const { template, collection } = placeOf(open, segments, search.path);
    const listing = collection.length > 0 ? yield* this.#list(collection, template, search) : undefined;
    const isLast = segments.length === search.path.segments.length - 1;
    const keys = isLast ? bestFirst(listing?.keys ?? [], search.path.type) : (listing?.keys ?? []);
    if (keys.length === 0) {
      const { reason = "no-data", message = "" } = listing?.hindrance ?? {};
      const where = `/${template.join("/")} ${message}`;
      return fail(search, segments, listing ? { reason, message: where } : undefined);
    }
    for (const { key } of keys.slice(0, breadth)) {
      yield* this.#descend([...segments, withKey(open, key)], search);
      if (isEnough(search)) return;
    }
  }

  /** Undefined where no more may be asked. */
  *#list(
    at: readonly string[],
    template: readonly string[],
    search: Search,
  ): Generator<ListLookup, Listing | undefined, Answer> {
    const target = writePath(at);
    const known = this.#listings.get(target);
    if (known) return known;
    if (search.left <= 0) return undefined;
    this.asked.push({ target, template, path: search.path });
    let listing: Listing | undefined;
    for (let page = 0; page < emptyPages; page++) {
      const next: string | undefined = page === 0 ? target : listing?.next;
      if (next === undefined || (listing && listing.keys.length > 0) || search.left <= 0) break;
      search.left--;
      listing =
        this.#ahead.get(next) ??
        listingOf(this.#contract, template, yield lookupOf(this.#contract, next, template));
    }
    if (listing) this.#listings.set(target, listing);
    return listing;
  }
}

function lookupOf(contract: Contract, target: string, template: readonly string[]): ListLookup {
  const isDocumented = matchOperation(contract, "GET", { segments: template }) !== undefined;
  const step = { kind: "lookup", target, title: `/${template.join("/")}`, template } as const;
  return isDocumented ? step : { ...step, probe: "listing" };
}

/** The collection that a key is taken of: where it is, and where the documentation has it. */
function placeOf({ name }: OpenSegment, segments: readonly string[], path: OpenPath) {
  const own = name === undefined ? [] : [name];
  return {
    collection: [...segments, ...own],
    template: [...path.segments.slice(0, segments.length), ...own],
  };
}

/** Those of the type that is asked for first, and of them those with a null. */
function bestFirst(keys: readonly ListedKey[], wanted: string | undefined): readonly ListedKey[] {
  const rank = ({ type, hasNull }: ListedKey) =>
    2 * Number(type !== undefined && type === wanted) + Number(hasNull);
  return keys.toSorted((one, other) => rank(other) - rank(one));
}

function fail(search: Search, segments: readonly string[], hindrance?: Hindrance): void {
  const furthest = search.failure?.segments.length ?? -1;
  if (segments.length <= furthest) return;
  search.failure = { segments, ...(hindrance ? { hindrance } : {}) };
}

function isEnough({ best, left, floor }: Search): boolean {
  if (left <= 0) return true;
  if (!best || best.worth < goodWorth) return false;
  return !best.isList || best.worth >= mostWorth || left <= (floor ?? 0);
}

function boundBy({ path, best, failure }: Search): BoundPath {
  if (best) return { segments: best.segments, unknown: [] };
  const { segments = [], hindrance } = failure ?? {};
  const rest = path.segments.slice(segments.length);
  const unknown = rest.filter((segment) => hasPlaceholder([segment]));
  return { segments: [...segments, ...rest], unknown, ...(hindrance ? { hindrance } : {}) };
}
