import { parse } from "jsonc-parser";
import type { Location } from "../../base/location.ts";
import { nearestName } from "../../base/nearest-name.ts";
import { placesIn } from "../../base/places-in.ts";
import { spanAt } from "../../base/span.ts";
import type { JsonProblem } from "../../http/body.ts";
import { repairJson } from "../../http/json-text.ts";
import { readJson } from "../../http/read-json.ts";
import type { Annotation } from "../block.ts";
import type { Flaw } from "../page.ts";
import { withKnownNames } from "./annotation-names.ts";

/**
 * Reads the text between `<!--` and `-->`. Returns nothing for a comment that annotates nothing: plain text, a
 * uuid. JSON that is broken in a known way is repaired, and said. The `#page.annotation` footer annotates no block.
 */
export function readAnnotation(
  text: string,
  location: Location,
): { annotation?: Annotation; flaws: Flaw[] } | undefined {
  if (!text.trimStart().startsWith("{")) return undefined;
  if (/"?\btype"?\s*:\s*"#page\.annotation/.test(text)) return { flaws: flawsOfFooter(text, location) };
  const { value, error } = readMembers(text, location);
  const members = typeof value === "object" && value !== null ? withKnownNames({ ...value }) : {};
  const named = members.blockType;
  const annotates =
    "@odata.type" in members || Object.keys(members).some((name) => nearestName(name, ["blockType"]));
  // Prose in braces is no annotation, broken or not.
  if (!annotates && !(error && /block\s*type/i.test(text))) return undefined;
  const flaws = error ? [flawAt(error, "the annotation", text, location)] : [];
  const blockType = typeof named === "string" ? named.trim() : "";
  return { annotation: { kind: "annotation", blockType, members, text, location }, flaws };
}

/** `{ "blockType": "ignored" } // Note: ...` is how the documentation's own tools mark a table that they leave alone. */
const remark = /(?<=\})\s*\/\/[^\n{}"]*\s*$/;

/** Its texts may go on in the next line: so they are written on 40 pages, by the tool that reads them. */
function flawsOfFooter(text: string, location: Location): Flaw[] {
  const inLines = text.replace(/"(?:[^"\\]|\\[\s\S])*"/g, (string) => string.replaceAll("\n", " "));
  const { error } = readMembers(inLines, location);
  if (!error) return [];
  // Where lines were joined, an edit would stand in another one.
  const { edits: _, ...unmended } = error;
  return [flawAt(inLines === text ? error : unmended, "the page annotation", text, location)];
}

function flawAt(
  { message, advice, offset, edits }: JsonProblem,
  what: string,
  text: string,
  location: Location,
): Flaw {
  const at = placesIn({ ...location, column: location.column + 4 }, text)(offset);
  return {
    rule: "annotation/invalid-json",
    message: `${what} is not JSON: ${message}`,
    span: spanAt(at, /^./.test(text.slice(offset)) ? 1 : 0),
    ...(advice ? { advice } : {}),
    ...(edits ? { edits } : {}),
  };
}

function readMembers(whole: string, location: Location): { value: unknown; error?: JsonProblem } {
  // What stands behind the object is for the people who edit the page.
  const text = whole.replace(/\}\s*\/\/[^{}]*$/, "}");
  try {
    return { value: JSON.parse(text.replace(remark, "")) };
  } catch {
    const { value, problems } = readJson(text, { ...location, column: location.column + 4 }, 1);
    const [error] = problems;
    if (!error) return { value };
    const tooDeep = repairJson(text).tooDeep !== undefined;
    return { value: tooDeep ? undefined : parse(repaired(text), [], { allowTrailingComma: true }), error };
  }
}

/** Unquoted member names and line breaks inside of strings, repaired where that needs no guess. */
function repaired(text: string): string {
  return text.replace(
    /"(?:[^"\\]|\\[\s\S])*"|(?<![\w.@])([A-Za-z@][\w.@]*)(?=\s*:)/g,
    (token, name?: string) => (name === undefined ? joined(token) : `"${name}"`),
  );
}

function joined(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
}

/** A boolean member of an annotation; some are written as strings (`"abstract": "true"`). */
export function annotationFlag(
  members: Readonly<Record<string, unknown>>,
  name: string,
): boolean | undefined {
  const value = members[name];
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  return /^true$/i.test(value) ? true : /^false$/i.test(value) ? false : undefined;
}
