import type { ErrorResponse } from "./error-response.ts";

/** Refuses a request for what it says. */
export function badRequest(message: string): ErrorResponse {
  return { status: 400, code: "BadRequest", message };
}
