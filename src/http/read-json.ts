import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Location } from "../base/location.ts";
import { placesIn } from "../base/places-in.ts";
import { type Edit, type Span, spanAt, spanBetween } from "../base/span.ts";
import { edited, type TextEdit } from "../base/text-edit.ts";
import type { DuplicateKey, JsonProblem, JsonReading } from "./body.ts";
import { stepInto, stepsOf } from "./json-pointer.ts";
import { type JsonSlip, slipAt, unquotedAt } from "./json-slip.ts";
import { mendedSlips } from "./json-slips.ts";
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

interface Problem extends Pick<JsonProblem, "kind" | "message" | "advice" | "offset" | "harmless"> {
  readonly length: number;
  readonly edits?: readonly TextEdit[];
}

/**
 * Reads a JSON text (RFC 8259) tolerantly. `location` is where the text begins, each further line of it in column
 * `indent`: in the same one unless said.
 * Never throws; what is wrong is in `problems`, in the order of the text, at most one per line.
 */
export function readJson(text: string, location: Location, indent: number = location.column): JsonReading {
  const valid = parseValid(text);
  if (valid) return { value: valid.value, problems: [], duplicates: [] };
  const repaired = repairJson(text);
  const place = placesIn(location, text, indent);
  if (repaired.tooDeep !== undefined) {
    const message = "brackets nested too deep to read";
    const offset = repaired.tooDeep;
    const span = spanAt(place(offset), 1);
    const problem = { kind: message, message, offset, span, harmless: false };
    return { value: undefined, problems: [problem], duplicates: [] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(repaired.text, errors, { disallowComments: true });
  const problems = withCertainEdits(text, problemsIn(text, repaired, errors));
  return {
    value: root ? nodeValue(root, repaired) : undefined,
    problems: onePerLine(problems, place),
    duplicates: root ? duplicatesIn(root, "", place) : [],
  };
}

function problemsIn(text: string, { breaks }: JsonText, errors: readonly ParseError[]): readonly Problem[] {
  const message = "a line break in a string";
  const broken = { kind: message, message, length: 0, harmless: true };
  return [
    ...breaks.map((offset) => ({ ...broken, offset })),
    ...errors.slice(0, fewErrors).map((error) => problemOf(error, text)),
  ];
}

/**
 * The same, their edits only where the text is JSON with all of them: where a bracket is missing, too, nobody knows
 * whether it is a comma that is.
 */
function withCertainEdits(text: string, problems: readonly Problem[]): readonly Problem[] {
  const edits = problems.flatMap((problem) => problem.edits ?? []);
  if (parseValid(edited(text, edits))) return problems;
  const plain = problems.map(({ edits: _, ...problem }) => problem);
  const first = plain.findIndex(({ harmless }) => !harmless);
  const isValid = (mended: string) => parseValid(mended) !== undefined;
  const slips = first < 0 ? undefined : mendedSlips(text, isValid, commaEdit);
  return slips
    ? plain.map((problem, index) => (index === first ? { ...problem, edits: slips } : problem))
    : plain;
}

function commaEdit(error: ParseError, text: string): TextEdit | undefined {
  return problemOf(error, text).edits?.[0];
}

/** Where the value at `pointer` (RFC 6901) stands, or its name with the quotes; the deepest ancestor that exists when there is none. */
export function locateInJson(
  text: string,
  location: Location,
  pointer: string,
  part: "name" | "value" = "value",
): Span {
  const { root, place } = lookInto(text, location);
  let node = root;
  for (const step of stepsOf(pointer)) {
    const next = node && childAt(node, step);
    if (!next) break;
    node = next;
  }
  const named = part === "name" && node?.parent?.type === "property" ? node.parent.children?.[0] : node;
  const { offset = 0, length = 0 } = named ?? {};
  return spanBetween(place(offset), place(offset + length));
}

/** An item, or the value of a name; of a name that stands twice the last, which is the one that is read. */
function childAt({ type, children = [] }: Node, step: string): Node | undefined {
  if (type === "array") return children[Number(step)];
  return children.findLast(({ children: [name] = [] }) => name?.value === step)?.children?.[1];
}

/** Where the value on a path stands in a text that is JSON as written; undefined where it is none, or has no such value. */
export function spanInJson(
  text: string,
  path: readonly (string | number)[],
): { readonly offset: number; readonly length: number } | undefined {
  if (!parseValid(text)) return undefined;
  const root = parseTree(text);
  return root && findNodeAtLocation(root, [...path]);
}

interface LookedInto {
  readonly text: string;
  readonly location: Location;
  readonly root: Node | undefined;
  readonly place: (offset: number) => Location;
}

// The body last asked for: the findings of one body are located one after another.
let last: LookedInto | undefined;

function lookInto(text: string, location: Location): LookedInto {
  if (last?.location === location && last.text === text) return last;
  const repaired = repairJson(text);
  const root = parseTree(repaired.tooDeep === undefined ? repaired.text : "null");
  last = { text, location, root, place: placesIn(location, text, location.column) };
  return last;
}

function problemOf(error: ParseError, text: string): Problem {
  const code = printParseErrorCode(error.error);
  const message = messages[code] ?? "not JSON";
  const before = endOfValue(text, error.offset);
  const trailing = code === "PropertyNameExpected" || code === "ValueExpected";
  if (trailing && text[before - 1] === "," && /[\]}]/.test(text[error.offset] ?? "")) {
    const comma = { offset: before - 1, length: 1 };
    const message = "a comma before the closing bracket";
    return { kind: message, message, ...comma, harmless: true, edits: [{ ...comma, text: "" }] };
  }
  // The place where the comma belongs.
  if (code === "CommaExpected") {
    const gap = { offset: before, length: 0 };
    return { kind: message, message, ...gap, harmless: true, edits: [{ ...gap, text: "," }] };
  }
  const { offset, length } = error;
  const harmless = code === "InvalidCommentToken";
  return { kind: message, message, ...slipOf(code, text, offset), offset, length, harmless };
}

