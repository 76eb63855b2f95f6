import { isDeepStrictEqual } from "node:util";
import { type BoundedMap, boundedMap } from "../base/bounded-map.ts";
import { isObject } from "../base/is-object.ts";
import { headerValue } from "../http/http-message.ts";
import { keyOf } from "./body/item-key.ts";
import type { Exchange } from "./exchange.ts";
import type { ListedItem, OrderedItems, Past, Seen, Walk } from "./past.ts";
import { answerOf, type Item } from "./query/items-of.ts";
import { type AskedOrder, askedOrder, orderedItems } from "./query/ordered-items.ts";
import type { ExchangeContext } from "./rule.ts";

/** What is known of a run, and takes in what each of its exchanges shows. */
export interface Remembers {
  /** What is known before an exchange is judged. */
  before(exchange: Exchange): Past;
  /** Takes in what an exchange has shown. */
  keep(context: ExchangeContext): void;
}

/** What `$count=true` was answered with, and where. */
interface Counted {
  readonly url: string;
  readonly count: number;
}

/** How many keys are remembered of walks, and how many items of lists. */
const most = 20_000;

/**
 * Remembers, of the exchanges of one run, what rules over several exchanges need, and forgets it before it grows: a
 * walk when its last page has come, a list when something was written. It knows a walk by its links alone, so that it
 * does not matter who walks.
 */
export class Memory implements Remembers {
  readonly #walks: BoundedMap<string, Walk> = boundedMap(most);
  #lists: BoundedMap<string, ReadonlyMap<string, ListedItem>> = boundedMap(most);
  #counts: BoundedMap<string, Counted> = boundedMap(most);
  #orders: BoundedMap<string, OrderedItems> = boundedMap(most);
  /** The last exchange, and what was known before it. */
  #last: { readonly exchange: Exchange; readonly past: Past } | undefined;

