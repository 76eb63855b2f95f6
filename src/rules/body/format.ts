import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import type { Violation } from "../../contract/validation/violation.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { describeValue, judgedViolations, placeOf, promiseOf, rootOf } from "./judged-violations.ts";

const forms: Readonly<Record<string, string>> = {
  "Edm.Binary": "write it as base64, its length a multiple of four",
  "Edm.Date": "write it like 2024-02-29",
  "Edm.DateTimeOffset": "write it like 2024-02-29T12:30:00Z",
  "Edm.Duration": "write it like P1DT2H30M",
  "Edm.Guid": "write it like 00000000-0000-0000-0000-000000000000",
  "Edm.TimeOfDay": "write it like 12:30:00",
};

/** Strings that are not what OData writes for their primitive type. */
export const bodyFormat = defineRule("body/format", {
  promise: "Dates, times, durations, GUIDs and binary values are written as OData writes them.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  needs: "type",
  judge(context) {
    const violations = judgedViolations(context, "format");
    return violations === "not-applicable" ? violations : violations.map((broken) => judge(context, broken));
  },
});

function judge(context: ExchangeContext, violation: Violation): Outcome {
  const { pointer, value, expected, type, property } = violation;
  const span = context.locate(pointer);
  const message = `${placeOf(violation)} is ${describeValue(value)}, which is no ${expected}; ${promiseOf(context, violation)}`;
  if (context.authored && isPlaceholder(value)) {
    return { status: "not-verified", reason: "placeholder", message, span, pointer };
  }
  const root = rootOf(context, violation, `format ${type}/${property ?? ""}`);
  return { status: "fail", message, span, pointer, advice: forms[String(expected)], ...root };
}
