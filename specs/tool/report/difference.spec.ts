import { describe, expect, it } from "vitest";
import { differingParts, shortened } from "../../../src/report/disagreement/difference.ts";

const run = "dad77a47-6eda-4de7-bc37-fe8eb5aaf17d";
const context = (rest: string) => `"https://graph.microsoft.com/v1.0/$metadata#identityGovernance/${rest}"`;

describe("long texts are shown at the parts in which they differ", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      "a word in the middle",
      [context("lifecycleWorkflows/workflows"), context("lifecycleWorkflows/deletedItems")],
      ['"…/workflows"', '"…/deletedItems"'],
    ],
    [
      "a key, with the name before it",
      [context(`workflows('1')/runs('${run}')/users`), context(`workflows('2')/runs('${run}')/users`)],
      ["\"…workflows('1'…\"", "\"…workflows('2'…\""],
    ],
    [
      "several parts",
      [context("workflows('1')/runs"), context("workflows('2')/reprocessedRuns")],
      ["\"…workflows('1')/runs\"", "\"…workflows('2')/reprocessedRuns\""],
    ],
    [
      "a part that only one has, by its neighbours",
      [context("lifecycleWorkflows/workflows"), context("lifecycleWorkflows/workflows/deleted")],
      ['"…/workflows"', '"…/deleted"'],
    ],
  ])("%s", (_, texts, expected) => {
    expect(shortened(texts, 40)).toEqual(expected);
  });

  it("but as they are where all are short", () => {
    expect(shortened(['"a/b/c/d"', '"a/b/x/d"'], 40)).toEqual(['"a/b/c/d"', '"a/b/x/d"']);
  });

  it("and are cut where they share nothing", () => {
    expect(shortened(["a".repeat(50), "b"], 40)).toEqual([`${"a".repeat(40)}…`, "b"]);
  });

  it("and stay comparable when they are enormous", () => {
    expect(shortened(["a/".repeat(100_000), "b"], 10)).toEqual(["a/a/a/a/a/…", "b"]);
  });
});

describe("the parts of texts", () => {
  it("make up the texts again, and alternate", () => {
    const texts = [
      context("workflows('1')/runs"),
      context("workflows('2')/users(id,state)"),
      context("tasks"),
    ];
    const parts = differingParts(texts);
    expect(parts.map((each) => each.map(({ text }) => text).join(""))).toEqual(texts);
    for (const each of parts)
      each.forEach((part, index) => {
        if (index > 0) expect(part.differs).toBe(!each[index - 1]?.differs);
      });
  });

  it("of equal texts are one that does not differ", () => {
    expect(differingParts(["a b", "a b"])).toEqual([
      [{ text: "a b", differs: false }],
      [{ text: "a b", differs: false }],
    ]);
  });
});
