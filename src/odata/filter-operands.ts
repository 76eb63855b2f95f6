import type { FilterExpression, Literal } from "./filter-expression.ts";
import { filterFunctions } from "./filter-functions.ts";

/** A property in a filter, and what the filter does with it. */
export interface FilterOperand {
  /** The names from the resource on, a lambda's variable replaced by the collection that it runs over. */
  readonly path: readonly string[];
  /** As the documentation writes them: `eq`, `in`, `not`, `any`, `startsWith`. */
  readonly operators: readonly string[];
  /** The values beside it, where the filter writes them. */
  readonly literals: readonly Literal[];
  /** The values that it is itself held against, no function of it; `true` where it stands alone as a condition. */
  readonly compared: readonly Literal[];
  /** Where the path stands in the filter. */
  readonly offset: number;
}

const spellings: ReadonlyMap<string, string> = new Map([
  ["startswith", "startsWith"],
  ["endswith", "endsWith"],
]);

/** What a part of a filter stands in. */
interface Surroundings {
  readonly operators: readonly string[];
  readonly literals: readonly Literal[];
  /** Whether a function or `has` stands between the part and the values. */
  readonly isInCall: boolean;
  readonly variables: Variables;
}

/** The collections that the variables of the lambdas around run over. */
type Variables = ReadonlyMap<string, readonly string[]>;

/**
 * Every property of a filter wherever it stands. `not` is used on whatever stands behind it, and a property alone is
 * one that `eq` compares with true. The names of types are no properties.
 */
export function filterOperands(expression: FilterExpression): FilterOperand[] {
  return [...operandsIn(expression, { operators: [], literals: [], isInCall: false, variables: new Map() })];
}

function* operandsIn(expression: FilterExpression, around: Surroundings): Generator<FilterOperand> {
  const inside = (operators: readonly string[], beside: readonly FilterExpression[] = []): Surroundings => ({
    ...around,
    operators,
    literals: beside.filter((other) => other.kind === "literal"),
    isInCall: false,
  });
  // What compares a condition with a value says nothing of the properties in it.
  const outer = around.operators.filter((operator) => operator === "not");
  switch (expression.kind) {
    case "literal":
      return;
    case "path": {
      const { segments, offset } = expression;
      const { literals, isInCall } = around;
      const path = pathOf(segments, around.variables);
      const isAlone = around.operators.length === outer.length;
      const yes: Literal = { kind: "literal", type: "boolean", value: true, offset };
      const compared = isInCall ? [] : isAlone ? [yes] : literals;
      const operators = isAlone ? [...outer, "eq"] : around.operators;
      if (path.length > 0) yield { path, operators, literals, compared, offset };
      return;
    }
    case "call": {
      const { name, args } = expression;
      const values = name === "cast" || name === "isof" ? args.slice(0, -1) : args;
      const isCondition = name !== "cast" && filterFunctions.get(name)?.condition === true;
      const before = isCondition ? outer : around.operators;
      const within = inside([...before, spellings.get(name) ?? name], values);
      for (const value of values) yield* operandsIn(value, { ...within, isInCall: true });
      return;
    }
    case "not":
      yield* operandsIn(expression.operand, inside(["not"]));
      return;
    case "and":
    case "or":
      yield* operandsIn(expression.left, inside(outer));
      yield* operandsIn(expression.right, inside(outer));
      return;
    case "compare": {
      const { left, right, operator } = expression;
      const isInCall = operator === "has";
      yield* operandsIn(left, { ...inside([...outer, operator], [right]), isInCall });
      yield* operandsIn(right, { ...inside([...outer, operator], [left]), isInCall });
      return;
    }
    case "in": {
      const { operand, values } = expression;
      yield* operandsIn(operand, inside([...outer, "in"], values));
      for (const value of values) yield* operandsIn(value, inside([...outer, "in"], [operand]));
      return;
    }
    case "any":
    case "all": {
      const { kind, predicate, variable, offset } = expression;
      const path = pathOf(expression.path, around.variables);
      yield { path, operators: [...outer, kind], literals: [], compared: [], offset };
      if (!predicate || variable === undefined) return;
      const variables = new Map(around.variables).set(variable, path);
      yield* operandsIn(predicate, { operators: outer, literals: [], isInCall: false, variables });
    }
  }
}

/** The names of a path from the resource on. */
function pathOf([first = "", ...others]: readonly string[], variables: Variables): readonly string[] {
  if (first === "$it") return others;
  const collection = variables.get(first);
  return collection ? [...collection, ...others] : [first, ...others];
}
