import { isObject } from "../../base/is-object.ts";
import type { Contract } from "../../contract/contract.ts";
import { keyPropertyOf, typeNamed } from "../../contract/names/type-named.ts";
import { generateResource } from "../generate/generate-resource.ts";
import type { ServiceResponse } from "../message.ts";
import { unrelatedType } from "./changed-type.ts";
import type { Asked, Fault } from "./fault.ts";
import { bodyOfSuccess } from "./promised-options.ts";

/** What comes in the place of the answer that was promised. */
export const answerFaults: readonly Fault[] = [
  {
    name: "error-as-success",
    breaks: "an error comes with the status of a success",
    expect: { rule: "http/status" },
    response: (response, { request }) =>
      response.status === 200 && request.method === "GET" && isObject(response.json)
        ? { ...response, json: { error: { code: "InternalError", message: "something is wrong" } } }
        : response,
  },
  {
    name: "other-list",
    breaks: "a list of another type comes, and says so",
    expect: { rule: "odata/context-path", also: ["body/missing-property", "body/unknown-property"] },
    // What else a list without the promised properties breaks, the query options say.
    response: (response, asked) =>
      (asked.url.options.size === 0 ? otherList(response, asked) : undefined) ?? response,
  },
  {
    name: "lost-resource",
    breaks: "a resource that the service lists is not found",
    expect: { reason: "no-data" },
    onTenant: { rule: "http/status" },
    response: (response, asked) => (isOneOfAList(asked) ? notFound(response) : response),
  },
  {
    name: "lost-list",
    breaks: "what belongs to a listed resource is not found",
    expect: { reason: "no-data" },
    onTenant: { rule: "http/status" },
    response: (response, { operation }) =>
      bodyOfSuccess(operation)?.collection && operation?.path.includes("{") && operation.method === "GET"
        ? notFound(response)
        : response,
  },
];

function otherList(response: ServiceResponse, { contract, operation, request }: Asked) {
  const { json, status } = response;
  const promised = bodyOfSuccess(operation);
  if (status !== 200 || !promised?.collection || !isObject(json) || !Array.isArray(json.value))
    return undefined;
  const other = unrelatedType(contract, promised.name);
  if (other === undefined) return undefined;
  const key = keyPropertyOf(typeNamed(contract, promised.name));
  const value = json.value.filter(isObject).map((item, index) => {
    const made = generateResource(contract, other, { seed: `${index}` });
    return { ...made, [key]: item[key] };
  });
  const context = contextOf(contract, request.origin, other);
  return { ...response, json: { ...json, "@odata.context": context, value } };
}

function contextOf({ version }: Contract, origin: string, type: string): string {
  return `${origin}/${version}/$metadata#Collection(${type})`;
}

/** A GET of one resource by the key at the end of its path. */
function isOneOfAList({ operation }: Asked): boolean {
  return operation?.method === "GET" && /\{[^/]*\}\)?$/.test(operation.path) && !/\w\(/.test(operation.path);
}

function notFound(response: ServiceResponse): ServiceResponse {
  if (response.status !== 200) return response;
  const json = { error: { code: "ResourceNotFound", message: "it does not exist" } };
  return { ...response, status: 404, json };
}
