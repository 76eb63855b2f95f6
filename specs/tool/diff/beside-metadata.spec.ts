import { describe, expect, it } from "vitest";
import { holdBeside } from "../../../src/diff/beside/hold-beside.ts";
import { diffContracts } from "../../../src/diff/diff-contracts.ts";
import { gravest } from "../../../src/diff/policy/weights.ts";
import { declaredAfter, type Replacement } from "../../support/harbour.ts";
import { type Edit, marinaAfter } from "../../support/marina.ts";

interface Year {
  readonly pages?: readonly [before: readonly Edit[], after: readonly Edit[]];
  readonly metadata?: readonly [before: readonly Replacement[], after: readonly Replacement[]];
}

/** What changed in pages and metadata in the same time, each told with the other as its witness. */
function yearOf({ pages = [[], []], metadata = [[], []] }: Year) {
  const [old, next] = pages.map(marinaAfter);
  const [before, after] = metadata.map((edits) => declaredAfter(...edits));
  if (!old || !next || !before || !after) throw new Error("a year has two ends");
  const documented = diffContracts(old, next, undefined, { before, after });
  const heard = after.metadata ? { metadata: after.metadata } : {};
  const followed = { before: { ...old, ...heard }, after: { ...next, ...heard } };
  const declared = diffContracts(before, after, undefined, followed);
  return { documented, declared, held: holdBeside(documented, declared) };
}

const told = ({ documented }: ReturnType<typeof yearOf>) =>
  documented.map(({ rule, beside, weighs, evidence }) => ({
    rule,
    beside,
    level: gravest(weighs),
    evidence,
  }));

const row = "|berth|String|Where it lies. Required.|\n";
const mast: Edit = ["resources/boat.md", row, `${row}|mast|String|What carries the sail.|\n`];
const rank = '<Property Name="rank" Type="Edm.Int32"/>';
const declaredMast: Replacement = [rank, `${rank}<Property Name="mast" Type="Edm.String"/>`];

