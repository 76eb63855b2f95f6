import { optionStanding } from "../../contract/capability/documented-option.ts";
import type { Contract, Operation } from "../../contract/contract.ts";

/** True when the page of an operation promises that a query option works, be it with all the others. */
export function promisesOption(contract: Contract, operation: Operation, option: string): boolean {
  return operation.queryOptions.kind === "all" || optionStanding(contract, operation, option) === "promised";
}

/** True when the page of an operation says which query options work, and this is none of them. */
export function refusesOption(contract: Contract, operation: Operation, option: string): boolean {
  return optionStanding(contract, operation, option) === "undocumented";
}
