/** RFC 3986: a relative reference, or a file URI for an absolute path. */
export function sarifUri(file: string): string {
  const path = file
    .split("/")
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd")))
    .join("/");
  if (/^[a-z]:\//i.test(file)) return `file:///${path}`;
  return file.startsWith("/") ? `file://${path}` : path;
}