describe("documentation beside metadata", () => {
  it("changes in both", () => {
    const year = yearOf({ pages: [[], [mast]], metadata: [[], [declaredMast]] });
    expect(told(year)).toEqual([{ rule: "property/added", beside: "both", level: "compatible" }]);
    expect(year.held.metadataOnly).toEqual([]);
    expect(year.held.areas).toMatchObject([{ area: "property", pages: { both: 1 }, metadata: { both: 1 } }]);
  });

  it("catches up with what the metadata had before: a repair, and no change of the service", () => {
    expect(told(yearOf({ pages: [[], [mast]], metadata: [[declaredMast], [declaredMast]] }))).toEqual([
      {
        rule: "property/row-added",
        beside: "before",
        level: "sharpened",
        evidence: "the metadata before had it",
      },
    ]);
  });

  it("says what the metadata does not", () => {
    expect(told(yearOf({ pages: [[], [mast]] }))).toEqual([
      { rule: "property/added", beside: "alone", level: "compatible" },
    ]);
  });

  it("does not say what changed in the metadata only, where a name in other letters is the same", () => {
    const { held, documented } = yearOf({ metadata: [[], [declaredMast]] });
    expect(documented).toEqual([]);
    expect(held.metadataOnly.map(({ message, beside }) => [message, beside])).toEqual([
      ['microsoft.graph.boat has "mast"', "alone"],
    ]);
    const Mast: Edit = [mast[0], mast[1], mast[2].replace("|mast|", "|Mast|")];
    const ahead = yearOf({ pages: [[Mast], [Mast]], metadata: [[], [declaredMast]] });
    expect(ahead.held.metadataOnly.map(({ beside }) => beside)).toEqual(["before"]);
    expect(ahead.declared.map(({ weighs }) => weighs.read)).toEqual(["compatible"]);
  });

  const isBoolean: Edit = ["resources/boat.md", "|rank|Int32|", "|rank|Boolean|"];
  const declaredBoolean: Replacement = [rank, rank.replace("Int32", "Boolean")];

  it("breaks nobody where a type was wrong on the page, and breaks where it changed in both", () => {
    const repaired = yearOf({ pages: [[], [isBoolean]], metadata: [[declaredBoolean], [declaredBoolean]] });
    expect(told(repaired)).toEqual([
      {
        rule: "property/type-mended",
        beside: "before",
        level: "sharpened",
        evidence: "the metadata before said so",
      },
    ]);
    expect(told(yearOf({ pages: [[], [isBoolean]], metadata: [[], [declaredBoolean]] }))).toEqual([
      { rule: "property/type-changed", beside: "both", level: "breaking" },
    ]);
    expect(told(yearOf({ pages: [[], [isBoolean]] }))).toEqual([
      { rule: "property/type-changed", beside: "alone", level: "breaking" },
    ]);
  });

  const dredger: Edit = ["resources/enums.md", "|ferry|", "|ferry|\n|dredger|"];
  const ferry = '<Member Name="ferry" Value="0"/>';
  const declaredDredger: Replacement = [ferry, `${ferry}<Member Name="dredger" Value="1"/>`];

  it("does not cry wolf over a member that the page had left out", () => {
    const year = yearOf({ pages: [[], [dredger]], metadata: [[declaredDredger], [declaredDredger]] });
    expect(told(year)).toMatchObject([{ beside: "before", level: "sharpened" }]);
    const [change] = year.documented;
    expect(change?.message).toContain("; the metadata before had it");
    expect(change?.breaks).toBe("Nobody: the service was so already.");
    const both = yearOf({ pages: [[], [dredger]], metadata: [[], [declaredDredger]] });
    expect(told(both)).toMatchObject([{ beside: "both", level: "breaking" }]);
  });

  it("is otherwise where the metadata has the member behind the sentinel", () => {
    const behind: Replacement = [declaredDredger[0], declaredDredger[1].replace('Value="1"', 'Value="9"')];
    const year = yearOf({ pages: [[], [dredger]], metadata: [[behind], [behind]] });
    expect(told(year)).toMatchObject([{ beside: "otherwise", level: "breaking" }]);
  });

  it("follows paths and what actions take through the metadata", () => {
    const respelt: Edit = ["api/boat-refit.md", "POST /boats/{id}/refit\n", "POST /boats/{id}/refits\n"];
    const wrong = yearOf({ pages: [[respelt], []] });
    expect(told(wrong)).toMatchObject([{ rule: "path/mended", beside: "before", level: "sharpened" }]);
    expect(told(yearOf({ pages: [[], [respelt]] }))).toMatchObject([
      { rule: "path/moved", beside: "alone", level: "breaking" },
    ]);
    const comment: Edit = ["api/boat-refit.md", "|comment|String|What was seen. Optional.|\n", ""];
    expect(told(yearOf({ pages: [[], [comment]] }))).toMatchObject([
      { rule: "parameter/removed", beside: "alone", level: "breaking" },
    ]);
    const declared: Replacement = ['<Parameter Name="comment" Type="Edm.String"/>', ""];
    expect(told(yearOf({ pages: [[], [comment]], metadata: [[declared], [declared]] }))).toMatchObject([
      { rule: "parameter/removed", beside: "before", level: "risky" },
    ]);
  });

  it("finds an action of the metadata by the paths that call it", () => {
    const page: Edit = ["api/boat-refit.md", "POST /boats/{id}/refit\n", "POST /boats/{id}/launch\n"];
    const none: Replacement = ['<Action Name="refit"', '<Action Name="raise"'];
    const standing = (pages: NonNullable<Year["pages"]>) =>
      yearOf({ pages, metadata: [[none], []] })
        .declared.filter(({ rule }) => rule === "action/added")
        .map(({ beside }) => beside);
    expect(standing([[page], []])).toEqual(["both"]);
    expect(standing([[], []])).toEqual(["before"]);
    expect(standing([[page], [page]])).toEqual(["alone"]);
  });

  it("holds a name that went for risky where the metadata never had it, and for breaking where it had", () => {
    const gone: Edit = [mast[0], mast[2], row];
    const never = yearOf({ pages: [[mast], [mast, gone]] });
    expect(told(never)).toMatchObject([{ rule: "property/removed", beside: "before", level: "risky" }]);
    const kept = yearOf({ pages: [[mast], [mast, gone]], metadata: [[declaredMast], [declaredMast]] });
    expect(told(kept)).toMatchObject([{ rule: "property/removed", beside: "alone", level: "breaking" }]);
    const went = yearOf({ pages: [[mast], [mast, gone]], metadata: [[declaredMast], []] });
    expect(told(went)).toMatchObject([{ rule: "property/removed", beside: "both", level: "breaking" }]);
  });

  it("cannot be told of what metadata has nothing of", () => {
    const top: Edit = ["api/boat-get.md", "`$select` and `$expand`", "`$select`, `$top` and `$expand`"];
    expect(told(yearOf({ pages: [[], [top]] }))).toMatchObject([{ beside: "untold", level: "compatible" }]);
  });
});
