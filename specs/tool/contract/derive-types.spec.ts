import { describe, expect, it } from "vitest";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { deriveTypesOf as derive, shortProperties as properties } from "./resource-types.ts";

describe("a type", () => {
  it("has the properties of its tables with their facts and places", () => {
    const types = derive({
      run: {
        properties: [
          "|id|String|The key. Read-only. Not nullable.|",
          "|size|Int32|Valid values 1 to 9. Supports `$filter` (`eq`) and `$orderby`.|",
        ],
        relationships: ["|tasks|[task](task.md) collection|Its tasks. Supports `$expand`.|"],
      },
      task: { properties: ["|id|String|The key.|"] },
    });
    expect(types["microsoft.graph.run"]).toEqual({
      name: "microsoft.graph.run",
      abstract: false,
      open: false,
      properties: [
        {
          name: "id",
          type: { kind: "primitive", name: "Edm.String", collection: false },
          navigation: false,
          nullable: false,
          readOnly: true,
          row: "id|String|The key. Read-only. Not nullable.|",
          location: { file: "v1.0/resources/run.md", line: 10, column: 2 },
        },
        {
          name: "size",
          type: { kind: "primitive", name: "Edm.Int32", collection: false },
          navigation: false,
          range: { minimum: 1, maximum: 9 },
          filter: ["eq"],
          orderby: true,
          row: "size|Int32|Valid values 1 to 9. Supports `$filter` (`eq`) and `$orderby`.|",
          location: { file: "v1.0/resources/run.md", line: 11, column: 2 },
        },
        {
          name: "tasks",
          type: { kind: "type", name: "microsoft.graph.task", collection: true },
          navigation: true,
          expand: true,
          row: "tasks|[task](task.md) collection|Its tasks. Supports `$expand`.|",
          location: { file: "v1.0/resources/run.md", line: 16, column: 2 },
        },
      ],
      complete: true,
      location: { file: "v1.0/resources/run.md", line: 1, column: 1 },
    });
  });

  it("has no property of a row that tells of an annotation", () => {
    const rows = ["|id|String|", "|@microsoft.graph.mode|String|", "|`@odata.etag`|String|", "|mode|String|"];
    expect(properties(derive({ run: { properties: rows } })["microsoft.graph.run"])).toEqual([
      "id: primitive Edm.String",
      "mode: primitive Edm.String",
    ]);
  });

  it("of another version lends nothing", () => {
    expect(derive({ run: { properties: ["|id|String|"] } }, "beta")).toEqual({});
  });

  it("has no property, for certain, when its table has no row", () => {
    expect(derive({ run: {} })["microsoft.graph.run"]).toMatchObject({ properties: [], complete: true });
  });

  it("is not complete when its page has no table", () => {
    const page = readPage("# run resource type\n\n## JSON representation\n```json\n{}\n```\n", {
      file: "v1.0/resources/run.md",
      version: "v1.0",
    });
    const { types } = deriveContract(folderOf([page]), "v1.0");
    expect(types["microsoft.graph.run"]).toMatchObject({ properties: [], complete: false });
  });

  it("is not merged with its namesake in another namespace", () => {
    const types = derive({
      "run#1": { properties: ["|a|String|"] },
      "run#2": { namespace: "microsoft.graph.x", properties: ["|b|String|"] },
    });
    expect(properties(types["microsoft.graph.run"])).toEqual(["a: primitive Edm.String"]);
    expect(properties(types["microsoft.graph.x.run"])).toEqual(["b: primitive Edm.String"]);
  });

  it("takes the type of a property from the page that knows it", () => {
    const types = derive({
      "run#1": { properties: ["|a|mystery|"] },
      "run#2": { properties: ["|a|Int32|"] },
      "run#3": { properties: ["|a|Int64|"] },
    });
    expect(properties(types["microsoft.graph.run"])).toEqual(["a: primitive Edm.Int32"]);
  });

  it("may be declared by several pages, which are merged", () => {
    const types = derive({
      "run#1": { properties: ["|id|String|", "|a|String|"] },
      "run#2": { properties: ["|id|String|", "|b|Int32|"] },
    });
    expect(properties(types["microsoft.graph.run"])).toEqual([
      "id: primitive Edm.String",
      "a: primitive Edm.String",
      "b: primitive Edm.Int32",
    ]);
  });
});

describe("a property", () => {
  it("of text keeps the values that the prose lists", () => {
    const type = derive({
      run: { properties: ["|a|String|Possible values are: `a`, `b`.|", "|b|String|Text.|"] },
    })["microsoft.graph.run"];
    expect(type?.properties.map(({ values }) => values)).toEqual([
      { members: ["a", "b"], onRequest: [], multiValued: false },
      undefined,
    ]);
  });
});
