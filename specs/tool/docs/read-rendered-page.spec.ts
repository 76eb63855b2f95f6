import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/docs/block.ts";
import { isRenderedPage, renderedBlocks } from "../../../src/docs/rendered/read-rendered-page.ts";

const file = "rendered/user-list.beta.txt";

/** Blocks in short, one line each. */
function read(...lines: string[]): string[] {
  return renderedBlocks(lines.join("\n"), file).map(inShort);
}

function inShort(block: Block): string {
  const at = `${block.location.line}:${block.location.column}`;
  switch (block.kind) {
    case "heading":
      return `${at} ${"#".repeat(block.level)} ${block.text} (${block.anchor})`;
    case "fence":
      return `${at} ${block.language}: ${block.text.replaceAll("\n", "⏎")}`;
    case "table":
      return `${at} ${[block.header, ...block.rows.map((row) => row.cells)].map((cells) => cells.map(({ text }) => text).join(" | ")).join(" // ")}`;
    case "paragraph":
      return `${at} ${block.text}`;
    default:
      return `${at} ${block.kind}`;
  }
}

describe("the headings of a rendered page", () => {
  it("are its fixed words, deeper inside of an example", () => {
    expect(
      read("Permissions", "HTTP request", "Response", "Examples", "Example 1: List", "Request", "Response"),
    ).toEqual([
      "1:1 ## Permissions (permissions)",
      "2:1 ## HTTP request (http-request)",
      "3:1 ## Response (response)",
      "4:1 ## Examples (examples)",
      "5:1 ### Example 1: List (example-1-list)",
      "6:1 #### Request (request)",
      "7:1 #### Response (response-1)",
    ]);
    expect(read("Example", "Request")).toEqual(["1:1 ## Example (example)", "2:1 ### Request (request)"]);
  });

  it("are not words inside of a sentence", () => {
    expect(read("Response objects are small.")).toEqual(["1:1 Response objects are small."]);
  });
});

describe("the paragraphs of a rendered page", () => {
  it("are joined where inline code broke their lines, and the code gets its ticks back", () => {
    expect(
      read(
        "This method supports the $select",
        ", $orderby",
        ", and $filter",
        "OData query parameters.",
        "Next one.",
      ),
    ).toEqual([
      "1:1 This method supports the `$select`, `$orderby`, and `$filter` OData query parameters.",
      "5:1 Next one.",
    ]);
    expect(read("It returns a 204 No Content", "response code.")).toEqual([
      "1:1 It returns a `204 No Content` response code.",
    ]);
    expect(read("Use the Prefer: include-unknown-enum-members", "request header.")).toEqual([
      "1:1 Use the `Prefer: include-unknown-enum-members` request header.",
    ]);
    expect(read("The possible values are: one", ", two", ".")).toEqual([
      "1:1 The possible values are: `one`, `two`.",
    ]);
  });

  it("stay apart where a sentence ends, or a note or the namespace stands alone", () => {
    expect(
      read("Namespace: microsoft.graph", "Important", "APIs under the /beta", "version change."),
    ).toEqual([
      "1:1 Namespace: microsoft.graph",
      "2:1 Important",
      "3:1 APIs under the `/beta` version change.",
    ]);
    expect(read("A line without its full stop", "Another line.")).toEqual([
      "1:1 A line without its full stop",
      "2:1 Another line.",
    ]);
  });
});

describe("the tables of a rendered page", () => {
  it("are as wide as their header's words say", () => {
    const cells = [
      "Permission type",
      "Least privileged permissions",
      "Higher privileged permissions",
      "Application",
    ];
    expect(read(...cells.map((cell) => `${cell} |`), "User.Read.All |", "Not supported. |", "Text.")).toEqual(
      [
        "1:1 Permission type | Least privileged permissions | Higher privileged permissions // Application | User.Read.All | Not supported.",
        "7:1 Text.",
      ],
    );
    expect(
      read("Global service |", "US Government L4 |", "China operated by 21Vianet |", "✅ |", "✅ |", "❌ |"),
    ).toEqual(["1:1 Global service | US Government L4 | China operated by 21Vianet // ✅ | ✅ | ❌"]);
    expect(read("Property |", "Type |", "Description |", "description |", "String |", "Text. |")).toEqual([
      "1:1 Property | Type | Description // description | String | Text.",
    ]);
  });

  it("have cells over several lines, each row and cell where its first line stands", () => {
    const lines = [
      "Property |",
      "Type |",
      "Description |",
      "status |",
      "runStatus |",
      "Value is null",
      "if unknown.",
      "Supports $filter",
      "(eq",
      ", ne",
      ").",
      "|",
      "id |",
      "String |",
      "Key. |",
    ];
    const [table] = renderedBlocks(lines.join("\n"), file);
    expect(table && inShort(table)).toBe(
      "1:1 Property | Type | Description // status | runStatus | Value is `null` if unknown. Supports `$filter` (`eq`, `ne`). // id | String | Key.",
    );
    expect(table?.kind === "table" && table.rows.map((row) => row.location.line)).toEqual([4, 13]);
    expect(table?.kind === "table" && table.rows[0]?.cells.map((cell) => cell.location.line)).toEqual([
      4, 5, 6,
    ]);
  });

  it("are filled up where a row ends too early", () => {
    expect(read("Name |", "Description |", "Authorization |", "Request body")).toEqual([
      "1:1 Name | Description // Authorization | ",
      "4:1 ## Request body (request-body)",
    ]);
  });
});

