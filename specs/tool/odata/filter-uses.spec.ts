import { describe, expect, it } from "vitest";
import { filterUses } from "../../../src/odata/filter-uses.ts";
import { parseFilter } from "../../../src/odata/parse-filter.ts";

const usesIn = (text: string) => {
  const parsed = parseFilter(text);
  return "problem" in parsed
    ? []
    : filterUses(parsed.expression).map(
        ({ operator, path, offset }) => `${operator} ${path.join("/")} ${offset}`,
      );
};

describe("filterUses", () => {
  it.each([
    ["a eq 1 and b/c LT 2", ["eq a 0", "lt b/c 11"]],
    ["1 ge a", ["ge a 5"]],
    ["a eq b", ["eq a 0", "eq b 5"]],
    ["a in (1,2)", ["in a 0"]],
    ["not (a eq 1)", ["not a 5", "eq a 5"]],
    ["a and not b", ["eq a 0", "not b 10", "eq b 10"]],
    ["startswith(a,'x') or ENDSWITH(b,'y')", ["startsWith a 11", "endsWith b 30"]],
    ["contains(tolower(a),'x')", ["contains a 17", "tolower a 17"]],
    ["length(a) gt 3", ["gt a 7", "length a 7"]],
    ["startswith(a,'x') eq true", ["startsWith a 11"]],
    ["(a gt 1) eq true", ["gt a 1"]],
    ["not tags/any(t:t eq 'x')", ["not tags 4", "any tags 4", "eq tags 15"].toSorted()],
    ["a/any(x:x/b/all(y:y/c eq x/d))", ["any a 0", "all a/b 8", "eq a/b/c 18", "eq a/d 25"]],
    ["a/any()", ["any a 0"]],
    ["$it/a eq 1", ["eq a 0"]],
    ["a/$count gt 1", ["gt a/$count 0"]],
    ["isof('microsoft.graph.run')", []],
    ["isof(a,microsoft.graph.run)", ["isof a 5"]],
    ["cast(a,Edm.Int32) eq 1", ["eq a 5", "cast a 5"]],
    ["a eq 1 or A eq 2", ["eq a 0"]],
    ["true", []],
  ])("finds in %s what is used on what", (text, uses) => {
    const found = usesIn(text);
    expect(text.startsWith("not tags") ? found.toSorted() : found).toEqual(uses);
  });

  it("keeps the literals that a property is held against", () => {
    const parsed = parseFilter("a eq 1 or a eq 'x' or b in (2,3) or startswith(c,'y')");
    const uses = "problem" in parsed ? [] : filterUses(parsed.expression);
    expect(uses.map(({ literals }) => literals.map(({ value }) => value))).toEqual([[1, "x"], [2, 3], ["y"]]);
  });
});
