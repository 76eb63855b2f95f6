import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FilterExpression } from "../../../src/odata/filter-expression.ts";
import { parseFilter } from "../../../src/odata/parse-filter.ts";
import { processorSeconds } from "../../support/processor-seconds.ts";
import { conditions, literals } from "./filter-arbitrary.ts";
import { ownForm } from "./filter-oracles.ts";
import { filterText } from "./filter-text.ts";

const formOf = (text: string) => {
  const parsed = parseFilter(text);
  return "problem" in parsed ? parsed.problem : ownForm(parsed.expression);
};
const literalIn = (text: string) => {
  const parsed = parseFilter(`a eq ${text}`);
  if ("problem" in parsed || parsed.expression.kind !== "compare") return undefined;
  const { right } = parsed.expression;
  return right.kind === "literal" ? [right.type, right.value] : undefined;
};
const problemIn = (text: string) => {
  const parsed = parseFilter(text);
  return "problem" in parsed ? `${parsed.problem.offset} ${parsed.problem.message}` : undefined;
};

describe("parseFilter", () => {
  it("binds as OData says: has and in, not, lt to ge, eq and ne, and, or", () => {
    expect(formOf("a eq 1 or b eq 2 and c eq 3")).toEqual([
      "or",
      ["eq", "a", "1"],
      ["and", ["eq", "b", "2"], ["eq", "c", "3"]],
    ]);
    expect(formOf("(a or b) and c")).toEqual(["and", ["or", "a", "b"], "c"]);
    expect(formOf("a lt 1 eq true ne b gt 2")).toEqual([
      "ne",
      ["eq", ["lt", "a", "1"], "true"],
      ["gt", "b", "2"],
    ]);
    expect(formOf("not a eq true")).toEqual(["eq", ["not", "a"], "true"]);
    expect(formOf("not a in (1,2)")).toEqual(["not", ["in", "a", "1", "2"]]);
    expect(formOf("not(a has 'x') and b")).toEqual(["and", ["not", ["has", "a", '"x"']], "b"]);
  });

  it("reads operators, functions and literals in any letter case, and any number of spaces", () => {
    expect(formOf("NOT(startsWith( a , 'X' ) AND  b EQ TRUE)")).toEqual([
      "not",
      ["and", ["startswith", "a", '"X"'], ["eq", "b", "true"]],
    ]);
    expect(formOf("tags/Any( t : t eq Null )")).toEqual(["any", "tags", "t", ["eq", "t", "null"]]);
  });

  it("reads paths, casts, counts and lambdas", () => {
    expect(formOf("a/microsoft.graph.user/mail eq 'x'")).toEqual([
      "eq",
      "a/microsoft.graph.user/mail",
      '"x"',
    ]);
    expect(formOf("tags/$count gt 0")).toEqual(["gt", "tags/$count", "0"]);
    expect(formOf("tags/any()")).toEqual(["any", "tags"]);
    expect(formOf("a/b/all(x:x/c/any(y:y eq x/d))")).toEqual([
      "all",
      "a/b",
      "x",
      ["any", "x/c", "y", ["eq", "y", "x/d"]],
    ]);
    expect(formOf("isof('microsoft.graph.ipNamedLocation')")).toEqual([
      "isof",
      '"microsoft.graph.ipNamedLocation"',
    ]);
    expect(formOf("cast(ep/value, Edm.Guid) eq (b9cf8971-7d55-4b73-9ffa-a584611b600b)")).toEqual([
      "eq",
      ["cast", "ep/value", "Edm.Guid"],
      "b9cf8971-7d55-4b73-9ffa-a584611b600b",
    ]);
  });

  it.each([
    ["null", "null", null],
    ["true", "boolean", true],
    ["-12", "number", -12],
    ["1.5e+3", "number", 1500],
    ["-INF", "number", -Infinity],
    ["INF", "number", Infinity],
    ["NaN", "number", NaN],
    ["'it''s'", "string", "it's"],
    ["''", "string", ""],
    ["CBDC14AB-d96c-4c30-b9f4-6ada7cdc1d46", "guid", "CBDC14AB-d96c-4c30-b9f4-6ada7cdc1d46"],
    ["81234567-1735-45af-af21-ee1344582a4d", "guid", "81234567-1735-45af-af21-ee1344582a4d"],
    ["2019-09-01", "date", "2019-09-01"],
    ["2019-09-01T00:00:00.1234567Z", "dateTimeOffset", "2019-09-01T00:00:00.1234567Z"],
    ["2019-09-01T00:00:00+02:00", "dateTimeOffset", "2019-09-01T00:00:00+02:00"],
    ["07:59:59.999", "timeOfDay", "07:59:59.999"],
    ["P1DT2H", "duration", "P1DT2H"],
    ["-PT0.5S", "duration", "-PT0.5S"],
    ["duration'P1D'", "duration", "duration'P1D'"],
    ["binary'AQID'", "binary", "binary'AQID'"],
    ["microsoft.graph.risk'low,high'", "enum", "microsoft.graph.risk'low,high'"],
  ])("reads the literal %s", (text, type, value) => {
    expect(literalIn(text)).toEqual([type, value]);
  });

  it("keeps the offsets of names and literals", () => {
    expect(parseFilter("a eq 'x'")).toEqual({
      expression: {
        kind: "compare",
        operator: "eq",
        left: { kind: "path", segments: ["a"], offset: 0 },
        right: { kind: "literal", type: "string", value: "x", offset: 5 },
      },
    });
  });

  it.each([
    ["", "0 the filter is empty"],
    ["a eq", "4 a value or a name is expected instead of the end"],
    ["a eq 1 b", '7 an operator is expected instead of "b"'],
    ["(a eq 1", '7 ")" is expected instead of the end'],
    ["a eq 1)", '6 an operator is expected instead of ")"'],
    ["a eq 'x", "5 a quotation mark is never closed"],
    ["a # 1", '2 "#" has no meaning in a filter'],
    ["a eq 😀", '5 "😀" has no meaning in a filter'],
    ["a eq 2019-13-01", '5 "2019-13-01" is no value that OData writes'],
    ["a eq 2019-09-01T00:00:00", '5 "2019-09-01T00:00:00" is no value that OData writes'],
    ["a eq duration'1D'", "5 \"duration'1D'\" is no value that OData writes"],
    ["a in ()", '7 "in" is expected to have values in its parentheses'],
    ["a in 1", '5 "(" is expected instead of "1"'],
    ["a/any(x eq 1)", '8 ":" is expected instead of "eq"'],
    ["a/all()", '6 a name is expected instead of ")"'],
    ["a/ eq 1", '6 an operator is expected instead of "1"'],
    ["starts(a,'x')", '0 "starts" is no function of $filter'],
    ["startswith(a)", '0 "startswith" takes 2 arguments, not 1'],
    ["substring(a) eq 'x'", '0 "substring" takes 2 or 3 arguments, not 1'],
    ["'x'", "0 a condition is expected instead of a value"],
    ["a eq 1 and tolower(b)", "11 a condition is expected instead of a value"],
    ["not 5", "4 a condition is expected instead of a value"],
  ])("says where %j is no filter", (text, problem) => {
    expect(problemIn(text)).toBe(problem);
  });

  it("reads back every filter that it can be written", () => {
    const grammar = conditions({
      literals: fc.oneof(...Object.values(literals)),
      suffixes: ["$count", "microsoft.graph.user"],
      comparisons: ["eq", "ne", "lt", "le", "gt", "ge", "has"],
      functions: [
        "contains",
        "startswith",
        "endswith",
        "tolower",
        "length",
        "concat",
        "year",
        "now",
        "substring",
      ],
      lambdas: ["any", "all"],
      in: true,
      conditionsAsValues: true,
    });
    fc.assert(
      fc.property(grammar, fc.boolean(), (expression, upper) => {
        const text = filterText(expression, (keyword) => (upper ? keyword.toUpperCase() : keyword));
        const parsed = parseFilter(text);
        expect("problem" in parsed ? parsed.problem : withoutOffsets(parsed.expression)).toEqual(expression);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it("never throws, whatever it is given", () => {
    const pieces = fc.constantFrom(
      ..."a b ( ) , : / ' not and or eq in has any( all( 1 -1 null 2019-09-01 P1D $count microsoft.graph.x startswith( + # é 😀".split(
        " ",
      ),
      " ",
      "x.y'z'",
    );
    const junk = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(junk, (text) => {
        const parsed = parseFilter(text);
        if ("expression" in parsed) return;
        expect(parsed.problem.message).not.toBe("");
        expect(parsed.problem.offset).toBeGreaterThanOrEqual(0);
        expect(parsed.problem.offset).toBeLessThanOrEqual(text.length);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it.each([
    ["parentheses", "(".repeat(60_000), "100 the filter is nested more than 100 deep"],
    ["nots", "not ".repeat(16_000), "400 the filter is nested more than 100 deep"],
    ["lambdas", "a/any(x:".repeat(8_000), '24 "any" and "all" are nested more than 3 deep'],
    ["operators", `${"a or ".repeat(13_000)}a`, "5002 the filter has more than 1000 operators"],
    ["calls", "tolower(".repeat(8_000), "800 the filter is nested more than 100 deep"],
    ["quotes", "'".repeat(60_001), "60000 a quotation mark is never closed"],
    ["a long text", `a eq '${"x".repeat(100_000)}'`, "65536 a filter of more than 65536 characters"],
  ])("refuses too many %s", (_what, text, problem) => {
    expect(problemIn(text)).toBe(problem);
  });

  it("takes time in proportion to the length", () => {
    const shapes = [
      (n: number) => `a eq '${"''".repeat(n / 2)}'`,
      (n: number) => `a in (${"1,".repeat(n / 2)}1)`,
      (n: number) => `${"a/".repeat(n / 2)}a`,
      (n: number) => `${"1".repeat(n)} eq a`,
      (n: number) => `a eq ${"9".repeat(n - 10)}-01-01`,
      (n: number) => "a.".repeat(n / 2),
      (n: number) => "'' ".repeat(n / 3),
      (n: number) => " ".repeat(n),
    ];
    for (const shape of shapes) {
      expect(processorSeconds(() => void parseFilter(shape(60_000)))).toBeLessThan(1);
    }
  });
});

function withoutOffsets(expression: FilterExpression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value) => (key === "offset" ? 0 : keepNumber(value))),
    (_, value) =>
      typeof value === "object" && value !== null && "number" in value ? Number(value.number) : value,
  );
}

/** JSON has no infinite numbers. */
function keepNumber(value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value;
}
