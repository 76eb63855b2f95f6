import type { Property, TypeContract } from "../../contract/contract.ts";
import { keyPropertyOf } from "../../contract/names/type-named.ts";
import type { ExpandItem } from "../../odata/parse-expand.ts";
import { badRequest } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { type Asking, noSuchProperty } from "./asking.ts";
import { checkFilter } from "./check-filter.ts";
import { propertyPath } from "./property-path.ts";
import type { Expansion, Query } from "./query.ts";
import { readOrderby } from "./read-orderby.ts";
import { readSelect } from "./read-select.ts";
import { readSearch } from "./search.ts";

// Expanded lists multiply. Graph gives at most 20 related resources (Graph page "Use query parameters", $expand); the
// other limits are ours, above what documented requests need.
const RELATED = 20;
const DEPTH = 4;
const LISTS = 3;
const ITEMS = 32;
const LEVELS = 10;

/** How deep an expansion is, how many lists lie above it, and how many items the whole `$expand` still may have. */
interface Depth {
  readonly depth: number;
  readonly lists: number;
  readonly budget: { left: number };
}

/** The items of an `$expand`, checked with their nested options; refused also when they go too deep. */
export function readExpand(
  asking: Asking,
  items: readonly ExpandItem[],
  at: Depth = { depth: 1, lists: 0, budget: { left: ITEMS } },
): readonly Expansion[] | ErrorResponse {
  if (items.length > 0 && at.depth > DEPTH) return badRequest(`$expand is nested more than ${DEPTH} deep`);
  const read = new Map<string, Expansion>();
  for (const item of items) {
    const named = item.path.at(-1) === "*" ? everyRelationship(asking, item) : [item];
    at.budget.left -= 1;
    if (at.budget.left < 0) return badRequest(`$expand has more than ${ITEMS} items`);
    for (const each of named) {
      const expansion = readItem(asking, each, at);
      if ("code" in expansion) return expansion;
      if (read.has(expansion.name) && named.length === 1) {
        return badRequest(`$expand names '${expansion.name}' twice`);
      }
      read.set(expansion.name, expansion);
    }
  }
  return [...read.values()];
}

function everyRelationship({ type }: Asking, item: ExpandItem): ExpandItem[] {
  const relationships = type?.properties.filter(({ navigation }) => navigation) ?? [];
  return relationships.map(({ name }) => ({ ...item, path: [name] }));
}

function readItem(asking: Asking, item: ExpandItem, at: Depth): Expansion | ErrorResponse {
  const { contract, type } = asking;
  const end = propertyPath(contract, type, item.path);
  if (!end.found) return noSuchProperty("$expand", end.name, end.owner);
  const [name, ...more] = end.names;
  const property = end.properties.at(-1);
  if (name === undefined || more.length > 0 || (property && !isRelationship(property, end.type))) {
    return badRequest(
      `property '${item.path.join("/")}'${type ? ` of type '${type.name}'` : ""} is no relationship that $expand takes`,
    );
  }
  const collection = property?.type.collection;
  const lists = at.lists + (collection === false ? 0 : 1);
  if (lists > LISTS) return badRequest(`$expand has more than ${LISTS} lists in each other`);
  const related: Asking = {
    contract,
    allMembers: asking.allMembers,
    ...(end.type ? { type: end.type } : {}),
  };
  const below = { depth: at.depth + 1, lists, budget: at.budget };
  const expand = readExpand(related, item.expand ?? [], below);
  if ("code" in expand) return expand;
  const query = nestedQuery(related, item, expand);
  if ("code" in query) return query;
  const plain: Expansion = {
    name,
    query,
    recursive: false,
    ...(collection === undefined ? {} : { collection }),
  };
  const again = end.type && propertyPath(contract, end.type, [name]);
  if (!again?.found || again.properties[0] !== property) return plain;
  return recursing(plain, levelsOf(item.levels, collection, LISTS - lists));
}

/** How many times the relationship is followed, bounded so that a circle ends. */
function levelsOf(levels: ExpandItem["levels"], collection: boolean | undefined, lists: number): number {
  const most = collection === false ? LEVELS : lists + 1;
  return levels === undefined ? 1 : levels === "max" ? most : Math.min(levels, most);
}

function recursing(plain: Expansion, levels: number): Expansion {
  let expansion = plain;
  for (let level = 1; level < levels; level++) {
    const { query } = plain;
    expansion = { ...plain, recursive: true, query: { ...query, expand: [...query.expand, expansion] } };
  }
  return expansion;
}

function nestedQuery(asking: Asking, item: ExpandItem, expand: readonly Expansion[]): Query | ErrorResponse {
  const { contract, type, allMembers } = asking;
  const select = item.select && readSelect(asking, item.select);
  if (select && "code" in select) return select;
  const orderby = readOrderby(asking, item.orderby ?? []);
  if ("code" in orderby) return orderby;
  const refused = item.filter && checkFilter(asking, item.filter);
  if (refused) return refused;
  const search = item.search === undefined ? undefined : readSearch(item.search);
  if (item.search !== undefined && !search)
    return badRequest("the value of $search in $expand is not readable");
  const key = keyPropertyOf(type);
  const selected = item.suffix === "$ref" ? [{ path: [key], text: key }] : select;
  return {
    contract,
    ...(type ? { type } : {}),
    ...(selected ? { select: selected } : {}),
    expand,
    ...(item.filter ? { filter: item.filter } : {}),
    orderby,
    ...(search ? { search } : {}),
    ...(item.top === undefined ? {} : { top: item.top }),
    skip: item.skip ?? 0,
    count: item.count === true || item.suffix === "$count",
    pageSize: item.suffix === "$count" ? 0 : Math.min(item.top ?? RELATED, RELATED),
    allMembers,
    scope: "",
    applied: [],
  };
}

/** Pages list some relationships among the properties: what has a key is one. */
function isRelationship({ navigation, expand, type }: Property, target: TypeContract | undefined): boolean {
  if (navigation || expand || type.kind === "unknown") return true;
  if (!target) return false;
  return (
    target.base !== undefined ||
    !target.complete ||
    target.properties.some(({ name }) => name === keyPropertyOf(target))
  );
}
