import type { Severity } from "../rules/assertion.ts";

/** From the worst to the mildest. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** Whether a severity weighs at least as much as a limit. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}
