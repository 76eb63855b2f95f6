import { isObject } from "../../docs/http/is-object.ts";
import type { Resource, ServiceRequest, ServiceResponse } from "../message.ts";
import type { Fault } from "./fault.ts";
import { withChangedResource } from "./faulty-resource.ts";
import { promisesFilter, undocumentedOptions } from "./promised-options.ts";

export const queryFaults: readonly Fault[] = [
  {
    name: "drop-selected",
    breaks: "a selected property does not come",
    expect: { rule: "query/select-projection" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) => {
        const selected = (asked.url.options.get("$select") ?? "").split(",").map((name) => name.trim());
        const property = type.properties.find(
          ({ name, navigation }) =>
            !navigation && name !== type.keyProperty && selected.includes(name) && name in resource,
        );
        return property && without(resource, property.name);
      }),
  },
  {
    name: "drop-expanded",
    breaks: "an expanded relationship does not come",
    expect: { rule: "query/expand" },
    response: (response, asked) => {
      const expanded = /^\w+/.exec(asked.url.options.get("$expand") ?? "")?.[0];
      return expanded === undefined
        ? response
        : withItems(response, (items) => items.map((item) => without(item, expanded)));
    },
  },
  {
    name: "ignore-filter",
    breaks: "a documented $filter is not heeded",
    expect: { rule: "query/filter" },
    request: (request, asked) => (promisesFilter(asked) ? withoutOptions(request, ["$filter"]) : request),
  },
  {
    name: "refuse-filter",
    breaks: "a documented $filter is refused",
    expect: { rule: "query/capability" },
    response: (response, asked) =>
      promisesFilter(asked) && response.status === 200 ? refusedOption(response) : response,
  },
  {
    name: "ignore-unlisted-options",
    breaks: "a query option that the page does not list is taken without a word",
    expect: { rule: "query/capability" },
    request: (request, asked) => withoutOptions(request, undocumentedOptions(asked)),
  },
  {
    name: "ignore-order",
    breaks: "the items come in the reverse of the order asked for",
    expect: { rule: "query/orderby" },
    response: (response, { url }) =>
      url.options.has("$orderby") ? withItems(response, (items) => items.toReversed()) : response,
  },
  {
    name: "ignore-top",
    breaks: "a page has more items than asked for",
    expect: { rule: "query/top" },
    response: (response, { url }) =>
      url.options.has("$top") ? withItems(response, (items) => [...items, ...items.slice(-1)]) : response,
  },
  {
    name: "wrong-count",
    breaks: "@odata.count is more than there is",
    expect: { rule: "query/count" },
    response: (response, { url }) => {
      const { json } = response;
      if (!isObject(json) || typeof json["@odata.count"] !== "number" || url.options.has("$top"))
        return response;
      return { ...response, json: { ...json, "@odata.count": json["@odata.count"] + 5 } };
    },
  },
  {
    name: "no-count",
    breaks: "@odata.count does not come",
    expect: { rule: "query/count" },
    response: (response) =>
      isObject(response.json) ? { ...response, json: without(response.json, "@odata.count") } : response,
  },
  {
    name: "show-all-members",
    breaks: "members of an evolvable enum come without being asked for",
    expect: { rule: "enum/unrequested-member" },
    request: (request) => {
      const { prefer, ...headers } = request.headers;
      const all = [prefer, "include-unknown-enum-members"].filter(Boolean).join(", ");
      return { ...request, headers: { ...headers, prefer: all } };
    },
  },
];

function withItems(
  response: ServiceResponse,
  change: (items: readonly Resource[]) => readonly Resource[],
): ServiceResponse {
  const { json } = response;
  if (!isObject(json) || response.status >= 300) return response;
  if (Array.isArray(json.value))
    return { ...response, json: { ...json, value: change(json.value.filter(isObject)) } };
  const [changed] = change([json]);
  return { ...response, json: changed };
}

function without(resource: Resource, name: string): Resource {
  const { [name]: _, ...rest } = resource;
  return rest;
}

function withoutOptions(request: ServiceRequest, names: readonly string[]): ServiceRequest {
  const [path = "", query = ""] = request.target.split(/\?(.*)/s);
  const kept = query
    .split("&")
    .filter((part) => !names.includes(decodeURIComponent(part.split("=")[0] ?? "").toLowerCase()));
  return { ...request, target: kept.length > 0 && kept[0] !== "" ? `${path}?${kept.join("&")}` : path };
}

function refusedOption({ headers }: ServiceResponse): ServiceResponse {
  return {
    status: 400,
    headers,
    json: { error: { code: "BadRequest", message: "the option is not taken" } },
  };
}
