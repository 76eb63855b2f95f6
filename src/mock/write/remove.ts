import { pathTree } from "../../contract/path/path-tree.ts";
import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceResponse } from "../message.ts";
import type { Call } from "../route/call.ts";
import { collectionOfRoute, keyedStep, type Step } from "../route/resource-path.ts";
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
  keepDeleted(call, last, last.key);
  return served.store.remove(collectionOfRoute(resourcePath.steps), last.key)
    ? { status, headers: {} }
    : full();
}

/** What is deleted goes to `deletedItems` beside its collection, where the contract has that. */
function keepDeleted({ served, resourcePath }: Call, last: Step, key: string): void {
  const before = resourcePath.owner;
  const parent = before.at(-1);
  const deleted = (parent ? (parent.keyed ?? parent.named) : pathTree(served.contract)).names.get(
    "deleteditems",
  );
  const named = deleted?.names.get(last.name.toLowerCase());
  const resource = served.store.resource(resourcePath.steps);
  if (!deleted || !named || !resource) return;
  const steps = [...before, { name: "deletedItems", named: deleted }, { name: last.name, named }];
  if (served.store.put(steps, key, resource)) {
    served.store.move(resourcePath.steps, [
      ...steps.slice(0, -1),
      keyedStep({ name: last.name, named }, key),
    ]);
  }
}
