import { describe, expect, it } from "vitest";
import { findingsOn } from "./judge-pages.ts";
import { getPage, resourcePage } from "./shelf-pages.ts";

const rows = [
  "|id|String|The key.|",
  "|displayName|String|The name.|",
  "|codes|String collection|The codes.|",
];

function pages(body: string, open = true) {
  const annotation = `"@odata.type": "microsoft.graph.shelf"${open ? ', "openType": true' : ""}`;
  return { "api/shelf-get.md": getPage(body), "resources/shelf.md": resourcePage("shelf", rows, annotation) };
}

describe("a name that no page lists of an open type", () => {
  it("is misspelt near a documented one that the object lacks", () => {
    expect(findingsOn(pages('{ "id": "1", "displayNmae": "Porch" }'))).toMatchObject([
      {
        rule: "body/unknown-property",
        pointer: "/displayNmae",
        message:
          '"displayNmae" is not a documented property of shelf, an open type; did the page mean "displayName"? (shelf.md:12)',
      },
    ]);
    expect(findingsOn(pages('{ "id": "1", "code": ["a"] }'))).toMatchObject([{ pointer: "/code" }]);
  });

  it.each([
    '{ "displayName": "Porch", "displayNames": "Porches" }',
    '{ "displayNmae": 3 }',
    '{ "code": "a" }',
    '{ "colour": "red" }',
  ])("is an own one in %s", (body) => {
    expect(findingsOn(pages(body))).toEqual([]);
  });
});

describe("a name that an application has added to an entity", () => {
  it.each([
    '{ "extension_6f1c2d3e4b5a69788796a5b4c3d2e1f0_doorColour": "red" }',
    '{ "extension_{appId}_doorColour": "red" }',
    '{ "extkvbmkofy_doors": { "colour": "red" } }',
    '{ "contoso_doors": { "colour": "red" } }',
  ])("is no finding: %s", (body) => {
    expect(findingsOn(pages(body, false))).toEqual([]);
  });

  it.each(['{ "door_colour": "red" }', '{ "extension": "red" }'])("is not %s", (body) => {
    expect(findingsOn(pages(body, false))).toMatchObject([{ rule: "body/unknown-property" }]);
  });
});

describe("a placeholder in the place of a list", () => {
  it.each([
    '"String"',
    '"codes-value"',
    '"<codes>"',
    '"{codes}"',
    '{ "@odata.type": "microsoft.graph.shelf" }',
  ])("says one: %s", (value) => {
    expect(findingsOn(pages(`{ "codes": ${value} }`))).toMatchObject([
      { rule: "body/type", pointer: "/codes" },
    ]);
  });

  it.each(['"..."', '"[...]"', '"<list of codes>"', '["String"]'])("says nothing: %s", (value) => {
    expect(findingsOn(pages(`{ "codes": ${value} }`))).toEqual([]);
  });
});
