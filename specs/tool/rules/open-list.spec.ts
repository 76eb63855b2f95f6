import { describe, expect, it } from "vitest";
import { judgePages } from "./judge-pages.ts";

/** What body/enum-member says of a value of the lamp's state, whose row names some. */
function said(state: unknown): string[] {
  const pages = {
    "resources/lamp.md": [
      "# lamp resource type",
      "## Properties",
      "|Property|Type|Description|",
      "|:-|:-|:-|",
      "|id|String|Key.|",
      "|state|String|The state. Possible values include: `NotLit`, `Lit`.|",
    ].join("\n"),
    "api/lamp-get.md": [
      "# Get lamp",
      "## HTTP request",
      "```http",
      "GET /lamp",
      "```",
      "## Response",
      "If successful, this method returns a `200 OK` response code and a [lamp](../resources/lamp.md) object in the response body.",
      "## Example",
      "### Request",
      '<!-- {"blockType": "request", "name": "get_lamp"} -->',
      "```http",
      "GET https://graph.microsoft.com/v1.0/lamp",
      "```",
      "### Response",
      '<!-- {"blockType": "response", "truncated": true, "@odata.type": "microsoft.graph.lamp"} -->',
      "```http",
      "HTTP/1.1 200 OK",
      "Content-Type: application/json",
      "",
      JSON.stringify({ id: "l", state }),
      "```",
    ].join("\n"),
  };
  return judgePages(pages)
    .flatMap(({ assertions }) => assertions)
    .filter(({ rule, status }) => rule === "body/enum-member" && status !== "not-applicable")
    .map((one) => (one.status === "not-verified" ? `${one.status} ${one.reason}` : one.status));
}

describe("a value where the page names only some", () => {
  it("is right where it is one of them", () => {
    expect(said("Lit")).toEqual(["pass"]);
  });

  it("is wrong where it is one of them in other letters", () => {
    expect(said("notLit")).toEqual(["fail"]);
  });

  it("is not verified where it is another, or a placeholder", () => {
    expect(said("Broken")).toEqual(["not-verified undocumented"]);
    expect(said("Litt")).toEqual(["not-verified undocumented"]);
    expect(said("String")).toEqual(["not-verified placeholder"]);
  });
});
