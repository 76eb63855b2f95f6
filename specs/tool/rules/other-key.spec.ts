import { describe, expect, it } from "vitest";
import { findingsOn } from "./judge-pages.ts";
import { validPages } from "./valid-documentation.ts";

const file = "api/loan-get.md";
const rulesFor = (end: string) => {
  const text = (validPages[file] ?? "")
    .replace('  "id": "LN-2026-000417"', '  "id": "LN-2026-000418"')
    .replace(/("item": \{[\s\S]*?\n {2}\})/, `$1${end}`);
  return findingsOn({ ...validPages, [file]: text }).map(({ rule }) => rule);
};

describe("body/other-key", () => {
  it("looks past what is no key, also in a body that was repaired", () => {
    expect(rulesFor("")).toContain("body/other-key");
    expect(rulesFor(",,")).toEqual(expect.arrayContaining(["body/other-key", "body/invalid-json"]));
  });

  it("needs no page of the list where both keys are GUIDs, and needs it for a word", () => {
    const lamp = (asked: string, id: string) =>
      findingsOn({
        "resources/lamp.md":
          "# lamp resource type\n\nNamespace: microsoft.graph\n\nInherits from [entity](entity.md).\n\n## Properties\n|Property|Type|Description|\n|-|-|-|\n|id|String|Key.|\n",
        "api/lamp-get.md": [
          "# Get lamp",
          "Namespace: microsoft.graph",
          "## HTTP request",
          "```http",
          "GET /lamps/{id}",
          "```",
          "## Response",
          "A `200 OK` response code and a [lamp](../resources/lamp.md) object in the response body.",
          "## Examples",
          '<!-- { "blockType": "request", "name": "get_lamp" } -->',
          "```http",
          `GET https://graph.microsoft.com/v1.0/lamps/${asked}`,
          "```",
          '<!-- { "blockType": "response", "@odata.type": "microsoft.graph.lamp" } -->',
          "```http",
          "HTTP/1.1 200 OK",
          "Content-Type: application/json",
          "",
          `{ "id": "${id}" }`,
          "```",
          "",
        ].join("\n"),
      }).flatMap(({ rule, marks }) => (rule === "body/other-key" ? [marks] : []));
    const [one, other] = ["21b2b7d1-11ae-a7a8-99c8-9029a4e70cc9", "db8175cd-bafe-433a-a823-a2d6dd6c5e6a"];
    expect(lamp(one, other)).toEqual([`"${other}"`]);
    expect(lamp(one, one.toUpperCase())).toEqual([]);
    expect(lamp("lamp-1", "lamp-2")).toEqual([]);
  });
});
