import { compareValues, type Order } from "./compare-values.ts";
import type { FilterValue } from "./filter-expression.ts";

/** Null is the answer of an operator that met a null (OData 4.01 URL Conventions, section 5.1.1.1). */
export type Truth = boolean | null | undefined;

/**
 * The answer of a comparison. Null equals null and nothing else, and comes neither before nor behind a value.
 */
export function compareOperands(
  operator: "eq" | "ne" | "lt" | "le" | "gt" | "ge",
  left: FilterValue,
  right: FilterValue,
  certain: boolean,
): Truth {
  if (left.value === undefined || right.value === undefined) return undefined;
  if (left.value === null || right.value === null) {
    const isAsked = [left, right].some(({ type }) => type === "null");
    return compareNull(operator, { same: left.value === right.value, isAsked, certain });
  }
  const order = compareValues(left, right, certain);
  if (order === undefined) return undefined;
  if (operator === "eq") return order === "equal";
  if (operator === "ne") return order !== "equal";
  // NaN is beside every number; of other values, which come first is not known.
  if (order === "different") return Number.isNaN(left.value) || Number.isNaN(right.value) ? false : undefined;
  return answers[operator].includes(order);
}

const answers: Readonly<Record<"lt" | "le" | "gt" | "ge", readonly Order[]>> = {
  lt: ["less"],
  le: ["less", "equal"],
  gt: ["greater"],
  ge: ["greater", "equal"],
};

/**
 * Versions of OData differ on whether null is at most null; and many a store says of nothing neither that it is a value
 * nor that it is another one, where OData says that it is another one. Who asks for null itself gets an answer.
 */
function compareNull(
  operator: string,
  {
    same,
    isAsked,
    certain,
  }: { readonly same: boolean; readonly isAsked: boolean; readonly certain: boolean },
): Truth {
  if (operator === "eq") return same;
  if (operator === "ne") return certain && !same && !isAsked ? undefined : !same;
  return same && certain && (operator === "le" || operator === "ge") ? undefined : false;
}
