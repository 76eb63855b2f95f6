import { describe, expect, it } from "vitest";
import { edmType, edmTypeInAnyCase, isNumeric, isOpenPrimitive } from "../../../src/odata/edm-type.ts";
import { filterComparisons } from "../../../src/odata/filter-uses.ts";
import { parseFilter } from "../../../src/odata/parse-filter.ts";

const named =
  "Boolean Byte SByte Int16 Int32 Int64 Single Double Decimal Date DateTimeOffset TimeOfDay Duration Guid String";

describe("the table of primitive types", () => {
  it.each(named.split(" "))("has a sample of Edm.%s that a filter reads as its literal", (name) => {
    const { literal, sample } = edmType(`Edm.${name}`) ?? {};
    const parsed = parseFilter(`x eq ${sample}`);
    const right =
      "problem" in parsed || parsed.expression.kind !== "compare" ? undefined : parsed.expression.right;
    expect(right).toMatchObject({ kind: "literal", type: literal });
  });

  it("knows a name in just its letters, and as a request writes it in any", () => {
    expect(edmType("Edm.int32")).toBeUndefined();
    expect(edmTypeInAnyCase("edm.int32")).toBe(edmType("Edm.Int32"));
    expect(edmType("Edm.constructor")).toBeUndefined();
    expect(edmType("Int32")).toBeUndefined();
  });

  it("tells numbers and open types from the others", () => {
    expect(["Edm.SByte", "Edm.Decimal", "Edm.String", "Edm.Duration"].filter(isNumeric)).toEqual([
      "Edm.SByte",
      "Edm.Decimal",
    ]);
    expect(["Edm.Untyped", "Edm.GeographyPoint", "Edm.Stream", "Edm.String"].filter(isOpenPrimitive)).toEqual(
      ["Edm.Untyped", "Edm.GeographyPoint"],
    );
  });
});

describe("the comparisons of a filter", () => {
  const comparisons = (text: string) => {
    const parsed = parseFilter(text);
    if ("problem" in parsed) throw new Error(`${text} is no filter`);
    return filterComparisons(parsed.expression).map(({ path, value }) => `${path.join("/")} ${value.value}`);
  };

  it.each([
    ["a eq 1 and 2 lt b/c", ["a 1", "b/c 2"]],
    ["a in (1,2)", ["a 1", "a 2"]],
    ["not a", ["a true"]],
    ["tags/any(t:t eq 'x' or t/done)", ["tags x", "tags/done true"]],
    ["(a eq 1) eq true", ["a 1"]],
  ])("of %s are those of a property and a value", (text, expected) => {
    expect(comparisons(text)).toEqual(expected);
  });

  it.each(["length(a) eq 1", "startswith(a,'x')", "a has 'x'", "a eq b", "tags/any()"])(
    "are none in %s, where no property itself is held against a value",
    (text) => {
      expect(comparisons(text)).toEqual([]);
    },
  );
});
