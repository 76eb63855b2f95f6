import type { FilterExpression } from "./filter-expression.ts";
import { filterFunctions } from "./filter-functions.ts";
import { literalOf } from "./filter-literal.ts";
import { type FilterProblem, type FilterToken, readFilterTokens } from "./filter-tokens.ts";

export type ParsedFilter = { readonly expression: FilterExpression } | { readonly problem: FilterProblem };

// Bounds that no honest filter comes near; they keep the tree shallow enough for those who walk it.
const LENGTH = 65_536;
const NESTING = 100;
const OPERATORS = 1000;
const LAMBDAS = 3;

type Operator = "or" | "and" | "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "has" | "in";

/** What binds tighter stands higher (OData 4.01 URL Conventions, section 5.1.1.17). `not` stands between 4 and 6. */
const strengths: ReadonlyMap<string, number> = new Map<Operator, number>([
  ["or", 1],
  ["and", 2],
  ["eq", 3],
  ["ne", 3],
  ["lt", 4],
  ["le", 4],
  ["gt", 4],
  ["ge", 4],
  ["has", 6],
  ["in", 6],
]);
const NOT = 5;

/**
 * Parses a decoded `$filter` as Graph takes it: operators and functions in any letter case, date-times without
 * quotes, `in`, `any` and `all`, casts, `$count`. Linear in the text; what is no filter, or is longer, deeper or
 * wider than any honest one, is a problem at its offset. Never throws.
 */
export function parseFilter(text: string): ParsedFilter {
  if (text.length > LENGTH)
    return { problem: { message: `a filter of more than ${LENGTH} characters`, offset: LENGTH } };
  const read = readFilterTokens(text);
  if ("problem" in read) return read;
  const parser = new FilterParser(read.tokens);
  const expression = parser.whole();
  return expression ? { expression } : { problem: parser.problem };
}

/** Reads tokens from left to right; each part is undefined once there is a problem. */
class FilterParser {
  problem: FilterProblem = { message: "the filter is empty", offset: 0 };
  readonly #tokens: readonly FilterToken[];
  readonly #end: FilterToken;
  #at = 0;
  #depth = 0;
  #lambdas = 0;
  #operators = 0;

  constructor(tokens: readonly FilterToken[]) {
    this.#tokens = tokens;
    this.#end = tokens.at(-1) ?? { kind: "end", text: "", offset: 0 };
  }

  whole(): FilterExpression | undefined {
    if (this.#next().kind === "end") return undefined;
    const { offset } = this.#next();
    const expression = this.#expression(0);
    if (!expression) return undefined;
    if (this.#next().kind !== "end")
      return this.#fail(`an operator is expected instead of ${shown(this.#next())}`);
    return this.#condition(expression, offset);
  }

  #next(): FilterToken {
    return this.#tokens[this.#at] ?? this.#end;
  }

  #take(): FilterToken {
    const token = this.#next();
    this.#at++;
    return token;
  }

