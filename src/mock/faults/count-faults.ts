import { isObject } from "../../base/is-object.ts";
import type { ServiceResponse } from "../message.ts";
import { without } from "./changed-answer.ts";
import type { Asked, Fault } from "./fault.ts";

const isCount = ({ url }: Asked) => url.segments.at(-1) === "$count";
const isDelta = ({ url }: Asked) => /^delta\b/i.test(url.segments.at(-1) ?? "");
const links = ["@odata.nextLink", "@odata.deltaLink"];

/** What is no list: the number behind `/$count`, and what has changed since. */
export const countFaults: readonly Fault[] = [
  {
    name: "count-as-json",
    breaks: "/$count is answered with JSON",
    expect: { rule: "http/count-body" },
    response: (response, asked) =>
      isCount(asked) && response.status === 200
        ? {
            ...response,
            headers: { ...response.headers, "content-type": "application/json" },
            text: `{"value":${response.text}}`,
          }
        : response,
  },
  {
    name: "empty-count",
    breaks: "/$count is answered with nothing",
    expect: { rule: "http/body-missing" },
    response: (response, asked) =>
      isCount(asked) && response.status === 200 ? { ...response, text: undefined } : response,
  },
  {
    name: "one-too-many",
    breaks: "/$count counts one too many",
    expect: { rule: "query/count" },
    response: (response, asked) =>
      isCount(asked) && response.status === 200
        ? { ...response, text: String(Number(response.text) + 1) }
        : response,
  },
  {
    name: "no-delta-link",
    breaks: "the last page of a delta answer has no link",
    expect: { rule: "odata/delta-link" },
    response: (response, asked) => (isDelta(asked) ? withoutLinks(response) : response),
  },
  {
    name: "stray-delta-link",
    breaks: "a plain list has a deltaLink",
    expect: { rule: "odata/delta-link" },
    response: (response, asked) => {
      const { json, status } = response;
      if (isDelta(asked) || !isObject(json) || !Array.isArray(json.value) || status >= 300) return response;
      if (links.some((name) => name in json) || asked.url.segments.at(-1) === "$ref") return response;
      const { origin, target } = asked.request;
      const link = `${origin}${target.split("?")[0]}?$deltatoken=latest`;
      return { ...response, json: { ...json, "@odata.deltaLink": link } };
    },
  },
];

function withoutLinks(response: ServiceResponse): ServiceResponse {
  const { json } = response;
  return isObject(json) ? { ...response, json: without(json, ...links) } : response;
}
