import { contractFact } from "../../contract/contract-fact.ts";
import { describeTypeRef } from "../../contract/json-schema/describe-property.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { onceForParts } from "../../contract/once-for-parts.ts";
import type { Violation } from "../../contract/validation/violation.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { citedRow } from "../cited.ts";
import { typedObjects } from "../odata/typed-objects.ts";
import { defineRule, type ExchangeContext, type Failure, type Outcome } from "../rule.ts";
import { typeOfObject } from "../type-of-object.ts";
import { citation, judgedViolations, placeOf, promiseOf, propertyOf, rootOf } from "./judged-violations.ts";
import { isReadable } from "./readable-body.ts";

/** Nulls where the contract excludes them. */
export const bodyNull = defineRule("body/null", {
  promise: "Nothing is null that the documentation says is never null, and no collection is.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  idle: "nothing is said never to be null",
  needs: "type",
  judge(context) {
    const violations = judgedViolations(context, "null");
    const lists = nullLists(context);
    if (violations === "not-applicable") return lists.length > 0 ? lists : violations;
    // Where nothing is said, nothing is kept.
    if (violations.length + lists.length === 0 && !saysNever(context.contract)) return "not-applicable";
    const told = new Set(violations.map(({ pointer }) => pointer));
    const others = lists.filter(({ pointer = "" }) => !told.has(pointer));
    return [...violations.map((broken) => judge(context, broken)), ...others];
  },
});

/** True when the contract says of something that it is never null. */
const saysNever = contractFact(
  "says never null",
  onceForParts(["types"], ({ types }) =>
    Object.values(types).some(({ properties }) => properties.some(({ nullable }) => nullable === false)),
  ),
);

function judge(context: ExchangeContext, violation: Violation): Outcome {
  const { pointer, type, property } = violation;
  const excluded = propertyOf(context, violation)?.nullable === false;
  const message = `${placeOf(violation)} is null; ${promiseOf(context, violation)}${excluded ? ", never null" : ""}`;
  const root = rootOf(context, violation, `null ${type}/${property ?? ""}`);
  return { status: "fail", message, span: context.locate(pointer), pointer, ...root };
}

/** A collection without an item is empty, not null: one failure for each property. */
function nullLists(context: ExchangeContext): Failure[] {
  const found = new Map<string, Failure>();
  for (const { value, pointer: at, declared } of typedObjects(context)) {
    if (declared === undefined) continue;
    const type = typeOfObject(context, declared, value);
    for (const property of type?.properties ?? []) {
      const { name, nullable, navigation } = property;
      // What a page says is sometimes null is its own affair.
      if (value[name] !== null || !property.type.collection || nullable === true || navigation) continue;
      const id = `null-collection ${type?.name}/${name}`;
      if (found.has(id)) continue;
      const pointer = stepInto(at, name);
      const span = context.locate(pointer);
      if (!isReadable(context, span)) continue;
      const message = `"${name}" is null; ${shortName(type?.name ?? "")} says ${describeTypeRef(property.type)}${citation(property.location)}, and a collection without items is empty`;
      found.set(id, {
        status: "fail",
        message,
        span,
        pointer,
        promise: citedRow(property),
        cause: { id },
        weighs,
      });
    }
  }
  return [...found.values()];
}

const weighs = { documented: "warning", mock: "error", tenant: "warning" } as const;