describe("the messages of a rendered page", () => {
  it("end with their JSON, whatever stands in its strings", () => {
    expect(
      read(
        "HTTP/1.1 200 OK",
        "Content-Type: application/json",
        "{",
        '"a": "}{",',
        '"value": [ 1 ]',
        "}",
        "Example 2: More",
      ),
    ).toEqual([
      '1:1 http: HTTP/1.1 200 OK⏎Content-Type: application/json⏎{⏎"a": "}{",⏎"value": [ 1 ]⏎}',
      "7:1 ### Example 2: More (example-2-more)",
    ]);
  });

  it("end with their headers when they have no body", () => {
    expect(read("HTTP/1.1 204 No Content", "That is all.")).toEqual([
      "1:1 http: HTTP/1.1 204 No Content",
      "2:1 That is all.",
    ]);
    expect(
      read("GET /users", "GET /groups/{id}/members", "Prefer: outlook.timezone=UTC", "Note: mind the gap."),
    ).toEqual([
      "1:1 http: GET /users⏎GET /groups/{id}/members⏎Prefer: outlook.timezone=UTC",
      "4:1 Note: mind the gap.",
    ]);
  });

  it("keep a body that is no JSON to the next heading", () => {
    expect(
      read("PUT /me/photo/$value", "Content-type: image/jpeg", "Binary data of the image", "Response"),
    ).toEqual([
      "1:1 http: PUT /me/photo/$value⏎Content-type: image/jpeg⏎Binary data of the image",
      "4:1 ## Response (response)",
    ]);
  });

  it("whose JSON is never closed end at the next heading", () => {
    expect(read("HTTP/1.1 200 OK", "{", '"a": 1', "Example 2: More")).toEqual([
      '1:1 http: HTTP/1.1 200 OK⏎{⏎"a": 1',
      "4:1 ### Example 2: More (example-2-more)",
    ]);
  });

  it("are no sentences that begin with a method", () => {
    expect(read("GET /users returns all users.")).toEqual(["1:1 GET /users returns all users."]);
  });

  it("are bare JSON under the JSON representation", () => {
    expect(read("JSON representation", "{", '"id": "String"', "}")).toEqual([
      "1:1 ## JSON representation (json-representation)",
      '2:1 json: {⏎"id": "String"⏎}',
    ]);
  });
});

describe("the SDK snippets of a rendered page", () => {
  const snippets: readonly (readonly [string, readonly string[]])[] = [
    [
      "csharp",
      [
        "// Code snippets are only available for the latest version. Current version is 5.x",
        "var result = await graphClient.Users.GetAsync();",
      ],
    ],
    ["cli", ["mgc-beta users list --select id"]],
    [
      "go",
      [
        "// Code snippets are only available for the latest major version.",
        "import (",
        '"context"',
        ")",
        "users, err := graphClient.Users().Get(context.Background(), nil)",
      ],
    ],
    [
      "java",
      [
        "// Code snippets are only available for the latest version. Current version is 6.x",
        "GraphServiceClient graphClient = new GraphServiceClient(requestAdapter);",
        "graphClient.users().get();",
      ],
    ],
    [
      "javascript",
      [
        "const options = {",
        "authProvider,",
        "};",
        "const client = Client.init(options);",
        "await client.api('/users')",
        ".get();",
      ],
    ],
    [
      "php",
      [
        "<?php",
        "use Microsoft\\Graph\\GraphServiceClient;",
        "$result = $graphServiceClient->users()->get()->wait();",
      ],
    ],
    ["powershell", ["Import-Module Microsoft.Graph.Users", "Get-MgUser -UserId $userId"]],
    [
      "python",
      [
        "# Code snippets are only available for the latest version. Current version is 1.x",
        "from msgraph import GraphServiceClient",
        "result = await graph_client.users.get()",
      ],
    ],
  ];

  it("are fences in their language, one after another, up to the response", () => {
    const blocks = renderedBlocks(
      ["GET /users", ...snippets.flatMap(([, lines]) => lines), "Response"].join("\n"),
      file,
    );
    const fences = blocks.filter((block) => block.kind === "fence").slice(1);
    expect(fences.map(({ language }) => language)).toEqual(snippets.map(([language]) => language));
    expect(fences.map(({ text }) => text)).toEqual(snippets.map(([, lines]) => lines.join("\n")));
    expect(blocks.at(-1)?.kind).toBe("heading");
  });

  it("end where the page goes on with prose about the SDK", () => {
    expect(read("mgc users list", "Read the SDK documentation for details.")).toEqual([
      "1:1 cli: mgc users list",
      "2:1 Read the SDK documentation for details.",
    ]);
  });
});

describe("a rendered page", () => {
  it("is told from Markdown", () => {
    expect(isRenderedPage("Namespace: microsoft.graph\nPermissions\nText.\nHTTP request\nGET /users")).toBe(
      true,
    );
    expect(isRenderedPage("Namespace: microsoft.graph\r\nHTTP request\r\nGET /users")).toBe(true);
    expect(isRenderedPage("# List users\n\n## Permissions\n\n## HTTP request\n")).toBe(false);
    expect(isRenderedPage("---\ntitle: x\n---\nPermissions\nHTTP request")).toBe(false);
    expect(isRenderedPage("Permissions\nare granted by the\nadministrator.")).toBe(false);
    expect(isRenderedPage("")).toBe(false);
  });

  it("with any text is read without an error, its blocks in order and in the file", () => {
    const words = [
      "Request",
      "Examples",
      "cell |",
      "|",
      "{",
      "}",
      '"a": [',
      "HTTP/1.1 200 OK",
      "GET /a",
      "a: b",
      "mgc x",
      "text",
      ", b",
      "",
      "Content-Type: x",
      "const options = {",
    ];
    const line = fc.oneof(fc.constantFrom(...words), fc.string());
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const places = renderedBlocks(lines.join("\n"), file).map(({ location }) => location.line);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const place of places) expect(place).toBeLessThanOrEqual(lines.join("\n").split("\n").length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
