import type { ErrorObject } from "ajv";
import { stepsOf } from "../../http/json-pointer.ts";
import { isNumeric } from "../../odata/edm-type.ts";
import type { Violation } from "./violation.ts";

/** The type whose schema judges, and where the object that it judges stands. */
export interface Frame {
  readonly type: string;
  readonly pointer: string;
}

// One reason for each place: what has the wrong type has no right format either.
const precedence = ["null", "type", "enum", "format", "range"];

/** Says ajv's errors in the words of the contract, one for each place. */
export function violationsOfErrors(errors: readonly ErrorObject[], frame: Frame): Violation[] {
  const byPlace = new Map<string, Violation>();
  for (const error of errors) {
    const violation = violationOf(error, frame);
    if (!violation) continue;
    const other = byPlace.get(violation.pointer);
    if (!other || precedence.indexOf(violation.keyword) < precedence.indexOf(other.keyword)) {
      byPlace.set(violation.pointer, violation);
    }
  }
  return [...byPlace.values()];
}

/** A violation in a frame; the property is the step below the frame's object. */
export function violationAt(
  frame: Frame,
  pointer: string,
  rest: Pick<Violation, "keyword" | "value" | "expected">,
): Violation {
  const property = stepsOf(pointer.slice(frame.pointer.length))[0];
  return { ...rest, pointer, type: frame.type, ...(property === undefined ? {} : { property }) };
}

function violationOf(error: ErrorObject, frame: Frame): Violation | undefined {
  const reason = reasonOf(error);
  return reason && violationAt(frame, error.instancePath, { ...reason, value: error.data });
}

function reasonOf(error: ErrorObject): Pick<Violation, "keyword" | "expected"> | undefined {
  const schema = error.parentSchema ?? {};
  const edm: unknown = schema["x-edm-type"];
  switch (error.keyword) {
    case "type":
      return { keyword: error.data === null ? "null" : "type", expected: edm ?? schema.type };
    case "not":
    case "$ref":
      return { keyword: "null", expected: edm ?? schema.$ref };
    case "enum":
      return { keyword: "enum", expected: members(error.schema) };
    case "pattern":
      if (schema["x-members"] !== undefined)
        return { keyword: "enum", expected: members(schema["x-members"]) };
      // A number that is also allowed as a string of digits: any other string is of the wrong type.
      return { keyword: isNumeric(String(edm)) ? "type" : "format", expected: edm };
    case "format":
      if (isNumeric(String(edm))) return { keyword: "range", expected: `a number of ${edm}` };
      return { keyword: "format", expected: edm };
    case "minimum":
      return { keyword: "range", expected: `at least ${error.schema}` };
    case "maximum":
      return { keyword: "range", expected: `at most ${error.schema}` };
    case "maxLength":
      return { keyword: "range", expected: `at most ${error.schema} characters` };
    default:
      return undefined;
  }
}

function members(schema: unknown): readonly string[] {
  return Array.isArray(schema) ? schema.filter((member) => typeof member === "string") : [];
}
