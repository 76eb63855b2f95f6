import { compareOperands, type Truth } from "./compare-operands.ts";
import { mayMeanAnother, membersOf } from "./compare-values.ts";
import { callFunction, castTo } from "./filter-call.ts";
import type { FilterExpression, FilterValue } from "./filter-expression.ts";
import { unquoted } from "./filter-literal.ts";
import { type FilterOptions, type FilterScope, reach, scopeOf } from "./filter-scope.ts";

/**
 * Whether a resource satisfies a filter. Undefined when that is not certain: a property is absent, two values do not
 * compare, or the work would have no end. A filter that comes out as null is not satisfied.
 */
export function evaluateFilter(
  expression: FilterExpression,
  resource: unknown,
  options: FilterOptions = {},
): boolean | undefined {
  const truth = truthOf(expression, scopeOf(resource, options));
  return truth === null ? false : truth;
}

function truthOf(expression: FilterExpression, scope: FilterScope): Truth {
  if (--scope.budget.left < 0) return undefined;
  switch (expression.kind) {
    case "and":
      return both(truthOf(expression.left, scope), () => truthOf(expression.right, scope));
    case "or":
      return negate(
        both(negate(truthOf(expression.left, scope)), () => negate(truthOf(expression.right, scope))),
      );
    case "not": {
      const truth = truthOf(expression.operand, scope);
      return truth === null && scope.certain ? undefined : negate(truth);
    }
    case "compare":
      if (expression.operator === "has") return has(expression.left, expression.right, scope);
      return compareOperands(
        expression.operator,
        operandOf(expression.left, scope),
        operandOf(expression.right, scope),
        scope.certain,
      );
    case "in":
      return isIn(expression.operand, expression.values, scope);
    case "any":
    case "all":
      return overItems(expression, scope);
    default: {
      const { value } = operandOf(expression, scope);
      return typeof value === "boolean" || value === null ? value : undefined;
    }
  }
}

/** Kleene's conjunction; what is not certain outweighs null, and false both (section 5.1.1.1.7). */
function both(left: Truth, rest: () => Truth): Truth {
  if (left === false) return false;
  const right = rest();
  if (right === false) return false;
  if (left === undefined || right === undefined) return undefined;
  return left === null || right === null ? null : true;
}

function negate(truth: Truth): Truth {
  return typeof truth === "boolean" ? !truth : truth;
}

function operandOf(expression: FilterExpression, scope: FilterScope): FilterValue {
  switch (expression.kind) {
    case "literal":
      return { value: expression.value, type: expression.type };
    case "path":
      return {
        value: reach(expression.segments, scope),
        ...(scope.isEnum(expression.segments) ? { type: "enum" as const } : {}),
      };
    case "call": {
      scope.budget.left--;
      const { name, args } = expression;
      if (name === "isof") return { value: isOfType(args, scope) };
      const values = args.map((arg) => operandOf(arg, scope));
      // The last argument of a cast is no value but a type.
      return name === "cast"
        ? castTo(typeNameOf(args.at(-1)), args.length === 2 ? values[0] : undefined)
        : callFunction(name, values, scope);
    }
    default:
      return { value: truthOf(expression, scope) };
  }
}

function typeNameOf(type: FilterExpression | undefined): string | undefined {
  if (type?.kind === "path") return type.segments.join("/");
  return type?.kind === "literal" && typeof type.value === "string" ? type.value : undefined;
}

function isOfType(args: readonly FilterExpression[], scope: FilterScope): Truth {
  const name = typeNameOf(args.at(-1));
  const [subject] = args.length === 2 ? args : [];
  const value = subject ? operandOf(subject, scope).value : scope.resource;
  if (value === null) return false;
  return name === undefined || value === undefined ? undefined : scope.isOf(value, name);
}

function isIn(operand: FilterExpression, values: readonly FilterExpression[], scope: FilterScope): Truth {
  const left = operandOf(operand, scope);
  let found: Truth = false;
  for (const value of values) {
    const truth = compareOperands("eq", left, operandOf(value, scope), scope.certain);
    if (truth === true) return true;
    if (truth === undefined) found = undefined;
  }
  return found;
}

/** Every member of the right side is one of the left (section 5.1.1.1.10). */
function has(left: FilterExpression, right: FilterExpression, scope: FilterScope): Truth {
  const [of, wanted] = [operandOf(left, scope).value, operandOf(right, scope).value];
  if (of === null || wanted === null) return null;
  if (typeof of !== "string" || typeof wanted !== "string") return undefined;
  const members = membersOf(of);
  const missing = membersOf(unquoted(wanted)).filter((member) => !members.includes(member));
  if (missing.length === 0) return true;
  const plain = members.map((member) => member.toLowerCase());
  const absent = missing.some((member) => !plain.includes(member.toLowerCase()));
  if (!scope.certain) return !absent;
  return absent && !mayMeanAnother(of) && !missing.some((member) => /^-?\d+$/.test(member))
    ? false
    : undefined;
}

function overItems(
  { kind, path, variable, predicate }: Extract<FilterExpression, { kind: "any" | "all" }>,
  scope: FilterScope,
): Truth {
  const items = reach(path, scope);
  if (items === null) return kind === "any" ? false : scope.certain ? undefined : true;
  if (!Array.isArray(items)) return undefined;
  if (!predicate || variable === undefined) return items.length > 0;
  // All hold when there is none that does not.
  const flip = kind === "all" ? negate : (truth: Truth) => truth;
  let found: Truth = false;
  for (const item of items) {
    const variables = new Map(scope.variables).set(variable, item);
    const truth = flip(truthOf(predicate, { ...scope, variables }));
    if (truth === true) return flip(true);
    // An item of which it is null does not satisfy the predicate.
    if (truth === undefined || (truth === null && scope.certain)) found = undefined;
    if (truth === null && kind === "all" && !scope.certain) return false;
  }
  return flip(found);
}
