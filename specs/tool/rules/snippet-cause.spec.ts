import { describe, expect, it } from "vitest";
import { findingsOn } from "./judge-pages.ts";

const page = (request: string, code: string) =>
  [
    "# Lamp",
    "",
    "## HTTP request",
    "```http",
    "POST /lamps",
    "```",
    "## Examples",
    "### Request",
    "# [HTTP](#tab/http)",
    '<!-- {"blockType": "request", "name": "lamp"} -->',
    "```http",
    request,
    "```",
    "# [JavaScript](#tab/javascript)",
    "```javascript",
    code,
    "```",
    "---",
    "### Response",
    '<!-- {"blockType": "response"} -->',
    "```http",
    "HTTP/1.1 204 No Content",
    "```",
    "",
  ].join("\n");

const snippets = (path: string, name: string) => {
  const request = `POST https://graph.microsoft.com/v1.0${path}\nContent-Type: application/json\n\n{\n  "${name}": "x"\n}`;
  const code = "const lamp = { shade: 'x' };\nawait client.api('/lamps').post(lamp);";
  const resource =
    "# lamp resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|shade|String|S.|\n|bulb|String|B.|\n";
  const json =
    '<!-- {"blockType": "resource", "@odata.type": "microsoft.graph.lamp"} -->\n```json\n{"shade": "String", "bulb": "String"}\n```\n';
  return findingsOn({
    "api/lamp-post.md": page(request, code),
    "resources/lamp.md": `${resource}\n## JSON representation\n\n${json}`,
  }).filter(({ rule }) => rule === "snippet/request-differs");
};

describe("snippet/request-differs", () => {
  it("is silent where the request is wrong itself, which is said there", () => {
    expect(snippets("/lamps", "shade")).toEqual([]);
    expect(snippets("/laamps", "shade")).toEqual([]);
    expect(snippets("/lamps", "neverDocumented")).toEqual([]);
  });

  it("has what differs from a request that is right", () => {
    expect(snippets("/lamps", "bulb")).toHaveLength(1);
  });
});
