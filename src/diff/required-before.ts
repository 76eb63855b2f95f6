import { onceFor } from "../base/once-for.ts";
import type { Contract, Operation } from "../contract/contract.ts";
import { baseTypes } from "../contract/names/inheritance.ts";
import type { Between } from "./change-rule.ts";
import type { Difference } from "./difference.ts";

/**
 * Whether the contract before required of everyone who creates or replaces one what the row of the type itself calls
 * required from now on: each operation that takes the type, or one that derives from it, listed it as required.
 */
export function wasRequiredOfAll({ withinBefore }: Difference, { before }: Between): boolean {
  const [type, property] = withinBefore;
  if (type?.kind !== "type" || property?.kind !== "property") return false;
  const name = property.name.toLowerCase();
  const taking = takingByType(before).get(type.name) ?? [];
  return taking.length > 0 && taking.every((operation) => isRequiredBy(operation, name));
}

function isRequiredBy({ parameters }: Operation, name: string): boolean {
  return parameters.some((one) => one.required === true && one.name.toLowerCase() === name);
}

/** By type, and by each of its base types, the operations that create or replace one. */
const takingByType = onceFor((contract: Contract): ReadonlyMap<string, readonly Operation[]> => {
  const found = new Map<string, Operation[]>();
  for (const operation of contract.operations) {
    const type = takenBy(operation);
    if (type === undefined) continue;
    for (const name of [type, ...baseTypes(contract, type)])
      found.set(name, [...(found.get(name) ?? []), operation]);
  }
  return found;
});

/** What is sent to be created or to replace; a page that lists its properties answers with what came of them. */
function takenBy({ method, requestBody, responses }: Operation): string | undefined {
  if (method !== "POST" && method !== "PUT") return undefined;
  const made = responses.find(({ status }) => status === 201 || (method === "PUT" && status === 200));
  return (requestBody ?? made?.body)?.name;
}
