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
        sentence: "`200 OK` and a collection of [run](../resources/run.md) objects in the response body.",
        location: { file: "v1.0/api/run-list.md", line: 13, column: 9 },
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

describe("the id of an operation", () => {
  const ids = (...lines: readonly string[]) =>
    derive({ "api/a.md": `# A\n\n## HTTP request\n\`\`\`http\n${lines.join("\n")}\n\`\`\`\n` }).map(
      ({ id, path, location }) => `${id} < ${path} @${location.line}:${location.column}`,
    );

  it("is the method and the template with its keys emptied", () => {
    expect(
      ids("GET /users/{id | userPrincipalName}/messages/", "post https://graph.microsoft.com/v1.0/users"),
    ).toEqual([
      "GET /users/{}/messages < /users/{id | userPrincipalName}/messages @5:1",
      "POST /users < /users @6:1",
    ]);
  });

  it("keeps the arguments of a function, and leaves the query out", () => {
    expect(ids("GET /runs/summary(from={from},to={to})?$top=5")).toEqual([
      "GET /runs/summary(from={},to={}) < /runs/summary(from={from},to={to}) @5:1",
    ]);
  });

  it("is none for a line that is no request", () => {
    expect(ids("Content-type: application/json", "", "/runs")).toEqual([]);
  });
});

describe("an action", () => {
  const action = [
    "# workflow: activate",
    "## HTTP request",
    "```http",
    "POST /workflows/{id}/activate",
    "```",
    "## Request body",
    "In the request body, supply a JSON representation of a [run](../resources/run.md) object.",
    "",
    "|Parameter|Type|Description|",
    "|-|-|-|",
    "|run|[run](../resources/run.md)|The run. Required.|",
    "|mode|runMode|Possible values are: `fast`, `slow`.|",
    "|note|mystery|A note.|",
    "## Response",
    "If successful, this action returns a `204 No Content` response code.",
  ].join("\n");
  const [operation] = derive({ "api/workflow-activate.md": action, "resources/run.md": resource });

  it("has the parameters of its table, with resolved types and facts", () => {
    expect(operation?.parameters).toEqual([
      {
        name: "run",
        type: { kind: "type", name: "microsoft.graph.x.run", collection: false },
        navigation: false,
        required: true,
        row: "run|[run](../resources/run.md)|The run. Required.|",
        location: { file: "v1.0/api/workflow-activate.md", line: 11, column: 2 },
      },
      {
        name: "mode",
        type: { kind: "enum", name: "microsoft.graph.runMode", collection: false },
        navigation: false,
        row: "mode|runMode|Possible values are: `fast`, `slow`.|",
        location: { file: "v1.0/api/workflow-activate.md", line: 12, column: 2 },
      },
      {
        name: "note",
        type: { kind: "unknown", name: "mystery", collection: false },
        navigation: false,
        row: "note|mystery|A note.|",
        location: { file: "v1.0/api/workflow-activate.md", line: 13, column: 2 },
      },
    ]);
  });

  it("has the type that its request body is said to represent, and no body in a 204", () => {
    expect(operation?.requestBody).toEqual({
      kind: "type",
      name: "microsoft.graph.x.run",
      collection: false,
    });
    expect(operation?.responses).toEqual([
      {
        status: 204,
        sentence: "`204 No Content` response code.",
        location: { file: "v1.0/api/workflow-activate.md", line: 15, column: 38 },
      },
    ]);
  });

  it("has neither where its page says nothing of them", () => {
    const [bare] = derive({ "api/a.md": "# A\n\n## HTTP request\n```http\nPOST /a\n```\n" });
    expect(bare).toMatchObject({ parameters: [], responses: [], queryOptions: { kind: "unsaid" } });
    expect(bare && "requestBody" in bare).toBe(false);
  });
});

describe("what the Methods tables say of an operation", () => {
  const listed = (files: Readonly<Record<string, string>>) =>
    derive({ "api/run-list.md": api, ...files })[0]?.listedReturn?.type;

  it("is left out where a row names no type, or one that no page declares", () => {
    expect(
      listed({ "resources/run.md": resource.replace("[run](run.md) collection", "None") }),
    ).toBeUndefined();
    expect(
      listed({ "resources/run.md": resource.replace("[run](run.md) collection", "mystery") }),
    ).toBeUndefined();
  });

  it("is found whatever the letter case of the link, and not by its text", () => {
    const expected = { kind: "type", name: "microsoft.graph.x.run", collection: true };
    expect(listed({ "resources/run.md": resource.replace("run-list.md", "Run-List.md") })).toEqual(expected);
    expect(listed({ "resources/run.md": resource.replace("run-list.md", "run-all.md") })).toBeUndefined();
  });
});

describe("the clouds of an operation", () => {
  const table =
    "|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|\n|-|-|-|-|\n";
  const available = (files: Readonly<Record<string, string>>) =>
    derive(files)[0]
      ?.clouds.filter((cloud) => cloud.available)
      .map(({ name }) => name);
  const including = api.replace("global-only.md", "our-clouds.md").replace("../../includes", "../includes");

  it("come from an included table", () => {
    const file = `${table}|✅|✅|❌|❌|\n`;
    expect(available({ "api/run-list.md": including, "includes/our-clouds.md": file })).toEqual([
      "global",
      "us-l4",
    ]);
  });

  it("are unsaid when the included page was not read", () => {
    expect(derive({ "api/run-list.md": including })[0]?.clouds).toEqual([]);
  });
});
