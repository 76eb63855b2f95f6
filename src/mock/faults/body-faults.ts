import type { Property } from "../../contract/contract.ts";
import { isObject } from "../../docs/http/is-object.ts";
import type { ServiceResponse } from "../message.ts";
import type { Asked, Fault } from "./fault.ts";
import { withChangedProperty, withChangedResource } from "./faulty-resource.ts";

const isInteger = ({ type }: Property, value: unknown) =>
  type.name === "Edm.Int32" && !type.collection && typeof value === "number";
const isDateTime = ({ type }: Property, value: unknown) =>
  type.name === "Edm.DateTimeOffset" && typeof value === "string";
const isEnum = ({ type, values }: Property, value: unknown) =>
  (type.kind === "enum" || values !== undefined) && !type.collection && typeof value === "string";

/** A fault that changes the value of one property of one resource. */
function valueFault(
  name: string,
  breaks: string,
  rule: string,
  fits: (property: Property, value: unknown) => boolean,
  change: (value: unknown) => unknown,
): Fault {
  return {
    name,
    breaks,
    expect: { rule },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) =>
        withChangedProperty(resource, type, fits, change),
      ),
  };
}

export const bodyFaults: readonly Fault[] = [
  valueFault("number-as-text", "a number comes as text", "body/type", isInteger, String),
  valueFault("wrong-date", "a date has no T before its time", "body/format", isDateTime, (value) =>
    String(value).replace("T", " "),
  ),
  valueFault("too-big", "a 32 bit number has 33", "body/range", isInteger, () => 2 ** 32),
  valueFault(
    "unknown-member",
    "an enum has a member that no page lists",
    "body/enum-member",
    isEnum,
    () => "noSuchMember",
  ),
  valueFault(
    "null-for-value",
    "a property that is never null is null",
    "body/null",
    ({ nullable }) => nullable === false,
    () => null,
  ),
  {
    name: "unknown-property",
    breaks: "a resource has a property that no page documents",
    expect: { rule: "body/unknown-property" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) =>
        type.open || !type.complete || asked.url.options.has("$select")
          ? undefined
          : { ...resource, xNotDocumented: true },
      ),
  },
  {
    name: "missing-property",
    breaks: "a resource lacks a documented property",
    expect: { rule: "body/missing-property" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) => {
        const property = type.properties.find(
          (one) => !one.navigation && one.name !== type.keyProperty && one.name in resource,
        );
        if (!property || !type.complete || asksForParts(asked)) return undefined;
        const { [property.name]: _, ...rest } = resource;
        return rest;
      }),
  },
  {
    name: "wrapped-resource",
    breaks: "one resource comes as a collection",
    expect: { rule: "body/shape" },
    response: (response, { operation }) => {
      const promised = operation?.responses.find(({ status }) => status === 200)?.body;
      const { json } = response;
      if (!promised || promised.collection || !isObject(json) || response.status !== 200) return response;
      const { "@odata.context": context, ...resource } = json;
      return { ...response, json: { "@odata.context": context, value: [resource] } };
    },
  },
  {
    name: "broken-json",
    breaks: "a comma stands where JSON has none",
    expect: { rule: "body/invalid-json" },
    response: (response) => withText(response, (text) => text.replace(/\}$/, ",}")),
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

function withText(response: ServiceResponse, change: (text: string) => string): ServiceResponse {
  const { json, ...rest } = response;
  return isObject(json) && response.status < 300 ? { ...rest, text: change(JSON.stringify(json)) } : response;
}
