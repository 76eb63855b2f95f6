import { isObject } from "../../docs/http/is-object.ts";
import type { ServiceResponse } from "../message.ts";
import type { Fault } from "./fault.ts";
import { withChangedResource } from "./faulty-resource.ts";

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
    name: "other-resource",
    breaks: "@odata.context names another resource than the one asked for",
    expect: { rule: "odata/context-path" },
    response: (response) =>
      withControl(response, "@odata.context", (text) =>
        text.replace(/(?<=\(')[\da-f]{8}-[\da-f-]{27}(?='\))/i, "00000000-aaaa-bbbb-cccc-000000000000"),
      ),
  },
  {
    name: "no-select-list",
    breaks: "@odata.context has no list of what was selected",
    expect: { rule: "odata/context-select" },
    response: (response, { url }) =>
      url.options.has("$select")
        ? withControl(response, "@odata.context", (text) =>
            text.replace(/\([^()']*\)(?=(?:\/\$entity)?$)/, ""),
          )
        : response,
  },
  {
    name: "relative-link",
    breaks: "@odata.nextLink is relative",
    expect: { rule: "odata/next-link" },
    response: (response) =>
      withControl(response, "@odata.nextLink", (text) => text.replace(/^https?:\/\/[^/]*/, "")),
  },
  {
    name: "bare-type-name",
    breaks: "@odata.type comes without its #",
    expect: { rule: "odata/type-name" },
    response: (response, asked) => withChangedResource(response, asked, (resource) => bareTypeName(resource)),
  },
];

function withControl(
  response: ServiceResponse,
  name: string,
  change: (text: string) => string,
): ServiceResponse {
  const { json } = response;
  if (!isObject(json) || typeof json[name] !== "string") return response;
  return { ...response, json: { ...json, [name]: change(json[name]) } };
}

/** The resource with the first `@odata.type` in it changed, at any depth; undefined when there is none. */
function bareTypeName(
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  for (const [name, member] of Object.entries(value)) {
    if (name === "@odata.type" && typeof member === "string" && member.startsWith("#")) {
      return { ...value, [name]: member.slice(1) };
    }
    const inner = isObject(member) ? bareTypeName(member) : undefined;
    if (inner) return { ...value, [name]: inner };
  }
  return undefined;
}
