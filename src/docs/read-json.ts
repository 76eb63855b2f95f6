import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { DuplicateKey, JsonProblem, JsonReading } from "./body.ts";
import { advance, type Location } from "./location.ts";

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

/**
 * Reads a JSON text (RFC 8259) tolerantly. `location` is where the text begins, each of its lines in that column.
 * Never throws; what is wrong is in `problems`, in the order of the text, at most one per line.
 */
export function readJson(text: string, location: Location): JsonReading {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false });
  const at = (offset: number) => advance(location, text, offset, location.column);
  return {
    value: root ? getNodeValue(root) : undefined,
    problems: problemsOf(errors, text, at),
    duplicates: root ? duplicatesIn(root, "", at) : [],
  };
}

/** Where the value at `pointer` (RFC 6901) begins; the deepest ancestor that exists when there is none. */
export function locateInJson(text: string, location: Location, pointer: string): Location {
  let root = trees.get(text);
  if (!root) {
    root = parseTree(text) ?? { type: "null", offset: 0, length: 0 };
    trees.clear();
    trees.set(text, root);
  }
  const path: (string | number)[] = [];
  let node = root;
  for (const segment of pointer.split("/").slice(1)) {
    path.push(node.type === "array" ? Number(segment) : segment.replaceAll("~1", "/").replaceAll("~0", "~"));
    const next = findNodeAtLocation(root, path);
    if (!next) break;
    node = next;
  }
  return advance(location, text, node.offset, location.column);
}

// The body last asked for; findings of one body are located one after another.
const trees = new Map<string, Node>();

function problemsOf(errors: readonly ParseError[], text: string, at: (offset: number) => Location): JsonProblem[] {
  const byLine = new Map<number, JsonProblem>();
  for (const error of errors) {
    const code = printParseErrorCode(error.error);
    const trailing = trailingComma(code, error.offset, text);
    const offset = trailing ?? error.offset;
    const location = at(offset);
    const harmless = trailing !== undefined || code === "InvalidCommentToken" || code === "CommaExpected";
    const first = byLine.get(location.line);
    if (first) {
      if (!harmless) byLine.set(location.line, { ...first, harmless });
      continue;
    }
    const message = trailing === undefined ? (messages[code] ?? "not JSON") : "a comma before the closing bracket";
    byLine.set(location.line, { message, offset, location, harmless });
  }
  return [...byLine.values()];
}

/** The offset of the comma when the error is a comma right before `}` or `]`. */
function trailingComma(code: string, offset: number, text: string): number | undefined {
  if (code !== "PropertyNameExpected" && code !== "ValueExpected") return undefined;
  if (!/[\]}]/.test(text[offset] ?? "")) return undefined;
  const before = text.slice(0, offset).trimEnd();
  return before.endsWith(",") ? before.length - 1 : undefined;
}

function duplicatesIn(node: Node, pointer: string, at: (offset: number) => Location): DuplicateKey[] {
  if (node.type === "array") {
    return (node.children ?? []).flatMap((child, index) => duplicatesIn(child, `${pointer}/${index}`, at));
  }
  if (node.type !== "object") return [];
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (!key) return [];
    const name = String(key.value);
    const child = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const inner = value ? duplicatesIn(value, child, at) : [];
    if (seen.has(name)) return [{ pointer: child, location: at(key.offset) }, ...inner];
    seen.add(name);
    return inner;
  });
}
