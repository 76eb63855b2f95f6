import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Location } from "../base/location.ts";
import { placesIn } from "../base/places-in.ts";
import type { DuplicateKey, JsonProblem, JsonReading } from "./body.ts";
import { stepInto, stepsOf } from "./json-pointer.ts";
import { type JsonText, nodeValue, parseValid, repairJson } from "./json-text.ts";

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: "an unexpected word",
  InvalidNumberFormat: "a number that JSON does not know",
  PropertyNameExpected: "a property name in double quotes is expected",
  ValueExpected: "a value is expected",
  ColonExpected: "a colon is missing",
  CommaExpected: "a comma is missing",
  CloseBraceExpected: "a closing brace is missing",
  CloseBracketExpected: "a closing bracket is missing",
  EndOfFileExpected: "text after the end of the JSON value",
  InvalidCommentToken: "a comment",
  UnexpectedEndOfComment: "a comment that does not end",
  UnexpectedEndOfString: "a string that does not end",
  UnexpectedEndOfNumber: "a number that does not end",
  InvalidUnicode: "an invalid Unicode escape",
  InvalidEscapeCharacter: "an invalid escape",
  InvalidCharacter: "a control character in a string",
};

/** Text that is no JSON at all makes an error of every word; nobody reads more than the first. */
const fewErrors = 100;

type Problem = Pick<JsonProblem, "message" | "offset" | "harmless">;

/**
 * Reads a JSON text (RFC 8259) tolerantly. `location` is where the text begins, each of its lines in that column.
 * Never throws; what is wrong is in `problems`, in the order of the text, at most one per line.
 */
export function readJson(text: string, location: Location): JsonReading {
  const valid = parseValid(text);
  if (valid) return { value: valid.value, problems: [], duplicates: [] };
  const repaired = repairJson(text);
  const place = placesIn(location, text, location.column);
  if (repaired.tooDeep !== undefined) {
    const problem = {
      message: "brackets nested too deep to read",
      offset: repaired.tooDeep,
      harmless: false,
    };
    return {
      value: undefined,
      problems: [{ ...problem, location: place(repaired.tooDeep) }],
      duplicates: [],
    };
  }
  const errors: ParseError[] = [];
  const root = parseTree(repaired.text, errors, { disallowComments: true });
  const problems = [
    ...repaired.breaks.map((offset) => ({ message: "a line break in a string", offset, harmless: true })),
    ...errors.slice(0, fewErrors).map((error) => problemOf(error, text)),
  ];
  return {
    value: root ? nodeValue(root, repaired) : undefined,
    problems: onePerLine(problems, place),
    duplicates: root ? duplicatesIn(root, "", place) : [],
  };
}

/** Where the value at `pointer` (RFC 6901) begins, or its name with the quotes; the deepest ancestor that exists when there is none. */
export function locateInJson(
  text: string,
  location: Location,
  pointer: string,
  part: "name" | "value" = "value",
): Location {
  const last = lastText?.text === text ? lastText : { text, repaired: repairJson(text) };
  const root = last.root ?? parseTree(last.repaired.tooDeep === undefined ? last.repaired.text : "null");
  lastText = { ...last, root };
  const path: (string | number)[] = [];
  let node = root;
  for (const step of stepsOf(pointer)) {
    path.push(node?.type === "array" ? Number(step) : step);
    const next = root && findNodeAtLocation(root, path);
    if (!next) break;
    node = next;
  }
  const named = part === "name" && node?.parent?.type === "property" ? node.parent : node;
  return placesIn(location, text, location.column)(named?.offset ?? 0);
}

// The body last asked for: the findings of one body are located one after another.
let lastText: { text: string; repaired: JsonText; root?: Node | undefined } | undefined;

function problemOf(error: ParseError, text: string): Problem {
  const code = printParseErrorCode(error.error);
  const message = messages[code] ?? "not JSON";
  const before = endOfValue(text, error.offset);
  const trailing = code === "PropertyNameExpected" || code === "ValueExpected";
  if (trailing && text[before - 1] === "," && /[\]}]/.test(text[error.offset] ?? "")) {
    return { message: "a comma before the closing bracket", offset: before - 1, harmless: true };
  }
  // The place where the comma belongs.
  if (code === "CommaExpected") return { message, offset: before, harmless: true };
  return { message, offset: error.offset, harmless: code === "InvalidCommentToken" };
}

function endOfValue(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(text[end - 1] ?? "")) end--;
  return end;
}

function onePerLine(problems: readonly Problem[], place: (offset: number) => Location): JsonProblem[] {
  const byLine = new Map<number, JsonProblem>();
  for (const problem of [...problems].sort((a, b) => a.offset - b.offset)) {
    const location = place(problem.offset);
    const first = byLine.get(location.line);
    if (!first) byLine.set(location.line, { ...problem, location });
    else if (first.harmless && !problem.harmless) byLine.set(location.line, { ...problem, location });
  }
  return [...byLine.values()];
}

function duplicatesIn(node: Node, pointer: string, place: (offset: number) => Location): DuplicateKey[] {
  if (node.type === "array") {
    return (node.children ?? []).flatMap((child, index) => duplicatesIn(child, `${pointer}/${index}`, place));
  }
  if (node.type !== "object") return [];
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (!key) return [];
    const name = String(key.value);
    const child = stepInto(pointer, name);
    const inner = value ? duplicatesIn(value, child, place) : [];
    if (seen.has(name)) return [{ pointer: child, location: place(key.offset) }, ...inner];
    seen.add(name);
    return inner;
  });
}
