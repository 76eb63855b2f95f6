import { isObject } from "../../base/is-object.ts";
import type { Property, TypeContract } from "../../contract/contract.ts";
import { isClosed } from "../../contract/json-schema/type-schema.ts";
import { keyPropertyOf } from "../../contract/names/type-named.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { without } from "./changed-answer.ts";
import type { Asked, Fault } from "./fault.ts";
import { withChangedResource } from "./faulty-resource.ts";
import { bodyOfSuccess } from "./promised-options.ts";

export const bodyFaults: readonly Fault[] = [
  {
    name: "unknown-property",
    breaks: "a resource has a property that no page documents",
    expect: { rule: "body/unknown-property" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) =>
        isClosed(type) && !asked.url.options.has("$select")
          ? { ...resource, xNotDocumented: true }
          : undefined,
      ),
  },
  {
    name: "misspelt-property",
    breaks: "a property comes under a misspelt name",
    expect: { rule: "body/unknown-property" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) => {
        const name = isClosed(type) && !asksForParts(asked) ? wholeProperty(type, resource)?.name : undefined;
        if (name === undefined || name.length < 5) return undefined;
        const { [name]: value, ...rest } = resource;
        return { ...rest, [`${name}s`]: value };
      }),
  },
  {
    name: "missing-property",
    breaks: "a resource lacks a documented property",
    expect: { rule: "body/missing-property" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) => {
        const name = asksForParts(asked) ? undefined : wholeProperty(type, resource)?.name;
        return name === undefined ? undefined : without(resource, name);
      }),
  },
  {
    name: "leave-out-nulls",
    breaks: "a resource lacks the properties that have no value",
    expect: { rule: "body/missing-property" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) => {
        if (!wholeProperty(type, resource) || asksForParts(asked)) return undefined;
        const names = type.properties
          .filter((property) => isExpected(type, property) && resource[property.name] === null)
          .map(({ name }) => name);
        return names.length === 0 ? undefined : without(resource, ...names);
      }),
  },
  {
    name: "wrapped-resource",
    breaks: "one resource comes as a collection",
    expect: { rule: "body/shape" },
    response: (response, { operation }) => {
      const promised = bodyOfSuccess(operation);
      const { json } = response;
      if (!promised || promised.collection || !isObject(json) || response.status !== 200) return response;
      const { "@odata.context": context, ...resource } = json;
      return { ...response, json: { "@odata.context": context, value: [resource] } };
    },
  },
  {
    name: "bare-item",
    breaks: "the first item comes in place of a collection",
    expect: { rule: "body/shape" },
    response: (response, { operation }) => {
      const promised = bodyOfSuccess(operation);
      const { json } = response;
      if (!promised?.collection || response.status !== 200 || !isObject(json)) return response;
      const [item]: unknown[] = Array.isArray(json.value) ? json.value : [];
      return isObject(item)
        ? { ...response, json: { "@odata.context": json["@odata.context"], ...item } }
        : response;
    },
  },
  {
    name: "broken-json",
    breaks: "a comma stands where JSON has none",
    expect: { rule: "body/invalid-json" },
    response: (response) => withText(response, (text) => text.replace(/\}$/, ",}")),
  },
  {
    name: "cut-body",
    breaks: "an answer ends in the middle",
    expect: { rule: "body/invalid-json" },
    response: (response) => withText(response, (text) => text.slice(0, text.length >> 1)),
  },
  {
    name: "duplicate-key",
    breaks: "a name stands twice in one object",
    expect: { rule: "body/duplicate-key" },
    response: (response) => withText(response, (text) => text.replace(/^\{("[^"]*":"[^"]*")/, "{$1,$1")),
  },
];

/** What sorts and filters by a property, or selects, is judged by other rules when it is gone. */
function asksForParts({ url }: Asked): boolean {
  return ["$select", "$orderby", "$filter"].some((option) => url.options.has(option));
}

/** The first property that a whole resource has to have, of a type of which all is known. */
function wholeProperty(type: TypeContract, resource: Resource): Property | undefined {
  return type.complete
    ? type.properties.find((property) => isExpected(type, property) && property.name in resource)
    : undefined;
}

function isExpected(type: TypeContract, property: Property): boolean {
  const { name, navigation, onlyOnSelect, onlyInJson } = property;
  if (navigation || onlyOnSelect || onlyInJson) return false;
  return name !== keyPropertyOf(type) && property.type.name !== "Edm.Stream";
}

function withText(response: ServiceResponse, change: (text: string) => string): ServiceResponse {
  const { json, ...rest } = response;
  return isObject(json) && response.status < 300 ? { ...rest, text: change(JSON.stringify(json)) } : response;
}
