import { isObject } from "../../base/is-object.ts";
import type { ServiceResponse } from "../message.ts";
import { withControl, withOtherContext, withWrongCount } from "./changed-answer.ts";
import type { Fault } from "./fault.ts";

/** The same faults in the spelling of OData 4.01, whose control information does without `odata.`. */
export const newSpellingFaults: readonly Fault[] = [
  {
    name: "looping-new-link",
    breaks: "@nextLink of OData 4.01 leads back to its page",
    expect: { rule: "odata/next-link" },
    response: (response, { request }) =>
      newlySpelt(withControl(response, "@odata.nextLink", () => `${request.origin}${request.target}`)),
  },
  {
    name: "other-new-context",
    breaks: "@context of OData 4.01 names another resource",
    expect: { rule: "odata/context-path" },
    response: (response) => newlySpelt(withOtherContext(response)),
  },
  {
    name: "wrong-new-count",
    breaks: "@count of OData 4.01 is more than there is",
    expect: { rule: "query/count" },
    response: (response, asked) => newlySpelt(withWrongCount(response, asked)),
  },
];

/** An answer with the names of OData 4.01, at any depth. */
function newlySpelt(response: ServiceResponse): ServiceResponse {
  const { json, headers } = response;
  if (!isObject(json) || response.status >= 300) return response;
  return { ...response, headers: { ...headers, "odata-version": "4.01" }, json: respelt(json) };
}

function respelt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(respelt);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name.replace(/(?<=@)odata\./, ""), respelt(member)]),
  );
}
