import { describe, expect, it } from "vitest";
import { changesBetween, type Edit } from "../../support/marina.ts";

const boat = "resources/boat.md";
const get = "api/boat-get.md";
const refit = "api/boat-refit.md";
const rulesOf = (before: readonly Edit[], after: readonly Edit[]) =>
  changesBetween(before, after).map(({ rule }) => rule);

/** A length that the table and an example have as they are given, and a refit that takes it. */
function long(type: string, shown: string): Edit[] {
  return [
    [boat, "|tonnage|", `|overall|${type}|In feet.|\n|tonnage|`],
    [get, '"berth": "7"', `"berth": "7", "overall": ${shown}`],
    [refit, "|comment|", `|overall|${type}|Optional.|\n|comment|`],
  ];
}

describe("a text that is a number from now on", () => {
  it("was one in quotation marks where all examples show so, and so is a parameter that changed alike", () => {
    expect(rulesOf(long("String", '"40"'), long("Int32", "40"))).toEqual([
      "parameter/type-mended",
      "property/type-mended",
    ]);
  });

  it.each([
    ["where a text was none", '"forty"', "40"],
    ["where it is still one in quotation marks", '"40"', '"40"'],
  ])("breaks %s", (_, before, after) => {
    expect(rulesOf(long("String", before), long("Int32", after))).toEqual([
      "parameter/type-changed",
      "property/type-changed",
    ]);
  });
});

describe("an empty cell of permissions", () => {
  const row = (cell: string): Edit => [
    get,
    "|Delegated (personal Microsoft account)|Not supported.|",
    `|Delegated (personal Microsoft account)|${cell}|`,
  ];

  it.each(["", "_varies by context_"])("says nothing: %j", (cell) => {
    expect(rulesOf([row(cell)], [row("Boat.Read")])).toEqual(["permission/stated"]);
  });

  it("is none that says that there is no permission", () => {
    expect(rulesOf([], [row("Boat.Read")])).toEqual(["permission/supported"]);
  });
});

describe("a property whose type the JSON representation names", () => {
  const tonnage = (type: string, shown: string): Edit[] => [
    [boat, "|tonnage|", `|overall|${type}|In feet.|\n|tonnage|`],
    [boat, '"berth": "String"', `"berth": "String", "overall": ${shown}`],
  ];

  it.each(["Integer", "Int32", "Int64", "Number", "Int32 (identifier)"])(
    "was no text because a placeholder stood there: %s",
    (placeholder) => {
      const before = tonnage("Int32", `"${placeholder}"`);
      expect(rulesOf(before, tonnage("String", '"String"'))).toEqual(["property/type-changed"]);
      expect(rulesOf(before, tonnage("Int64", '"Int64"'))).toEqual(["property/type-widened"]);
    },
  );

  it.each(["String", "40 ft"])("was a text where a text stood there: %s", (text) => {
    expect(rulesOf(tonnage("Int32", `"${text}"`), tonnage("String", '"String"'))).toEqual([
      "property/type-mended",
    ]);
  });
});

describe("a name that the JSON representation alone shows", () => {
  const shown = (json: string): Edit => [boat, '"berth": "String"', `"berth": "String", ${json}`];

  it("is no property where it misspells a row that the representation does not show", () => {
    expect(rulesOf([], [shown('"tonage": 1')])).toEqual([]);
  });

  it.each([
    ["where it is near no row", '"masts": 1', []],
    ["where the representation shows the row, too", '"tonage": 1', [shown('"tonnage": 1')]],
  ])("is one %s", (_, json, also) => {
    expect(rulesOf(also, [...also, shown(json)])).toEqual(["property/added"]);
  });
});

describe("that a row is called read-only", () => {
  it("says nothing of a key, which nobody may change", () => {
    const unsaid: Edit = [boat, "Its key. Read-only.", "Its key."];
    expect(rulesOf([], [unsaid])).toEqual([]);
    expect(rulesOf([unsaid], [])).toEqual([]);
  });

  it("is a change of anything else", () => {
    const hailed: Edit = [boat, "|tonnage|", "|hail|String|Its name over the radio. Read-only.|\n|tonnage|"];
    const unsaid: Edit = [boat, "|tonnage|", "|hail|String|Its name over the radio.|\n|tonnage|"];
    expect(rulesOf([hailed], [unsaid])).toEqual(["property/writable"]);
    expect(rulesOf([unsaid], [hailed])).toEqual(["property/read-only"]);
  });
});

describe("a body that an example shows no more", () => {
  const end = "returns a `204 No Content` response code.\n";
  const example = (status: string, body: string): Edit => [
    refit,
    end,
    `${end.replace("204 No Content", status)}\n## Example\n\n<!-- { "blockType": "request", "name": "refit" } -->\n\`\`\`http\nPOST https://graph.microsoft.com/v1.0/boats/1/refit\n\`\`\`\n\n<!-- { "blockType": "response" } -->\n\`\`\`http\nHTTP/1.1 ${status}\n${body}\`\`\`\n`,
  ];
  const json = 'Content-Type: application/json\n\n{ "id": "1" }\n';

  const csv = "Content-Type: text/csv\n\nid\n1\n";

  it("was no answer in its media type under a 204, which has no content", () => {
    expect(rulesOf([example("204 No Content", json)], [example("204 No Content", csv)])).toEqual([]);
  });

  it("was one under a 200", () => {
    expect(rulesOf([example("200 OK", json)], [example("200 OK", csv)])).toEqual([
      "example/media-type-added",
      "example/media-type-removed",
    ]);
  });

  it("tells nothing of the media type where there is none on one side", () => {
    expect(rulesOf([example("200 OK", json)], [example("200 OK", "")])).toEqual([]);
    expect(rulesOf([example("200 OK", "")], [example("200 OK", json)])).toEqual([]);
  });
});
