import type { ErrorResponse } from "../errors/error-response.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { present } from "../query/present.ts";
import type { Call } from "../route/call.ts";
import { contextOf } from "./context-of.ts";
import { hasTags, tagged } from "./etag.ts";
import { preferenceApplied, queryOf, viewOf } from "./query-of.ts";

/** One resource as it goes out, with the context that names it. */
export function answerResource(
  call: Call,
  resource: Resource,
  status: number,
): ServiceResponse | ErrorResponse {
  const query = queryOf(call, false);
  if ("code" in query) return query;
  const plain = present(resource, query, viewOf(call));
  const shown = hasTags(call) ? tagged(resource, plain) : plain;
  const json = { "@odata.context": contextOf(call, false, query), ...shown };
  const tag = shown["@odata.etag"];
  const headers = preferenceApplied(query);
  return { status, headers: typeof tag === "string" ? { ...headers, etag: tag } : headers, json };
}
