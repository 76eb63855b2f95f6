import type { Contract, Operation, TypeContract } from "../../contract/contract.ts";
import { badRequest } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";

/** Whose properties an option may name. */
export interface Asking {
  readonly contract: Contract;
  /** Absent when nobody documents it: then every name is taken. */
  readonly type?: TypeContract;
  readonly operation?: Operation;
  readonly allMembers: boolean;
}

/** Refuses an option that names a property which the type does not have. */
export function noSuchProperty(option: string, name: string, type: string): ErrorResponse {
  return badRequest(`could not find a property named '${name}' on type '${type}', which ${option} names`);
}

/** Refuses an option that cannot be read; `offset` counts UTF-16 units of its decoded value. */
export function notReadable(
  option: string,
  { message, offset }: { readonly message: string; readonly offset: number },
): ErrorResponse {
  return badRequest(`the value of ${option} has a syntax error at position ${offset}: ${message}`);
}
