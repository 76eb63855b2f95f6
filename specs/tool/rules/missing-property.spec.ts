import { describe, expect, it } from "vitest";
import { findingsOn } from "./judge-pages.ts";

const resource = (optional: string) => `# lamp resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The identifier.|
|shade|String|The shade.|

## JSON representation

<!-- {
  "blockType": "resource",
  "optionalProperties": [${optional}],
  "keyProperty": "id",
  "@odata.type": "microsoft.graph.lamp"
} -->
\`\`\`json
{
  "id": "String (identifier)",
  "shade": "String"
}
\`\`\`
`;

const get = `# Get lamp

Namespace: microsoft.graph

## HTTP request

\`\`\`http
GET /lamps/{id}
\`\`\`

## Response

If successful, this method returns a \`200 OK\` response code and a [lamp](../resources/lamp.md) object in the response body.

## Example

<!-- { "blockType": "request", "name": "get_lamp" } -->
\`\`\`http
GET https://graph.microsoft.com/v1.0/lamps/1
\`\`\`

<!-- { "blockType": "response", "@odata.type": "microsoft.graph.lamp" } -->
\`\`\`http
HTTP/1.1 200 OK
Content-Type: application/json

{
  "id": "1"
}
\`\`\`
`;

const missing = (optional: string) =>
  findingsOn({ "resources/lamp.md": resource(optional), "api/lamp-get.md": get }).filter(
    ({ rule }) => rule === "body/missing-property",
  );

describe("body/missing-property", () => {
  it("does not miss what the annotation of the resource calls optional", () => {
    expect(missing('"shade"')).toEqual([]);
    expect(missing("")).toEqual([expect.objectContaining({ pointer: "/shade" })]);
  });
});
