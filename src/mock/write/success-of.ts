import { successResponse } from "../../contract/promise/promised-body.ts";
import type { Call } from "../route/call.ts";

/** The status with which the operation's page says that it succeeds. */
export function successOf({ operation }: Call, otherwise: number): number {
  return successResponse(operation)?.status ?? otherwise;
}
