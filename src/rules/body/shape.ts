import { isObject } from "../../base/is-object.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { hasPromisedShape, isWrapped } from "../../contract/validation/resources-in-body.ts";
import { pageName } from "../../docs/page-name.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { unknownType } from "../unjudged.ts";
import { describeValue } from "./judged-violations.ts";
import { listingFlaws } from "./listing-flaws.ts";
import { isBroken } from "./readable-body.ts";

/** A collection where one resource is promised, or the reverse. */
export const bodyShape = defineRule("body/shape", {
  promise: "The body is a collection where one is promised, and a single resource elsewhere.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  judge(context) {
    if (context.exchange.probe === "listing") return listingFlaws(context);
    const { contract, promised, response } = context;
    const body = response.body?.json;
    const type = promised.type;
    const unknown = type ? undefined : unknownType(context);
    if (unknown) return [unknown];
    if (!type || !body || body.value === undefined || !isPromisedByOthers(context, type))
      return "not-applicable";
    // From where the text is no JSON on, the reader guesses what belongs together.
    if (isBroken(context)) return "not-applicable";
    if (hasPromisedShape(contract, type, body.value)) return wrapper(context, type);
    const said = type.collection ? `a collection of ${shortName(type.name)}` : `one ${shortName(type.name)}`;
    const message = `the body is ${describeBody(body.value)}; the page promises ${said}`;
    const advice = type.collection ? 'put the resources into {"value": [...]}' : 'leave out {"value": [...]}';
    return [
      {
        status: "fail",
        message,
        advice,
        span: context.locate(""),
        pointer: "",
        cause: { id: `shape ${type.name}` },
      },
    ];
  },
});

/** OData wraps a primitive value alone. Whole families of pages come from one generator: there it is one cause. */
function wrapper({ contract, response, exchange, locate }: ExchangeContext, type: TypeRef): Outcome[] {
  if (!isWrapped(contract, type, response.body?.json?.value)) return [];
  const pointer = "/value";
  const family = pageName(exchange.file).split("-")[0] ?? "";
  return [
    {
      status: "fail",
      message: `one ${shortName(type.name)} is wrapped in "value"; one resource is the body itself`,
      advice: 'leave out {"value": {...}}',
      span: locate(pointer),
      pointer,
      cause: { id: `wrapped ${family}` },
      weighs: { documented: "warning", mock: "error", tenant: "warning" },
    },
  ];
}

/** What the annotation alone says of collections is for annotation/collection to compare with the body. */
function isPromisedByOthers({ promised }: ExchangeContext, type: TypeRef): boolean {
  return promised.witnesses.some(
    ({ who, type: named }) => who !== "annotation" && who !== "body" && named.collection === type.collection,
  );
}

function describeBody(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (!isObject(value)) return describeValue(value);
  return Array.isArray(value.value) ? "a collection" : "a single resource";
}
