import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/docs/read-page.ts";
import { sampleKey } from "../../../src/rules/annotation/sample-key.ts";
import { unknownAnnotationName } from "../../../src/rules/annotation/unknown-name.ts";
import { inShort, pagesOf } from "../../support/pages-of.ts";

const file = "api/boat-get.md";

function page(request: string, response: string, line = "GET https://graph.microsoft.com/v1.0/boats/b1") {
  return [
    "# Get boat",
    "## HTTP request",
    "```http",
    "GET /boats/{id}",
    "```",
    "## Example",
    `<!-- ${request} -->`,
    "```http",
    line,
    "```",
    `<!-- ${response} -->`,
    "```http",
    "HTTP/1.1 200 OK",
    "Content-type: application/json",
    "",
    '{ "id": "b1" }',
    "```",
    "",
    '<!-- { "type": "#page.annotation", "suppressions": [], "tocPath": "" } -->',
  ].join("\n");
}

const request = '{ "blockType": "request", "name": "get_boat" }';
const response = '{ "blockType": "response", "@odata.type": "microsoft.graph.boat" }';

function names(first: string, second = response) {
  return unknownAnnotationName.judge(pagesOf({ [file]: page(first, second) }).context(file));
}

describe("annotation/unknown-name", () => {
  it("passes for the names that the dialect has", () => {
    const all =
      '{ "blockType": "response", "@type": "a", "@odata.annotations": [{ "property": "a", "capabilitys": {} }], "truncated": true, "isEmpty": false, "expectError": false, "scopes": "a.read", "tags": "a", "apiVersions": "1", "nullableProperties": [], "collectionProperty": "value", "longRunningResponseType": "a", "target": "action" }';
    expect(names(request, all)).toEqual([]);
  });

  it.each([
    ["@odata.Type", "@odata.type"],
    ["odata.type", "@odata.type"],
    ["optionalproperties", "optionalProperties"],
    ["scope", "scopes"],
    ["Truncated", "truncated"],
    ["isColection", "isCollection"],
    ["keyproperty", "keyProperty"],
  ])('fails for "%s", and means "%s"', (written, meant) => {
    const verdicts = names(request, `{ "blockType": "response", "${written}": "x" }`);
    expect(verdicts).toMatchObject([
      {
        status: "fail",
        meant,
        span: { start: { line: 11, column: 33 } },
        fix: { edits: [{ text: `"${meant}"` }] },
      },
    ]);
  });

  it("is one finding for a name that comes twice on a page", () => {
    const verdicts = names(
      '{ "blockType": "request", "tag": "a" }',
      '{ "blockType": "response", "tag": "a" }',
    );
    expect(verdicts).toMatchObject([{ meant: "tags", fix: { edits: [{}, {}] } }]);
  });

  it("mends nothing where the right name stands beside it", () => {
    const verdicts = names(request, '{ "blockType": "response", "truncated": true, "truncate": true }');
    expect(verdicts).toMatchObject([{ meant: "truncated", fix: undefined }]);
  });

  it("is milder for a name that is near none", () => {
    expect(names('{ "blockType": "request", "id": "get_boat" }')).toMatchObject([{ severity: "info" }]);
  });

  it("says nothing of what is ignored", () => {
    expect(names(request, '{ "blockType": "ignored", "note": "x" }')).toEqual([]);
  });

  it("finds a misspelt blockType", () => {
    expect(names('{ "blokType": "request", "name": "get_boat" }')).toMatchObject([{ meant: "blockType" }]);
  });

  it("hides nothing: what stands under a name in other letters is read all the same", () => {
    const text = page(request, '{ "BlockType": "response", "isempty": true, "@odata.Type": "a" }');
    expect(readPage(text, { file, version: "v1.0" }).annotations[1]).toMatchObject({
      blockType: "response",
      members: { isEmpty: true, "@odata.type": "a" },
    });
  });
});

describe("annotation/sample-key", () => {
  function keys(written: string, line?: string) {
    const annotation = `{ "blockType": "request", "name": "get_boat", "sampleKeys": ${written} }`;
    return inShort(sampleKey.judge(pagesOf({ [file]: page(annotation, response, line) }).context(file)));
  }

  it("passes for keys of the URL, escaped or not, and in its parentheses and options", () => {
    const line = "GET https://graph.microsoft.com/v1.0/boats('a%20b')/x?$filter=c eq 'd'\n  &$top=e HTTP/1.1";
    expect(keys('["A b", "d", "e"]', line)).toEqual([]);
    expect(keys('["b1"]')).toEqual([]);
    expect(keys("[]")).toEqual([]);
  });

  it("fails for a key that the URL does not have, at the key", () => {
    const line = "GET https://graph.microsoft.com/v1.0/boats/AAMkAGVmN\nPrefer: AAMkAGVmM";
    expect(keys('["AAMkAGVmN", "AAMkAGVmM"]', line)).toEqual([
      'fail 7:80 the sample key "AAMkAGVmM" is not in the request GET https://graph.microsoft.com/v1.0/boats/AAMkAGVmN',
    ]);
  });

  it("is not applicable where no request has sample keys", () => {
    expect(sampleKey.judge(pagesOf({ [file]: page(request, response) }).context(file))).toBe(
      "not-applicable",
    );
  });
});
