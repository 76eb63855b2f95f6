import { describe, expect, it } from "vitest";
import { contractOfMetadata } from "../../../src/contract/derive/merge-metadata.ts";
import { diffContracts } from "../../../src/diff/diff-contracts.ts";
import { readMetadata } from "../../../src/metadata/read-metadata.ts";
import { changesBetween, type Edit, marina } from "../../support/marina.ts";
import { csdlOf } from "../../support/metadata-of.ts";

const declared = (text: string) => contractOfMetadata(readMetadata(csdlOf(text), "orchard.csdl"), "v1.0");
const changes = (before: string, after: string) => diffContracts(declared(before), declared(after));
const said = (before: string, after: string) =>
  changes(before, after).map(({ rule, message }) => `${rule}: ${message}`);

const entity =
  '<EntityType Name="entity" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>';
const tree = (base: string, own = "") =>
  `${entity}<EntityType Name="tree"${base}>${own}<Property Name="height" Type="Edm.Int32"/></EntityType><EntityType Name="pear" BaseType="graph.tree"/>`;
const derived = ' BaseType="graph.entity"';
const own = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>';

describe("a base type", () => {
  it("goes with what was inherited from it, in the types that derive from it too", () => {
    const all = changes(tree(derived), tree(""));
    expect(all.map(({ message }) => message)).toEqual([
      'microsoft.graph.tree derived from microsoft.graph.entity and derives from nothing; with it went the key "id"',
    ]);
    expect(all[0]?.places).toHaveLength(5);
    expect(all[0]?.weighs).toEqual({
      read: "breaking",
      write: "breaking",
      sdk: "breaking",
      gate: "breaking",
    });
    expect(all[0]?.breaks).toBe("Every client that asks for one by its key.");
  });

  it("comes with it", () => {
    const [only, ...others] = changes(tree(""), tree(derived));
    expect(only?.message).toContain('derives from microsoft.graph.entity; with it came the key "id"');
    expect(only?.weighs).toEqual({ read: "risky", write: "risky", sdk: "breaking", gate: "risky" });
    expect(others).toEqual([]);
  });

  it("goes alone where the type has all of its own from now on", () => {
    expect(said(tree(derived), tree("", own))).toEqual([
      "base/removed: microsoft.graph.tree derived from microsoft.graph.entity and derives from nothing",
    ]);
  });

  it("takes along no property of the type itself", () => {
    const shorter = tree("").replace('<Property Name="height" Type="Edm.Int32"/>', "");
    expect(said(tree(derived), shorter).map((line) => line.split(";")[0])).toEqual([
      "base/removed: microsoft.graph.tree derived from microsoft.graph.entity and derives from nothing",
      'property/removed: microsoft.graph.pear has "height" no more',
    ]);
  });
});

