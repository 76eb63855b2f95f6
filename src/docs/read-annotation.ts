import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import type { Annotation } from "./block.ts";
import type { Location } from "./location.ts";
import { advance } from "./location.ts";
import type { Flaw } from "./page.ts";

/**
 * Reads the text between `<!--` and `-->`. Returns nothing for a comment that annotates nothing: plain text, a
 * uuid, the `#page.annotation` footer. JSON that is broken in a known way is repaired, and said.
 */
export function readAnnotation(
  text: string,
  location: Location,
): { annotation: Annotation; flaws: Flaw[] } | undefined {
  if (!text.trimStart().startsWith("{")) return undefined;
  const errors: ParseError[] = [];
  let value: unknown = parse(text, errors);
  const first = errors[0];
  if (first) value = parse(repaired(text), [], { allowTrailingComma: true });
  const members: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  if (members["type"] === "#page.annotation" || members["type"] === "#page.annotation.suppress") return undefined;
  const named = members["blockType"] ?? members["blocktype"] ?? members["blockType "];
  if (named === undefined && !first && !("@odata.type" in members)) return undefined;
  const flaws: Flaw[] = [];
  if (first) {
    const at = advance({ ...location, column: location.column + 4 }, text, first.offset);
    flaws.push({
      rule: "annotation/invalid-json",
      message: `the annotation is not JSON: ${problemOf(text, first)}`,
      location: at,
    });
  }
  const annotation: Annotation = {
    kind: "annotation",
    blockType: typeof named === "string" ? named.trim() : "",
    members,
    location,
  };
  return { annotation, flaws };
}

function problemOf(text: string, error: ParseError): string {
  const near = text.slice(error.offset, error.offset + 20).trim().split(/\s/)[0] ?? "";
  const words = printParseErrorCode(error.error)
    .replace(/([A-Z])/g, " $1")
    .trim()
    .toLowerCase();
  return near ? `${words} at ${JSON.stringify(near)}` : words;
}

/** Unquoted member names and line breaks inside of strings, mended where that needs no guess. */
function repaired(text: string): string {
  return text
    .replace(/"(?:[^"\\\n]|\\.)*\n(?:[^"\\]|\\.)*?"/g, (string) => string.replace(/\s*\n\s*/g, " "))
    .replace(/([{,]\s*)([A-Za-z@][\w.@]*)(\s*:)/g, '$1"$2"$3');
}
