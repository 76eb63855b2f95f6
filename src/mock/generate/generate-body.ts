import type { Contract, TypeRef } from "../../contract/contract.ts";
import { generateResource } from "./generate-resource.ts";
import { generateItem } from "./generate-value.ts";

const ITEMS = 3;

/**
 * Makes the body of a response that promises a type, without control information: a resource, or `{"value": ...}`
 * around a collection of three or around a value that is no resource.
 */
export function generateBody(contract: Contract, type: TypeRef, seed: string): unknown {
  if (type.collection) {
    const value = Array.from({ length: ITEMS }, (_, index) =>
      generateOne(contract, type, `${seed}/${index}`),
    );
    return { value: value.filter((item) => item !== null) };
  }
  return type.kind === "type"
    ? generateOne(contract, type, seed)
    : { value: generateOne(contract, type, seed) };
}

function generateOne(contract: Contract, type: TypeRef, seed: string): unknown {
  if (type.kind === "type") return generateResource(contract, type.name, { seed });
  const location = { file: "", line: 1, column: 1 };
  return generateItem(contract, { name: "value", type, navigation: false, location }, seed);
}
