import fc from "fast-check";
import type { FilterExpression, Literal } from "../../../src/odata/filter-expression.ts";
import { filterFunctions } from "../../../src/odata/filter-functions.ts";

/** Which parts of the grammar random filters are made of. */
export interface FilterGrammar {
  readonly literals: fc.Arbitrary<Literal>;
  /** The last segments that a path may have beside a property. */
  readonly suffixes: readonly string[];
  readonly comparisons: readonly Extract<FilterExpression, { kind: "compare" }>["operator"][];
  readonly functions: readonly string[];
  readonly lambdas: readonly ("any" | "all")[];
  /** `in`, and a comparison or `not` inside a comparison without parentheses. */
  readonly in: boolean;
  readonly conditionsAsValues: boolean;
}

const literal = (type: Literal["type"], value: Literal["value"]): Literal => ({
  kind: "literal",
  type,
  value,
  offset: 0,
});
const digits = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, "0"));
const fraction = fc.oneof(fc.constant(""), fc.stringMatching(/^\.\d{1,12}$/));
const time = fc
  .tuple(digits(23), digits(59), digits(59), fraction)
  .map(([h, m, s, f]) => `${h}:${m}:${s}${f}`);
const date = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), digits(11), digits(27))
  .map(
    ([year, month, day]) =>
      `${year}-${String(Number(month) + 1).padStart(2, "0")}-${String(Number(day) + 1).padStart(2, "0")}`,
  );
const zone = fc.constantFrom("Z", "+02:00", "-11:30");
const duration = fc.constantFrom("P1D", "PT5M", "P2DT3H4M5.678S", "-PT0.5S");

export const literals = {
  string: fc.string({ unit: "binary" }).map((value) => literal("string", value)),
  plainString: fc.stringMatching(/^[a-z0-9' ]{0,8}$/).map((value) => literal("string", value)),
  number: fc.double().map((value) => literal("number", Object.is(value, -0) ? 0 : value)),
  integer: fc.integer({ min: 0, max: 1000 }).map((value) => literal("number", value)),
  boolean: fc.boolean().map((value) => literal("boolean", value)),
  null: fc.constant(literal("null", null)),
  guid: fc.uuid().map((value) => literal("guid", value)),
  date: date.map((value) => literal("date", value)),
  time: time.map((value) => literal("timeOfDay", value)),
  dateTime: fc
    .tuple(date, time, zone)
    .map(([day, clock, at]) => literal("dateTimeOffset", `${day}T${clock}${at}`)),
  duration: duration.map((value) => literal("duration", value)),
  typedDuration: duration.map((value) => literal("duration", `duration'${value}'`)),
  binary: fc.constantFrom("AQ", "AQID", "AQIDBA==").map((value) => literal("binary", `binary'${value}'`)),
  enum: fc.constantFrom("a", "a,b").map((value) => literal("enum", `microsoft.graph.risk'${value}'`)),
};

/** Random conditions of a grammar; every offset is 0. */
export function conditions(grammar: FilterGrammar): fc.Arbitrary<FilterExpression> {
  const name = fc.constantFrom("status", "a", "b", "createdDateTime", "_x1", "order");
  const path = fc
    .tuple(fc.array(name, { minLength: 1, maxLength: 3 }), fc.constantFrom("", ...grammar.suffixes))
    .map(
      ([names, suffix]): FilterExpression => ({
        kind: "path",
        segments: suffix === "" ? names : [...names, suffix],
        offset: 0,
      }),
    );
  const { condition } = fc.letrec<{
    condition: FilterExpression;
    flat: FilterExpression;
    value: FilterExpression;
  }>((tie) => {
    const call = (isCondition: boolean) =>
      fc
        .constantFrom(
          ...grammar.functions.filter(
            (one) => (filterFunctions.get(one)?.condition === true) === isCondition,
          ),
        )
        .chain((one) => {
          const length = filterFunctions.get(one)?.arity[0] ?? 0;
          return fc
            .array(tie("value"), { minLength: length, maxLength: length })
            .map((args): FilterExpression => ({ kind: "call", name: one, args, offset: 0 }));
        });
    const side = grammar.conditionsAsValues
      ? fc.oneof({ weight: 6, arbitrary: tie("value") }, { weight: 1, arbitrary: tie("flat") })
      : tie("value");
    const compare = fc
      .tuple(fc.constantFrom(...grammar.comparisons), side, side)
      .map(([operator, left, right]): FilterExpression => ({ kind: "compare", operator, left, right }));
    const isIn = fc
      .tuple(path, fc.array(grammar.literals, { minLength: 1, maxLength: 4 }))
      .map(([operand, values]): FilterExpression => ({ kind: "in", operand, values }));
    const join = (part: fc.Arbitrary<FilterExpression>) =>
      fc
        .tuple(fc.constantFrom("and" as const, "or" as const), part, part)
        .map(([kind, left, right]): FilterExpression => ({ kind, left, right }));
    const not = (part: fc.Arbitrary<FilterExpression>) =>
      part.map((operand): FilterExpression => ({ kind: "not", operand }));
    const lambda = fc
      .tuple(
        fc.constantFrom("any" as const, ...grammar.lambdas),
        fc.array(name, { minLength: 1, maxLength: 2 }),
        tie("flat"),
      )
      .map(([kind, names, predicate]): FilterExpression => {
        return { kind, path: names, variable: "x", predicate, offset: 0 };
      });
    const hasConditions = grammar.functions.some((one) => filterFunctions.get(one)?.condition === true);
    const simple = [compare, ...(hasConditions ? [call(true)] : []), ...(grammar.in ? [isIn] : [])];
    return {
      value: fc.oneof({ depthSize: "small" }, grammar.literals, path, call(false)),
      flat: fc.oneof({ depthSize: "small" }, ...simple, join(tie("flat")), not(tie("flat"))),
      condition: fc.oneof(
        { depthSize: "small" },
        ...simple,
        ...(grammar.lambdas.length > 0 ? [lambda] : []),
        join(tie("condition")),
        not(tie("condition")),
      ),
    };
  });
  return condition;
}
