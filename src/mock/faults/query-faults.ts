import { isObject } from "../../base/is-object.ts";
import { memberOf } from "../../odata/filter-scope.ts";
import { parseOrderby } from "../../odata/parse-orderby.ts";
import type { Resource } from "../message.ts";
import { withControl, withItems, withOneMore, without, withWrongCount } from "./changed-answer.ts";
import type { Asked, Fault } from "./fault.ts";
import { withChangedResource } from "./faulty-resource.ts";
import { promisedType } from "./promised-options.ts";
import { withOption } from "./with-option.ts";

export const queryFaults: readonly Fault[] = [
  {
    name: "drop-selected",
    breaks: "a selected property does not come",
    expect: { rule: "query/select-projection" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) => {
        const selected = selectedNames(asked);
        const property = type.properties.find(
          ({ name, navigation }) =>
            !navigation && name !== type.keyProperty && selected.includes(name) && name in resource,
        );
        return property && without(resource, property.name);
      }),
  },
  {
    name: "send-unselected",
    breaks: "a property comes that was not selected",
    expect: { rule: "query/select-projection" },
    request: (request, asked) => {
      const select = asked.url.options.get("$select");
      const name = unselectedName(asked);
      return select === undefined || name === undefined
        ? request
        : withOption(request, "$select", `${select},${name}`);
    },
    // The context lists what was asked for, as it should.
    response: (response, asked) => {
      const name = unselectedName(asked);
      return name === undefined
        ? response
        : withControl(response, "@odata.context", (text) => text.replace(new RegExp(`,${name}(?=[,)])`), ""));
    },
  },
  {
    name: "send-unasked",
    breaks: "a property that comes only with $select comes unasked",
    expect: { rule: "query/select-only" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) => {
        const only = type.properties.find(
          ({ name, onlyOnSelect, notByDefault, navigation, type: { name: ofType } }) =>
            (onlyOnSelect || notByDefault) && !navigation && !(name in resource) && ofType === "Edm.String",
        );
        return only && !asked.url.options.has("$select")
          ? { ...resource, [only.name]: "unasked" }
          : undefined;
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
    name: "drop-expanded-once",
    breaks: "one item comes without what is expanded",
    expect: { rule: "query/expand" },
    response: (response, asked) => {
      const expanded = /^\w+/.exec(asked.url.options.get("$expand") ?? "")?.[0];
      return expanded === undefined
        ? response
        : withItems(response, ([first, ...others]) => [
            ...(first ? [others.length > 0 ? without(first, expanded) : first] : []),
            ...others,
          ]);
    },
  },
  {
    name: "ignore-order",
    breaks: "the items come in the reverse of the order",
    expect: { rule: "query/orderby" },
    response: (response, { url }) =>
      url.options.has("$orderby") ? withItems(response, (items) => items.toReversed()) : response,
  },
  {
    name: "ignore-second-key",
    breaks: "items that tie come in the reverse of the order",
    expect: { rule: "query/orderby" },
    response: (response, { url }) => {
      const asked = parseOrderby(url.options.get("$orderby") ?? "");
      const [first, second] = "problem" in asked ? [] : asked.items;
      return first && second
        ? withItems(response, (items) => inGroups(items, first.path).flatMap((group) => group.toReversed()))
        : response;
    },
  },
  {
    name: "ignore-top",
    breaks: "the first page has more items than asked for",
    expect: { rule: "query/top" },
    response: (response, { url }) =>
      url.options.has("$top") && !url.options.has("$count") && !url.options.has("$skiptoken")
        ? withOneMore(response)
        : response,
  },
  {
    name: "forget-top",
    breaks: "a following page has more items than asked for",
    expect: { rule: "query/top" },
    response: (response, { url }) =>
      url.options.has("$top") && url.options.has("$skiptoken") ? withOneMore(response) : response,
  },
  {
    name: "wrong-count",
    breaks: "@odata.count is more than there is",
    expect: { rule: "query/count" },
    response: withWrongCount,
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
    breaks: "an enum's later members come unasked",
    expect: { rule: "enum/unrequested-member" },
    request: (request) => {
      const { prefer, ...headers } = request.headers;
      const all = [prefer, "include-unknown-enum-members"].filter(Boolean).join(", ");
      return { ...request, headers: { ...headers, prefer: all } };
    },
  },
];

/** A property of the promised type that the request does not select. */
function unselectedName(asked: Asked): string | undefined {
  const type = promisedType(asked);
  const selected = selectedNames(asked);
  if (selected.length === 0) return undefined;
  return type?.properties.find(
    ({ name, navigation, onlyInJson, onlyOnSelect, notByDefault }) =>
      !navigation &&
      !onlyInJson &&
      !onlyOnSelect &&
      !notByDefault &&
      name !== type.keyProperty &&
      !selected.includes(name),
  )?.name;
}

function selectedNames({ url }: Asked): string[] {
  const select = url.options.get("$select") ?? "";
  return select === "" || select.includes("*") ? [] : select.split(",").map((name) => name.trim());
}

/** Runs of items that have the same value behind a path. */
function inGroups(items: readonly Resource[], path: readonly string[]): Resource[][] {
  const groups: Resource[][] = [];
  let last: string | undefined;
  for (const item of items) {
    const value = JSON.stringify(path.reduce<unknown>(memberOf, item)) ?? "";
    if (value === last) groups.at(-1)?.push(item);
    else groups.push([item]);
    last = value;
  }
  return groups;
}
