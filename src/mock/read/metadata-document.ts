import { onceFor } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { csdl } from "../../contract/csdl/csdl.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceRequest, ServiceResponse } from "../message.ts";

const documentOf = onceFor((contract: Contract) => csdl(contract));

/** Answers `GET /v1.0/$metadata`, for which Graph asks no token. */
export function metadataDocument(
  contract: Contract,
  { method }: ServiceRequest,
): ServiceResponse | ErrorResponse {
  if (method !== "GET") {
    const message = `"${method}" is not allowed on $metadata`;
    return { status: 405, code: "Request_BadRequest", message, headers: { allow: "GET" } };
  }
  const headers = { "content-type": "application/xml", "odata-version": "4.0" };
  return { status: 200, headers, text: documentOf(contract) };
}
