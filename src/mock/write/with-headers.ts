import { promisedHeaders } from "../../contract/promise/promised-headers.ts";
import { type ServiceResponse, splitTarget } from "../message.ts";
import type { Call } from "../route/call.ts";
import { withOperation } from "./goes-on.ts";

/** The answer to a write with what the page promises for its head, and with a Location where something was created. */
export function withHeaders(call: Call, response: ServiceResponse): ServiceResponse {
  const { operation, request } = call;
  const { status, headers } = response;
  const promise = operation?.responses.find((other) => other.status === status);
  const names = promisedHeaders(promise).map((name) => name.toLowerCase());
  if (status === 202) return withOperation(call, response, names);
  const wanted = (status === 201 ? ["location", ...names] : names).filter((name) => !(name in headers));
  if (wanted.length === 0) return response;
  const url = `${request.origin}${splitTarget(request.target).path}`;
  const added = wanted.map((name) => [name, name.endsWith("location") ? url : (plain[name] ?? "")]);
  return { ...response, headers: { ...headers, ...Object.fromEntries(added) } };
}

const plain: Readonly<Record<string, string>> = {
  etag: '"1"',
  "retry-after": "1",
  warning: '199 - "a part of it did not answer"',
};
