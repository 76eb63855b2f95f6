import { describe, expect, it } from "vitest";
import { findingsIn, findingsOn, fixed, judgePages } from "./judge-pages.ts";
import { getPage, resourcePage } from "./shelf-pages.ts";

const rows = ["|id|String|The key.|", "|count|Int64|How many.|", "|value|String|What it is worth.|"];
const context = '"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#shelves"';

const plain = rows.filter((row) => !row.includes("|value|"));

function pages(body: string, options: Parameters<typeof getPage>[1] = {}, own = rows) {
  const list = getPage('{ "value": [] }', {
    template: "/shelves",
    asked: "/shelves",
    promise: "a collection of [shelf](../resources/shelf.md) objects",
    annotation: '"@odata.type": "microsoft.graph.shelf", "isCollection": true',
  }).replaceAll("get_shelf", "list_shelves");
  return {
    "api/shelf-get.md": getPage(body, options),
    "api/shelf-list.md": list,
    "resources/shelf.md": resourcePage("shelf", own),
  };
}

describe("a body that was copied with its context", () => {
  it("is no witness against the sentence and the path", () => {
    expect(findingsOn(pages(`{ ${context}, "value": [{ "id": "1" }] }`, {}, plain))).toMatchObject([
      { rule: "body/shape", pointer: "", message: "the body is a collection; the page promises one shelf" },
    ]);
  });

  it("is none where its type has a value of its own, either", () => {
    const owning = pages(`{ ${context}, "value": [{ "id": "1", "value": "much" }] }`);
    expect(findingsOn(owning)).toMatchObject([{ rule: "body/shape" }]);
  });

  it("is one where the annotation is on its side", () => {
    const several = '"@odata.type": "microsoft.graph.shelf", "isCollection": true, "truncated": true';
    const rules = findingsOn(pages(`{ ${context}, "value": [{ "id": "1" }] }`, { annotation: several }));
    expect(rules.map(({ rule }) => rule)).not.toContain("body/shape");
  });
});

describe("one resource in a value", () => {
  it("is a warning, and judged as what it is", () => {
    expect(findingsIn(judgePages(pages('{ "value": { "id": "1", "cuont": 3 } }', {}, plain)))).toMatchObject([
      { rule: "body/shape", severity: "warning", pointer: "/value", cause: { id: "wrapped shelf" } },
      { rule: "body/unknown-property", pointer: "/value/cuont" },
    ]);
  });

  it("is not the type's own property of that name", () => {
    const wrapped = [
      '{ "value": { "id": "1", "count": 3 } }',
      '{ "value": { "@odata.type": "#microsoft.graph.shelf" } }',
    ];
    for (const body of wrapped) {
      expect(findingsOn(pages(body))).toMatchObject([{ rule: "body/shape", pointer: "/value" }]);
    }
    expect(findingsOn(pages('{ "id": "1", "value": "much" }'))).toEqual([]);
    expect(findingsOn(pages('{ "value": { "worth": "much" } }'))).toMatchObject([{ rule: "body/type" }]);
  });
});

describe("a 64-bit number as text", () => {
  it("is a warning where nobody asked for it, with its fix", () => {
    const texts = pages('{ "id": "1", "count": "12" }');
    expect(findingsIn(judgePages(texts))).toMatchObject([
      { rule: "body/type", severity: "warning", pointer: "/count" },
    ]);
    expect(findingsOn(fixed(texts))).toEqual([]);
  });

  it.each([
    "Accept: application/json;IEEE754Compatible=true",
    'accept: "application/json; ieee754compatible=true"',
  ])("is right with %s", (prefer) => {
    expect(findingsOn(pages('{ "id": "1", "count": "12" }', { prefer }))).toEqual([]);
  });
});
