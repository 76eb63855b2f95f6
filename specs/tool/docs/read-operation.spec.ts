import { describe, expect, it } from "vitest";
import type { OperationDeclaration } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";

function read(...lines: string[]): OperationDeclaration | undefined {
  return readPage(["# Get run", ...lines].join("\n"), { file: "v1.0/api/run-get.md", version: "v1.0" })
    .operation;
}

/** Templates in short: `line:column METHOD path ? query`. */
function templates(...lines: string[]): string[] {
  return (read(...lines)?.requests ?? []).map(
    ({ method, path, query, location }) =>
      `${location.line}:${location.column} ${method} ${path}${query && ` ? ${query}`}`,
  );
}

/** The flaws of the page, in short: `rule line:column message`. */
function flaws(...lines: string[]): string[] {
  const about = { file: "v1.0/api/run-get.md", version: "v1.0" } as const;
  return readPage(["# Get run", ...lines].join("\n"), about).flaws.map(
    ({ rule, span: { start }, message }) => `${rule} ${start.line}:${start.column} ${message}`,
  );
}

describe("a page about several owners", () => {
  const section = (heading: string, ...text: string[]) => [heading, "```http", ...text, "```"];

  it("has the requests of all of them, with or without a heading of their own", () => {
    const owners = templates(
      "## List a group's runs",
      ...section("### HTTP request", "GET /groups/{id}/runs"),
      ...section("## List a site's runs", "GET /sites/{id}/runs"),
      "## List a user's runs",
      ...section("### HTTP request", "GET /users/{id}/runs"),
    );
    expect(owners.map((one) => one.split(" ").slice(1).join(" "))).toEqual([
      "GET /groups/{id}/runs",
      "GET /users/{id}/runs",
      "GET /sites/{id}/runs",
    ]);
  });

  it("does not promise what a section shows that is about something else", () => {
    const own = templates(
      ...section("## HTTP request", "GET /groups/{id}/runs"),
      ...section("## Remarks", "GET /remarks"),
      ...section("## Handling errors", "PUT /other"),
      ...section("## Examples", "GET /groups/1/runs"),
      ...section("## List on Graph", "GET https://graph.microsoft.com/v1.0/runs"),
    );
    expect(own).toEqual(["4:1 GET /groups/{id}/runs"]);
  });
});

describe("an HTTP request", () => {
  it("may have several templates in several fences", () => {
    expect(
      templates(
        "## HTTP request",
        "Of a user:",
        "```http",
        "GET /users/{id | userPrincipalName}/runs/",
        "get /me/runs?$top=1",
        "```",
        "  ```",
        "  PATCH /runs/{id} HTTP/1.1",
        "  ```",
      ),
    ).toEqual([
      "5:1 GET /users/{id | userPrincipalName}/runs",
      "6:1 GET /me/runs ? $top=1",
      "9:3 PATCH /runs/{id}",
    ]);
  });

  it("may be written with a host, a number or without its slash", () => {
    expect(
      templates(
        "## HTTP request",
        "```http",
        "GET https://graph.microsoft.com/v1.0/runs",
        "1. POST /runs",
        "DELETE runs/{id}",
        "```",
      ),
    ).toEqual(["4:1 GET /runs", "5:1 POST /runs", "6:1 DELETE /runs/{id}"]);
  });

  it("is none that cannot be read: a line without a path declares nothing, and is a flaw of the page", () => {
    const lines = [
      "## HTTP request",
      "```http",
      "GET ** Collection URI for microsoft.graph.run not found",
      "  GET /runs/{id}",
      "POST The runs",
      "DELETE /runs/{id} or {name}",
      "PUT ...",
      "```",
    ];
    expect(templates(...lines)).toEqual(["5:3 GET /runs/{id}"]);
    expect(flaws(...lines)).toEqual([
      'page/operation-missing 4:1 "GET ** Collection URI for microsoft.graph.run not found" is no request line; a method and a path are expected',
      'page/operation-missing 6:1 "POST The runs" is no request line; a method and a path are expected',
      'page/operation-missing 7:1 "DELETE /runs/{id} or {name}" is no request line; a method and a path are expected',
      'page/operation-missing 8:1 "PUT ..." is no request line; a method and a path are expected',
    ]);
  });

  it.each([
    ["/users/{user-id} | user-principal-name/runs", "/users/{user-id | user-principal-name}/runs"],
    ["/runs/{id} | {name}", "/runs/{id | name}"],
    ["~/runs", "/runs"],
    ["/runs(from={from}, to={to})", "/runs(from={from}, to={to})"],
    ["/range(address='<the address>')", "/range(address='<the address>')"],
    ["/runs/<run id>", "/runs/<run id>"],
    ["{site}/runs", "/{site}/runs"],
    ["runs", "/runs"],
    ["/", "/"],
  ])("is %s", (written, path) => {
    expect(templates("## HTTP request", "```http", `GET ${written}`, "```")).toEqual([`4:1 GET ${path}`]);
    expect(flaws("## HTTP request", "```http", `GET ${written}`, "```")).toEqual([]);
  });

  it("is looked for on a page without its heading, examples left out", () => {
    expect(
      templates("```http", "GET /runs/{id}", "```", "## Examples", "```http", "GET /runs/1", "```"),
    ).toEqual(["3:1 GET /runs/{id}"]);
  });

  it("is no other line, and nothing outside of a fence", () => {
    expect(
      templates("## HTTP request", "GET /runs", "```http", "Content-Type: text/plain", "FETCH /runs", "```"),
    ).toEqual([]);
  });
});

