/** A text without its percent-encoding (RFC 3986, section 2.1); what is no escape, or cannot be read, stays. */
export function decoded(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** UTF-16, as PowerShell writes it with `>`, where the mark at the beginning says so. */
export function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

/**
 * The text of a file, without the mark at its beginning: in UTF-16 where that says so, else in UTF-8, or as its sender
 * says. What is no text in that is replaced.
 *
 * @throws RangeError for an encoding that nobody knows
 */
export function textOfBytes(bytes: Uint8Array, otherwise = "utf-8"): string {
  return new TextDecoder(utf16Of(bytes) ?? otherwise).decode(bytes);
}
