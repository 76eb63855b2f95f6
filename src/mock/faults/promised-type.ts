import type { TypeContract } from "../../contract/contract.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { successResponse } from "../../contract/promise/promised-body.ts";
import type { Asked } from "./fault.ts";

/** The type of the resources that the page of a request promises; undefined where it promises none, or an unknown one. */
export function promisedType({ operation, contract }: Asked): TypeContract | undefined {
  const body = successResponse(operation)?.body;
  return typeOfRef(contract, body);
}
