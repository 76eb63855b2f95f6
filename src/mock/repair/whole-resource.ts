import type { Contract } from "../../contract/contract.ts";
import type { Resource } from "../message.ts";
import { completeResource } from "./complete-resource.ts";
import { repairResource } from "./repair-resource.ts";

/** A resource of a type as the store holds it: repaired where what is shown or sent breaks the contract, and complete. */
export function wholeResource(contract: Contract, typeName: string, shown: Resource, seed: string): Resource {
  return completeResource(contract, typeName, repairResource(contract, typeName, shown), seed);
}
