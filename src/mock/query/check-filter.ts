import { isDocumentedUse } from "../../contract/capability/documented-use.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { isNumeric, isOpenPrimitive } from "../../odata/edm-type.ts";
import type { FilterExpression, Literal } from "../../odata/filter-expression.ts";
import { type FilterComparison, filterComparisons, filterUses } from "../../odata/filter-uses.ts";
import { badRequest } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { type Asking, noSuchProperty } from "./asking.ts";
import { propertyPath } from "./property-path.ts";

// Each is evaluated for every item. Graph's directory takes far fewer.
const CONDITIONS = 200;

/** Refuses a filter on a property that the type does not have, or with an operator that its page does not list. */
export function checkFilter(asking: Asking, expression: FilterExpression): ErrorResponse | undefined {
  const { contract, type, operation } = asking;
  if (conditionsOf(expression) > CONDITIONS) {
    return badRequest(`$filter has more than ${CONDITIONS} conditions`);
  }
  const used = filterUses(expression);
  const alias = used.find(({ path: [first] }) => first?.startsWith("@"));
  if (alias) return badRequest(`the parameter alias "${alias.path[0]}" of $filter is not served`);
  const uses = used.map((use) => ({ use, end: propertyPath(contract, type, use.path) }));
  // A name that does not exist outweighs what is asked of it.
  for (const { end } of uses) if (!end.found) return noSuchProperty("$filter", end.name, end.owner);
  for (const { use, end } of uses) {
    if (!end.found || isDocumentedUse(contract, operation, type, use)) continue;
    const property = end.names.join("/");
    return badRequest(
      `operator '${use.operator}' of $filter is not documented for property '${property}' of type '${type?.name}' (position ${use.offset})`,
    );
  }
  for (const comparison of filterComparisons(expression)) {
    const refused = refuseMismatch(asking, comparison);
    if (refused) return refused;
  }
  return undefined;
}

/** Refuses a value that the type of the property cannot have (OData 4.01 URL Conventions, section 5.1.1.1). */
function refuseMismatch(
  { contract, type }: Asking,
  { path, value, offset }: FilterComparison,
): ErrorResponse | undefined {
  const end = propertyPath(contract, type, path);
  const last = end.found && end.properties.length === end.names.length ? end.properties.at(-1) : undefined;
  if (!last || last.type.collection || canHave(last.type, value.type)) return undefined;
  return badRequest(
    `$filter holds '${path.join("/")}' of the type ${last.type.name} against a ${value.type} (position ${offset})`,
  );
}

/** A text may stand for what else is written in quotes somewhere in Graph's documentation: a GUID, a date, a duration. */
function canHave({ kind, name }: TypeRef, value: Literal["type"]): boolean {
  if (value === "null" || kind === "type" || kind === "unknown" || isOpenPrimitive(name)) return true;
  if (name === "Edm.Boolean") return value === "boolean";
  if (value === "boolean") return false;
  return isNumeric(name) ? value === "number" : value !== "number";
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
