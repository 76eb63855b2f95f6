import type { ErrorResponse } from "../errors/error-response.ts";

/** The answer when the store can hold no more. */
export function full(): ErrorResponse {
  return {
    status: 403,
    code: "Directory_QuotaExceeded",
    message: "the store is full; start the service anew",
  };
}
