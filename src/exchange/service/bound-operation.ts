import { optionStanding } from "../../contract/capability/documented-option.ts";
import type { Contract, Operation, TypeContract } from "../../contract/contract.ts";
import type { Depth } from "./asking.ts";
import { type PlannedRequest, purposeOf, writePath, writeQuery } from "./planned-request.ts";

/** A documented operation with a path that a service can be asked for. */
export interface BoundOperation {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly segments: readonly string[];
  readonly depth: Depth;
  /** What a success returns, when a page declares it. */
  readonly type?: TypeContract;
}

/** A request to a bound operation with query options. */
export function requestOf(
  { operation, segments }: BoundOperation,
  name: string,
  options: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): PlannedRequest {
  const target = `${writePath(segments)}${writeQuery(options)}`;
  return { ...purposeOf(operation, name), kind: "request", method: operation.method, target, headers };
}

/** True when the page of the operation promises that a query option works, be it with all the others. */
export function promisesOption({ contract, operation }: BoundOperation, option: string): boolean {
  return operation.queryOptions.kind === "all" || optionStanding(contract, operation, option) === "promised";
}

/** True when the page of the operation names a query option among those that work. */
export function listsOption({ operation: { queryOptions } }: BoundOperation, option: string): boolean {
  return queryOptions.kind === "listed" && queryOptions.options.includes(option);
}

/** True when the page of the operation says which query options work, and this is none of them. */
export function refusesOption({ contract, operation }: BoundOperation, option: string): boolean {
  return optionStanding(contract, operation, option) === "undocumented";
}
