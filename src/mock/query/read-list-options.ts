import { parseFilter } from "../../odata/parse-filter.ts";
import { parseOrderby } from "../../odata/parse-orderby.ts";
import type { RequestUrl } from "../../odata/request-url.ts";
import { badRequest } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { type Asking, notReadable } from "./asking.ts";
import { checkFilter } from "./check-filter.ts";
import type { Preferences } from "./preferences.ts";
import type { Expansion, Query } from "./query.ts";
import { readOrderby } from "./read-orderby.ts";
import { readSearch } from "./search.ts";
import { readSkiptoken } from "./skiptoken.ts";

/** Graph's directory answers 100 items unless asked, and at most 999 (Graph page "Paging", issue 4372 of its docs). */
const PAGE = 100;
const LARGEST = 999;
// Related resources come with every item.
const EXPANDED = 100;
const EXPANDED_TWICE = 20;

type ListOptions = Pick<
  Query,
  "filter" | "orderby" | "search" | "top" | "skip" | "count" | "pageSize" | "preferredSize" | "scope"
>;

/** The options of a list: which items, in which order, and which page of them. */
export function readListOptions(
  asking: Asking,
  url: RequestUrl,
  { maxPageSize }: Preferences,
  { expand }: Pick<Query, "expand">,
): ListOptions | ErrorResponse {
  const { options } = url;
  const found = readFound(asking, options);
  if ("code" in found) return found;
  const top = readNumber(options, "$top");
  if (isErrorResponse(top)) return top;
  const skip = readNumber(options, "$skip");
  if (isErrorResponse(skip)) return skip;
  const count = options.get("$count")?.toLowerCase();
  if (count !== undefined && count !== "true" && count !== "false") {
    return badRequest(`the value '${count.slice(0, 40)}' of $count is neither true nor false`);
  }
  const scope = scopeOf(url);
  const token = options.get("$skiptoken");
  const start = token === undefined ? undefined : readSkiptoken(token, scope);
  if (token !== undefined && !start) {
    return badRequest(
      "the value of $skiptoken is none that this list has given out; follow @odata.nextLink as it is",
    );
  }
  const preferredSize = maxPageSize ?? start?.pageSize;
  return {
    ...found,
    ...(top === undefined ? {} : { top }),
    skip: start?.position ?? skip ?? 0,
    count: count === "true",
    pageSize: Math.min(top ?? preferredSize ?? PAGE, preferredSize ?? LARGEST, largestPage(expand)),
    ...(preferredSize === undefined ? {} : { preferredSize }),
    scope,
  };
}

function readFound(
  asking: Asking,
  options: ReadonlyMap<string, string>,
): Pick<Query, "filter" | "orderby" | "search"> | ErrorResponse {
  const filter = options.get("$filter");
  const parsed = filter === undefined ? undefined : parseFilter(filter);
  if (parsed && "problem" in parsed) return notReadable("$filter", parsed.problem);
  const refused = parsed && checkFilter(asking, parsed.expression);
  if (refused) return refused;
  const order = options.get("$orderby");
  const keys = order === undefined ? { items: [] } : parseOrderby(order);
  if ("problem" in keys) return notReadable("$orderby", keys.problem);
  const orderby = readOrderby(asking, keys.items);
  if ("code" in orderby) return orderby;
  const text = options.get("$search");
  const search = text === undefined ? undefined : readSearch(text);
  if (text !== undefined && !search) {
    return badRequest(
      "the value of $search is not readable: it is words, or phrases in quotes, with AND and OR between",
    );
  }
  return { ...(parsed ? { filter: parsed.expression } : {}), orderby, ...(search ? { search } : {}) };
}

function readNumber(options: ReadonlyMap<string, string>, name: string): number | undefined | ErrorResponse {
  const text = options.get(name);
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  return badRequest(`the value '${text.slice(0, 40)}' of ${name} is not a non-negative integer`);
}

function isErrorResponse(value: number | undefined | ErrorResponse): value is ErrorResponse {
  return typeof value === "object";
}

function largestPage(expand: readonly Expansion[]): number {
  if (expand.length === 0) return LARGEST;
  return expand.some(({ query }) => query.expand.length > 0) ? EXPANDED_TWICE : EXPANDED;
}

/** Two requests for pages of one list have the same path and ask for the same items in the same order. */
export function scopeOf({ version, segments, options }: RequestUrl): string {
  const asked = ["$filter", "$orderby", "$search"].map((name) => options.get(name) ?? "");
  return JSON.stringify([version, ...segments, ...asked]).toLowerCase();
}
