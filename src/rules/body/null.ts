import { onceFor } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import type { Violation } from "../../contract/validation/violation.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { judgedViolations, placeOf, promiseOf, propertyOf, rootOf } from "./judged-violations.ts";

/** Nulls where the contract excludes them. */
export const bodyNull = defineRule("body/null", {
  promise: "Nothing is null that the documentation says is never null.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  idle: "nothing is said never to be null",
  needs: "type",
  judge(context) {
    const violations = judgedViolations(context, "null");
    if (violations === "not-applicable") return violations;
    // Where nothing is said, nothing is kept.
    if (violations.length === 0 && !saysNever(context.contract)) return "not-applicable";
    return violations.map((broken) => judge(context, broken));
  },
});

/** True when the contract says of something that it is never null. */
const saysNever = onceFor(({ types }: Contract) =>
  Object.values(types).some(({ properties }) => properties.some(({ nullable }) => nullable === false)),
);

function judge(context: ExchangeContext, violation: Violation): Outcome {
  const { pointer, type, property } = violation;
  const excluded = propertyOf(context, violation)?.nullable === false;
  const message = `${placeOf(violation)} is null; ${promiseOf(context, violation)}${excluded ? ", never null" : ""}`;
  const root = rootOf(context, violation, `null ${type}/${property ?? ""}`);
  return { status: "fail", message, span: context.locate(pointer), pointer, ...root };
}
