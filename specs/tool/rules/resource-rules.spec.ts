import { describe, expect, it } from "vitest";
import { duplicateProperty } from "../../../src/rules/resource/duplicate-property.ts";
import { propertyCase } from "../../../src/rules/resource/property-case.ts";
import { tableAndJson } from "../../../src/rules/resource/table-and-json.ts";
import { inShort } from "../../support/pages-of.ts";
import { contextOf as context, type ResourceSketch } from "./resource-sketch.ts";

const rows = ["|id|String|Key.|", "|status|String|Status.|"];

describe("resource/table-and-json", () => {
  const judge = (sketch: ResourceSketch, others?: Readonly<Record<string, ResourceSketch>>) =>
    inShort(tableAndJson.judge(context(sketch, others)));

  it("passes when both name the same, control information and relationships aside", () => {
    const json = [
      '"@odata.type": "#microsoft.graph.run",',
      '"id": "String",',
      '"status": "String",',
      '"tasks": [{}]',
    ];
    expect(judge({ rows, relationships: ["|tasks|[task](task.md) collection|T.|"], json })).toEqual([]);
  });

  it("fails at the row that the JSON forgets", () => {
    expect(judge({ rows, json: ['"id": "String"'] })).toEqual([
      'fail 12:2 /properties/status "status" is in the property table, but not in the JSON representation of microsoft.graph.run',
    ]);
  });

  it("fails at the JSON line that no table has", () => {
    expect(judge({ rows, json: ['"id": "String",', '"status": "String",', '  "owner": "String"'] })).toEqual([
      expect.stringMatching(
        /^fail 25:\d+ \/properties\/owner "owner" is in the JSON representation, but in no table of microsoft\.graph\.run or its base types$/,
      ),
    ]);
  });

  it("fails once for a name that is misspelt in one of the two", () => {
    expect(judge({ rows, json: ['"id": "String",', '"statu": "String"'] })).toEqual([
      expect.stringContaining(
        '"statu" is in the JSON representation, but the table of microsoft.graph.run has "status"',
      ),
    ]);
  });

  it("lets either repeat or leave out what is inherited", () => {
    const base = {
      base: {
        rows: ["|id|String|Key.|", "|created|DateTimeOffset|When.|"],
        json: ['"id": "String",', '"created": "String"'],
      },
    };
    expect(judge({ base: "base", rows, json: ['"status": "String",', '"created": "String"'] }, base)).toEqual(
      [],
    );
    expect(judge({ base: "base", rows, json: ['"id": "String",', '"status": "String"'] }, base)).toEqual([]);
  });

  it("is not verified for a further name in the JSON when the base's page was not read", () => {
    const json = ['"status": "String",', '"createdBy": "String"'];
    expect(judge({ base: "base", rows: rows.slice(1), json })).toEqual([
      expect.stringMatching(/^not-verified 23:\d+ \/properties\/createdBy "createdBy" is in the JSON/),
    ]);
  });

  it("knows without its page that the root of all entity types has an id and nothing else", () => {
    const json = ['"id": "String",', '"status": "String",', '"createdBy": "String"'];
    expect(judge({ base: "entity", rows: rows.slice(1), json })).toEqual([
      expect.stringMatching(/^fail 24:\d+ \/properties\/createdBy "createdBy" is in the JSON/),
    ]);
  });

  it.each<[string, ResourceSketch]>([
    ["leaves something out by ...", { rows, json: ['"id": "String",', "..."] }],
    ["is annotated as truncated", { rows, json: ['"id": "String"'], annotation: ', "truncated": true' }],
    [
      "calls the property optional",
      { rows, json: ['"id": "String"'], annotation: ', "optionalProperties": ["status"]' },
    ],
    [
      "is of an open type",
      { rows, json: ['"id": "a",', '"status": "b",', '"more": "c"'], annotation: ', "openType": true' },
    ],
    [
      "leaves out a stream",
      { rows: [...rows, "|content|Stream|C.|"], json: ['"id": "a",', '"status": "b"'] },
    ],
  ])("passes when the representation %s", (_, sketch) => {
    expect(judge(sketch)).toEqual([]);
  });

  it("leaves other letter case to resource/property-case", () => {
    expect(judge({ rows, json: ['"id": "String",', '"Status": "String"'] })).toEqual([]);
  });

  it("does not judge the rows below a subheading, which may be parts of a value", () => {
    const parts = [
      ...rows,
      "",
      "### Properties of the definition",
      "",
      "|Property|Type|Description|",
      "|:---|:---|:---|",
      "|Version|Int32|V.|",
    ];
    expect(judge({ rows: parts, json: ['"id": "String",', '"status": "String"'] })).toEqual([]);
  });

  it("is not verified when the representation cannot be read, not applicable when there is none", () => {
    expect(judge({ rows, json: ['"id" "String" status'] })).toEqual([
      "not-verified 22:1 the JSON representation of microsoft.graph.run cannot be read as a JSON object",
    ]);
    expect(judge({ rows })).toBe("not-applicable");
  });
});

describe("resource/property-case", () => {
  const judge = (sketch: ResourceSketch) => inShort(propertyCase.judge(context(sketch)));

  it("passes when both write the same", () => {
    expect(judge({ rows, json: ['"id": "String",', '"status": "String"'] })).toEqual([]);
  });

  it("fails at the JSON line that writes another letter case, and for nothing else", () => {
    expect(judge({ rows, json: ['"id": "String",', '"Status": "String",', '"other": 1'] })).toEqual([
      expect.stringMatching(
        /^fail 24:\d+ \/properties\/status the JSON representation writes "Status", the table of microsoft\.graph\.run writes "status"$/,
      ),
    ]);
  });

  it("is not applicable without a JSON representation", () => {
    expect(judge({ rows })).toBe("not-applicable");
  });
});

describe("resource/duplicate-property", () => {
  const judge = (...more: string[]) =>
    inShort(duplicateProperty.judge(context({ rows: [...rows, ...more] })));

  it("passes when rows repeat each other or say less", () => {
    expect(judge("|status|String|Again.|", "|id||No type.|")).toEqual([]);
  });

  it("fails at the second row when the types differ", () => {
    expect(judge("|status|Int32|Again.|")).toEqual([
      'fail 13:2 /properties/status "status" of microsoft.graph.run has two rows that disagree: its type is "String" and "Int32" (first in line 12)',
    ]);
    expect(judge("|status|String collection|Again.|")).toHaveLength(1);
  });

  it("fails when the members differ", () => {
    expect(
      judge("|kind|String|Possible values are: `a`, `b`.|", "|kind|String|Possible values are: `a`, `c`.|"),
    ).toEqual([
      'fail 14:2 /properties/kind "kind" of microsoft.graph.run has two rows that disagree: only one of them has "b", "c" (first in line 13)',
    ]);
  });

  it("is not applicable to a page without rows", () => {
    expect(inShort(duplicateProperty.judge(context({})))).toBe("not-applicable");
  });
});
