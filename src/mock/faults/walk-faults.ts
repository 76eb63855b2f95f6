import { isObject } from "../../base/is-object.ts";
import { keyPropertyOf } from "../../contract/names/type-named.ts";
import type { ServiceResponse } from "../message.ts";
import { scopeOf } from "../query/read-list-options.ts";
import { readSkiptoken, writeSkiptoken } from "../query/skiptoken.ts";
import { otherKey, withControl, withItems, withOneMore, without } from "./changed-answer.ts";
import type { Asked, Fault } from "./fault.ts";
import { withChangedResource } from "./faulty-resource.ts";
import { promisedType, promisesFilter } from "./promised-options.ts";
import { withOption } from "./with-option.ts";

const link = "@odata.nextLink";

/** What only several answers together show, and what is said of keys. */
export const walkFaults: readonly Fault[] = [
  {
    name: "circle",
    breaks: "the second page leads back to the first",
    expect: { rule: "service/broken-walk" },
    response: (response, { request, url }) =>
      url.options.has("$skiptoken")
        ? withControl(response, link, () => `${request.origin}${withoutToken(request.target)}`)
        : response,
  },
  {
    name: "lost-link",
    breaks: "the links end before the items do",
    expect: { rule: "service/broken-walk" },
    response: (response, { request, url }) => {
      const isPage = !url.options.has("$top") && /maxpagesize/.test(request.headers.prefer ?? "");
      // On the first page a count that the items do not reach is wrong in itself.
      if (url.options.has("$count") && !url.options.has("$skiptoken")) return response;
      // Of a page of changes that is odata/delta-link.
      if (!isPage || !isObject(response.json) || url.segments.at(-1) === "delta") return response;
      return { ...response, json: without(response.json, link) };
    },
  },
  {
    name: "same-key",
    breaks: "two items of a list have one key",
    expect: { rule: "body/duplicate-item" },
    response: (response, asked) =>
      withItems(response, (items) => {
        const key = keyPropertyOf(promisedType(asked));
        const [first, second, ...others] = items;
        const isWhole = !asked.url.options.has("$filter") && !asked.url.options.has("$orderby");
        return isWhole && first && second && key in first
          ? [first, { ...second, [key]: first[key] }, ...others]
          : items;
      }),
  },
  {
    name: "repeated-item",
    breaks: "the last item of a page comes on the next one, too",
    expect: { rule: "body/duplicate-item" },
    // Pages of one item would run in a circle.
    request: (request, { url }) => {
      const start = readSkiptoken(url.options.get("$skiptoken") ?? "", scopeOf(url));
      if (!start || (start.pageSize ?? 1) < 2 || url.options.has("$top")) return request;
      const earlier = { ...start, position: start.position - 1 };
      return withOption(request, "$skiptoken", writeSkiptoken(earlier, scopeOf(url)));
    },
  },
  {
    name: "other-key",
    breaks: "a resource has another key than was asked for",
    expect: { rule: "body/other-key" },
    response: (response, asked) =>
      isObject(response.json) && Array.isArray(response.json.value)
        ? response
        : withKey(response, asked, (key) => otherKey(String(key))),
  },
  {
    name: "null-key",
    breaks: "a resource has no key but null",
    expect: { rule: "body/other-key" },
    response: (response, asked) =>
      asked.url.options.has("$filter") ? response : withKey(response, asked, () => null),
  },
  {
    name: "lossy-filter",
    breaks: "a $filter leaves out an item that satisfies it",
    expect: { rule: "query/incomplete" },
    response: (response, asked) =>
      promisesFilter(asked) ? withItems(response, (items) => items.slice(1)) : response,
  },
  {
    name: "lossy-order",
    breaks: "$orderby leaves out an item",
    expect: { rule: "query/incomplete" },
    response: (response, { url }) =>
      url.options.has("$orderby") && !url.options.has("$top") && !url.options.has("$count")
        ? withItems(response, (items) => items.slice(1))
        : response,
  },
  {
    name: "lossy-select",
    breaks: "$select leaves out an item",
    expect: { rule: "query/incomplete" },
    response: (response, { url }) =>
      url.options.size === 1 && url.options.has("$select") ? withFewer(response) : response,
  },
  {
    name: "lossy-expand",
    breaks: "$expand leaves out an item",
    expect: { rule: "query/incomplete" },
    response: (response, { url }) =>
      url.options.size === 1 && url.options.has("$expand") ? withFewer(response) : response,
  },
  {
    name: "big-next-page",
    breaks: "a following page has more items than were preferred",
    expect: { rule: "query/page-size" },
    response: (response, { request, url }) =>
      isSized(request) && !url.options.has("$count") && url.options.has("$skiptoken")
        ? withOneMore(response)
        : response,
  },
  {
    name: "big-page",
    breaks: "a page has more items than were preferred",
    expect: { rule: "query/page-size" },
    response: (response, { request, url }) =>
      isSized(request) && !url.options.has("$count") && !url.options.has("$skiptoken")
        ? withOneMore(response)
        : response,
  },
];

/** A list without its first item; one resource alone stays. */
function withFewer(response: ServiceResponse): ServiceResponse {
  return isObject(response.json) && Array.isArray(response.json.value)
    ? withItems(response, (items) => items.slice(1))
    : response;
}

function isSized({ headers }: Asked["request"]): boolean {
  return /maxpagesize/.test(headers.prefer ?? "");
}

function withoutToken(target: string): string {
  return target.replace(/[?&](?:\$|%24)skiptoken=[^&]*/, "");
}

function withKey(response: ServiceResponse, asked: Asked, change: (key: unknown) => unknown) {
  return withChangedResource(response, asked, (resource, type) => {
    const key = keyPropertyOf(type);
    return key in resource && type.keyProperty ? { ...resource, [key]: change(resource[key]) } : undefined;
  });
}
