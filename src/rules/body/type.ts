import { groupBy } from "../../base/group-by.ts";
import { findType } from "../../contract/names/type-name.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import type { Violation } from "../../contract/validation/violation.ts";
import { stepsOf } from "../../http/json-pointer.ts";
import { isWrongRow } from "../resource/wrong-forms.ts";
import { defineRule, type ExchangeContext, type Outcome, type Weights } from "../rule.ts";
import { unknownType } from "../unjudged.ts";
import {
  describeValue,
  isOneForMany,
  judgedViolations,
  placeOf,
  promiseOf,
  readableGaps,
  rootOf,
} from "./judged-violations.ts";

/** Values of another JSON type than the documented one. */
export const bodyType = defineRule("body/type", {
  promise: "Every value of the body has the JSON type of its documented type.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  judge(context) {
    const unknown = unknownType(context);
    if (unknown) return [unknown];
    const violations = judgedViolations(context, "type");
    const rest = [...numbersAsText(context), ...unjudgedValues(context)];
    if (violations === "not-applicable") return rest.length > 0 ? rest : violations;
    const wrong = violations.filter(
      ({ type, property }) => !(context.authored && isWrongRow(context.contract, type, property)),
    );
    return [...wrong.map((broken) => judge(context, broken)), ...rest];
  },
});

function judge(context: ExchangeContext, violation: Violation): Outcome {
  const { pointer, value, type, property } = violation;
  const span = context.locate(pointer);
  const said = `${placeOf(violation)} is ${describeValue(value)}; ${promiseOf(context, violation)}`;
  if (context.authored && isPlaceholder(value) && !isOneForMany(context, violation)) {
    return { status: "not-verified", reason: "placeholder", message: said, span, pointer };
  }
  const id = property === undefined ? `type ${type}` : `type ${type}/${property}`;
  return { status: "fail", message: said, span, pointer, ...rootOf(context, violation, id) };
}

/** A reader that expects a number stumbles; some services send one all the same. One finding for each property. */
function numbersAsText(context: ExchangeContext): Outcome[] {
  const violations = judgedViolations(context, "number-as-text");
  if (violations === "not-applicable") return [];
  const byProperty = groupBy(violations, ({ type, property }) => `${type}/${property}`);
  return [...byProperty.values()].flatMap(([violation]): Outcome[] => {
    if (!violation) return [];
    const { pointer, value, type, property = "" } = violation;
    const asked = "a number, since nobody asked for IEEE754Compatible=true";
    const message = `${placeOf(violation)} is ${describeValue(value)}; ${promiseOf(context, violation)}, ${asked}`;
    const span = context.locate(pointer);
    const fix = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(String(value))
      ? { edits: numbersAt(context, violations, violation) }
      : undefined;
    const root = rootOf(context, violation, `number-as-text ${type}/${property}`);
    return [{ status: "fail", message, span, pointer, fix, ...root, weighs: asText }];
  });
}

const asText: Weights = { documented: "warning", mock: "error", tenant: "info" };

function numbersAt(context: ExchangeContext, all: readonly Violation[], { type, property }: Violation) {
  return all
    .filter((other) => other.type === type && other.property === property)
    .map(({ pointer, value }) => ({ span: context.locate(pointer), text: String(value) }));
}

/** Values of types that nothing declares, one outcome for each type. */
function unjudgedValues(context: ExchangeContext): Outcome[] {
  const gaps = readableGaps(context, "type");
  return [...new Set(gaps.map(({ name }) => name))].flatMap((name): Outcome[] => {
    const pointer = gaps.find((gap) => gap.name === name)?.pointer ?? "";
    const known = findType(context.contract, name) !== undefined;
    const why = known ? `says that "${name}" may stand there` : `declares its type "${name}"`;
    const step = stepsOf(pointer).at(-1) ?? "";
    const place = pointer === "" ? "the body" : /^\d+$/.test(step) ? `the value at ${pointer}` : `"${step}"`;
    const message = `${place} is not judged: no page here ${why}`;
    const span = context.locate(pointer);
    return [{ status: "not-verified", reason: "not-in-folder", message, span, pointer }];
  });
}
