import type { ServiceResponse } from "../message.ts";

/** The answer of a service that does not take what it was sent. */
export function errorAnswer({ headers }: ServiceResponse): ServiceResponse {
  return {
    status: 400,
    headers: { ...headers, "content-type": "application/json" },
    json: { error: { code: "BadRequest", message: "the request is not taken" } },
  };
}
