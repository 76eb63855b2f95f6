import { isObject } from "../../base/is-object.ts";
import { keyPropertyOf } from "../../contract/names/type-named.ts";
import { receivedResource } from "../body/received.ts";
import { movedItem } from "../content/item-folder.ts";
import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { answerResource } from "../read/answer-resource.ts";
import { changeResource, withChanges } from "../repair/change-resource.ts";
import { completeResource } from "../repair/complete-resource.ts";
import type { Call } from "../route/call.ts";
import { collectionOfRoute, storePath } from "../route/resource-path.ts";
import { bind, bindingsIn, isBinding } from "./bindings.ts";
import { full, ownerExists, successOf } from "./write-answer.ts";

/** Changes what a request names of a resource (OData 4.01 Protocol, section 11.4.3); its key stays. */
export function update(call: Call, body: unknown): ServiceResponse | ErrorResponse {
  const { served, resourcePath, resourceType } = call;
  const last = resourcePath.steps.at(-1);
  const known = served.store.resource(resourcePath.steps);
  if (!last || (!known && (last.key !== undefined || !ownerExists(call)))) return notFound(call);
  const bindings = bindingsIn(call, resourcePath.steps, body);
  if ("code" in bindings) return bindings;
  const property = keyPropertyOf(resourceType);
  const sent = changesIn(isObject(body) ? body : {}, known && property in known ? property : undefined);
  const moved = movedItem(call, known, sent, body);
  if ("code" in moved) return moved;
  const changes = moved.item;
  const own = known || last.key !== undefined ? undefined : served.store.keyAt(resourcePath.steps);
  const resource = changedBy(call, known, own === undefined ? changes : { ...changes, [property]: own });
  const status = asRepresentation(call) ?? successOf(call, 204);
  const isSilent = status === 204 || status === 202;
  const answer = isSilent ? { status, headers: {} } : answerResource(call, resource, status);
  // What changes nothing need not be written, and an error leaves everything as it was.
  if ("code" in answer) return answer;
  bind(call, bindings);
  if (resource === known) return answer;
  if (moved.replaced) served.store.remove(collectionOfRoute(resourcePath.steps), String(moved.replaced.id));
  const stored =
    last.key === undefined
      ? served.store.putSingle(resourcePath.steps, resource)
      : served.store.put(
          collectionOfRoute(resourcePath.steps),
          keyIn(resource, property, last.key),
          resource,
        );
  return stored ? answer : full();
}

/** The status of the answer with the resource, where the page has one and the request prefers it (RFC 7240, 4.2). */
function asRepresentation({ request, operation }: Call): number | undefined {
  if (!/\breturn=representation\b/i.test(request.headers.prefer ?? "")) return undefined;
  return operation?.responses.find(({ status, body }) => status < 300 && status !== 204 && body)?.status;
}

function changedBy(
  { contract, resourceType, resourcePath, operation }: Call,
  known: Resource | undefined,
  changes: Resource,
): Resource {
  if (!resourceType) return known ? withChanges(known, changes) : changes;
  const seed = storePath(resourcePath.steps);
  return known
    ? changeResource(contract, resourceType.name, known, changes, seed, operation)
    : completeResource(
        contract,
        resourceType.name,
        receivedResource(contract, resourceType.name, changes, operation),
        seed,
      );
}

function keyIn(resource: Resource, property: string, otherwise: string): string {
  const key = resource[property];
  return typeof key === "string" ? key : otherwise;
}

/** What is sent, without the key that stays and without control information, but for the type; the same where it has none. */
function changesIn(body: Resource, key: string | undefined): Resource {
  const stays = (name: string) =>
    name !== key && (!name.startsWith("@odata.") || name === "@odata.type") && !isBinding(name);
  return Object.keys(body).every(stays)
    ? body
    : Object.fromEntries(Object.entries(body).filter(([name]) => stays(name)));
}
