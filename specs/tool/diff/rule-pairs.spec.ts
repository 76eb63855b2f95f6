import { describe, expect, it } from "vitest";
import { changesBetween, type Edit } from "../../support/marina.ts";
import { rulePairs } from "./rule-pairs.ts";

const rulesOf = (before: readonly Edit[], after: readonly Edit[]) =>
  changesBetween(before, after).map(({ rule }) => rule);

describe.each(rulePairs)("$rule", ({ rule, mirror, edits, given = [], twin }) => {
  it("judges its change, and nothing else is one", () => {
    expect(rulesOf(given, [...given, ...edits])).toEqual([rule]);
  });

  it(`is ${mirror} the other way round`, () => {
    expect(rulesOf([...given, ...edits], given)).toEqual([mirror]);
  });

  it("leaves alone what is only near it", () => {
    expect(rulesOf(given, [...given, ...twin])).not.toContain(rule);
  });
});
