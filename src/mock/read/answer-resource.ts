import type { ErrorResponse } from "../errors/error-response.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { present } from "../query/present.ts";
import type { Call } from "../route/call.ts";
import { contextOf } from "./context-of.ts";
import { preferenceApplied, queryOf, viewOf } from "./query-of.ts";

/** One resource as it goes out, with the context that names it. */
export function answerResource(
  call: Call,
  resource: Resource,
  status: number,
): ServiceResponse | ErrorResponse {
  const query = queryOf(call, false);
  if ("code" in query) return query;
  const json = { "@odata.context": contextOf(call, false, query), ...present(resource, query, viewOf(call)) };
  return { status, headers: preferenceApplied(query), json };
}
