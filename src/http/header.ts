import type { HttpRequest, HttpResponse } from "./http-message.ts";

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

/** True where the request asks for 64-bit numbers as text, or the response says so (OData JSON 4.01, section 3.2). */
export function allowsNumbersAsText(request: HttpRequest, { headers }: HttpResponse): boolean {
  return [...request.headers, ...headers].some(
    ({ name, value }) => /^(?:accept|content-type)$/i.test(name) && /IEEE754Compatible=true/i.test(value),
  );
}
