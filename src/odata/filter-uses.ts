import type { FilterExpression, Literal } from "./filter-expression.ts";
import { type FilterOperand, filterOperands } from "./filter-operands.ts";

/** An operator or function of a filter on a property. */
export interface FilterUse extends Pick<FilterOperand, "path" | "literals" | "offset"> {
  readonly operator: string;
}

/** Which operators a filter uses on which properties, each pair once, by place. */
export function filterUses(expression: FilterExpression): FilterUse[] {
  const uses = new Map<string, FilterUse>();
  for (const { path, operators, literals, offset } of filterOperands(expression)) {
    for (const operator of operators) {
      const key = `${operator} ${path.join("/").toLowerCase()}`;
      const known = uses.get(key);
      uses.set(
        key,
        known
          ? { ...known, literals: [...known.literals, ...literals] }
          : { path, operator, literals, offset },
      );
    }
  }
  return [...uses.values()].sort((a, b) => a.offset - b.offset);
}

/** A property that a filter holds against a value. */
export interface FilterComparison extends Pick<FilterOperand, "path" | "offset"> {
  /** `true` for a property that stands alone as a condition. */
  readonly value: Literal;
}

/** The comparisons of a filter that have a property itself, no function of it, on one side and a value on the other. */
export function filterComparisons(expression: FilterExpression): FilterComparison[] {
  return filterOperands(expression).flatMap(({ path, compared, offset }) =>
    compared.map((value) => ({ path, value, offset })),
  );
}
