import { describe, expect, it } from "vitest";
import type { TypeContract } from "../../../src/contract/contract.ts";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { deriveTypesOf as derive, shortProperties as properties } from "./resource-types.ts";

describe("the JSON representation", () => {
  it("adds the properties that no table has, with what its placeholders say", () => {
    const json =
      '{ "@odata.type": "#microsoft.graph.run", "id": "1", "on": true, "size": 3, "at": "String (timestamp)", "count": "Int64", "parts": [{ "@odata.type": "microsoft.graph.part" }], "note": "A long text, a boolean or an integer" }';
    const types = derive({
      run: { properties: ["|id|String|"], json },
      part: { properties: ["|id|String|"] },
    });
    expect(properties(types["microsoft.graph.run"])).toEqual([
      "id: primitive Edm.String",
      "on: primitive Edm.Boolean",
      "size: primitive Edm.Double",
      "at: primitive Edm.DateTimeOffset",
      "count: primitive Edm.Int64",
      "parts: type microsoft.graph.part[]",
      "note: unknown ",
    ]);
    expect(types["microsoft.graph.run"]?.properties[1]?.location).toEqual({
      file: "v1.0/resources/run.md",
      line: 20,
      column: 59,
    });
  });

  it("leaves a row its type, which no page has, where it shows a placeholder or a type that no page has either", () => {
    const row = "|parts|[part](part.md) collection|\n|state|runState|";
    const shows = (part: string) =>
      `{ "parts": [{ "@odata.type": "microsoft.graph.${part}" }], "state": "String" }`;
    const of = (part: string) =>
      properties(
        derive({
          run: { properties: [row], json: shows(part) },
          bolt: { properties: ["|id|String|"] },
        })["microsoft.graph.run"],
      );
    expect(of("smallPart")).toEqual(["parts: unknown part[]", "state: unknown runState"]);
    expect(of("bolt")).toEqual(["parts: type microsoft.graph.bolt[]", "state: unknown runState"]);
  });

  it("shows a row in other letters with the type of the row, and what is no row's with its own", () => {
    const json = '{ "Name": "Timestamp", "Type": "DateTime", "Named": "Timestamp" }';
    const rows = ["|name|String|", "|type|[part](part.md) collection|"];
    const types = derive({ run: { properties: rows, json }, part: { properties: ["|id|String|"] } });
    expect(properties(types["microsoft.graph.run"])).toEqual([
      "name: primitive Edm.String",
      "type: type microsoft.graph.part[]",
      "Name: primitive Edm.String",
      "Type: type microsoft.graph.part[]",
      "Named: primitive Edm.DateTimeOffset",
    ]);
  });

  it("adds nothing when it is no object", () => {
    expect(
      properties(derive({ run: { properties: ["|id|String|"], json: "[1]" } })["microsoft.graph.run"]),
    ).toEqual(["id: primitive Edm.String"]);
    expect(
      properties(derive({ run: { properties: ["|id|String|"], json: "none" } })["microsoft.graph.run"]),
    ).toEqual(["id: primitive Edm.String"]);
  });

  it("marks what only it shows, and nothing of a page without a table", () => {
    const json = '{ "id": "String", "size": 3 }';
    const marks = (type: TypeContract | undefined) =>
      type?.properties.map(({ name, onlyInJson }) => `${name} ${onlyInJson}`);
    expect(marks(derive({ run: { properties: ["|id|String|"], json } })["microsoft.graph.run"])).toEqual([
      "id undefined",
      "size true",
    ]);
    const bare = readPage(`# run resource type\n\n## JSON representation\n\`\`\`json\n${json}\n\`\`\`\n`, {
      file: "v1.0/resources/run.md",
      version: "v1.0",
    });
    const { types } = deriveContract(folderOf([bare]), "v1.0");
    expect(marks(types["microsoft.graph.run"])).toEqual(["id undefined", "size undefined"]);
  });

  it("overrules neither the own table nor the base type's", () => {
    const types = derive({
      base: {
        properties: ["|size|Int32|"],
        relationships: ["|parts|[base](base.md) collection|Its parts.|"],
      },
      run: {
        says: "Inherits from [base](base.md).",
        properties: ["|count|Int64|"],
        json: '{ "count": 1, "size": 1024, "parts": [{}], "more": 1 }',
      },
    });
    expect(properties(types["microsoft.graph.run"])).toEqual([
      "size: primitive Edm.Int32 ^microsoft.graph.base",
      ">parts: type microsoft.graph.base[] ^microsoft.graph.base",
      "count: primitive Edm.Int64",
      "more: primitive Edm.Double",
    ]);
    const shown = types["microsoft.graph.run"]?.properties.filter(({ onlyInJson }) => onlyInJson);
    expect(shown?.map(({ name }) => name)).toEqual(["more"]);
  });
});
