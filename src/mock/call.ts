import type { Operation, TypeContract, TypeRef } from "../contract/contract.ts";
import { matchOperation } from "../contract/path/match-operation.ts";
import type { RequestUrl } from "../odata/request-url.ts";
import type { Asked } from "./faults/fault.ts";
import type { ServiceRequest } from "./message.ts";
import { type Place, placeOf } from "./place.ts";
import type { ServedVersion } from "./service.ts";

/** A request with what the contract and the store have for it. */
export interface Call extends Asked {
  readonly served: ServedVersion;
  readonly place: Place;
  /** What a GET of the place returns: the operation's word, else the place's. */
  readonly type?: TypeRef;
  /** The declared type of the resources, where there is one. */
  readonly resourceType?: TypeContract;
}

/** Finds what a request calls; undefined when its path leads nowhere. */
export function callOf(served: ServedVersion, request: ServiceRequest, url: RequestUrl): Call | undefined {
  const { contract, tree } = served;
  const operation = matchOperation(contract, request.method, url);
  const place = placeOf(contract, tree, url.segments, operation !== undefined);
  if (!place || place.steps.length === 0) return undefined;
  const type = typeOf(place, operation);
  const resourceType = type?.kind === "type" ? contract.types[type.name] : undefined;
  return {
    contract,
    request,
    url,
    served,
    place,
    ...(operation ? { operation } : {}),
    ...(type ? { type } : {}),
    ...(resourceType ? { resourceType } : {}),
  };
}

/** The methods that the contract documents for the path of a request, sorted; GET where the store can be read. */
export function documentedMethods({ contract, url, place }: Call): string[] {
  return ["DELETE", "GET", "PATCH", "POST", "PUT"].filter(
    (method) =>
      matchOperation(contract, method, url) !== undefined || (method === "GET" && place.type !== undefined),
  );
}

function typeOf(place: Place, operation: Operation | undefined): TypeRef | undefined {
  const promised = operation?.responses.find(({ status }) => status < 300)?.body;
  if (operation?.method !== "GET" || !promised) return place.type;
  // A page that forgets the word "collection" means one all the same where keys stand behind the name.
  return place.called || place.type?.name !== promised.name ? promised : place.type;
}