describe("an enumeration", () => {
  const members = (names: string) =>
    names.split(" ").map((name, value) => `<Member Name="${name}" Value="${value}"/>`);
  const fruit = (names: string) =>
    `${entity}<EnumType Name="fruit">${members(names).join("\n")}</EnumType>\n`;
  const herb = (names: string) => `<EnumType Name="herb">${members(names).join("\n")}</EnumType>`;

  it("that got several members is one change, with a place for each", () => {
    const all = changes(fruit("apple"), fruit("apple fig kiwi lime pear plum"));
    expect(all.map(({ message }) => message)).toEqual([
      'microsoft.graph.fruit has "fig"; so too "kiwi", "lime", "pear" and "plum"',
    ]);
    expect(all[0]?.places).toHaveLength(5);
  });

  it("that got a member by the row of one page is one change, at that row", () => {
    const kinds = (members: string): Edit => [
      "resources/boat.md",
      "|kind|boatKind|What it is for.|",
      `|kind|boatKind|What it is for. Possible values are: ${members}.|`,
    ];
    // A type that repeats the row as a text takes from its base what the enumeration has.
    const raft: Edit = [
      "resources/raft.md",
      "",
      "# raft resource type\n\nNamespace: microsoft.graph\n\nInherits from [boat](boat.md).\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|kind|String|Possible values are: `ferry`, `yacht`.|\n",
    ];
    const before = [kinds("`ferry`, `yacht`"), raft];
    const [only, ...others] = changesBetween(before, [kinds("`ferry`, `yacht`, `tug`"), raft]);
    expect(others).toEqual([]);
    expect(only?.message).toContain('"tug"');
    const files = only?.places.map(({ after }) => after?.location?.file.replace(/^.*resources/, ""));
    expect(new Set(files)).toEqual(new Set(["/boat.md"]));
  });

  it("is accepted as what it became, and not as another", () => {
    const typed = (type: string): Edit => [
      "resources/boat.md",
      "|draught|Int32|In centimetres.|",
      `|draught|${type}|In centimetres.|`,
    ];
    const [text] = changesBetween([], [typed("String")]);
    const [flag] = changesBetween([], [typed("Boolean")]);
    const [textAgain] = changesBetween([typed("Boolean")], [typed("String")]);
    expect([text?.rule, flag?.rule]).toEqual(["property/type-changed", "property/type-changed"]);
    expect(text?.fingerprint).not.toBe(flag?.fingerprint);
    expect(text?.fingerprint).toBe(textAgain?.fingerprint);
  });

  it("is accepted with the members that it got, and not with one more", () => {
    const [two] = changes(fruit("apple"), fruit("apple fig kiwi"));
    const [three] = changes(fruit("apple"), fruit("apple fig kiwi lime"));
    expect(three?.fingerprint).not.toBe(two?.fingerprint);
  });

  it("has its members apart from those of another, and from those that came otherwise", () => {
    const sentinel = "unknownFutureValue";
    expect(
      said(
        fruit(`apple ${sentinel}`) + herb("leek"),
        fruit(`apple fig ${sentinel} kiwi`) + herb("leek sage"),
      ),
    ).toEqual([
      'member/added: microsoft.graph.herb has "sage"',
      'member/added-before-sentinel: microsoft.graph.fruit has, before the sentinel, "fig"',
      'member/added-on-request: microsoft.graph.fruit has "kiwi"',
    ]);
  });
});

describe("values that a row of a page lists", () => {
  it("are one change where several came, and none is lost", () => {
    const more: Edit = ["resources/boat.md", "`red`, `white`.", "`red`, `white`, `blue`, `grey`."];
    const [only, ...others] = changesBetween([], [more]);
    expect(only?.message).toBe('"colour" of microsoft.graph.boat has "blue"; so too "grey"');
    expect(others).toEqual([]);
  });

  it("are one change at all paths of the page, for each row", () => {
    const comment = "|comment|String|What was seen. Optional.|";
    const row = (name: string, list: string) => `|${name}|String|Optional. Possible values are: ${list}.|`;
    const refit = (list: string): Edit[] => [
      ["api/boat-refit.md", "POST /boats/{id}/refit", "POST /boats/{id}/refit\nPOST /docks/{id}/refit"],
      ["api/boat-refit.md", comment, `${row("comment", list)}\n${row("paint", list)}`],
    ];
    const all = changesBetween(refit("`red`, `white`"), refit("`red`, `white`, `blue`, `grey`"));
    expect(all.map(({ message, places }) => `${message}, ${places.length} places`)).toEqual([
      'parameter "comment" of POST /boats/{}/refit takes "blue"; so too "grey", 4 places',
      'parameter "paint" of POST /boats/{}/refit takes "blue"; so too "grey", 4 places',
    ]);
  });
});

