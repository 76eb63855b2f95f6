import { describe, expect, it } from "vitest";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { openapi } from "../../../src/contract/openapi/openapi.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";

const berth = `# berth resource type

Namespace: microsoft.graph

## Properties

| Property | Type | Description |
| :-- | :-- | :-- |
| id | String | The key. |
| name | String | The name. |
`;

interface Shown {
  readonly sentence?: string;
  readonly status?: string;
  readonly annotation?: string;
  readonly body?: string;
}

/** The successes that the document has for \`POST /berths\`, each with the schema of its body. */
function successes({
  sentence = "",
  status = "200 OK",
  annotation,
  body = '{ "id": "1", "name": "A" }',
}: Shown) {
  const page = `# Create berth

## HTTP request

\`\`\`http
POST /berths
\`\`\`

## Response

${sentence}

## Example

<!-- { "blockType": "request", "name": "create" } -->
\`\`\`http
POST https://graph.microsoft.com/v1.0/berths
\`\`\`

<!-- { "blockType": "response"${annotation ? `, "@odata.type": "${annotation}"` : ""} } -->
\`\`\`http
HTTP/1.1 ${status}
Content-type: application/json

${body}
\`\`\`
`;
  const pages = { "api/berth-post.md": page, "resources/berth.md": berth };
  const read = Object.entries(pages).map(([file, text]) => readPage(text, { file, version: "v1.0" }));
  const document = openapi(deriveContract(folderOf(read), "v1.0"));
  for (const [, name = ""] of JSON.stringify(document).matchAll(/#\/components\/schemas\/([^"]+)/g))
    expect(document.components?.schemas).toHaveProperty([name]);
  const responses = Object.entries(document.paths?.["/berths"]?.post?.responses ?? {});
  return Object.fromEntries(
    responses.flatMap(([key, response]) =>
      /^[45]/.test(key) || "$ref" in response ? [] : [[key, response.content?.["application/json"]?.schema]],
    ),
  );
}

const one = { $ref: "#/components/schemas/microsoft.graph.berth" };
const many = { $ref: "#/components/schemas/microsoft.graph.berthCollectionResponse" };

describe("the successes of an operation in openapi.json", () => {
  it("have the body that an example shows with its type, where the page promises the status alone", () => {
    const said = { sentence: "Returns a `200 OK` response code.", annotation: "microsoft.graph.berth" };
    expect(successes(said)).toEqual({ 200: one });
    expect(successes({ ...said, body: '{ "value": [{ "id": "1", "name": "A" }] }' })).toEqual({ 200: many });
  });

  it("have the status that an example shows, where the page promises none", () => {
    expect(successes({ status: "201 Created", annotation: "microsoft.graph.berth" })).toEqual({ 201: one });
  });

  it("stay without a body where nobody says its type, where it is an error, and where nothing is promised to come", () => {
    const said = { sentence: "Returns a `200 OK` response code." };
    const error = '{ "error": { "code": "a", "message": "b" } }';
    expect(successes({ ...said, body: '{ "value": true }' })).toEqual({ 200: undefined });
    expect(successes({ ...said, annotation: "microsoft.graph.berth", body: error })).toEqual({
      200: undefined,
    });
    const nothing = {
      sentence: "Returns a `204 No Content` response code.",
      status: "204 No Content",
      body: "{}",
    };
    expect(successes({ ...nothing, annotation: "microsoft.graph.berth" })).toEqual({ 204: undefined });
  });

  it("are those of the page, whatever an example with another success shows", () => {
    const said = {
      sentence: "Returns a `204 No Content` response code.",
      annotation: "microsoft.graph.berth",
    };
    expect(successes({ ...said, status: "201 Created" })).toEqual({ 204: undefined });
    const typed = {
      sentence: "Returns a `201 Created` response code and a [berth](../resources/berth.md) object.",
    };
    expect(successes({ ...typed, status: "201 Created", annotation: "microsoft.graph.other" })).toEqual({
      201: one,
    });
  });
});
