import { describe, expect, it } from "vitest";
import { diffContracts } from "../../../src/diff/diff-contracts.ts";
import { declaredAfter, type Replacement } from "../../support/harbour.ts";
import { type Edit, marinaAfter } from "../../support/marina.ts";

/** A notice of March 2026. */
const revision = (removal: string) =>
  `<Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record><PropertyValue Property="Date" Date="2026-03-20"/><PropertyValue Property="Kind"><EnumMember>Org.OData.Core.V1.RevisionKind/Deprecated</EnumMember></PropertyValue><PropertyValue Property="RemovalDate" Date="${removal}"/></Record></Collection></Annotation>`;

const messages = (before: Parameters<typeof diffContracts>[0], after: Parameters<typeof diffContracts>[0]) =>
  diffContracts(before, after).map(({ rule, message }) => `${rule}: ${message}`);

describe("two editions of the metadata", () => {
  it.each([
    [
      'Name="draught" Type="Edm.Int32"',
      'Name="draught" Type="Edm.Int32" Nullable="false"',
      'nullability/never-null: "draught" of microsoft.graph.boat could be null and is never',
    ],
    [
      ' ContainsTarget="true"',
      "",
      'relationship/not-contained: "crew" of microsoft.graph.boat contains no more what it leads to',
    ],
    [
      'Name="notes" Type="Edm.String"',
      'Name="notes" Type="graph.paint"',
      'property/type-narrowed: "notes" of microsoft.graph.boat was String and is microsoft.graph.paint',
    ],
    ['<ComplexType Name="lighthouse"/>', "", "type/removed: microsoft.graph.lighthouse is declared no more"],
    [
      ' Abstract="true"',
      ' Abstract="true" OpenType="true"',
      "open/added: microsoft.graph.vessel is open: it may have names that nothing declares",
    ],
    [
      ' BaseType="graph.vessel"',
      "",
      'base/removed: microsoft.graph.boat derived from microsoft.graph.vessel and derives from nothing; with it went "length"',
    ],
    [
      '<Key><PropertyRef Name="id"/></Key>',
      "",
      'key/removed: microsoft.graph.boat had the key "id" and has none',
    ],
    [
      '<Property Name="notes" Type="Edm.String"/>',
      `<Property Name="notes" Type="Edm.String">${revision("2028-03-18")}</Property>`,
      'deprecation/short-notice: "notes" of microsoft.graph.boat is announced as deprecated, and to be gone from 2028-03-18',
    ],
    [
      '<EntityType Name="sailor"/>',
      `<EntityType Name="sailor">${revision("2029-03-20")}</EntityType>`,
      "deprecation/full-notice: microsoft.graph.sailor is announced as deprecated, and to be gone from 2029-03-20",
    ],
    [
      '<EnumType Name="paint">',
      `<EnumType Name="paint">${revision("2028-04-18")}`,
      "enum/deprecated: microsoft.graph.paint is announced as deprecated, and to be gone from 2028-04-18",
    ],
    [
      '<Member Name="red" Value="0"/>',
      `<Member Name="red" Value="0">${revision("2028-04-18")}</Member>`,
      'member/deprecated: "red" of microsoft.graph.paint is announced as deprecated, and to be gone from 2028-04-18',
    ],
    [
      '<Parameter Name="comment" Type="Edm.String"/>',
      "",
      'parameter/removed: microsoft.graph.refit of microsoft.graph.boat takes "comment" no more',
    ],
    [
      '<Parameter Name="yard" Type="Edm.String" Nullable="false"/>',
      '<Parameter Name="yard" Type="Edm.String"/>',
      'parameter/now-optional: parameter "yard" of microsoft.graph.refit of microsoft.graph.boat is required no more',
    ],
    [
      '<Key><PropertyRef Name="id"/></Key>',
      '<Key><PropertyRef Name="id"/><PropertyRef Name="berth"/></Key>',
      'key/changed: the key of microsoft.graph.boat was "id" and is "id, berth"',
    ],
    ['<EntitySet Name="boats" EntityType="graph.boat"/>', "", "root/removed: /boats is declared no more"],
  ])("differ by %s", (find, replace, message) => {
    const changed = messages(declaredAfter(), declaredAfter([find, replace]));
    expect(changed).toContain(message);
  });

  it("do not where the sentinel is in other letters, or the order is another", () => {
    const members = '<Member Name="yacht" Value="1"/><Member Name="unknownFutureValue" Value="2"/>';
    const turned = '<Member Name="unknownfuturevalue" Value="2"/><Member Name="yacht" Value="1"/>';
    expect(messages(declaredAfter(), declaredAfter([members, turned]))).toEqual([]);
  });
});

