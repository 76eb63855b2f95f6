import type { HttpRequest } from "../../http/http-message.ts";

/**
 * True when a request asks for the members of evolvable enums that the service else replaces by
 * `unknownFutureValue`. Preferences are separated by commas, and their names know no letter case (RFC 7240,
 * section 2).
 */
export function prefersAllMembers(request: HttpRequest): boolean {
  return request.headers
    .filter(({ name }) => name.toLowerCase() === "prefer")
    .flatMap(({ value }) => value.split(/[,;]/))
    .some((preference) => preference.trim().toLowerCase() === "include-unknown-enum-members");
}