describe("what a page says of all its paths", () => {
  const get = "api/boat-get.md";
  const clouds = (...marks: string[]): Edit => [
    get,
    "## HTTP request",
    `|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|\n|-|-|-|-|\n|${marks.join("|")}|\n\n## HTTP request`,
  ];
  const said = (before: readonly Edit[], after: readonly Edit[]) =>
    changesBetween(before, after).map(({ message }) => message);

  it("is one change: the clouds, those where it is apart from those where it is not", () => {
    expect(said([], [clouds("✅", "✅", "❌", "✅")])).toEqual([
      'GET /boats/{} is said to be available in the cloud china; so too "global" and "us-l4"',
      "GET /boats/{} is said not to be available in the cloud us-l5",
    ]);
  });

  it("is one change: its permissions, where they are left out from now on, and one each where they come", () => {
    const table = /\|Permission type[\s\S]*?\|Application\|.*\n/.exec(marina[get] ?? "")?.[0] ?? "";
    const without: Edit = [get, table, ""];
    expect(said([], [without])).toEqual([
      "application permissions of GET /boats/{} are not said any more; so too delegated (personal) and delegated (work or school)",
    ]);
    expect(said([without], [])).toHaveLength(3);
  });
});

describe("a property whose row says the same of another name", () => {
  const draught = "|draught|Int32|In centimetres.|";
  const words = "How far it reaches below the water, in centimetres.";
  const said = (...rows: readonly string[]): Edit => ["resources/boat.md", draught, rows.join("\n")];
  const row = (name: string, text = words, type = "Int32") => `|${name}|${type}|${text}|`;
  const rulesOf = (before: Edit, after: Edit) =>
    changesBetween([before], [after]).map(({ rule, guess }) => `${rule}${guess ? ", a guess" : ""}`);
  const apart = ["property/added", "property/removed"];

  it("is the same property, by a guess, both ways", () => {
    expect(rulesOf(said(row("draught")), said(row("below")))).toEqual(["property/renamed, a guess"]);
    expect(rulesOf(said(row("below")), said(row("draught")))).toEqual(["property/renamed, a guess"]);
  });

  it.each([
    ["its words are others", row("below", `${words} Measured at sea.`)],
    ["it has another type", row("below", words, "String")],
  ])("is another one where %s", (_, next) => {
    expect(rulesOf(said(row("draught")), said(next))).toEqual(apart);
  });

  it("is another one where the words are few, or two rows have them", () => {
    expect(rulesOf(said(row("draught", "A depth.")), said(row("below", "A depth.")))).toEqual(apart);
    expect(rulesOf(said(row("draught")), said(row("below"), row("reach")))).toEqual([
      "property/added",
      ...apart,
    ]);
  });
});

describe("a relationship that says the beginning of its type's name from now on, or no more", () => {
  const crew = "|crew|[sailor](sailor.md) collection|Who sails it. Supports `$expand`.|";
  const called = (name: string, type = "sailor") =>
    ["resources/boat.md", crew, `|${name}|[${type}](${type}.md) collection|Who sails it.|`] as const;
  const rulesOf = (before: Edit, after: Edit) =>
    changesBetween([before], [after]).map(({ rule, guess }) => `${rule}${guess ? ", a guess" : ""}`);

  it("is the same under another name", () => {
    expect(rulesOf(called("guests"), called("sailorGuests"))).toEqual(["relationship/renamed, a guess"]);
    expect(rulesOf(called("sailorGuests"), called("guests"))).toEqual(["relationship/renamed, a guess"]);
  });

  it("is another one where the beginning is none of its type, or the type is another", () => {
    const apart = ["relationship/added", "relationship/removed"];
    expect(rulesOf(called("guests"), called("formerGuests"))).toEqual(apart);
    expect(rulesOf(called("guests"), called("sailorGuests", "vessel"))).toEqual(apart);
  });
});

