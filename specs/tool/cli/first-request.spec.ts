import { describe, expect, it } from "vitest";
import { firstRequest } from "../../../src/cli/first-request.ts";
import { pagesOf } from "../../support/pages-of.ts";

const page = (path: string, application: string) =>
  [
    "# List",
    "## Permissions",
    "|Permission type|Permissions|",
    "|:--|:--|",
    "|Delegated (work or school account)|Lamp.Read.All|",
    `|Application|${application}|`,
    "## HTTP request",
    "```http",
    `GET ${path}`,
    "```",
    "## Examples",
    '<!-- { "blockType": "request", "name": "list" } -->',
    "```http",
    `GET https://graph.microsoft.com/v1.0${path}`,
    "```",
    '<!-- { "blockType": "response" } -->',
    "```http",
    "HTTP/1.1 200 OK",
    "Content-Type: application/json",
    "",
    '{ "value": [] }',
    "```",
  ].join("\n");

function firstOf(application: string): string | undefined {
  const files = { "api/a.md": page("/lamps", application), "api/b.md": page("/lanterns", "Lamp.Read.All") };
  return firstRequest([pagesOf(files).context("api/a.md").contract]);
}

describe("somebody's first request", () => {
  it("is one that a page does not say applications cannot do: an empty cell says nothing", () => {
    expect(firstOf("Lamp.Read.All")).toBe("/v1.0/lamps");
    expect(firstOf("")).toBe("/v1.0/lamps");
  });

  it("is none that the page calls not supported for applications", () => {
    expect(firstOf("Not supported.")).toBe("/v1.0/lanterns");
  });

  it("leads in generated data to no id of an example, and nowhere where each path has one", () => {
    const keyed = page("/lamps/{id}/bulbs", "Lamp.Read.All").replace("v1.0/lamps/{id}", "v1.0/lamps/1");
    const first = (files: Record<string, string>, data?: "generated") =>
      firstRequest([pagesOf(files).context("api/a.md").contract], data);
    expect(first({ "api/a.md": keyed })).toBe("/v1.0/lamps/1/bulbs");
    expect(first({ "api/a.md": keyed }, "generated")).toBeUndefined();
    const list = page("/lanterns/of/my/own/house", "Lamp.Read.All");
    expect(first({ "api/a.md": keyed, "api/b.md": list }, "generated")).toBe(
      "/v1.0/lanterns/of/my/own/house",
    );
  });
});
