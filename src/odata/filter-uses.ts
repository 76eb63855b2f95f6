import type { FilterExpression, Literal } from "./filter-expression.ts";
import { filterFunctions } from "./filter-functions.ts";

/** An operator or function of a filter on a property. */
export interface FilterUse {
  /** The names from the resource on, a lambda's variable replaced by the collection that it runs over. */
  readonly path: readonly string[];
  /** As the documentation writes them: `eq`, `in`, `not`, `any`, `startsWith`. */
  readonly operator: string;
  /** What the operator holds the property against, where the filter writes it. */
  readonly literals: readonly Literal[];
  /** Where the path stands in the filter. */
  readonly offset: number;
}

const spellings: ReadonlyMap<string, string> = new Map([
  ["startswith", "startsWith"],
  ["endswith", "endsWith"],
]);

/** What a path stands in. */
interface Context {
  readonly operators: readonly string[];
  readonly literals: readonly Literal[];
  readonly variables: Variables;
}

/** The collections that the variables of the lambdas around run over. */
export type Variables = ReadonlyMap<string, readonly string[]>;

/**
 * Which operators a filter uses on which properties, each pair once, by place. `not` is used on whatever stands behind
 * it, and a property alone is one that `eq` compares with true. The names of types are no properties.
 */
export function filterUses(expression: FilterExpression): FilterUse[] {
  const uses = new Map<string, FilterUse>();
  collect(expression, { operators: [], literals: [], variables: new Map() }, uses);
  return [...uses.values()].sort((a, b) => a.offset - b.offset);
}

function collect(expression: FilterExpression, context: Context, uses: Map<string, FilterUse>): void {
  const inside = (operators: readonly string[], beside: readonly FilterExpression[] = []): Context => ({
    ...context,
    operators,
    literals: beside.filter((other) => other.kind === "literal"),
  });
  // What compares a condition with a value says nothing of the properties in it.
  const outer = context.operators.filter((operator) => operator === "not");
  switch (expression.kind) {
    case "literal":
      break;
    case "path": {
      const path = pathOf(expression.segments, context.variables);
      const operators = context.operators.length === outer.length ? [...outer, "eq"] : context.operators;
      for (const operator of path.length === 0 ? [] : operators)
        add(uses, { path, operator, literals: context.literals, offset: expression.offset });
      break;
    }
    case "call": {
      const { name, args } = expression;
      const values = name === "cast" || name === "isof" ? args.slice(0, -1) : args;
      const isCondition = name !== "cast" && filterFunctions.get(name)?.condition === true;
      const before = isCondition ? outer : context.operators;
      const operators = [...before, spellings.get(name) ?? name];
      for (const value of values) collect(value, inside(operators, values), uses);
      break;
    }
    case "not":
      collect(expression.operand, inside(["not"]), uses);
      break;
    case "and":
    case "or":
      collect(expression.left, inside(outer), uses);
      collect(expression.right, inside(outer), uses);
      break;
    case "compare": {
      const { left, right, operator } = expression;
      collect(left, inside([...outer, operator], [right]), uses);
      collect(right, inside([...outer, operator], [left]), uses);
      break;
    }
    case "in": {
      const { operand, values } = expression;
      collect(operand, inside([...outer, "in"], values), uses);
      for (const value of values) collect(value, inside([...outer, "in"], [operand]), uses);
      break;
    }
    case "any":
    case "all": {
      const { kind, predicate, variable, offset } = expression;
      const path = pathOf(expression.path, context.variables);
      for (const operator of [...outer, kind]) add(uses, { path, operator, literals: [], offset });
      if (!predicate || variable === undefined) break;
      const variables = new Map(context.variables).set(variable, path);
      collect(predicate, { operators: outer, literals: [], variables }, uses);
    }
  }
}

/** The names of a path from the resource on. */
export function pathOf([first = "", ...others]: readonly string[], variables: Variables): readonly string[] {
  if (first === "$it") return others;
  const collection = variables.get(first);
  return collection ? [...collection, ...others] : [first, ...others];
}

function add(uses: Map<string, FilterUse>, use: FilterUse): void {
  const key = `${use.operator} ${use.path.join("/").toLowerCase()}`;
  const known = uses.get(key);
  uses.set(key, known ? { ...known, literals: [...known.literals, ...use.literals] } : use);
}