describe("documentation and metadata", () => {
  const rulesOf = (edits: readonly Edit[], ...changes: readonly Replacement[]) => {
    const [pages, metadata] = [marinaAfter(edits), declaredAfter(...changes)];
    const facing = (before: typeof pages, after: typeof pages) =>
      diffContracts(before, after)
        .map(({ rule, message }) => `${rule}: ${message}`)
        .filter((line) => line.includes("boat"));
    return { there: facing(pages, metadata), back: facing(metadata, pages) };
  };

  it("differ in nothing that only one of them can tell", () => {
    expect(rulesOf([])).toEqual({ there: [], back: [] });
  });

  it("differ in a name, and in a type", () => {
    const { there, back } = rulesOf(
      [],
      ['Name="rank" Type="Edm.Int32"', 'Name="rank" Type="Edm.Boolean"'],
      ['  <Property Name="berth" Type="Edm.String"/>\n', ""],
    );
    expect(there).toEqual([
      'property/removed: microsoft.graph.boat has "berth" no more',
      'property/type-changed: "rank" of microsoft.graph.boat was Int32 and is Boolean',
    ]);
    expect(back).toEqual([
      'property/added: microsoft.graph.boat has "berth"',
      'property/type-changed: "rank" of microsoft.graph.boat was Boolean and is Int32',
    ]);
  });

  it("do not in a name that an open type may have undeclared, but in one that is misspelt", () => {
    const open = [' Abstract="true"', ' OpenType="true"'] as const;
    const berth = '  <Property Name="berth" Type="Edm.String"/>\n';
    expect(rulesOf([], open, [berth, ""]).there).toEqual([]);
    expect(rulesOf([], open, ['Name="berth"', 'Name="berths"']).there).toEqual([
      'property/renamed: microsoft.graph.boat calls "berth" "berths"',
    ]);
  });

  it("do not in null where the metadata does not say, and do where it says never", () => {
    expect(
      rulesOf([], ['"tonnage" Type="Edm.Int32" Nullable="false"', '"tonnage" Type="Edm.Int32"']).there,
    ).toEqual([]);
    const draught: Edit = ["resources/boat.md", "In centimetres.", "In centimetres. Nullable."];
    expect(
      rulesOf(
        [draught],
        ['Name="draught" Type="Edm.Int32"', 'Name="draught" Type="Edm.Int32" Nullable="false"'],
      ).there,
    ).toEqual(['nullability/never-null: "draught" of microsoft.graph.boat could be null and is never']);
  });

  it("do not in a key that is one of several", () => {
    const key = '<Key><PropertyRef Name="id"/></Key>';
    const both = '<Key><PropertyRef Name="id"/><PropertyRef Name="berth"/></Key>';
    expect(rulesOf([], [key, both]).there).toEqual([]);
    expect(rulesOf([], [key, '<Key><PropertyRef Name="berth"/></Key>']).there).toEqual([
      'key/changed: the key of microsoft.graph.boat was "id" and is "berth"',
    ]);
  });

  it("do not in a table of the types that a property may have, where one column is not names and types", () => {
    const row = "|tonnage|Int32|Never null.|\n";
    const types = "\n|Property type|Remarks|\n|:---|:---|\n|Binary|Short.|\n|String|Long.|\n";
    expect(rulesOf([["resources/boat.md", row, `${row}${types}`]]).there).toEqual([]);
    const named = types.replace("|Property type|Remarks|", "|Property|Type|").replace("|Short.|", "|String|");
    expect(rulesOf([["resources/boat.md", row, `${row}${named}`]]).there).toContain(
      'property/removed: microsoft.graph.boat has "Binary" no more',
    );
  });

  it("do not in the values of a property of text, in a list of its own; but in an enumeration", () => {
    const enums = (heading: string): Edit => [
      "resources/boat.md",
      "## Relationships",
      `## ${heading}\n\n|Member|\n|:---|\n|first|\n|last|\n\n## Relationships`,
    ];
    const gone = (heading: string) =>
      diffContracts(marinaAfter([enums(heading)]), declaredAfter())
        .filter(({ rule, message }) => rule.startsWith("enum/") && !message.includes("sailKind"))
        .map(({ message }) => message);
    expect(gone("Berth enumeration")).toEqual([]);
    expect(gone("Mooring enumeration")).toEqual(["microsoft.graph.Mooring is declared no more"]);
  });

  it("do not in several values at once, of which pages are silent", () => {
    const flags = ['<EnumType Name="boatKind">', '<EnumType Name="boatKind" IsFlags="true">'] as const;
    const kinds = diffContracts(marinaAfter([]), declaredAfter(flags)).map(({ rule }) => rule);
    expect(kinds.filter((rule) => rule.startsWith("flags/"))).toEqual([]);
    const both = diffContracts(declaredAfter(), declaredAfter(flags)).map(({ rule }) => rule);
    expect(both).toContain("flags/added");
  });

  it("do not in a namespace that the pages leave out", () => {
    const fleet = marinaAfter([]);
    const { "microsoft.graph.plate": plate, ...types } = fleet.types;
    if (!plate) throw new Error("the marina has no plate");
    const named = "microsoft.graph.fleet.plate";
    const other = { ...fleet, types: { ...types, [named]: { ...plate, name: named } } };
    const lines = diffContracts(other, declaredAfter()).map(({ message }) => message);
    expect(lines.filter((line) => line.includes("plate"))).toEqual([]);
  });
});
