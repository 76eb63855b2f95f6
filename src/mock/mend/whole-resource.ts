import type { Contract } from "../../contract/contract.ts";
import type { Resource } from "../message.ts";
import { completeResource } from "./complete-resource.ts";
import { mendResource } from "./mend-resource.ts";

/** A resource of a type as the store holds it: mended where what is shown or sent breaks the contract, and complete. */
export function wholeResource(contract: Contract, typeName: string, shown: Resource, seed: string): Resource {
  return completeResource(contract, typeName, mendResource(contract, typeName, shown), seed);
}