describe("the tables of an operation", () => {
  const operation = read(
    "## HTTP request",
    "## Function parameters",
    "|Parameter|Type|Description|",
    "|-|-|-|",
    "|from|DateTimeOffset|When it begins. Required.|",
    "## Request headers",
    "|Name|Description|",
    "|-|-|",
    "|Authorization|Bearer {token}. Required.|",
    "|Prefer: a=b|Optional.|",
    "|not a header|x|",
    "## Request body",
    "Supply a JSON representation of a collection of [run](../resources/run.md) objects.",
    "|Property|Type|",
    "|-|-|",
    "|state|String|",
    "## Examples",
    "### Request body",
    "|Property|Type|",
    "|-|-|",
    "|other|String|",
  );

  it("name parameters and headers, in their places", () => {
    expect(
      operation?.parameters.map(({ name, location }) => `${location.line}:${location.column} ${name}`),
    ).toEqual(["6:2 from", "17:2 state"]);
    expect(
      operation?.requestHeaders.map(({ name, required, location }) => `${location.line} ${name} ${required}`),
    ).toEqual(["10 Authorization true", "11 Prefer false"]);
  });

  it.each([
    ["|Name|Description|", "|Content-type|application/json. Required.|", "application/json", true],
    [
      "|Name|Type|Description|",
      "|Content-type|string|application/json. Required.|",
      "application/json",
      true,
    ],
    ["|Name|Type|Description|", "|Content-type|string|How it is written.|", undefined, false],
  ])("give a header its value whether a column of types stands between or not: %s %s", (...given) => {
    const [head, row, value, required] = given;
    const table = [head, head.replace(/\w+/g, "-"), row];
    const [header] = read("## HTTP request", "## Request headers", ...table)?.requestHeaders ?? [];
    expect(header?.value).toBe(value);
    expect(header?.required).toBe(required);
  });

  it("have their types in the column that is called so, whatever stands before it", () => {
    const table = ["|Run Type|Property|Type|", "|-|-|-|", "|Manual|states|String collection|"];
    const parameters = read("## HTTP request", "## Request body", ...table)?.parameters;
    expect(parameters).toMatchObject([{ name: "states", type: { name: "String", collection: true } }]);
  });

  it("leave the type of the request's body to the prose", () => {
    expect(operation?.requestBody).toMatchObject({
      name: "run",
      collection: true,
      location: { line: 14, column: 49 },
    });
  });
});

describe("the response of a page without a section for it", () => {
  const example = ["## Example", "### Response", "It returns a `302 Found` response."];
  const failing = ["### Example 2", "#### Response", "This fails with a `400 Bad Request` response."];
  const statuses = (...lines: string[]) =>
    read("## HTTP request", ...lines)?.responses.map(({ status }) => status);

  it("is what sentences beside its example promise, and no error", () => {
    expect(statuses(...example, ...failing)).toEqual([302]);
  });

  it("is what the section says where there is one", () => {
    expect(statuses("## Response", "Returns a `204 No Content` response code.", ...example)).toEqual([204]);
  });
});

describe("the body of a request", () => {
  const body = (sentence: string) => read("## HTTP request", "## Request body", sentence)?.requestBody?.name;

  it("has the type that it represents", () => {
    expect(
      body("In the request body, supply a JSON representation of the new [run](../resources/run.md) object."),
    ).toBe("run");
    expect(body("Supply a JSON representation of a **run** object.")).toBe("run");
  });

  it("has none when there is no body, or only properties are named", () => {
    expect(body("Don't supply a request body for this method.")).toBeUndefined();
    expect(body("Supply a JSON representation of **id** and **name**.")).toBeUndefined();
    expect(body("Supply the values to update. See [run](../resources/run.md).")).toBeUndefined();
  });
});
