/** A text without its percent-encoding (RFC 3986, section 2.1); as it is where it has none that can be read. */
export function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
