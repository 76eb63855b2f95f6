import { isObject } from "../../base/is-object.ts";
import type { Property, TypeContract } from "../../contract/contract.ts";
import { shortName } from "../../contract/json-schema/schema.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { misspeltNames } from "../../contract/validation/misspelt-names.ts";
import { heldType, judgingType } from "../../contract/validation/named-type.ts";
import {
  type BodyResource,
  hasPromisedShape,
  resourcesInBody,
} from "../../contract/validation/resources-in-body.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { citedRow, citedType } from "../cited.ts";
import { defineRule, type ExchangeContext, type Failure } from "../rule.ts";
import { unjudgedBody } from "../unjudged.ts";
import { citation, hasJudgedResources } from "./judged-violations.ts";
import { isBroken } from "./readable-body.ts";

const FEW = 3;

/** Documented properties that the resources of the body lack: one finding for each type and property. */
export const missingProperty = defineRule("body/missing-property", {
  promise: "A whole resource holds every documented property.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  judge(context) {
    const { contract, promised, response } = context;
    if (!isWhole(context)) return "not-applicable";
    const unjudged = unjudgedBody(context);
    if (unjudged) return [unjudged];
    if (!hasJudgedResources(context) || !promised.type) return "not-applicable";
    const body = response.body?.json?.value;
    // A body of another form is body/shape, and no whole resource.
    if (!hasPromisedShape(contract, promised.type, body)) return "not-applicable";
    const { resources } = resourcesInBody(contract, promised.type, body);
    const judged = resources.flatMap((resource) => judgedObject(context, resource));
    if (judged.length === 0) return "not-applicable";
    const first = new Map<string, Failure>();
    for (const { type, value, pointer } of judged) {
      // A misspelt property is body/unknown-property; in an open type the other name may mean something else.
      const misspelt = new Set(type.open ? [] : misspeltNames(contract, type, value).values());
      const absent = type.properties.filter(
        (property) =>
          isExpected(property) && !Object.hasOwn(value, property.name) && !misspelt.has(property.name),
      );
      for (const failure of failuresOf(context, type, absent, pointer)) {
        if (failure.cause && !first.has(failure.cause.id)) first.set(failure.cause.id, failure);
      }
    }
    return [...first.values()];
  },
});

/** False when somebody says that the body shows only a part of the resource, or nobody says anything. */
function isWhole(context: ExchangeContext): boolean {
  const { exchange, page, url } = context;
  // An example without annotation does not say whether properties were left out for brevity.
  if (page && !exchange.declared) return false;
  if (exchange.declared?.truncated) return false;
  // What is selected is for query/select-projection to say.
  const selected = url.options.get("$select");
  if (selected !== undefined && !selected.split(",").some((name) => name.trim() === "*")) return false;
  // A delta holds the properties that changed (OData JSON 4.01, section 15).
  if (/^(?:microsoft\.graph\.)?delta\b/i.test(url.segments.at(-1) ?? "")) return false;
  return !isBroken(context);
}

interface JudgedObject {
  readonly type: TypeContract;
  readonly value: Readonly<Record<string, unknown>>;
  readonly pointer: string;
}

function judgedObject(
  { contract, promised, authored }: ExchangeContext,
  resource: BodyResource,
): JudgedObject[] {
  const { value, pointer } = resource;
  if (!isObject(value) || !promised.type || Object.hasOwn(value, "@removed")) return [];
  const name = (authored ? judgingType : heldType)(contract, promised.type.name, value);
  const type = typeNamed(contract, name);
  return type?.complete ? [{ type, value, pointer }] : [];
}

function isExpected({ navigation, onlyOnSelect, onlyInJson, type }: Property): boolean {
  // Where table and JSON representation disagree, that is resource/table-and-json; the content of a stream is not in
  // the body of its resource.
  return !navigation && !onlyOnSelect && !onlyInJson && type.name !== "Edm.Stream";
}

/** Of a few each is a finding of its own; many have one root: nobody said that the example is shortened. */
function failuresOf(
  context: ExchangeContext,
  type: TypeContract,
  absent: readonly Property[],
  pointer: string,
): readonly Failure[] {
  const span = context.locate(pointer);
  if (absent.length <= FEW) {
    return absent.map((property) => ({
      status: "fail",
      message: `"${property.name}" is missing, a documented property of ${shortName(type.name)}${citation(property.location)}`,
      span,
      pointer: stepInto(pointer, property.name),
      promise: citedRow(property),
      cause: { id: `missing-property ${type.name}/${property.name}` },
    }));
  }
  const names = absent.map(({ name }) => `"${name}"`).slice(0, FEW);
  const message = `${names.join(", ")} and ${absent.length - FEW} more documented properties of ${shortName(type.name)} are missing`;
  const advice = 'an example that leaves properties out says so: "truncated": true';
  const cause = { id: `missing-properties ${type.name}` };
  return [{ status: "fail", message, advice, span, pointer, promise: citedType(type), cause }];
}
