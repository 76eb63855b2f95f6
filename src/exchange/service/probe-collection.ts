import { groupBy } from "../../base/group-by.ts";
import { isObject } from "../../base/is-object.ts";
import { keyPropertyOf } from "../../contract/names/type-named.ts";
import { isCollection } from "../../contract/promise/body-fit.ts";
import { nextLinkIn } from "../../rules/memory.ts";
import { type BoundOperation, promisesOption, refusesOption, requestOf } from "./bound-operation.ts";
import { filterProbes, joinedFilters } from "./filter-probes.ts";
import {
  type Answer,
  apart,
  type PlannedRequest,
  type Script,
  type Step,
  unmadeOf,
} from "./planned-request.ts";
import { probeFurther } from "./probe-further.ts";
import { probePreference, selectList } from "./probe-resource.ts";
import { nextPages, readPages, shortPages } from "./read-pages.ts";

type Items = readonly Readonly<Record<string, unknown>>[];

/** How many pages of a collection are read as the service makes them, the first among them. */
const wholePages = 10;

/** What a page promises of the answer with a collection; `items` are those of the plain answer. */
export function* probeCollection(target: BoundOperation, items: Items, plain: Answer): Script {
  const { type } = target;
  const read = yield* nextPages(requestOf(target, "plain", {}), plain, wholePages);
  yield* followDelta(target, read.at(-1) ?? plain);
  // Whether an option leaves out items shows where the whole list is known, and its answer is read to the end, too.
  const isPaged = read.length > 1 && read.length <= shortPages && nextLinkIn(read.at(-1)?.json) === undefined;
  const ask = isPaged ? readPages : askApart;
  const promises = (option: string) => promisesOption(target, option);
  const select = type && selectList(type, items);
  if (select && promises("$select")) yield* ask(requestOf(target, "$select", { $select: select }));
  if (promises("$count")) yield apart(requestOf(target, "$count=true", { $count: "true" }));
  if (promises("$orderby")) yield* probeOrder(target, items, ask);
  const expanded = promises("$expand") ? yield* probeExpand(target, isPaged) : [];
  yield* probePreference(target);
  if (promises("$filter")) yield* probeFilter(target, [...items, ...expanded], ask);
  if (promises("$top")) yield* readPages(requestOf(target, "$top=1", { $top: "1" }));
  // So many items on a page that the walk comes to its end.
  const size = Math.max(1, Math.ceil(items.length / shortPages));
  const counted: Record<string, string> = promises("$count") ? { $count: "true" } : {};
  yield* readPages(requestOf(target, "pages to the end", counted, { Prefer: `odata.maxpagesize=${size}` }));
  yield* probeUnlisted(target, select);
  if (target.depth === "full") yield* probeFurther(target, items);
}

/** Asks once, or reads an answer to its end. */
type Ask = (request: PlannedRequest) => Script;

function* askApart(request: PlannedRequest): Script {
  yield apart(request);
}

/**
 * Each way up, and one way down, where the items differ: else both ways are the same. Members of enums go down, too:
 * that this is the reverse is all that is known of their order.
 */
function* probeOrder(target: BoundOperation, items: Items, ask: Ask): Script {
  const properties = (target.type?.properties ?? []).filter(({ orderby }) => orderby);
  const sortable = properties.map(({ name }) => name);
  const first = sortable.find((name) => differ(items, name)) ?? sortable[0];
  for (const [index, { name, type }] of properties.entries()) {
    yield* (index === 0 ? ask : askApart)(requestOf(target, `$orderby=${name}`, { $orderby: name }));
    if (type.kind === "enum" && name !== first && differ(items, name))
      yield apart(requestOf(target, `$orderby=${name} desc`, { $orderby: `${name} desc` }));
  }
  if (first) yield apart(requestOf(target, "$orderby, descending", { $orderby: `${first} desc` }));
  const pair = tyingPair(sortable, items);
  if (pair) yield apart(requestOf(target, "$orderby, two properties", { $orderby: pair.join(",") }));
}

/** A property in which some items tie, with one in which those differ. */
function tyingPair(names: readonly string[], items: Items): readonly [string, string] | undefined {
  for (const first of names) {
    const groups = groupBy(items, (item) => item[first]);
    for (const second of names) {
      if ([...groups.values()].some((group) => differ(group, second))) return [first, second];
    }
  }
  return undefined;
}

function differ(items: Items, name: string): boolean {
  return new Set(items.map((item) => item[name])).size > 1;
}

/** The items with what was expanded in them. */
function* probeExpand(target: BoundOperation, isPaged: boolean): Generator<Step, Items, Answer> {
  const expandable = (target.type?.properties ?? []).filter(({ navigation, expand }) => navigation && expand);
  const expanded: Items[number][] = [];
  for (const { name } of expandable) {
    const request = requestOf(target, `$expand=${name}`, { $expand: name });
    const answer = yield request;
    const { json } = answer;
    if (isCollection(json)) expanded.push(...json.value.filter(isObject));
    if (isPaged) yield* nextPages(request, answer, shortPages);
  }
  return expanded;
}

function* probeFilter(target: BoundOperation, items: Items, ask: Ask): Script {
  const { contract, operation, type } = target;
  if (!type) return;
  const { filters, withoutValue } = filterProbes(contract, operation, type, items);
  const joined = target.depth === "full" ? joinedFilters(filters) : [];
  for (const { name, filter } of [...filters, ...joined])
    yield* ask(requestOf(target, name, { $filter: filter }));
  if (withoutValue.length === 0) return;
  const message = `some documented operators are not probed, for want of a value that fits: ${withoutValue.join(", ")}`;
  yield unmadeOf(operation, "$filter by what no item has", "no-data", message);
}

/** What has changed since a delta answer came to its end. */
function* followDelta(target: BoundOperation, { json }: Answer): Script {
  const link = isObject(json) ? (json["@odata.deltaLink"] ?? json["@deltaLink"]) : undefined;
  if (typeof link !== "string" || !/^https?:/i.test(link)) return;
  yield { ...requestOf(target, "what has changed since, by the deltaLink", {}), target: link };
}

/** One option that the page does not list: a service refuses it, or does what it says. */
function* probeUnlisted(target: BoundOperation, select: string | undefined): Script {
  const key = keyPropertyOf(target.type);
  // The first two show in the answer of a service that only overlooks them.
  const values = {
    $top: "1",
    $count: "true",
    $select: select ?? key,
    $orderby: key,
    $skip: "1",
    $search: '"a"',
  };
  const unlisted = Object.entries(values).find(([option]) => refusesOption(target, option));
  if (!unlisted) return;
  const [option, value] = unlisted;
  yield apart(requestOf(target, `an option that the page does not list, ${option}`, { [option]: value }));
}
