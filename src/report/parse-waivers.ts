import type { ErrorObject, ValidateFunction } from "ajv";
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Location } from "../base/location.ts";
import { UsageError } from "../base/usage-error.ts";
import type { Waiver } from "./report.ts";

/** A waiver file's content, once its schema has accepted it. */
export interface WaiverFile {
  readonly waivers: readonly Omit<Waiver, "location">[];
}

/**
 * Reads the text of a waiver file. `isWaiverFile` validates it against `schemas/waivers.schema.json`.
 * Throws a UsageError for text that is not JSON, with the place, or that breaks the schema, with the place of each mistake.
 */
export function parseWaivers(
  text: string,
  file: string,
  isWaiverFile: ValidateFunction<WaiverFile>,
): readonly Waiver[] {
  const locate = (offset: number): Location => {
    const before = text.slice(0, offset).split("\n");
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const told = ({ offset, what }: Mistake): string => {
    const { line, column } = locate(offset);
    return `${file}:${line}:${column}: ${what}`;
  };
  const refuse = (offset: number, what: string): never => {
    throw new UsageError(told({ offset, what }));
  };

  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [syntax] = errors;
  if (syntax !== undefined) return refuse(syntax.offset, `the waiver file is not JSON (${phrase(syntax)})`);
  if (root === undefined) return refuse(0, "the waiver file is empty");

  const content: unknown = getNodeValue(root);
  if (!isWaiverFile(content)) {
    const mistakes = (isWaiverFile.errors ?? []).map((error) => complaint(root, error));
    const sentences = [...new Set(mistakes.sort((one, other) => one.offset - other.offset).map(told))];
    const [first = "the waiver file breaks its schema", ...others] = sentences;
    const left = others.length - most;
    const more = [...others.slice(0, most), ...(left > 0 ? [`and ${left} more`] : [])];
    throw new UsageError([first, ...more].join("\n  "));
  }
  return content.waivers.map((waiver, index) => ({
    ...waiver,
    location: locate(findNodeAtLocation(root, ["waivers", index])?.offset ?? 0),
  }));
}

/** So many mistakes behind the first are told. */
const most = 20;

/** `CommaExpected` as `comma expected`. */
function phrase(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

const expected: Readonly<Record<string, string>> = {
  fingerprint: "12 lower-case hex digits, as the report shows them",
  rule: 'a rule such as "body/type"',
  scope: "an operation, a type or a page's file name",
  source: 'one of "documented", "mock", "tenant", "recorded"',
  reason: "a text",
  owner: "a text",
  expires: 'a day such as "2027-03-31"',
  link: "an http or https address",
  waivers: "a list",
};

interface Mistake {
  readonly offset: number;
  readonly what: string;
}

/** Puts a complaint of the validator into our words, and finds the part of the file it is about. */
function complaint(root: Node, error: ErrorObject): Mistake {
  const path = error.instancePath.split("/").slice(1);
  const steps = path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const node = findNodeAtLocation(root, steps) ?? root;
  const { offset } = node;
  const whole = path.length === 0 ? "the waiver file" : "a waiver";
  const name = path.at(-1) ?? "";
  const shown = JSON.stringify(getNodeValue(node)).slice(0, 80);

  switch (error.keyword) {
    case "required":
    case "oneOf":
    case "not":
      if (path.length > 0 && insideOneOf(error)) {
        return { offset, what: 'a waiver needs either "fingerprint", or both "rule" and "scope"' };
      }
      return { offset, what: `${whole} lacks "${String(error.params.missingProperty)}"` };
    case "additionalProperties": {
      const unknown = String(error.params.additionalProperty);
      const property = findNodeAtLocation(root, [...steps, unknown])?.parent ?? node;
      return { offset: property.offset, what: `"${unknown}" is not a property of ${whole}` };
    }
    default: {
      const wanted = expected[name];
      return wanted === undefined
        ? { offset, what: `${whole} must be an object, not ${shown}` }
        : { offset, what: `"${name}" must be ${wanted}, not ${shown}` };
    }
  }
}

function insideOneOf(error: ErrorObject): boolean {
  return error.schemaPath.includes("/oneOf");
}
