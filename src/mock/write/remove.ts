import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceResponse } from "../message.ts";
import type { Call } from "../route/call.ts";
import { collectionOfRoute } from "../route/resource-path.ts";
import { keptDeleted } from "./deleted.ts";
import { full, successOf } from "./write-answer.ts";

/** Deletes a resource (OData 4.01 Protocol, section 11.4.5). */
export function remove(call: Call): ServiceResponse | ErrorResponse {
  const { served, resourcePath } = call;
  const last = resourcePath.steps.at(-1);
  if (!last || !served.store.resource(resourcePath.steps)) return notFound(call);
  const status = successOf(call, 204);
  if (last.key === undefined) {
    if (!served.store.putSingle(resourcePath.steps, null)) return full();
    return { status, headers: {} };
  }
  const kept = keptDeleted(call, last.key);
  const { store } = served;
  const isDone =
    (kept && store.retire(resourcePath.steps, kept.steps, kept.resource)) ||
    store.remove(collectionOfRoute(resourcePath.steps), last.key);
  return isDone ? { status, headers: {} } : full();
}
