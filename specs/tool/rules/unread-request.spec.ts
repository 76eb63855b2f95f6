import { describe, expect, it } from "vitest";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { judgePages } from "./judge-pages.ts";

const metadata = "https://graph.microsoft.com/v1.0/$metadata#";

/** A list whose answer names it by the set that holds it, as services do. */
const runList = apiPage("List runs", "GET /teams/{id}/runs", {
  response: "`200 OK` response code and a collection of [run](../resources/run.md) objects",
  examples: [
    [
      "GET https://graph.microsoft.com/v1.0/teams/1/runs",
      `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "@odata.context": "${metadata}archive", "value": [{ "id": "1" }] }`,
    ],
  ],
}).replace('"truncated":true', '"truncated":true,"@odata.type":"microsoft.graph.run"');

const resource = (name: string) =>
  resourcePage(name, { properties: ["|id|String|Key.|"], json: { id: "String" } });

/** The findings on pages one of which documents its boxes by this request line: `rule page:line`. */
function findings(request: string): string[] {
  const pages = {
    "v1.0/resources/run.md": resource("run"),
    "v1.0/resources/box.md": resource("box"),
    "v1.0/resources/team.md": resourcePage("team", {
      properties: ["|id|String|Key.|"],
      relationships: ["|runs|[run](run.md) collection|Runs.|"],
      json: { id: "String" },
    }),
    "v1.0/api/run-list.md": runList,
    "v1.0/api/box-list.md": apiPage("List boxes", request, {
      response: "`200 OK` response code and a collection of [box](../resources/box.md) objects",
    }),
  };
  return judgePages(pages)
    .flatMap(({ assertions }) => assertions)
    .flatMap((each) => (each.status === "fail" ? each : []))
    .map(({ rule, span: { file, start } }) => `${rule} ${file.split("/").at(-1)}:${start.line}`)
    .filter((finding) => /^(?:odata|page\/operation)/.test(finding));
}

describe("a request line that cannot be read", () => {
  it("is a finding of its page, and none of another page whose context has one name", () => {
    expect(findings("GET ** Collection URI for microsoft.graph.box not found")).toEqual([
      "page/operation-missing box-list.md:11",
    ]);
  });

  it("is none where it can be read", () => {
    expect(findings("GET /boxes")).toEqual([]);
  });
});
