import type { Resource } from "../message.ts";
import { filterItems, type Lookup } from "./filter-items.ts";
import { hasHiddenMembers, hideMembers } from "./hide-members.ts";
import { orderItems } from "./order-items.ts";
import type { Query } from "./query.ts";
import { matchesSearch } from "./search.ts";
import { writeSkiptoken } from "./skiptoken.ts";

export interface Page {
  /** As stored. */
  readonly items: readonly Resource[];
  /** How many there are on all pages, and before the first one. */
  readonly total: number;
  /** Absent on the last page. */
  readonly next?: { readonly skiptoken: string };
}

/**
 * The page that a query asks for: what `$filter` and `$search` leave, in the order of `$orderby`, without what is
 * skipped. `$top` sets the size of the page and further pages follow, as on Graph (Graph page "Paging"); in OData at
 * large it would end the list. Filter and order see what goes out: a member that the request does not ask for is
 * `unknownFutureValue` to them, so that an answer never contradicts what it shows.
 */
export function pageOf(items: readonly Resource[], query: Query, lookup: Lookup): Page {
  const found = foundItems(items, query, lookup);
  const end = query.skip + query.pageSize;
  const page = found.slice(query.skip, end);
  const more = page.length > 0 && end < found.length;
  const { preferredSize: pageSize } = query;
  const start = { position: end, ...(pageSize === undefined ? {} : { pageSize }) };
  return {
    items: page,
    total: found.length,
    ...(more ? { next: { skiptoken: writeSkiptoken(start, query.scope) } } : {}),
  };
}

/** A list that nothing is asked of is not walked through. */
function foundItems(items: readonly Resource[], query: Query, lookup: Lookup): readonly Resource[] {
  const { filter, search, orderby } = query;
  if (!filter && !search && orderby.length === 0) return items;
  const all = items.map((stored) => ({ stored, shown: shownTo(query, stored) }));
  const searched = search ? all.filter(({ shown }) => matchesSearch(shown, search)) : all;
  const filtered = filter ? filterItems(searched, filter, query, lookup) : searched;
  const ordered = orderby.length > 0 ? orderItems(filtered, orderby, ({ shown }) => shown) : filtered;
  return ordered.map(({ stored }) => stored);
}

function shownTo({ contract, type, allMembers }: Query, resource: Resource): Resource {
  if (allMembers || !type || !hasHiddenMembers(contract, type.name)) return resource;
  return hideMembers(contract, type.name, resource);
}
