import { isObject } from "../../base/is-object.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import type { Resource } from "../message.ts";
import { withControl, withOtherContext, without } from "./changed-answer.ts";
import { unrelatedType } from "./changed-type.ts";
import type { Fault } from "./fault.ts";
import { withChangedProperty, withChangedResource } from "./faulty-resource.ts";
import { promisedType } from "./promised-options.ts";

export const odataFaults: readonly Fault[] = [
  {
    name: "other-host",
    breaks: "@odata.context names a host that nobody can reach",
    expect: { rule: "odata/context-host" },
    response: (response) =>
      withControl(response, "@odata.context", (text) =>
        text.replace(/^https?:\/\/[^/]*/, "https://canary.graph.example"),
      ),
  },
  {
    name: "other-root",
    breaks: "@odata.context leads through another version",
    expect: { rule: "odata/context-root" },
    response: (response) =>
      withControl(response, "@odata.context", (text) =>
        text.replace(/(?<=^https?:\/\/[^/]*\/).*?(?=\/\$metadata)/, "v0.9"),
      ),
  },
  {
    name: "no-metadata",
    breaks: "@odata.context does not lead to $metadata",
    expect: { rule: "odata/context-root" },
    response: (response) =>
      withControl(response, "@odata.context", (text) => text.replace("/$metadata#", "/#")),
  },
  {
    name: "other-type",
    breaks: "@odata.context names another type",
    expect: { rule: "odata/context-path" },
    response: (response, asked) => {
      const type = promisedType(asked);
      const other = type && unrelatedType(asked.contract, type.name);
      return other === undefined
        ? response
        : withControl(response, "@odata.context", (text) =>
            text.replace(/#.*$/, (fragment) =>
              fragment.endsWith("/$entity") ? `#${other}` : `#Collection(${other})`,
            ),
          );
    },
  },
  {
    name: "other-resource",
    breaks: "@odata.context names another resource",
    expect: { rule: "odata/context-path" },
    response: withOtherContext,
  },
  {
    name: "no-select-list",
    breaks: "@odata.context has no select list",
    expect: { rule: "odata/context-select" },
    response: (response, { url }) =>
      url.options.has("$select")
        ? withControl(response, "@odata.context", (text) =>
            text.replace(/\([^()']*\)(?=(?:\/\$entity)?$)/, ""),
          )
        : response,
  },
  {
    name: "short-select-list",
    breaks: "@odata.context leaves out a selected property",
    expect: { rule: "odata/context-select" },
    response: (response, { url }) =>
      url.options.has("$select")
        ? withControl(response, "@odata.context", (text) =>
            text.replace(/,[^,()']*(?=\)(?:\/\$entity)?$)/, ""),
          )
        : response,
  },
  {
    name: "no-context",
    breaks: "a success comes without @odata.context",
    expect: { rule: "odata/context-missing" },
    response: (response) =>
      isObject(response.json) && response.status < 300
        ? { ...response, json: without(response.json, "@odata.context") }
        : response,
  },
  {
    name: "context-of-one",
    breaks: "@odata.context of a list is that of one resource",
    expect: { rule: "odata/context-shape" },
    response: (response) =>
      isObject(response.json) && Array.isArray(response.json.value)
        ? withControl(response, "@odata.context", (text) =>
            text.includes("#Collection(") ? text : `${text}/$entity`,
          )
        : response,
  },
  {
    name: "control-in-other-case",
    breaks: "@odata.count comes in other letters",
    expect: { rule: "odata/annotation-name" },
    response: (response) => {
      if (!isObject(response.json) || !("@odata.count" in response.json)) return response;
      const { "@odata.count": count, ...json } = response.json;
      return { ...response, json: { "@odata.Count": count, ...json } };
    },
  },
  {
    name: "bare-etag",
    breaks: "@odata.etag has no quotation marks",
    expect: { rule: "odata/etag" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource) => ({ ...resource, "@odata.etag": "5b2f" })),
  },
  {
    name: "no-type",
    breaks: "an object of a derived type does not say its type",
    expect: { rule: "odata/type-missing" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource, type) =>
        withChangedProperty(
          resource,
          { ...type, properties: type.properties.map((property) => ({ ...property, navigation: false })) },
          (property, value) =>
            isObject(value) && typeNamed(asked.contract, property.type.name)?.abstract === true,
          (value) => (isObject(value) ? without(value, "@odata.type") : value),
        ),
      ),
  },
  {
    name: "bare-type-name",
    breaks: "@odata.type comes without its #",
    expect: { rule: "odata/type-name" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource) => withTypeName(resource, (name) => name.slice(1))),
  },
  {
    name: "foreign-type",
    breaks: "@odata.type names a type that has no business there",
    expect: { rule: "odata/type-name" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource) =>
        withTypeName(resource, (name) => `#${unrelatedType(asked.contract, name.slice(1)) ?? name.slice(1)}`),
      ),
  },
];

/** The resource with the first `@odata.type` in it changed, at any depth; undefined when there is none. */
function withTypeName(value: Resource, change: (name: string) => string): Resource | undefined {
  for (const [name, member] of Object.entries(value)) {
    if (name === "@odata.type" && typeof member === "string" && member.startsWith("#")) {
      return { ...value, [name]: change(member) };
    }
    const inner = isObject(member) ? withTypeName(member, change) : undefined;
    if (inner) return { ...value, [name]: inner };
  }
  return undefined;
}
