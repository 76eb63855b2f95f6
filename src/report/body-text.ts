/** The body in the text of a shown message. */
export interface BodyText {
  readonly text: string;
  /** How many lines stand before it. */
  readonly line: number;
}

// "Content-Type: application/json" (RFC 9112, section 5); no JSON text begins like that.
const header = /^[\w!#$%&'*+.^`|~-]+\s*:/;

/** Finds the body of a response's text; undefined when it has none. */
export function bodyText(message: string): BodyText | undefined {
  const lines = message.split("\n");
  const [first = ""] = lines;
  const isBody = (line: string) => line.trim() !== "" && !header.test(line);
  const line =
    first.startsWith("HTTP/") || first === "" ? lines.findIndex((text, at) => at > 0 && isBody(text)) : 0;
  return line === -1 ? undefined : { text: lines.slice(line).join("\n"), line };
}
