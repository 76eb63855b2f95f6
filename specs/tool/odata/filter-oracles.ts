import { parse } from "@balena/odata-parser";
import { defaultParser } from "@odata/parser";
import type { FilterExpression } from "../../../src/odata/filter-expression.ts";
import { unquoted } from "../../../src/odata/filter-literal.ts";

/** The structure of a filter: an operator or function with its operands, or a name or literal as text. */
export type Form = string | readonly [string, ...Form[]];

/** The form of our own tree; chains of one logical operator are flat, for they group either way. */
export function ownForm(expression: FilterExpression): Form {
  switch (expression.kind) {
    case "literal": {
      const { type, value } = expression;
      return type === "string" ? JSON.stringify(value) : String(value);
    }
    case "path":
      return expression.segments.join("/");
    case "call":
      return [expression.name, ...expression.args.map(ownForm)];
    case "not":
      return ["not", ownForm(expression.operand)];
    case "and":
    case "or":
      return flat(expression.kind, [ownForm(expression.left), ownForm(expression.right)]);
    case "compare":
      return [expression.operator, ownForm(expression.left), ownForm(expression.right)];
    case "in":
      return ["in", ownForm(expression.operand), ...expression.values.map(ownForm)];
    default: {
      const { kind, path, variable, predicate } = expression;
      return predicate ? [kind, path.join("/"), variable ?? "", ownForm(predicate)] : [kind, path.join("/")];
    }
  }
}

function flat(operator: string, operands: readonly Form[]): Form {
  return [
    operator,
    ...operands.flatMap((operand) =>
      typeof operand !== "string" && operand[0] === operator ? operand.slice(1) : [operand],
    ),
  ];
}

/** What `@balena/odata-parser` makes of a filter; undefined when it refuses it. */
export function balenaForm(text: string): Form | undefined {
  try {
    const { tree, binds } = parse(`/r?$filter=${text}`);
    return readBalena(tree.options?.$filter, binds);
  } catch {
    return undefined;
  }
}

function readBalena(node: unknown, binds: readonly unknown[]): Form {
  if (node === null) return "null";
  if (Array.isArray(node)) {
    const [operator, ...operands]: unknown[] = node;
    if (operator === "call") return readCall(operands[0], binds);
    const read = operands.map((operand) => readBalena(operand, binds));
    if (operator === "eqany")
      return [
        "in",
        ...read.flatMap((form, at) => (at === 0 || typeof form === "string" ? [form] : form.slice(1))),
      ];
    return operator === "and" || operator === "or" ? flat(operator, read) : [String(operator), ...read];
  }
  if (!isRecord(node)) return String(node);
  if ("bind" in node) return readBind(binds[Number(node.bind)]);
  return readPath(node, binds);
}

function readCall(node: unknown, binds: readonly unknown[]): Form {
  const { method, args } = isRecord(node) ? node : {};
  return [String(method), ...(Array.isArray(args) ? args : []).map((arg) => readBalena(arg, binds))];
}

function readBind(bind: unknown): Form {
  const [kind, value]: unknown[] = Array.isArray(bind) ? bind : [];
  if (kind === "List" && Array.isArray(value)) return ["list", ...value.map(readBind)];
  return kind === "Text" ? JSON.stringify(value) : kind === "Null" ? "null" : String(value);
}

function readPath(node: Readonly<Record<string, unknown>>, binds: readonly unknown[]): Form {
  const names: string[] = [];
  for (let step: unknown = node; isRecord(step); step = step.property) {
    names.push(String(step.name));
    if (step.count === true) names.push("$count");
    if (isRecord(step.lambda)) {
      const { method, identifier, expression } = step.lambda;
      return [String(method), names.join("/"), String(identifier), readBalena(expression, binds)];
    }
    if (Array.isArray(step.method)) return ["any", names.join("/")];
  }
  return names.join("/");
}

/** What `@odata/parser` makes of a filter; undefined when it refuses it. */
export function abnfForm(text: string): Form | undefined {
  try {
    return readAbnf(defaultParser.filter(text));
  } catch {
    return undefined;
  }
}

const comparisons: Readonly<Record<string, string>> = {
  EqualsExpression: "eq",
  NotEqualsExpression: "ne",
  LesserThanExpression: "lt",
  LesserOrEqualsExpression: "le",
  GreaterThanExpression: "gt",
  GreaterOrEqualsExpression: "ge",
  HasExpression: "has",
};

function readAbnf(node: unknown): Form {
  if (!isRecord(node)) throw new Error("no node");
  const { type, value, raw } = node;
  const { left, right, method, parameters } = isRecord(value) ? value : {};
  const operator = comparisons[String(type)];
  if (operator) return [operator, readAbnf(left), readAbnf(right)];
  if (type === "AndExpression") return flat("and", [readAbnf(left), readAbnf(right)]);
  if (type === "OrExpression") return flat("or", [readAbnf(left), readAbnf(right)]);
  if (type === "NotExpression") return ["not", readAbnf(value)];
  if (type === "MethodCallExpression" && Array.isArray(parameters))
    return [String(method), ...parameters.map(readAbnf)];
  if (type === "Literal") return literalForm(String(raw));
  if (type === "FirstMemberExpression") return memberForm(node);
  // Parentheses, and expressions that hold one other.
  return readAbnf(value);
}

function literalForm(raw: string): Form {
  if (raw.startsWith("'")) return JSON.stringify(unquoted(raw));
  return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(raw) ? String(Number(raw)) : raw;
}

/** A path is told by its text; a lambda at its end by the part that says `any` or `all`. */
function memberForm(node: Readonly<Record<string, unknown>>): Form {
  const raw = String(node.raw);
  const lambda = lambdaIn(node.value);
  if (!lambda) return raw;
  const path = raw.slice(0, raw.length - String(lambda.raw).length - 1);
  const kind = lambda.type === "AnyExpression" ? "any" : "all";
  const { variable, predicate } = isRecord(lambda.value) ? lambda.value : {};
  if (!isRecord(variable) || !isRecord(predicate)) return [kind, path];
  return [kind, path, String(variable.raw), readAbnf(predicate.value)];
}

function lambdaIn(node: unknown): Readonly<Record<string, unknown>> | undefined {
  if (Array.isArray(node)) return lambdaIn(node.at(-1));
  if (!isRecord(node)) return undefined;
  if (node.type === "AnyExpression" || node.type === "AllExpression") return node;
  const { value } = node;
  return lambdaIn(isRecord(value) && "next" in value && "current" in value ? value.next : value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
