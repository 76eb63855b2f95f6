import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import type { Violation } from "../../contract/validation/violation.ts";
import { edmType } from "../../odata/edm-type.ts";
import { defineRule, type ExchangeContext, type Outcome, type Weights } from "../rule.ts";
import {
  citation,
  describeValue,
  judgedViolations,
  placeOf,
  propertyOf,
  rootOf,
} from "./judged-violations.ts";

/** Hardly a writer mends it, and a reader takes no harm. */
const shown: Weights = { documented: "info" };
const ofDocumentedLimit: Weights = { mock: "warning", tenant: "warning" };

/** Numbers and strings beyond the limits of their type or of the documentation. */
export const bodyRange = defineRule("body/range", {
  promise: "Numbers and lengths stay within the integer type and the documented limits.",
  weighs: { ...shown, mock: "error", tenant: "error" },
  needs: "type",
  judge(context) {
    const violations = judgedViolations(context, "range");
    return violations === "not-applicable" ? violations : violations.map((broken) => judge(context, broken));
  },
});

function judge(context: ExchangeContext, violation: Violation): Outcome {
  const { pointer, value, expected, type, property } = violation;
  const span = context.locate(pointer);
  const declared = propertyOf(context, violation);
  const where = declared ? citation(declared.location) : "";
  const size = typeof value === "string" ? ` of ${[...value].length} characters` : "";
  const message = `${placeOf(violation)} is ${describeValue(value)}${size}; the contract says ${expected}${where}`;
  if (context.authored && isPlaceholder(value)) {
    return { status: "not-verified", reason: "placeholder", message, span, pointer };
  }
  const root = rootOf(context, violation, `range ${type}/${property ?? ""}`);
  // What the prose calls valid is often only what may be set; a service returns 0 where nothing was.
  const milder = fitsType(value, declared?.type.name) ? { weighs: { ...shown, ...ofDocumentedLimit } } : {};
  return { status: "fail", message, span, pointer, ...root, ...milder };
}

/** True when the value breaks only a limit of the documentation, and none of its primitive type. */
function fitsType(value: unknown, type: string | undefined): boolean {
  if (type === undefined) return false;
  const { minimum = -Infinity, maximum = Infinity } = edmType(type)?.range ?? {};
  return typeof value !== "number" || (value >= minimum && value <= maximum);
}
