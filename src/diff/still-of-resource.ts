import type { Contract, TypeContract } from "../contract/contract.ts";
import { typeNamed, typeOfRef } from "../contract/names/type-named.ts";
import { typeAtPath } from "../contract/promise/type-at.ts";
import type { Between } from "./change-rule.ts";
import type { Difference } from "./difference.ts";
import { type Fact, partOf } from "./fact.ts";
import { factOf, spellingOf } from "./words.ts";

/**
 * Whether what a page lists no more, or not yet, of the body of a request is a property of the resource all the same:
 * what updates or replaces a resource takes the resource, and a table of its page is an extract of that type's. Where
 * the type is not known, nothing denies it.
 */
export function isStillOfResource(difference: Difference, { before, after }: Between): boolean {
  // The side whose page does not list it.
  const [contract, within] = difference.after
    ? [before, difference.withinBefore]
    : [after, difference.within];
  const [path, operation] = within;
  if (!path || operation?.kind !== "operation") return false;
  const type = takenBy(contract, path, operation);
  const isUpdate = operation.name === "PATCH" || operation.name === "PUT";
  if (!type) return isUpdate;
  const name = factOf(difference).name.toLowerCase();
  const property = type.properties.find((one) => one.name.toLowerCase() === name);
  return property ? !property.readOnly : isUpdate && !type.complete;
}

function takenBy(contract: Contract, path: Fact, operation: Fact): TypeContract | undefined {
  const sent = partOf(operation, "request-body")?.value;
  if (sent !== undefined) return typeNamed(contract, String(sent));
  // What is posted to a path is not what the path leads to.
  return operation.name === "POST" ? undefined : typeOfRef(contract, typeAtPath(contract, spellingOf(path)));
}
