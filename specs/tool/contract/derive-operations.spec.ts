import { describe, expect, it } from "vitest";
import type { Operation } from "../../../src/contract/contract.ts";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";

function derive(files: Readonly<Record<string, string>>): readonly Operation[] {
  const pages = Object.entries(files).map(([file, text]) =>
    readPage(text, { file: `v1.0/${file}`, version: "v1.0" }),
  );
  return deriveContract(folderOf(pages), "v1.0").operations;
}

const permissions = "|Permission type|Permissions|\n|-|-|\n|Application|Run.Read.All|\n";
const api = [
  "# List runs",
  "Namespace: microsoft.graph.x",
  "[!INCLUDE [clouds](../../includes/global-only.md)]",
  "[!INCLUDE [permissions](../includes/permissions/run-list.md)]",
  "## HTTP request",
  "```http",
  "GET /workflows/{workflow-id}/runs/",
  "GET /me/runs",
  "```",
  "## Optional query parameters",
  "Not supported.",
  "## Response",
  "Returns `200 OK` and a collection of [run](../resources/run.md) objects in the response body.",
].join("\n");
const resource = [
  "# run resource type",
  "Namespace: microsoft.graph.x",
  "## Methods",
  "|Method|Return type|",
  "|-|-|",
  "|[List](../api/run-list.md)|[run](run.md) collection|",
  "|[Delete](../api/run-delete.md)|None|",
  "## Properties",
  "|Property|Type|",
  "|-|-|",
  "|id|String|",
].join("\n");

describe("an operation", () => {
  const [first, second] = derive({
    "api/run-list.md": api,
    "resources/run.md": resource,
    "includes/permissions/run-list.md": permissions,
  });

  it("is derived from each template of a page, with what the page promises", () => {
    expect(first).toMatchObject({
      id: "GET /workflows/{}/runs",
      method: "GET",
      path: "/workflows/{workflow-id}/runs",
      title: "List runs",
      file: "v1.0/api/run-list.md",
      queryOptions: { kind: "none" },
      location: { file: "v1.0/api/run-list.md", line: 7, column: 1 },
    });
    expect(second).toMatchObject({ id: "GET /me/runs", location: { line: 8, column: 1 } });
  });

  it("promises responses of resolved types", () => {
    expect(first?.responses).toEqual([
      {
        status: 200,
        body: { kind: "type", name: "microsoft.graph.x.run", collection: true },
        location: { file: "v1.0/api/run-list.md", line: 13, column: 10 },
      },
    ]);
  });

  it("has what the Methods table of a resource page says", () => {
    expect(first?.listedReturn).toEqual({
      type: { kind: "type", name: "microsoft.graph.x.run", collection: true },
      location: { file: "v1.0/resources/run.md", line: 6, column: 29 },
    });
  });

  it("has permissions and clouds of its includes, when they were read or are shared ones", () => {
    expect(first?.permissions).toEqual([
      {
        scheme: "application",
        permissions: ["Run.Read.All"],
        location: { file: "v1.0/includes/permissions/run-list.md", line: 3, column: 1 },
      },
    ]);
    expect(first?.clouds.filter(({ available }) => available)).toEqual([{ name: "global", available: true }]);
  });

  it("without those pages has less, and nothing invented", () => {
    const [alone] = derive({ "api/run-list.md": api });
    expect(alone?.permissions).toEqual([]);
    expect(alone?.listedReturn).toBeUndefined();
    expect(alone?.responses[0]?.body).toEqual({ kind: "unknown", name: "run", collection: true });
  });

  it("has its own permission table rather than the included ones", () => {
    const [own] = derive({
      "api/run-list.md": api.replace(
        "## HTTP",
        "|Permission type|Permissions|\n|-|-|\n|Application|Own.Read|\n\n## HTTP",
      ),
      "includes/permissions/run-list.md": permissions,
    });
    expect(own?.permissions.map(({ permissions: names }) => names)).toEqual([["Own.Read"]]);
  });

  it("is none of a page without a readable request, nor of a resource page", () => {
    expect(
      derive({
        "api/run-list.md": "# List runs\n\n## HTTP request\n\nNone yet.\n",
        "resources/run.md": resource,
      }),
    ).toEqual([]);
  });
});
