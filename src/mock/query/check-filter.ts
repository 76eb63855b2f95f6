import { isDocumentedUse } from "../../contract/capability/documented-use.ts";
import type { FilterExpression } from "../../odata/filter-expression.ts";
import { filterUses } from "../../odata/filter-uses.ts";
import { badRequest } from "../bad-request.ts";
import type { Refusal } from "../refusal.ts";
import type { Asking } from "./asking.ts";
import { noSuchProperty } from "./bad-option.ts";
import { propertyPath } from "./property-path.ts";

// Each is evaluated for every item. Graph's directory takes far fewer.
const CONDITIONS = 200;

/** Refuses a filter on a property that the type does not have, or with an operator that its page does not list. */
export function checkFilter(asking: Asking, expression: FilterExpression): Refusal | undefined {
  const { contract, type, operation } = asking;
  if (conditionsOf(expression) > CONDITIONS) {
    return badRequest(`$filter has more than ${CONDITIONS} conditions`);
  }
  const uses = filterUses(expression).map((use) => ({ use, end: propertyPath(contract, type, use.path) }));
  // A name that does not exist outweighs what is asked of it.
  for (const { end } of uses) if (!end.found) return noSuchProperty("$filter", end.name, end.owner);
  for (const { use, end } of uses) {
    if (!end.found || isDocumentedUse(contract, operation, type, use)) continue;
    const property = end.names.join("/");
    return badRequest(
      `operator '${use.operator}' of $filter is not documented for property '${property}' of type '${type?.name}' (position ${use.offset})`,
    );
  }
  return undefined;
}

function conditionsOf(expression: FilterExpression): number {
  switch (expression.kind) {
    case "and":
    case "or":
      return conditionsOf(expression.left) + conditionsOf(expression.right);
    case "not":
      return conditionsOf(expression.operand);
    case "in":
      return expression.values.length;
    case "any":
    case "all":
      return 1 + (expression.predicate ? conditionsOf(expression.predicate) : 0);
    default:
      return 1;
  }
}
