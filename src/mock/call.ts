import { matchOperation } from "../contract/path/match-operation.ts";
import type { Asked } from "./faults/fault.ts";
import type { ServiceRequest } from "./message.ts";
import type { Place } from "./place.ts";
import type { Route } from "./route.ts";
import type { ServedVersion } from "./service.ts";

/** A request with what the contract and the store have for it. */
export interface Call extends Route, Asked {
  readonly served: ServedVersion;
  readonly place: Place;
}

/** The call that a request makes; undefined when its path leads nowhere. */
export function callOf(route: Route, request: ServiceRequest): Call | undefined {
  const { served, place } = route;
  return served && place && { ...route, served, place, request, contract: served.contract };
}

/** The methods that the contract documents for the path of a request, sorted; GET where the store can be read. */
export function documentedMethods({ contract, url, place }: Call): string[] {
  return ["DELETE", "GET", "PATCH", "POST", "PUT"].filter(
    (method) =>
      matchOperation(contract, method, url) !== undefined || (method === "GET" && place.type !== undefined),
  );
}
