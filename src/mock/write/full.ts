import type { Refusal } from "../refusal.ts";

/** The answer when the store can hold no more. */
export function full(): Refusal {
  return {
    status: 403,
    code: "Directory_QuotaExceeded",
    message: "the store is full; start the service anew",
  };
}
