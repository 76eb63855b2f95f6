import { isObject } from "../../base/is-object.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { badRequest, notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { longestUrl, type ServiceResponse } from "../message.ts";
import type { Call } from "../route/call.ts";
import { resourcePathOf, type Step } from "../route/resource-path.ts";
import type { Linked } from "../store/references.ts";
import { full, ownerExists } from "./write-answer.ts";

/** Adds, sets or removes a reference between resources (OData 4.01 Protocol, section 11.4.6); the resources stay. */
export function writeReference(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { request, resourcePath, served, url } = call;
  const last = resourcePath.steps.at(-1);
  if (!last || !ownerExists(call)) return notFound(call);
  if (request.method === "DELETE") {
    const named = url.options.get("$id") ?? url.options.get("@odata.id");
    const key = named === undefined ? last.key : stepsOf(call, named)?.at(-1)?.key;
    if (named !== undefined && key === undefined) return noResource(named);
    const steps = [...resourcePath.owner, key === undefined ? last : { ...last, key }];
    return served.store.unlink(steps) ? { status: 204, headers: {} } : notFound(call);
  }
  const id = isObject(body) ? (body["@odata.id"] ?? body["@id"]) : undefined;
  if (typeof id !== "string")
    return badRequest('the body names no resource: {"@odata.id": "https://..."} is expected');
  const target = stepsOf(call, id);
  const end = target?.at(-1);
  if (!target || (end?.key === undefined && end?.named.key)) return noResource(id);
  const linked = served.store.link(resourcePath.steps, target, request.method === "POST");
  return refusal(linked, id) ?? { status: 204, headers: {} };
}

/** Why a reference could not be added. */
export function refusal(linked: Linked, id: string): ErrorResponse | undefined {
  const named = `"${id.slice(0, 200)}"`;
  if (linked === "linked") return undefined;
  if (linked === "full") return full();
  return linked === "twice"
    ? badRequest(`one of the references that are added exists already: ${named}`)
    : { status: 404, code: "Request_ResourceNotFound", message: `the resource ${named} does not exist` };
}

function noResource(id: string): ErrorResponse {
  return badRequest(`"${id.slice(0, 200)}" leads to no resource of this service`);
}

/** The steps of an address; undefined where it is none of the service. */
export function stepsOf({ contract }: Call, url: string): readonly Step[] | undefined {
  if (url.length > longestUrl) return undefined;
  return resourcePathOf(contract, readRequestUrl(url).segments, false)?.steps;
}
