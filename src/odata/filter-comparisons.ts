import type { FilterExpression, Literal } from "./filter-expression.ts";
import { pathOf, type Variables } from "./filter-uses.ts";

/** A property that a filter holds against a value. */
export interface FilterComparison {
  /** The names from the resource on, a lambda's variable replaced by the collection that it runs over. */
  readonly path: readonly string[];
  /** `true` for a property that stands alone as a condition. */
  readonly value: Literal;
  readonly offset: number;
}

/** The comparisons of a filter that have a property itself, no function of it, on one side and a value on the other. */
export function filterComparisons(expression: FilterExpression): FilterComparison[] {
  return inCondition(expression, new Map());
}

function inCondition(expression: FilterExpression, variables: Variables): FilterComparison[] {
  const compare = (one: FilterExpression, other: FilterExpression): FilterComparison[] =>
    one.kind === "path" && other.kind === "literal"
      ? [{ path: pathOf(one.segments, variables), value: other, offset: one.offset }]
      : [];
  switch (expression.kind) {
    case "path":
      return compare(expression, {
        kind: "literal",
        type: "boolean",
        value: true,
        offset: expression.offset,
      });
    case "not":
      return inCondition(expression.operand, variables);
    case "and":
    case "or":
      return [expression.left, expression.right].flatMap((side) => inCondition(side, variables));
    case "compare": {
      const { left, right, operator } = expression;
      return operator === "has" ? [] : [...compare(left, right), ...compare(right, left)];
    }
    case "in":
      return expression.values.flatMap((value) => compare(expression.operand, value));
    case "any":
    case "all": {
      const { predicate, variable, path } = expression;
      if (!predicate || variable === undefined) return [];
      return inCondition(predicate, new Map(variables).set(variable, pathOf(path, variables)));
    }
    default:
      return [];
  }
}
