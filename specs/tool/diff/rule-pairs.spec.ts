import { describe, expect, it } from "vitest";
import { changeCatalogue } from "../../../src/diff/catalogue.ts";
import { changesBetween, type Edit } from "../../support/marina.ts";
import { rulePairs } from "./rule-pairs.ts";
import { rulePairsOfOperations } from "./rule-pairs-of-operations.ts";
import { rulePairsOfTypes } from "./rule-pairs-of-types.ts";

const pairs = [...rulePairs, ...rulePairsOfTypes, ...rulePairsOfOperations];
const rulesOf = (before: readonly Edit[], after: readonly Edit[]) =>
  changesBetween(before, after).map(({ rule }) => rule);

describe.each(pairs)("$rule", ({ rule, mirror, edits, given = [], twin, beside }) => {
  it("judges its change, and nothing else is one", () => {
    expect(rulesOf(given, [...given, ...edits])).toEqual([rule, ...(beside ? [beside.there] : [])].sort());
  });

  it(`is ${mirror} the other way round`, () => {
    expect(rulesOf([...given, ...edits], given)).toEqual([mirror, ...(beside ? [beside.back] : [])].sort());
  });

  it("leaves alone what is only near it", () => {
    expect(rulesOf(given, [...given, ...twin])).not.toContain(rule);
  });
});

describe("the pairs", () => {
  it("are of every rule but those that other specs hold", () => {
    const held = new Set(pairs.flatMap(({ rule, mirror }) => [rule, mirror]));
    expect(changeCatalogue.map(({ id }) => id).filter((id) => !held.has(id))).toEqual([
      // path-instead.spec.ts: another path shows the slip.
      "path/alias-mended",
      // metadata-sides.spec.ts: what only metadata tells.
      "deprecation/short-notice",
      "deprecation/full-notice",
      "enum/deprecated",
      "enum/deprecation-withdrawn",
      "action/added",
      "action/removed",
      "action/respelt",
      "function/added",
      "function/removed",
      "function/respelt",
      "overload/added",
      "overload/removed",
      "root/added",
      "root/removed",
      "root/respelt",
      "root/changed",
      "returns/added",
      "returns/removed",
      "returns/type-widened",
      "returns/type-narrowed",
      "returns/type-changed",
      "returns/collection",
      "returns/single",
      "key/added",
      "key/removed",
      "base/added",
      "base/removed",
      "relationship/contained",
      "relationship/not-contained",
    ]);
  });
});
