import { duplicateKey } from "../../../src/rules/body/duplicate-key.ts";
import { enumMember } from "../../../src/rules/body/enum-member.ts";
import { bodyFormat } from "../../../src/rules/body/format.ts";
import { invalidJson } from "../../../src/rules/body/invalid-json.ts";
import { missingProperty } from "../../../src/rules/body/missing-property.ts";
import { bodyNull } from "../../../src/rules/body/null.ts";
import { bodyRange } from "../../../src/rules/body/range.ts";
import { bodyShape } from "../../../src/rules/body/shape.ts";
import { bodyType } from "../../../src/rules/body/type.ts";
import { unknownProperty } from "../../../src/rules/body/unknown-property.ts";
import { unrequestedMember } from "../../../src/rules/enum/unrequested-member.ts";
import { typeName } from "../../../src/rules/odata/type-name.ts";
import type { ExchangeRule } from "../../../src/rules/rule.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";
import { type BodySketch, bodyContext, outcomesOf } from "./body-context.ts";

/** The rules that judge what a body holds. */
export const bodyRules: readonly ExchangeRule[] = [
  duplicateKey,
  enumMember,
  bodyFormat,
  invalidJson,
  missingProperty,
  bodyNull,
  bodyRange,
  bodyShape,
  bodyType,
  unknownProperty,
  unrequestedMember,
  typeName,
];

const contract = lifecycleContract();

/** A page of the collection that most bodies of these specs are. */
export const runs: BodySketch = { promised: "Collection(run)", declared: { truncated: true } };

/** All that the rules find in a body: `rule pointer line:column`. */
export function findings(text: string, sketch: BodySketch = runs): string[] {
  const context = bodyContext(contract, text, sketch);
  return bodyRules.flatMap((rule) =>
    outcomesOf(rule, context).map(({ status, pointer, span }) =>
      [
        status === "fail" ? rule.id : `${rule.id} ${status}`,
        pointer ?? "-",
        `${span.start.line}:${span.start.column}`,
      ].join(" "),
    ),
  );
}
