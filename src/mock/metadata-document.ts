import type { Contract } from "../contract/contract.ts";
import { csdl } from "../contract/csdl/csdl.ts";
import type { ServiceRequest, ServiceResponse } from "./message.ts";
import type { Refusal } from "./refusal.ts";

const documents = new WeakMap<Contract, string>();

/** Answers `GET /v1.0/$metadata`, for which Graph asks no token. */
export function metadataDocument(contract: Contract, { method }: ServiceRequest): ServiceResponse | Refusal {
  if (method !== "GET") {
    const message = `"${method}" is not allowed on $metadata`;
    return { status: 405, code: "Request_BadRequest", message, headers: { allow: "GET" } };
  }
  const text = documents.get(contract) ?? csdl(contract);
  documents.set(contract, text);
  return { status: 200, headers: { "content-type": "application/xml", "odata-version": "4.0" }, text };
}