  /** A link that is followed again is no part of a walk. */
  before(exchange: Exchange): Past {
    if (this.#last?.exchange === exchange) return this.#last.past;
    const { request } = exchange;
    const walk = request.method === "GET" ? this.#walks.get(request.url) : undefined;
    this.#walks.delete(request.url);
    const place = listOf(request.url);
    const list = this.#lists.get(place);
    const count = this.#counts.get(place)?.count;
    const order = askedOrder(exchange);
    const reverse = order && this.#orders.get(orderPlace(place, { ...order, descending: !order.descending }));
    const past = {
      ...(walk ? { walk } : {}),
      ...(reverse ? { reverse } : {}),
      ...(list ? { list } : {}),
      ...(count === undefined ? {} : { count }),
    };
    this.#last = { exchange, past };
    return past;
  }

  /** The URL of the answer that an exchange was compared with; undefined where there was none. */
  comparedWith({ request: { url } }: Exchange): string | undefined {
    const place = listOf(url);
    const counted = isCountUrl(url) ? this.#counts.get(place)?.url : undefined;
    return counted ?? (this.#lists.get(place) ? url.split("?")[0]?.replace(countSuffix, "") : undefined);
  }

  /** Takes in what came from that URL behind the last exchange, page by page; it can now be judged once more. */
  readAgain(exchange: Exchange, pages: readonly ExchangeContext[]): void {
    const place = listOf(exchange.request.url);
    const answers = pages.map(answerOf);
    const counted = isCountUrl(exchange.request.url) ? this.#counts.get(place) : undefined;
    const isSame = counted
      ? answers.length > 0 && answers.every((answer) => answer && countIn(answer.envelope) === counted.count)
      : isSameList(pages, this.#lists.get(place));
    const past = { ...this.before(exchange), again: isSame ? "same" : "changed" } as const;
    this.#last = { exchange, past };
  }

  #forget(): void {
    this.#lists = boundedMap(most);
    this.#counts = boundedMap(most);
    this.#orders = boundedMap(most);
  }

  keep(context: ExchangeContext): void {
    const { exchange, response } = context;
    const { url, method } = exchange.request;
    if (method !== "GET") this.#forget();
    const answer = answerOf(context);
    if (!answer?.collection || (response.status ?? 200) >= 300) return;
    const total = /\?(?:\$|%24)count=true$/i.test(url) ? countIn(answer.envelope) : undefined;
    if (total !== undefined) this.#counts.set(listOf(url), { url, count: total }, 1);
    const { walk } = context.past;
    const began = walk?.began ?? url;
    const listed = listedBy(context, answer.items);
    const link = nextLinkIn(answer.envelope);
    if (link === undefined) {
      const order = walk ? undefined : askedOrder(exchange);
      const ordered = order && orderedItems(context, order);
      if (order && ordered)
        this.#orders.set(orderPlace(listOf(url), order), ordered, 1 + ordered.items.length);
      if (listed) this.#lists.set(listOf(began), listed, 1 + listed.size);
      return;
    }
    const found = answer.items.flatMap(({ value }) => keyOf(context, value) ?? []);
    const keys = seenWith(walk?.keys, found);
    const urls = seenWith(walk?.urls, [url]);
    const count = countIn(answer.envelope) ?? walk?.count;
    const items = (walk?.items ?? 0) + answer.items.length;
    const known = { ...(count === undefined ? {} : { count }), ...(listed ? { listed } : {}) };
    this.#walks.set(link, { began, urls, keys, items, ...known }, 1 + keys.size);
  }
}

/**
 * The items of a list that is read without any option, up to these, written on from page to page; undefined of another
 * list, and where an item has no key of its own.
 */
function listedBy(context: ExchangeContext, items: readonly Item[]): Map<string, ListedItem> | undefined {
  const { exchange, past } = context;
  const { walk } = past;
  const isPlain =
    !(walk?.began ?? exchange.request.url).includes("?") &&
    headerValue(exchange.request, "Prefer") === undefined;
  if (!isPlain || (walk && !walk.listed)) return undefined;
  const listed = walk?.listed ?? new Map<string, ListedItem>();
  const wanted = listed.size + items.length;
  for (const item of items) {
    const key = keyOf(context, item.value);
    if (key !== undefined) listed.set(key, { ...item, broken: isBroken(context, item) });
  }
  return listed.size === wanted ? listed : undefined;
}

function isBroken({ violations }: ExchangeContext, { pointer }: Item): boolean {
  return violations.some((violation) => violation.pointer.startsWith(`${pointer}/`));
}

/** What came up to a page of a walk. */
interface SeenUpTo extends Seen {
  /** On which page each came first, of all pages of the walk: to copy it for every page would take ever longer. */
  readonly first: Map<string, number>;
  readonly page: number;
}

/** What came before, and on one page more. Who knows what came before still knows no more. */
function seenWith(before: Seen | undefined, values: readonly string[]): SeenUpTo {
  const { first, page } = isUpTo(before) ? before : { first: new Map<string, number>(), page: 0 };
  for (const value of values) if (!first.has(value)) first.set(value, page + 1);
  const has = (value: string) => (first.get(value) ?? Number.POSITIVE_INFINITY) <= page + 1;
  return { first, page: page + 1, size: first.size, has, values: () => [...first.keys()].filter(has) };
}

function isUpTo(seen: Seen | undefined): seen is SeenUpTo {
  return seen !== undefined && "first" in seen;
}

/** True where the items of all pages are those of the list, and none has changed. */
function isSameList(
  pages: readonly ExchangeContext[],
  list: ReadonlyMap<string, ListedItem> | undefined,
): boolean {
  const items = pages.flatMap((page) =>
    (answerOf(page)?.items ?? []).map(({ value }) => ({ value, key: keyOf(page, value) ?? "" })),
  );
  if (!list || items.length !== list.size) return false;
  return items.every(({ key, value }) => isDeepStrictEqual(list.get(key)?.value, value));
}

/** The URL of a list without its options, and without the `/$count` behind it. */
function listOf(url: string): string {
  return (url.split("?")[0] ?? "").replace(countSuffix, "").toLowerCase();
}

function orderPlace(list: string, { path, descending }: AskedOrder): string {
  return `${list} ${path.join("/").toLowerCase()} ${descending ? "desc" : "asc"}`;
}

function isCountUrl(url: string): boolean {
  return countSuffix.test(url.split("?")[0] ?? "");
}

const countSuffix = /\/(?:\$|%24)count$/i;

/** The link to the next page, in either spelling of OData. */
export function nextLinkIn(envelope: unknown): string | undefined {
  const link = isObject(envelope) ? (envelope["@odata.nextLink"] ?? envelope["@nextLink"]) : undefined;
  return typeof link === "string" ? link : undefined;
}

/** The number of all items that a page says. */
export function countIn(envelope: Readonly<Record<string, unknown>>): number | undefined {
  const count = envelope["@odata.count"] ?? envelope["@count"];
  return typeof count === "number" ? count : undefined;
}
