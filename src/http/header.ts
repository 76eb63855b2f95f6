import type { HttpRequest } from "./http-message.ts";

/** The media type that a `Content-Type` names, without its parameters, in lower case (RFC 9110 section 8.3.1). */
export function mediaType(contentType: string): string {
  return contentType.split(";")[0]?.trim().toLowerCase() ?? "";
}

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
