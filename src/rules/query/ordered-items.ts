import { headerValue } from "../../http/http-message.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { mayMeanAnother } from "../../odata/compare-values.ts";
import { durationOf, instantOf } from "../../odata/exact-time.ts";
import { memberOf } from "../../odata/filter-scope.ts";
import { parseOrderby } from "../../odata/parse-orderby.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { keyOf } from "../body/item-key.ts";
import type { Exchange } from "../exchange.ts";
import type { OrderedItems } from "../past.ts";
import type { ExchangeContext } from "../rule.ts";
import { answerOf } from "./items-of.ts";

/** The only thing that a list is asked for: to be in order by one key. */
export interface AskedOrder {
  readonly path: readonly string[];
  readonly descending: boolean;
}

/** What order a request asks for and nothing else; undefined where it asks for more, or for a part. */
export function askedOrder({ request }: Pick<Exchange, "request">): AskedOrder | undefined {
  if (request.method !== "GET" || !/[?&](?:\$|%24)orderby=/i.test(request.url)) return undefined;
  const { options } = readRequestUrl(request.url);
  if (options.size > 1 || headerValue(request, "Prefer") !== undefined) return undefined;
  const asked = parseOrderby(options.get("$orderby") ?? "");
  const [key, second] = "problem" in asked ? [] : asked.items;
  return key && !second ? key : undefined;
}

/**
 * The texts of a list as one key puts them in order. Left out is what no order is certain for: what is absent, is no
 * text, breaks its own type or stands for several members. Undefined where texts may tie that are not the same, and
 * where equal ones come apart.
 */
export function orderedItems(
  context: ExchangeContext,
  { path }: Pick<AskedOrder, "path">,
): OrderedItems | undefined {
  const wrong = new Set(context.violations.map(({ pointer }) => pointer.toLowerCase()));
  const values = new Map<string, string>();
  const folded = new Set<string>();
  const items: string[] = [];
  let last: string | undefined;
  for (const { value: item, pointer } of answerOf(context)?.items ?? []) {
    const value = path.reduce<unknown>(memberOf, item);
    items.push(JSON.stringify([keyOf(context, item), value]));
    const isWrong = wrong.has(path.reduce(stepInto, pointer).toLowerCase());
    if (isWrong || typeof value !== "string" || !isPlainText(value) || value === last) continue;
    const alike = foldedText(value);
    if (values.has(value) || folded.has(alike)) return undefined;
    folded.add(alike);
    values.set(value, pointer);
    last = value;
  }
  return { values, items: items.sort() };
}

/** ASCII that is no time, no flags, and means itself: of all else one value can be written in two ways. */
function isPlainText(value: string): boolean {
  const isTime = instantOf(value) !== undefined || durationOf(value) !== undefined;
  return /^[\x20-\x7e]+$/.test(value) && !value.includes(",") && !isTime && !mayMeanAnother(value);
}

/** Alike for texts that a collation may hold for equal: case, signs and leading zeros count in some and not in others. */
function foldedText(value: string): string {
  return value
    .slice(0, 64)
    .toUpperCase()
    .replace(/[^A-Z\d]/g, "")
    .replace(/0+(?=\d)/g, "");
}

/** Two texts that come in the same order whichever way the list is sorted. */
export interface SameBothWays {
  readonly before: string;
  readonly after: string;
  /** Of the item with the second text. */
  readonly pointer: string;
}

/** Compares a list with itself the other way round; says how many texts could be compared. */
export function compareReverse(
  came: OrderedItems,
  reverse: OrderedItems,
): { readonly compared: number; readonly same?: SameBothWays } {
  const ranks = new Map([...reverse.values.keys()].map((value, rank) => [value, rank]));
  const common = [...came.values].filter(([value]) => ranks.has(value));
  for (const [index, [after, pointer]] of common.entries()) {
    const before = common[index - 1]?.[0];
    if (before === undefined || (ranks.get(before) ?? 0) > (ranks.get(after) ?? 0)) continue;
    return { compared: common.length, same: { before, after, pointer } };
  }
  return { compared: common.length };
}
