import type { Asked } from "../faults/fault.ts";
import type { ServiceRequest } from "../message.ts";
import { operationFor } from "./operation-for.ts";
import type { ResourcePath } from "./resource-path.ts";
import type { Route, ServedVersion } from "./route.ts";

/** A request with what the contract and the store have for it. */
export interface Call extends Route, Asked {
  readonly served: ServedVersion;
  readonly resourcePath: ResourcePath;
}

/** A request on its route; undefined where that leads nowhere. */
export function callOn(route: Route, request: ServiceRequest): Call | undefined {
  const { url, served, operation, resourcePath, type, resourceType, queries, bodies } = route;
  if (!served || !resourcePath) return undefined;
  const { contract } = served;
  // Every call has the same names in the same order, by which the engine finds them quickly.
  return { request, contract, url, served, operation, resourcePath, type, resourceType, queries, bodies };
}

/** The methods that a request's path takes, sorted: those that the contract documents, and GET where something can be read. */
export function methodsOf(call: Call): string[] {
  const { contract, url } = call;
  return ["DELETE", "GET", "PATCH", "POST", "PUT"].filter(
    (method) => operationFor(contract, method, url) !== undefined || (method === "GET" && isReadable(call)),
  );
}

/** Whether a path leads to many: its page says so, or, where no page does, keys stand behind it. */
export function leadsToMany({
  resourcePath: { steps, node },
  type,
}: Pick<Call, "resourcePath" | "type">): boolean {
  return steps.at(-1)?.key === undefined && (type?.collection ?? node.key !== undefined);
}

/** Whether there is something to read without a page for it: no action, but also what only examples and keys tell of. */
export function isReadable({ resourcePath, served }: Call): boolean {
  const { type, node, steps } = resourcePath;
  return type !== undefined || node.key !== undefined || served.store.resource(steps) !== undefined;
}
