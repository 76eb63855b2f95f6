import type { FilterExpression } from "../../../src/odata/filter-expression.ts";

const strengths: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  eq: 3,
  ne: 3,
  lt: 4,
  le: 4,
  gt: 4,
  ge: 4,
  not: 5,
  has: 6,
  in: 6,
};

/** A filter as a client would write it, with no more parentheses than it needs; `spell` writes its keywords. */
export function filterText(
  expression: FilterExpression,
  spell: (keyword: string) => string = (keyword) => keyword,
): string {
  const write = (part: FilterExpression, least: number): string => {
    const text = filterText(part, spell);
    return strengthOf(part) < least ? `(${text})` : text;
  };
  const own = strengthOf(expression);
  switch (expression.kind) {
    case "literal":
      return literalText(expression, spell);
    case "path":
      return expression.segments.join("/");
    case "call":
      return `${spell(expression.name)}(${expression.args.map((arg) => write(arg, 0)).join(",")})`;
    case "not":
      return `${spell("not")} ${write(expression.operand, own)}`;
    case "and":
    case "or":
      return `${write(expression.left, own)} ${spell(expression.kind)} ${write(expression.right, own + 1)}`;
    case "compare":
      return `${write(expression.left, own)} ${spell(expression.operator)} ${write(expression.right, own + 1)}`;
    case "in":
      return `${write(expression.operand, own)} ${spell("in")} (${expression.values.map((value) => write(value, 0)).join(",")})`;
    default: {
      const { kind, path, variable, predicate } = expression;
      const inside = predicate ? `${variable}:${write(predicate, 0)}` : "";
      return `${path.join("/")}/${spell(kind)}(${inside})`;
    }
  }
}

function strengthOf(expression: FilterExpression): number {
  return strengths[expression.kind === "compare" ? expression.operator : expression.kind] ?? 7;
}

function literalText(
  { type, value }: Extract<FilterExpression, { kind: "literal" }>,
  spell: (keyword: string) => string,
): string {
  if (type === "string") return `'${String(value).replaceAll("'", "''")}'`;
  if (type === "number" && typeof value === "number" && !Number.isFinite(value))
    return Number.isNaN(value) ? "NaN" : value > 0 ? "INF" : "-INF";
  return type === "null" || type === "boolean" ? spell(String(value)) : String(value);
}
