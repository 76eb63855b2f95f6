import { type Span, spanAt } from "../../base/span.ts";
import type { Contract, DeclaredResponse } from "../../contract/contract.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { isCollection } from "../../contract/promise/body-fit.ts";
import type { Annotation } from "../../docs/block.ts";
import { annotationSpan, memberSpan } from "../../docs/markdown/annotation-span.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { responseType } from "./response-type.ts";

/** What a response annotation says of the body's form against the body. */
export const collection = defineRule("annotation/collection", {
  promise:
    "A response annotation that calls the body a collection, or an empty one, is right; it need not say so.",
  weighs: { documented: "warning" },
  judge(context) {
    const { exchange, response, promised } = context;
    const { declared } = exchange;
    const body = response.body?.json?.value;
    const says = declared?.collection !== undefined || declared?.empty !== undefined;
    if (!declared || !says || (response.status ?? 200) >= 300 || typeof body !== "object" || body === null) {
      return "not-applicable";
    }
    const shown = isCollection(body);
    // When the page, too, promises another form than the body has, then the body is wrong: body/shape says so.
    const bodyIsRight = promised.type === undefined || promised.type.collection === shown;
    const outcomes: Outcome[] = [];
    if (
      declared.collection !== undefined &&
      declared.collection !== shown &&
      bodyIsRight &&
      !hasValue(context) &&
      !isOfOtherType(context)
    ) {
      outcomes.push({
        status: "fail",
        message: declared.collection
          ? "the annotation declares a collection, but the body is one resource"
          : `the annotation says "isCollection": false, but the body is a collection`,
        span: spanOf(context, declared),
        ...mendedForm(context, declared, shown),
      });
    }
    const items = itemsOf(body);
    if (declared.empty !== undefined && items !== undefined && declared.empty !== (items.length === 0)) {
      outcomes.push({
        status: "fail",
        message: declared.empty
          ? `the annotation says "isEmpty": true, but the body has ${items.length} ${items.length === 1 ? "item" : "items"}`
          : `the annotation says "isEmpty": false, but the body has no item`,
        span: spanOf(context, declared),
        fix: fixOf(context, declared, "isEmpty", items.length === 0),
      });
    }
    return outcomes;
  },
});

/** An annotation of another type was copied as a whole: annotation/response-type says so. */
function isOfOtherType(context: ExchangeContext): boolean {
  const verdicts = responseType.judge(context);
  return verdicts !== "not-applicable" && verdicts.some(({ status }) => status === "fail");
}

function annotationOf({ page }: ExchangeContext, { location }: DeclaredResponse): Annotation | undefined {
  return page?.annotations.find((annotation) => annotation.location.line === location.line);
}

function spanOf(context: ExchangeContext, declared: DeclaredResponse): Span {
  const annotation = annotationOf(context, declared);
  return annotation ? annotationSpan(annotation) : spanAt(declared.location);
}

/** What to write: the flag as it should be; or, where the type says `Collection(...)`, the type of the one resource. */
function mendedForm(context: ExchangeContext, declared: DeclaredResponse, shown: boolean) {
  const annotation = annotationOf(context, declared);
  const type = annotation?.members["@odata.type"];
  const item = !shown && typeof type === "string" ? /^Collection\((.+)\)$/.exec(type)?.[1] : undefined;
  const span = annotation && memberSpan(annotation, "@odata.type");
  if (item === undefined || !span || Object.hasOwn(annotation.members, "isCollection")) {
    return {
      advice: `write "isCollection": ${shown}`,
      fix: fixOf(context, declared, "isCollection", shown),
    };
  }
  const text = JSON.stringify(item);
  return { advice: `write "@odata.type": ${text}`, fix: { edits: [{ span, text }] } };
}

/** The flag as it should be, where the annotation has it. */
function fixOf(context: ExchangeContext, declared: DeclaredResponse, flag: string, is: boolean) {
  const annotation = annotationOf(context, declared);
  const span = annotation && memberSpan(annotation, flag);
  return span && { edits: [{ span, text: String(is) }] };
}

function itemsOf(body: object): readonly unknown[] | undefined {
  const items: unknown = Array.isArray(body) ? body : "value" in body ? body.value : undefined;
  return Array.isArray(items) ? items : undefined;
}

/** True for a resource that itself has a property "value": its body looks like a collection and is none. */
function hasValue({
  promised,
  contract,
}: {
  promised: ExchangeContext["promised"];
  contract: Contract;
}): boolean {
  const type = typeOfRef(contract, promised.type);
  return type?.properties.some(({ name }) => name === "value") ?? false;
}