  #fail(message: string, { offset }: Pick<FilterToken, "offset"> = this.#next()): undefined {
    this.problem = { message, offset };
  }

  /** Takes the token of that kind, or says that it is missing. */
  #expect(kind: FilterToken["kind"]): FilterToken | undefined {
    if (this.#next().kind === kind) return this.#take();
    const wanted = kind === "name" ? "a name" : `"${kind}"`;
    return this.#fail(`${wanted} is expected instead of ${shown(this.#next())}`);
  }

  /** Operators that bind more tightly than `strength`, and what they join. */
  #expression(strength: number): FilterExpression | undefined {
    if (++this.#depth > NESTING) return this.#fail(`the filter is nested more than ${NESTING} deep`);
    const first = this.#next().offset;
    let left = this.#operand();
    while (left) {
      const operator = operatorOf(this.#next());
      const own = strengths.get(operator ?? "") ?? 0;
      if (!operator || own <= strength) break;
      if (!this.#counts()) return undefined;
      this.#take();
      left = this.#joined(left, operator, own, first);
    }
    this.#depth--;
    return left;
  }

  #joined(
    left: FilterExpression,
    operator: Operator,
    strength: number,
    first: number,
  ): FilterExpression | undefined {
    if (operator === "in") return this.#in(left);
    const second = this.#next().offset;
    const right = this.#expression(strength);
    if (!right) return undefined;
    if (operator !== "and" && operator !== "or") return { kind: "compare", operator, left, right };
    if (!this.#condition(left, first) || !this.#condition(right, second)) return undefined;
    return { kind: operator, left, right };
  }

  #in(operand: FilterExpression): FilterExpression | undefined {
    if (!this.#expect("(")) return undefined;
    const values = this.#list();
    if (values?.length === 0) return this.#fail('"in" is expected to have values in its parentheses');
    return values && { kind: "in", operand, values };
  }

  /** What stands between an open parenthesis and the one that closes it, which is taken. */
  #list(): FilterExpression[] | undefined {
    const items: FilterExpression[] = [];
    if (this.#next().kind !== ")") {
      do {
        const item = this.#expression(0);
        if (!item) return undefined;
        items.push(item);
      } while (this.#next().kind === "," && this.#take());
    }
    return this.#expect(")") && items;
  }

  #operand(): FilterExpression | undefined {
    const token = this.#take();
    if (token.kind === "(") {
      const inside = this.#expression(0);
      return inside && this.#expect(")") && inside;
    }
    const literal = literalOf(token);
    if (literal) return literal;
    if (token.kind !== "name") {
      const what = token.kind === "bare" || token.kind === "typed" ? "is no value that OData writes" : "";
      return this.#fail(
        what ? `${shown(token)} ${what}` : `a value or a name is expected instead of ${shown(token)}`,
        token,
      );
    }
    if (token.text.toLowerCase() === "not") return this.#not();
    return this.#next().kind === "(" ? this.#call(token) : this.#path(token);
  }

  #not(): FilterExpression | undefined {
    const { offset } = this.#next();
    const operand = this.#counts() ? this.#expression(NOT) : undefined;
    return operand && this.#condition(operand, offset) && { kind: "not", operand };
  }

  #call({ text, offset }: FilterToken): FilterExpression | undefined {
    const name = text.toLowerCase();
    const known = filterFunctions.get(name);
    if (!known) return this.#fail(`"${text}" is no function of $filter`, { offset });
    if (!this.#counts()) return undefined;
    this.#take();
    const args = this.#list();
    if (!args) return undefined;
    const [fewest, most] = known.arity;
    if (args.length >= fewest && args.length <= most) return { kind: "call", name, args, offset };
    const wanted = fewest === most ? `${most}` : `${fewest} or ${most}`;
    return this.#fail(`"${text}" takes ${wanted} arguments, not ${args.length}`, { offset });
  }

  #path(first: FilterToken): FilterExpression | undefined {
    const segments = [first.text];
    while (this.#next().kind === "/") {
      this.#take();
      const segment = this.#expect("name");
      if (!segment) return undefined;
      const word = segment.text.toLowerCase();
      if (this.#next().kind === "(" && (word === "any" || word === "all"))
        return this.#lambda(word, segments, first);
      segments.push(segment.text);
    }
    return { kind: "path", segments, offset: first.offset };
  }

  /** `tasks/any(t:t/status eq 'failed')`; the parenthesis is the next token. */
  #lambda(
    kind: "any" | "all",
    path: readonly string[],
    { offset }: FilterToken,
  ): FilterExpression | undefined {
    if (!this.#counts()) return undefined;
    this.#take();
    if (kind === "any" && this.#next().kind === ")") {
      this.#take();
      return { kind, path, offset };
    }
    if (++this.#lambdas > LAMBDAS)
      return this.#fail(`"any" and "all" are nested more than ${LAMBDAS} deep`, { offset });
    const variable = this.#expect("name");
    if (!variable || !this.#expect(":")) return undefined;
    const inside = this.#next().offset;
    const predicate = this.#expression(0);
    if (!predicate || !this.#condition(predicate, inside) || !this.#expect(")")) return undefined;
    this.#lambdas--;
    return { kind, path, variable: variable.text, predicate, offset };
  }

  #counts(): boolean {
    if (++this.#operators <= OPERATORS) return true;
    this.#fail(`the filter has more than ${OPERATORS} operators`);
    return false;
  }

  /** The expression, when it can be true or false. */
  #condition(expression: FilterExpression, offset: number): FilterExpression | undefined {
    const isValue =
      expression.kind === "literal"
        ? expression.type !== "boolean" && expression.type !== "null"
        : expression.kind === "call" && filterFunctions.get(expression.name)?.condition !== true;
    return isValue ? this.#fail("a condition is expected instead of a value", { offset }) : expression;
  }
}

function operatorOf({ kind, text }: FilterToken): Operator | undefined {
  const word = text.toLowerCase();
  return kind === "name" && isOperator(word) ? word : undefined;
}

function isOperator(word: string): word is Operator {
  return strengths.has(word);
}

function shown({ kind, text }: FilterToken): string {
  return kind === "end" ? "the end" : `"${text.length > 40 ? `${text.slice(0, 40)}...` : text}"`;
}
