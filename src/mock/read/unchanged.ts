import { documentsHeader } from "../../contract/capability/documented-header.ts";
import type { Operation } from "../../contract/contract.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceRequest, ServiceResponse } from "../message.ts";
import { tagFor } from "./etag.ts";

/**
 * Where the page of a read documents `If-None-Match` the answer has a tag, and to one who has that tag already it is 304
 * without a body (RFC 9110, section 13.1.2).
 */
export function unlessUnchanged(
  result: ServiceResponse | ErrorResponse,
  { method, headers }: ServiceRequest,
  operation: Operation | undefined,
): ServiceResponse | ErrorResponse {
  if (method !== "GET" || "code" in result || result.status !== 200 || result.json === undefined)
    return result;
  if (!operation || !documentsHeader(operation, "If-None-Match")) return result;
  const etag = result.headers.etag ?? tagFor(result.json);
  const tagged = { ...result, headers: { ...result.headers, etag } };
  const known = (headers["if-none-match"] ?? "").split(",").map((tag) => tag.trim());
  return known.includes(etag) || known.includes("*") ? { status: 304, headers: tagged.headers } : tagged;
}
