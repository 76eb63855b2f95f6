import { describe, expect, it } from "vitest";
import { description } from "../../../src/rules/resource/description.ts";
import { keyProperty } from "../../../src/rules/resource/key-property.ts";
import { tableAndJson } from "../../../src/rules/resource/table-and-json.ts";
import { tableCell } from "../../../src/rules/resource/table-cell.ts";
import { tableMissing } from "../../../src/rules/resource/table-missing.ts";
import { inShort, pagesOf } from "../../support/pages-of.ts";
import { contextOf, type ResourceSketch } from "./resource-sketch.ts";

const rows = ["|id|String|Key.|", "|status|String|Status.|"];

describe("resource/table-cell", () => {
  const judge = (...more: string[]) => inShort(tableCell.judge(contextOf({ rows: [...rows, ...more] })));

  it.each([
    ["|burn Hours|Int32|Hours.|", /^fail 13:2 "burn Hours" is no name/],
    ["| **burn hours** |Int32|Hours.|", /^fail 13:3 "burn hours" is no name/],
    ["|shade|self.shade|What covers it.|", /^fail 13:8 "self\.shade" is no type of Graph/],
    ["|shades|self.shade collection|What covers it.|", /^fail 13:9 "self\.shade collection" is no type/],
    ["|isLit|Bool|True.|", /^fail 13:8 "Bool" is no type/],
    ["|isLit|Boolen|True.|", /^fail 13:8 "Boolen" is no type/],
    ["|name|Sting|N.|", /^fail 13:7 "Sting" is no type/],
    ["|name|Edm.Strng|N.|", /^fail 13:7 "Edm\.Strng" is no type/],
    ["|name|String|", /^fail 13:1 the row of "name" has 2 cells, its table 3/],
    ["|name||N.|", /^fail 13:2 "name" has no type/],
  ])("fails for %s", (row, message) => {
    expect(judge(row)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ["|name|string|N.|"],
    ["|name|Edm.String|N.|"],
    ["|count|Integer|N.|"],
    ["|name (optional)|String|N.|"],
    ["|[name](name.md)|String|N.|"],
    ["|**Names of the lamp**|||"],
    ["|A word of prose|String|N.|"],
    ["|stringValue|stringValue|N.|"],
    ["|name|[String](x.md)|N.|"],
    ["|name|String||"],
    ["[!INCLUDE [more](../includes/more.md)]"],
  ])("passes %s", (row) => {
    expect(judge(row)).toEqual([]);
  });

  it("lets the header have a column that no row has", () => {
    const page = [
      "# run resource type",
      "## Properties",
      "|Property|Type|Unit|Description|",
      "|:--|:--|:--|:--|",
    ];
    const text = [...page, "|id|String|Key.|", "|length|Int32|Metres.|"].join("\n");
    const judged = tableCell.judge(pagesOf({ "resources/run.md": text }).context("resources/run.md"));
    expect(inShort(judged)).toEqual([]);
  });

  it("reads a name with a blank as the one without", () => {
    const sketch = { rows: ["|burn Hours|Int32|H.|"], json: ['"burnHours": 1'] };
    expect(inShort(tableAndJson.judge(contextOf(sketch)))).toEqual([]);
  });
});

describe("resource/description", () => {
  const judge = (sketch: ResourceSketch) => inShort(description.judge(contextOf(sketch)));

  it("passes when every row says something", () => {
    expect(judge({ rows })).toEqual([]);
  });

  it("fails once, at the first row that says nothing", () => {
    expect(judge({ rows: ["|id|String|Key.|", "|name|String||", "|state|String| - |"] })).toEqual([
      'fail 12:2 "name" has no description, nor has 1 more',
    ]);
  });

  it("leaves a row that lacks the cell to resource/table-cell", () => {
    expect(judge({ rows: [...rows, "|name|String|"] })).toEqual([]);
  });

  it("is not applicable where nothing is declared", () => {
    expect(judge({})).toBe("not-applicable");
  });
});

describe("resource/key-property", () => {
  const judge = (sketch: ResourceSketch, others?: Readonly<Record<string, ResourceSketch>>) =>
    keyProperty.judge(contextOf({ json: ['"id": "String"'], ...sketch }, others));
  const annotation = ', "keyProperty": "id"';

  it("passes for a property of the type or of its base", () => {
    expect(judge({ rows, annotation })).toEqual([]);
    expect(
      judge(
        { rows: ["|a|String|A.|"], annotation, base: "base", json: ['"a": "String"'] },
        { base: { rows } },
      ),
    ).toEqual([]);
  });

  it("is an info where nothing says that the type is an entity, and a warning where a relationship leads to it", () => {
    const sketch = { rows: ["|a|String|A.|"], annotation, json: ['"a": "String"'] };
    expect(judge(sketch)).toMatchObject([
      { status: "fail", severity: "info", span: { start: { line: 19 } } },
    ]);
    const [found] = judge(sketch, { owner: { relationships: ["|runs|[run](run.md) collection|R.|"] } });
    expect(found).toMatchObject({ status: "fail", severity: undefined });
  });

  it("is not verified where the page of a base type was not read", () => {
    const sketch = { rows: ["|a|String|A.|"], annotation, base: "gone", json: ['"a": "String"'] };
    expect(judge(sketch)).toMatchObject([{ status: "not-verified", reason: "not-in-folder" }]);
  });

  it("is not applicable where no annotation names a key", () => {
    expect(judge({ rows })).toBe("not-applicable");
  });
});

describe("resource/table-missing", () => {
  const json = (object: string, annotation = "") => [
    "## JSON representation",
    `<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.run"${annotation} } -->`,
    "```json",
    object,
    "```",
  ];
  const judge = (lines: readonly string[], others: Readonly<Record<string, string>> = {}) => {
    const text = ["# run resource type", "", ...lines].join("\n");
    return inShort(
      tableMissing.judge(pagesOf({ "resources/run.md": text, ...others }).context("resources/run.md")),
    );
  };
  const table = ["|Property|Type|Description|", "|:--|:--|:--|", "|state|String|S.|", ""];
  const shown = '{ "state": "String" }';

  it("fails at the title of a page that has none", () => {
    expect(judge(json(shown))).toEqual([
      'fail 1:1 microsoft.graph.run has a JSON representation and no table of properties, which says what "state" is',
    ]);
  });

  it.each([
    ["has a table", ["## Properties", ...table, ...json(shown)]],
    ["has it before any heading", [...table, ...json(shown)]],
    ["says that it has untyped properties", ["It carries untyped properties.", "", ...json(shown)]],
    ["is annotated as open", json(shown, ', "openType": true')],
    ["is a map", json('{ "3f8a-11": "String" }')],
    ["has only relationships", ["## Relationships", ...table, ...json(shown)]],
  ])("passes a page that %s", (_, lines) => {
    expect(judge(lines)).toEqual([]);
  });

  it("passes what the base type declares, and does not know where its page was not read", () => {
    const base = ["# base resource type", "## Properties", ...table].join("\n");
    const lines = ["Inherits from [base](base.md).", "", ...json(shown)];
    expect(judge(lines, { "resources/base.md": base })).toEqual([]);
    expect(judge(lines)).toEqual([expect.stringMatching(/^not-verified 1:1 /)]);
  });

  it("fails where a page denies that it is open", () => {
    expect(judge(["It has no untyped properties.", "", ...json(shown)])).toHaveLength(1);
  });
});
