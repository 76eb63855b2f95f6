import { isObject } from "../../docs/http/is-object.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Call } from "../call.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { notFound } from "../not-found.ts";
import { collectionOf, placeOf, type Step } from "../place.ts";
import type { Refusal } from "../refusal.ts";

/** Adds, sets or removes a reference between resources (OData 4.01 Protocol, section 11.4.6); the resources stay. */
export function writeReference(call: Call, body: unknown): ServiceResponse | Refusal {
  const { request, place, served, url } = call;
  const last = place.steps.at(-1);
  if (!last) return notFound(call);
  const done: ServiceResponse = { status: 204, headers: {} };
  if (request.method === "DELETE") {
    const named = url.options.get("$id") ?? url.options.get("@odata.id");
    const steps = named === undefined ? place.steps : stepsOf(call, named);
    const target = steps?.at(-1);
    if (target?.key === undefined) return removeSingle(call, last);
    const collection = named === undefined ? collectionOf(place.steps, last) : place.steps;
    const path = [...collection.slice(0, -1), { ...last, key: target.key }];
    if (!served.store.resource(path)) return notFound(call);
    served.store.remove(collection, target.key);
    return done;
  }
  const id = isObject(body) ? (body["@odata.id"] ?? body["@id"]) : undefined;
  if (typeof id !== "string")
    return badRequest('the body names no resource: {"@odata.id": "https://..."} is expected');
  const steps = stepsOf(call, id);
  const resource = steps && served.store.resource(steps);
  const key = steps?.at(-1)?.key;
  if (!resource || key === undefined) return badRequest(`"${id}" leads to no resource of this service`);
  if (request.method !== "POST") return served.store.putSingle(place.steps, resource) ? done : notFound(call);
  return add(call, key, resource) ? done : notFound(call);
}

function add({ served, place }: Call, key: string, resource: Resource): boolean {
  return served.store.put(place.steps, key, resource);
}

function removeSingle({ served, place, ...call }: Call, last: Step): ServiceResponse | Refusal {
  if (last.key !== undefined || !served.store.resource(place.steps))
    return notFound({ served, place, ...call });
  served.store.putSingle(place.steps, null);
  return { status: 204, headers: {} };
}

function stepsOf({ contract, served }: Call, url: string): readonly Step[] | undefined {
  return placeOf(contract, served.tree, readRequestUrl(url).segments, false)?.steps;
}

function badRequest(message: string): Refusal {
  return { status: 400, code: "BadRequest", message };
}
