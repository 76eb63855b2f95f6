import type { Refusal } from "./refusal.ts";

/** Refuses a request for what it says. */
export function badRequest(message: string): Refusal {
  return { status: 400, code: "BadRequest", message };
}
