/** The media type that a `Content-Type` names, without its parameters, in lower case (RFC 9110 section 8.3.1). */
export function mediaType(contentType: string): string {
  return contentType.split(";")[0]?.trim().toLowerCase() ?? "";
}
