import { describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import type { Page } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { locateInJson } from "../../../src/http/read-json.ts";

function read(...lines: string[]): Page {
  return readPage(["# Get run", "", ...lines].join("\n"), { file: "v1.0/api/run-get.md", version: "v1.0" });
}

/** Examples in short: `name | title | request line -> response line`. */
function inShort({ examples }: Page): string[] {
  return examples.map(
    ({ name, title, request, response }) =>
      `${name} | ${title} | ${request ? request.location.line : "-"} -> ${response ? response.location.line : "-"}`,
  );
}

const annotation = (blockType: string, name?: string | string[]) =>
  `<!-- ${JSON.stringify({ blockType, name })} -->`;
const request = (path: string) => ["```http", `GET ${path}`, "```"];
const response = ["```http", "HTTP/1.1 200 OK", "```"];

describe("an annotated example", () => {
  it("is a request with the response behind it, under the title of its heading", () => {
    const page = read(
      "## Examples",
      "### Example 1: One run",
      "#### Request",
      "# [HTTP](#tab/http)",
      annotation("request", "get_run"),
      ...request("/a"),
      "---",
      "#### Response",
      annotation("response"),
      ...response,
    );
    expect(inShort(page)).toEqual(["get_run | Example 1: One run | 9 -> 15"]);
    expect(page.examples[0]?.request?.annotation?.members).toEqual({ blockType: "request", name: "get_run" });
    expect(page.examples[0]?.request?.message.url).toBe("/a");
    expect(page.flaws).toEqual([]);
  });

  it("has the page's title when its headings say no more than what it is", () => {
    expect(
      inShort(
        read(
          "## Example",
          "### Request body",
          annotation("request"),
          ...request("/a"),
          "### Response",
          annotation("response"),
          ...response,
        ),
      ),
    ).toEqual([" | Get run | 7 -> 12"]);
  });

  it("is told from its content when the annotation contradicts it", () => {
    expect(
      inShort(
        read("## Example", annotation("response"), ...request("/a"), annotation("request"), ...response),
      ),
    ).toEqual([" | Get run | 6 -> 10"]);
  });

  it("is none of a resource, a sample or an unknown block", () => {
    expect(
      inShort(
        read(
          "## Example",
          annotation("resource"),
          "```json",
          "{}",
          "```",
          annotation("samples"),
          ...request("/a"),
        ),
      ),
    ).toEqual([]);
  });
});

describe("pairs", () => {
  it("of one request with several responses are several examples", () => {
    expect(
      inShort(
        read(
          "## Example",
          annotation("request", "a"),
          ...request("/a"),
          annotation("response"),
          ...response,
          annotation("response"),
          ...response,
        ),
      ),
    ).toEqual(["a | Get run | 6 -> 10", "a | Get run | 6 -> 14"]);
  });

  it("are made by name where several requests wait for a response", () => {
    const page = read(
      "## Example",
      annotation("request", "a"),
      ...request("/a"),
      annotation("request", "b"),
      ...request("/b"),
      annotation("response", "a"),
      ...response,
      annotation("response", "b"),
      ...response,
    );
    expect(inShort(page)).toEqual(["a | Get run | 6 -> 14", "b | Get run | 10 -> 18"]);
  });

  it("of several requests with one response that names them all are several examples", () => {
    const page = read(
      "## Example",
      annotation("request", "a"),
      ...request("/a"),
      annotation("request", "b"),
      ...request("/b"),
      annotation("response", ["a", "b"]),
      ...response,
    );
    expect(inShort(page)).toEqual(["a | Get run | 6 -> 14", "b | Get run | 10 -> 14"]);
  });

  it("are made by place where names are missing, wrong or used twice", () => {
    expect(
      inShort(
        read(
          "## Example",
          annotation("request", "a"),
          ...request("/a"),
          annotation("response", "typo"),
          ...response,
        ),
      ),
    ).toEqual(["a | Get run | 6 -> 10"]);
    const twice = [
      "## Example",
      annotation("request", "a"),
      ...request("/a"),
      annotation("response", "a"),
      ...response,
    ];
    expect(inShort(read(...twice, ...twice))).toEqual(["a | Get run | 6 -> 10", "a | Get run | 15 -> 19"]);
  });

  it("leave a request without a response, and a response without a request, alone", () => {
    expect(
      inShort(
        read(
          "## Example",
          annotation("request", "a"),
          ...request("/a"),
          annotation("request", "b"),
          ...request("/b"),
        ),
      ),
    ).toEqual(["a | Get run | 6 -> -", "b | Get run | 10 -> -"]);
    expect(inShort(read("## Example", annotation("response", "r"), ...response))).toEqual([
      "r | Get run | - -> 6",
    ]);
  });
});

describe("an example without annotation", () => {
  it("is told by its heading and its first line", () => {
    expect(inShort(read("## Example", "### Request", ...request("/a"), "### Response", ...response))).toEqual(
      [" | Get run | 6 -> 10"],
    );
    expect(
      inShort(read("## Request", ...request("/a"), "## Response", "```json", '{ "id": "1" }', "```")),
    ).toEqual([" | Get run | 5 -> 9"]);
  });

  it("may be annotated as ignored, and stand below a heading of its own HTTP request", () => {
    expect(
      inShort(
        read(
          "## Example",
          "### HTTP request",
          annotation("ignored"),
          ...request("/a"),
          "### Response",
          annotation("ignored"),
          ...response,
        ),
      ),
    ).toEqual([" | Get run | 7 -> 12"]);
  });

  it("is no template, no snippet of code and nothing in another section", () => {
    expect(inShort(read("## HTTP request", ...request("/runs/{id}")))).toEqual([]);
    expect(inShort(read("## Example", "### Request", "```csharp", "GET /a", "```"))).toEqual([]);
    expect(inShort(read("## Remarks", ...request("/a")))).toEqual([]);
    expect(inShort(read("## Example", annotation("ignored"), "```json", "{}", "```"))).toEqual([]);
  });
});

describe("a request that cannot be read", () => {
  it("is a flaw of the page", () => {
    const page = read(
      "## Example",
      annotation("request"),
      "```http",
      "/runs",
      "```",
      annotation("request"),
      "```http",
      "```",
    );
    expect(page.flaws.filter(({ rule }) => rule === "request/malformed")).toEqual([
      {
        rule: "request/malformed",
        message: '"/runs" is no request line; a method and a URL are expected',
        span: spanAt({ file: "v1.0/api/run-get.md", line: 6, column: 1 }, "/runs".length),
      },
      {
        rule: "request/malformed",
        message: "the request is empty; a method and a URL are expected",
        span: spanAt({ file: "v1.0/api/run-get.md", line: 10, column: 1 }),
      },
    ]);
    expect(page.examples).toEqual([]);
  });
});

describe("the language of a fence", () => {
  const example = (info: string, text: string) =>
    inShort(read("## Example", "### Response", `\`\`\`${info}`, text, "```")).length;

  it.each(["http", " http", "HTTP", "", "msgraph-interactive", "https"])(
    "may be %j for an HTTP message",
    (info) => {
      expect(example(info, "HTTP/1.1 200 OK")).toBe(1);
    },
  );

  it.each(["json", " json", "JSON", ""])("may be %j for a body alone", (info) => {
    expect(example(info, "{}")).toBe(1);
  });

  it.each(["csharp", "powershell", "xml"])("is %j for no example", (info) => {
    expect(example(info, "HTTP/1.1 200 OK")).toBe(0);
    expect(example(info, "{}")).toBe(0);
  });
});

describe("an example inside of a list", () => {
  it("keeps the place of every part, with and without Windows line ends", () => {
    const lines = [
      "## Example",
      "1. Call it:",
      "",
      "   ```http",
      "   GET /a",
      "     Prefer: x",
      "   ```",
      "   ```http",
      "   HTTP/1.1 200 OK",
      "",
      "   {",
      '     "a": [1,]',
      "   }",
      "   ```",
    ];
    for (const page of [read(...lines), read(...lines.map((line) => `${line}\r`))]) {
      const [example] = page.examples;
      const body = example?.response?.message.body;
      expect(example?.request?.message.location).toMatchObject({ line: 7, column: 4 });
      expect(example?.request?.message.headers[0]?.span.start).toMatchObject({ line: 8, column: 6 });
      expect(body?.json?.problems.map(({ span: { start } }) => [start.line, start.column])).toEqual([
        [14, 13],
      ]);
      expect(body && locateInJson(body.text, body.location, "/a/0").start).toMatchObject({
        line: 14,
        column: 12,
      });
    }
  });
});
