import type { Contract } from "../../contract/contract.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { isCollection } from "../../contract/promise/body-fit.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";

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
      !hasValue(context)
    ) {
      outcomes.push({
        status: "fail",
        message: declared.collection
          ? "the annotation declares a collection, but the body is one resource"
          : `the annotation says "isCollection": false, but the body is a collection`,
        location: declared.location,
        hint: `"isCollection": ${shown}`,
      });
    }
    const items = itemsOf(body);
    if (declared.empty !== undefined && items !== undefined && declared.empty !== (items.length === 0)) {
      outcomes.push({
        status: "fail",
        message: declared.empty
          ? `the annotation says "isEmpty": true, but the body has ${items.length} ${items.length === 1 ? "item" : "items"}`
          : `the annotation says "isEmpty": false, but the body has no item`,
        location: declared.location,
      });
    }
    return outcomes;
  },
});

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
