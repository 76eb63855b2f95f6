import type { Contract, Operation, TypeContract } from "../../contract/contract.ts";
import type { PlannedRequest } from "./planned-request.ts";
import { purposeOf } from "./purpose-of.ts";
import { writePath, writeQuery } from "./write-target.ts";

/** A documented operation with a path that a service can be asked for. */
export interface BoundOperation {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly segments: readonly string[];
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
