import { isDeepStrictEqual } from "node:util";
import type { Contract } from "../../contract/contract.ts";
import type { Resource } from "../message.ts";
import { completeValues, wholeResource } from "./complete-resource.ts";
import { repairResource } from "./repair-resource.ts";
import { rightType } from "./right-type.ts";

/**
 * A stored resource with other values for some of its properties; itself when that changes nothing. It was repaired
 * when it was stored: it is repaired anew only where the changes make it one of another type.
 */
export function changeResource(
  contract: Contract,
  typeName: string,
  known: Resource,
  changes: Resource,
  seed: string,
): Resource {
  if (withChanges(known, changes) === known) return known;
  const merged = { ...known, ...changes };
  const before = rightType(contract, typeName, known);
  const { type, annotation } = rightType(contract, typeName, merged);
  if (!type || type !== before.type || annotation !== before.annotation)
    return wholeResource(contract, typeName, merged, seed);
  // A part by itself does not tell its type.
  const part = annotation === undefined ? changes : { ...changes, "@odata.type": annotation };
  const repaired = completeValues(contract, typeName, repairResource(contract, typeName, part), seed);
  return withChanges(known, repaired);
}

/** A resource with changes that are right as they are; itself when they change nothing. */
export function withChanges(known: Resource, changes: Resource): Resource {
  const isSame = Object.entries(changes).every(
    ([name, value]) => Object.hasOwn(known, name) && isDeepStrictEqual(value, known[name]),
  );
  return isSame ? known : { ...known, ...changes };
}
