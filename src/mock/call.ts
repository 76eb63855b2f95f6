import { matchOperation } from "../contract/path/match-operation.ts";
import type { Asked } from "./faults/fault.ts";
import type { Place } from "./place.ts";
import type { Route } from "./route.ts";
import type { ServedVersion } from "./served-version.ts";

/** A request with what the contract and the store have for it. */
export interface Call extends Route, Asked {
  readonly served: ServedVersion;
  readonly place: Place;
}

/**
 * The methods that a request's path takes, sorted: those that the contract documents, GET where the store can be
 * read, and those that OData has for a reference.
 */
export function methodsOf({ contract, url, place }: Call): string[] {
  return ["DELETE", "GET", "PATCH", "POST", "PUT"].filter(
    (method) =>
      matchOperation(contract, method, url) !== undefined ||
      (method === "GET" && place.type !== undefined) ||
      isReferenceWrite(method, place),
  );
}

/** OData 4.01 Protocol, section 11.4.6: POST adds to a collection, PUT sets a single reference. */
export function isReferenceWrite(method: string, { suffix, steps, type }: Place): boolean {
  if (suffix !== "$ref") return false;
  const isCollection = type?.collection === true && steps.at(-1)?.key === undefined;
  return method === "DELETE" || (isCollection ? method === "POST" : method === "PUT");
}
