import { isObject } from "../../base/is-object.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { badRequest, notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { longestUrl, type ServiceResponse } from "../message.ts";
import type { Call } from "../route/call.ts";
import { collectionOf, resourcePathOf, type Step } from "../route/resource-path.ts";
import { full, ownerExists } from "./write-answer.ts";

/** Adds, sets or removes a reference between resources (OData 4.01 Protocol, section 11.4.6); the resources stay. */
export function writeReference(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { request, resourcePath, served, url } = call;
  const last = resourcePath.steps.at(-1);
  if (!last) return notFound(call);
  const done: ServiceResponse = { status: 204, headers: {} };
  if (request.method === "DELETE") {
    const named = url.options.get("$id") ?? url.options.get("@odata.id");
    const steps = named === undefined ? resourcePath.steps : stepsOf(call, named);
    const target = steps?.at(-1);
    if (target?.key === undefined) return removeSingle(call, last);
    const collection = named === undefined ? collectionOf(resourcePath.steps, last) : resourcePath.steps;
    const path = [...collection.slice(0, -1), { ...last, key: target.key }];
    if (!served.store.resource(path)) return notFound(call);
    return served.store.remove(collection, target.key) ? done : full();
  }
  const id = isObject(body) ? (body["@odata.id"] ?? body["@id"]) : undefined;
  if (typeof id !== "string")
    return badRequest('the body names no resource: {"@odata.id": "https://..."} is expected');
  const steps = stepsOf(call, id);
  const resource = steps && served.store.resource(steps);
  const key = steps?.at(-1)?.key;
  if (!resource || key === undefined)
    return badRequest(`"${id.slice(0, 200)}" leads to no resource of this service`);
  if (!ownerExists(call)) return notFound(call);
  // Where a resource stands decides what belongs to it, so that none stands in two places.
  const copy = { ...resource };
  const stored =
    request.method === "POST"
      ? served.store.put(resourcePath.steps, key, copy)
      : served.store.putSingle(resourcePath.steps, copy);
  return stored ? done : full();
}

function removeSingle({ served, resourcePath, ...call }: Call, last: Step): ServiceResponse | ErrorResponse {
  if (last.key !== undefined || !served.store.resource(resourcePath.steps))
    return notFound({ served, resourcePath, ...call });
  return served.store.putSingle(resourcePath.steps, null) ? { status: 204, headers: {} } : full();
}

function stepsOf({ contract }: Call, url: string): readonly Step[] | undefined {
  if (url.length > longestUrl) return undefined;
  return resourcePathOf(contract, readRequestUrl(url).segments, false)?.steps;
}