describe("permissions that stand in a part of the page", () => {
  const refit = "api/boat-refit.md";
  const table =
    "## Permissions\n\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Application|Boat.ReadWrite.All|\n\n## HTTP request";
  const part = "includes/permissions/boat-refit-permissions.md";
  const include = `## Permissions\n\n[!INCLUDE [permissions-table](../${part})]\n\n## HTTP request`;
  const with_ = (text: string): Edit => [refit, "## HTTP request", text];
  const rules = (before: readonly Edit[], after: readonly Edit[]) =>
    changesBetween(before, after).map(({ rule }) => rule);

  it("are no change where nobody knows what it says", () => {
    expect(rules([with_(table)], [with_(include)])).toEqual([]);
    expect(rules([with_(include)], [with_(table)])).toEqual([]);
    expect(rules([with_(include)], [with_(include)])).toEqual([]);
  });

  it("are compared where it was read, and missed where the page has none", () => {
    const file = (name: string): Edit => [
      part,
      "",
      `|Permission type|Least privileged permissions|Higher privileged permissions|\n|:---|:---|:---|\n|Application|${name}|Not available.|\n`,
    ];
    expect(rules([with_(table)], [with_(include), file("Boat.ReadWrite.All")])).toEqual([]);
    expect(rules([with_(table)], [with_(include), file("Fleet.ReadWrite.All")])).toContain(
      "permission/least-raised",
    );
    expect(rules([with_(table)], [])).toEqual(["permission/unstated"]);
  });
});

describe("the least privileged permission", () => {
  const page = "api/boat-get.md";
  const work = "|Delegated (work or school account)|Boat.Read.All, Boat.ReadWrite.All|";
  const of = (cell: string): Edit => [page, work, `|Delegated (work or school account)|${cell}|`];
  const told = (before: string, after: string) =>
    changesBetween([of(before)], [of(after)]).map(({ rule, weighs, message }) => {
      return `${rule} ${weighs.read}: ${message.replace(/^.*GET \/\S+ /, "")}`;
    });

  it("is one change with the one that went or came", () => {
    expect(told("Boat.Read, Boat.ReadWrite", "Boat.ReadWrite")).toEqual([
      'permission/least-raised breaking: the least was "Boat.Read" and is "Boat.ReadWrite"; listed no more: "Boat.Read"',
    ]);
    expect(told("Boat.ReadWrite", "Boat.Read, Boat.ReadWrite")).toEqual([
      'permission/least-lowered compatible: the least was "Boat.ReadWrite" and is "Boat.Read"; new: "Boat.Read"',
    ]);
  });

  it("is not what went or came beside it", () => {
    expect(told("Boat.Read, Boat.ReadWrite, Sea.Read", "Boat.ReadWrite, Sea.ReadWrite")).toEqual([
      'permission/added compatible: have "Sea.ReadWrite"',
      expect.stringContaining("permission/least-raised breaking"),
      'permission/removed breaking: have "Sea.Read" no more',
    ]);
  });

  it("is one change with what is needed beside it from now on, or no more", () => {
    expect(told("Boat.Read", "Boat.Read and Sea.Read")).toEqual([
      'permission/now-in-addition breaking: want another one beside "Boat.Read": "Sea.Read"',
    ]);
    expect(told("Boat.Read and Sea.Read", "Boat.Read")).toEqual([
      'permission/now-alone compatible: "Boat.Read" does alone; needed no more: "Sea.Read"',
    ]);
  });
});

describe("a type that no page here declares", () => {
  const boat = "resources/boat.md";
  const row = "|draught|Int32|In centimetres.|";
  const of = (type: string): Edit => [boat, row, `|draught|[${type}](depth.md)|In centimetres.|`];
  const rules = (before: string, after: string) =>
    changesBetween([of(before)], [of(after)]).map(({ rule }) => rule);

  it("is the same one with its namespace and without", () => {
    expect(rules("microsoft.graph.harbour.depth", "depth")).toEqual([]);
    expect(rules("depth", "microsoft.graph.harbour.depth")).toEqual([]);
    expect(rules("depth", "height")).toEqual(["property/type-changed"]);
    expect(rules("microsoft.graph.harbour.depth", "microsoft.graph.yard.depth")).toEqual([
      "property/type-changed",
    ]);
  });

  it("is said more exactly where the namespace was none of Graph's", () => {
    expect(rules("contoso.harbour.depth", "microsoft.graph.depth")).toEqual(["property/type-sharpened"]);
    expect(rules("contoso.harbour.depth", "microsoft.graph.height")).toEqual(["property/type-changed"]);
  });
});
