import { describe, expect, it } from "vitest";
import { invalidJson } from "../../../src/rules/resource/invalid-json.ts";
import { representation } from "../../../src/rules/resource/representation.ts";
import { tableAndJson } from "../../../src/rules/resource/table-and-json.ts";
import { inShort } from "../../support/pages-of.ts";
import { contextOf, type ResourceSketch } from "./resource-sketch.ts";

const rows = ["|id|String|Key.|", "|status|String|Status.|"];

describe("resource/invalid-json", () => {
  const judge = (...json: string[]) => invalidJson.judge(contextOf({ rows, json }));
  const short = (...json: string[]) => inShort(judge(...json));

  it.each([
    ["JSON", ['"id": "String",', '"status": "String"']],
    ["what it leaves out at its end", ['"id": "String",', "..."]],
    ["what it leaves out behind a comma", ['"id": "String",', '"status": "String", ...']],
    ["what it leaves out between", ['"id": "String",', "...", '"status": "String"']],
    ["a list left out", ['"id": "String",', '"status": [ ... ]']],
    ["an object left out", ['"id": "String",', '"status": {...}']],
    ["a value left out", ['"id": ...,', '"status": "..."']],
    ["an ellipsis of one character", ['"id": "String",', "…"]],
  ])("passes %s", (_, json) => {
    expect(short(...json)).toEqual([]);
  });

  it("fails for a comma before the brace, and compares the rest", () => {
    const json = ['"id": "String",', '"state": "String",'];
    expect(short(...json)).toEqual([
      "fail 24:18 the JSON representation of microsoft.graph.run is not JSON: a comma before the closing bracket",
    ]);
    expect(inShort(tableAndJson.judge(contextOf({ rows, json })))).toEqual([
      expect.stringMatching(/^fail 24:1 .properties.state "state" is in the JSON/),
      expect.stringMatching(/^fail 12:2 .properties.status "status" is in the property table/),
    ]);
  });

  it("fails once where what follows is a mere consequence", () => {
    expect(short('"id": [String,', '"status": }')).toHaveLength(1);
  });

  it("says comments once, as an info", () => {
    const outcomes = judge("/* own */", '"id": "String",', "// more", '"status": "String"');
    expect(outcomes).toMatchObject([{ status: "fail", severity: "info", span: { start: { line: 23 } } }]);
  });

  it("is not applicable to a page that shows no JSON", () => {
    expect(inShort(invalidJson.judge(contextOf({ rows })))).toBe("not-applicable");
  });
});

describe("a JSON representation wrapped in value", () => {
  it.each([
    ['"value": { "id": "String", "status": "String" }'],
    ['"@odata.context": "String", "value": [{ "id": "String", "status": "String" }]'],
  ])("is read like one that is not: %s", (json) => {
    expect(inShort(tableAndJson.judge(contextOf({ rows, json: [json] })))).toEqual([]);
  });

  it("is none where the type has a property of that name", () => {
    const sketch = { rows: ["|value|[run](run.md)|V.|"], json: ['"value": { "id": "String" }'] };
    expect(inShort(tableAndJson.judge(contextOf(sketch)))).toEqual([]);
  });

  it("hides no name", () => {
    const json = ['"value": { "id": "String", "status": "String", "owner": "String" }'];
    expect(inShort(tableAndJson.judge(contextOf({ rows, json })))).toHaveLength(1);
  });
});

describe("resource/representation", () => {
  const others: Readonly<Record<string, ResourceSketch>> = {
    pot: { rows: ["|litres|Int32|L.|"] },
    flowerPot: { rows: ["|hole|Boolean|H.|"] },
    bigPot: { rows: ["|height|Int32|H.|"], base: "pot" },
    bed: { rows: ["|metres|Int32|M.|"] },
    deepPot: { rows: ["|metres|Int32|M.|"] },
    any: { rows: ["|metres|Int32|M.|"], annotation: ', "openType": true' },
  };
  const judge = (row: string, json: string) =>
    inShort(representation.judge(contextOf({ rows: [row], json: [json] }, others)));

  it.each([
    ["|tags|String collection|T.|", '"tags": "String"', 'the string "String" instead of a collection'],
    ["|tags|Collection(Edm.String)|T.|", '"tags": { }', "an object instead of a collection"],
    ["|home|[pot](pot.md) collection|T.|", '"home": ["String"]', 'a collection with the string "String"'],
    ["|home|[pot](pot.md)|T.|", '"home": [{}]', "several values"],
    ["|home|[pot](pot.md)|T.|", '"home": "clay"', 'the string "clay"'],
    ["|home|[pot](pot.md)|T.|", '"home": true', "the boolean true"],
    ["|home|String|T.|", '"home": { "litres": 1 }', "an object"],
    [
      "|mood|mood|T. Possible values are: `a`, `b`.|",
      '"mood": { "@odata.type": "microsoft.graph.mood" }',
      "an object",
    ],
    ["|home|[pot](pot.md)|T.|", '"home": { "@odata.type": "microsoft.graph.bed" }', "an object of bed"],
    [
      "|home|[pot](pot.md) collection|T.|",
      '"home": [{ "@odata.type": "#microsoft.graph.bed" }]',
      "an object of bed",
    ],
  ])("fails for %s with %s", (row, json, shows) => {
    const found = judge(row, json);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^fail 22:\d+ .properties.\w+ the JSON representation of run shows /);
    expect(found[0]).toContain(shows);
  });

  it.each([
    ["|tags|String collection|T.|", '"tags": ["String"]'],
    ["|tags|String collection|T.|", '"tags": null'],
    ["|count|Int32|T.|", '"count": "Integer"'],
    ["|home|[pot](pot.md)|T.|", '"home": { "@odata.type": "microsoft.graph.pot" }'],
    ["|home|[pot](pot.md)|T.|", '"home": { "@odata.type": "microsoft.graph.bigPot" }'],
    ["|home|[bigPot](bigPot.md)|T.|", '"home": { "@odata.type": "microsoft.graph.pot" }'],
    [
      "|home|[pot](pot.md)|T. No base on its page.|",
      '"home": { "@odata.type": "microsoft.graph.flowerPot" }',
    ],
    ["|home|[bed](bed.md)|T. It has all of it.|", '"home": { "@odata.type": "microsoft.graph.deepPot" }'],
    ["|home|[any](any.md)|T.|", '"home": { "@odata.type": "microsoft.graph.bed" }'],
    ["|home|[pot](pot.md)|T.|", '"home": { "@odata.type": "microsoft.graph.vase" }'],
    ["|home|Json|T.|", '"home": { "a": [1] }'],
    ["|home|[gone](gone.md)|T.|", '"home": "String"'],
    ["|content|Stream|T.|", '"content": { }'],
  ])("passes %s with %s", (row, json) => {
    expect(judge(row, json)).toEqual([]);
  });
});
