import type { Operation, ResponseContract } from "../contract.ts";

/** The response with which the page of an operation says that it succeeds: the first of them where it names several. */
export function successResponse(operation: Operation | undefined): ResponseContract | undefined {
  return operation?.responses.find(({ status }) => status < 300);
}
