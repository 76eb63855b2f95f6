import { isDeepStrictEqual } from "node:util";
import type { Contract, Operation } from "../../contract/contract.ts";
import { receivedResource } from "../body/received.ts";
import type { Resource } from "../message.ts";
import { completeResource, completeValues } from "./complete-resource.ts";
import { rightType } from "./right-type.ts";

/**
 * A stored resource with what a client sent in the place of some of its values; itself when that changes nothing. The
 * objects that were sent are completed, and all of it where it is one of another type from then on.
 */
export function changeResource(
  contract: Contract,
  typeName: string,
  known: Resource,
  sent: Resource,
  seed: string,
  operation?: Operation,
): Resource {
  if (withChanges(known, sent) === known) return known;
  const merged = { ...known, ...sent };
  const before = rightType(contract, typeName, known);
  const { type, annotation } = rightType(contract, typeName, merged);
  if (!type || type !== before.type || annotation !== before.annotation)
    return completeResource(
      contract,
      typeName,
      receivedResource(contract, typeName, merged, operation),
      seed,
    );
  // A part by itself does not tell its type.
  const part = annotation === undefined ? sent : { ...sent, "@odata.type": annotation };
  const own = receivedResource(contract, typeName, part, operation);
  const received = completeValues(contract, typeName, own, seed);
  return withChanges(known, received);
}

/** A resource with changes that are right as they are; itself when they change nothing. */
export function withChanges(known: Resource, changes: Resource): Resource {
  const isSame = Object.entries(changes).every(
    ([name, value]) => Object.hasOwn(known, name) && isDeepStrictEqual(value, known[name]),
  );
  return isSame ? known : { ...known, ...changes };
}