function slipOf(code: string, text: string, offset: number): JsonSlip | undefined {
  switch (code) {
    case "InvalidSymbol":
    case "UnexpectedEndOfString":
      return slipAt(text, offset);
    case "InvalidNumberFormat":
    case "PropertyNameExpected":
    case "ValueExpected":
      return unquotedAt(text, offset);
    default:
      return undefined;
  }
}

function endOfValue(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(text[end - 1] ?? "")) end--;
  return end;
}

function onePerLine(problems: readonly Problem[], place: (offset: number) => Location): JsonProblem[] {
  const byLine = new Map<number, JsonProblem>();
  for (const problem of [...problems].sort((a, b) => a.offset - b.offset)) {
    const placed = placedProblem(problem, place);
    const { line } = placed.span.start;
    const first = byLine.get(line);
    if (!first || (first.harmless && !placed.harmless)) byLine.set(line, placed);
  }
  return [...byLine.values()];
}

function placedProblem(problem: Problem, place: (offset: number) => Location): JsonProblem {
  const { kind, message, advice, offset, length, harmless } = problem;
  const spanOf = (part: { readonly offset: number; readonly length: number }) =>
    spanBetween(place(part.offset), place(part.offset + part.length));
  const edits = problem.edits?.map((edit): Edit => ({ span: spanOf(edit), text: edit.text }));
  const span = spanOf({ offset, length });
  return {
    kind,
    message,
    ...(advice ? { advice } : {}),
    offset,
    span,
    harmless,
    ...(edits ? { edits } : {}),
  };
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
    if (seen.has(name)) {
      const span = spanBetween(place(key.offset), place(key.offset + key.length));
      return [{ pointer: child, span }, ...inner];
    }
    seen.add(name);
    return inner;
  });
}
