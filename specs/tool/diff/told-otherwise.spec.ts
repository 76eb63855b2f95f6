import { describe, expect, it } from "vitest";
import { changesBetween, type Edit } from "../../support/marina.ts";

const get = "api/boat-get.md";
const boat = "resources/boat.md";
const refit = "api/boat-refit.md";
const rulesOf = (before: readonly Edit[], after: readonly Edit[]) =>
  changesBetween(before, after).map(({ rule }) => rule);

describe("permissions that a page shows by the least privileged alone", () => {
  const rows =
    "|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Delegated (work or school account)|Boat.Read.All, Boat.ReadWrite.All|\n|Delegated (personal Microsoft account)|Not supported.|\n|Application|Boat.Read.All|\n";
  const header = "|Resource|Delegated (work or school account)|Application|\n|:-|:-|:-|\n";
  const shown = (sentence: string, work = "Boat.Read.All"): Edit[] => [
    [get, rows, `${sentence}\n\n${header}|boat|${work}|Boat.Read.All|\n`],
  ];
  const least = "The following table shows the least privileged permission required to call this API.";
  const personal = "permission/unstated";

  it("deny none of those that they leave out, either way round", () => {
    expect(rulesOf([], shown(least))).toEqual([personal]);
    expect(rulesOf(shown(least), [])).toEqual(["permission/stated"]);
  });

  it("are more where one is new", () => {
    expect(rulesOf([], shown(least, "Fleet.Read.All"))).toEqual(["permission/added", personal]);
  });

  it("are all that there are where nothing says that they are the least", () => {
    const all = "One of the following permissions is required to call this API.";
    expect(rulesOf([], shown(all))).toEqual(["permission/removed", personal]);
  });
});

describe("a relationship in the table of properties", () => {
  const row = "|captain|[sailor](sailor.md)|Who commands it. Supports `$expand`.|\n";
  const among = (text: string): Edit[] => [[boat, "|colour|", `${text}|colour|`]];
  const apart = (text: string): Edit[] => [[boat, "|crew|", `${text}|crew|`]];

  it("is one already where it takes `$expand`, and moves to the table of relationships without a change", () => {
    expect(rulesOf(among(row), apart(row))).toEqual([]);
  });

  it("is a property where nothing says so", () => {
    const plain = row.replace(" Supports `$expand`.", "");
    expect(rulesOf(among(plain), apart(plain))).toEqual(["relationship/from-property"]);
  });
});

describe("a key in brackets", () => {
  const line = (path: string): Edit => [refit, "POST /boats/{id}/refit\n", `POST ${path}\n`];

  it("is the same behind a slash", () => {
    expect(rulesOf([line("/boats('{id}')/refit")], [])).toEqual(["path/mended"]);
    expect(rulesOf([line("/boats({id})/refit")], [])).toEqual(["path/mended"]);
  });

  it("is the same where both were documented, and one is left", () => {
    const both = line("/boats('{id}')/refit\nPOST /boats/{id}/refit");
    expect(rulesOf([both], [])).toEqual(["path/alias-mended"]);
  });

  it("is another one by another name, and an argument is no key", () => {
    expect(rulesOf([line("/boats(plate='{plate}')/refit")], [])).toEqual(["path/moved"]);
    expect(rulesOf([line("/yachts('{id}')/refit")], [])).toEqual(["path/moved"]);
  });
});

describe("a path that is announced to go", () => {
  const yard = "POST /yard/boats/{id}/refit";
  const both: Edit = [refit, "POST /boats/{id}/refit\n", `POST /boats/{id}/refit\n${yard}\n`];
  const announced = (words: string): Edit => [
    refit,
    "## HTTP request\n",
    `## HTTP request\n\n> [!NOTE]\n> The \`/yard\` path ${words}. Use the \`/boats\` path instead.\n`,
  ];
  const told = (words: string) =>
    changesBetween([both], [both, announced(words)]).map(({ rule, places }) => [rule, places[0].subject.id]);

  it("is deprecated, and the other paths of its page are not", () => {
    expect(told("will be retired soon")).toEqual([["operation/deprecated", "POST /yard/boats/{}/refit"]]);
    expect(told("is deprecated")).toEqual([["operation/deprecated", "POST /yard/boats/{}/refit"]]);
  });

  it("is not where nothing of the kind is said of it", () => {
    expect(told("won't be retired soon")).toEqual([]);
    expect(told("will be extended soon")).toEqual([]);
  });
});

describe("a property that is listed twice", () => {
  const twice = (more: string): Edit[] => [
    [boat, "|launched|", `|launched (deprecated)|DateTimeOffset|When.${more}|\n|launched|`],
  ];
  const behind = (more: string): Edit[] => [
    [boat, "|notes|", `|launched|DateTimeOffset|When.${more}|\n|notes|`],
  ];

  it("is deprecated where one of its rows says so, whichever comes first", () => {
    expect(rulesOf([], twice(""))).toEqual(["property/deprecated"]);
    expect(rulesOf([], behind(" The **launched** property is deprecated."))).toEqual(["property/deprecated"]);
  });

  it("is as it was where none does", () => {
    expect(rulesOf([], behind(""))).toEqual([]);
  });
});

describe("a value of a type that gets another name", () => {
  const kinds = (name: string): Edit[] => [
    [boat, "|kind|boatKind|", `|kind|${name}|`],
    ["resources/enums.md", "boatKind values", `${name} values`],
  ];

  it("is of the same type: the new name is one change", () => {
    expect(rulesOf([], kinds("boatKinds"))).toEqual(["enum/renamed", "property/type-mended"]);
  });

  it("is of another one where the type of before goes on under its name", () => {
    const other: Edit[] = [[boat, "|kind|boatKind|", "|kind|sailKind|"]];
    expect(rulesOf([], other)).toEqual(["property/type-without-value"]);
  });
});
