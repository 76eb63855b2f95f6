import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { siteHtml } from "../../support/site-html.ts";
import { findingsIn, findingsOn, judgePages } from "./judge-pages.ts";
import { getPage, resourcePage } from "./shelf-pages.ts";

/** The same pages as the site sends them, or as a browser saves them. */
function saved(pages: Readonly<Record<string, string>>, form: "sent" | "saved" = "sent") {
  return Object.fromEntries(
    Object.entries(pages).map(([file, text]) => {
      const folder = file.startsWith("api/") ? "api" : "resources";
      return [file.replace(/md$/, "html"), siteHtml(text, { folder, name: basename(file, ".md"), form })];
    }),
  );
}

const shelf = resourcePage("shelf", ["|id|String|The key.|", "|height|Int32|In millimetres.|"]);

function pages(body: string, more = "") {
  return { "api/shelf-get.md": `${getPage(body)}${more}`, "resources/shelf.md": shelf };
}

const snippets = (path: string) =>
  [
    "",
    "## Examples",
    "### Request",
    "",
    "# [HTTP](#tab/http)",
    '<!-- { "blockType": "request", "name": "get_shelf_2" } -->',
    "```msgraph-interactive",
    "GET https://graph.microsoft.com/v1.0/shelves/2?$select=height",
    "```",
    "",
    "# [JavaScript](#tab/javascript)",
    "```javascript",
    `let shelf = await client.api('${path}')`,
    "\t.select('height')",
    "\t.get();",
    "```",
    "",
    "# [Go](#tab/go)",
    "```go",
    'shelf, err := graphClient.Shelves().ByShelfId("shelf-id").Get(context.Background(), nil)',
    "```",
    "",
    "---",
    "",
    "### Response",
    '<!-- { "blockType": "response", "@odata.type": "microsoft.graph.shelf" } -->',
    "```http",
    "HTTP/1.1 200 OK",
    "Content-Type: application/json",
    "",
    '{ "height": 3 }',
    "```",
    "",
  ].join("\n");

describe("pages saved as HTML", () => {
  it.each(["sent", "saved"] as const)("have the findings of their Markdown, in their lines (%s)", (form) => {
    const html = saved(pages('{ "id": "1",\n  "heights": 3 }'), form);
    const [found, ...others] = findingsIn(judgePages(html));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: "body/unknown-property", pointer: "/heights" });
    const line = html["api/shelf-get.html"]?.split("\n")[(found?.span.start.line ?? 0) - 1];
    expect(line).toContain('"heights"');
    expect(found?.message).toMatch(/did the page mean "height"\? \(shelf\.html:\d+\)$/);
    const row = /:(\d+)\)$/.exec(found?.message ?? "")?.[1];
    expect(html["resources/shelf.html"]?.split("\n")[Number(row) - 1]).toContain(
      '<td style="text-align:left">height</td>',
    );
  });

  it("mark the very text of a body, which the server sends as it was written", () => {
    expect(findingsOn(saved(pages('{ "id": "1",\n  "height": "3" }')))).toMatchObject([
      { rule: "body/type", marks: '"3"' },
    ]);
  });

  it("have nothing to repair, and nothing found where nothing is wrong", () => {
    const [found] = findingsIn(judgePages(saved(pages('{ "heights": 3 }'))));
    expect(found?.fix).toBeUndefined();
    expect(findingsOn(saved(pages('{ "height": 3 }')))).toEqual([]);
  });

  it("have the snippets of their tabs compared with the HTTP example", () => {
    const wrong = findingsOn(saved(pages('{ "height": 3 }', snippets("/shelfs/2"))));
    expect(wrong.map(({ rule, message }) => [rule, message.split(" ").slice(0, 3).join(" ")])).toEqual([
      ["snippet/request-differs", "the JavaScript snippet"],
      ["snippet/request-differs", "the Go snippet"],
    ]);
    expect(wrong[0]?.marks).toContain(".api('/shelfs/2')");
    const right = findingsOn(saved(pages('{ "height": 3 }', snippets("/shelves/2"))));
    expect(right.map(({ message }) => message.split(" ").slice(0, 3).join(" "))).toEqual(["the Go snippet"]);
  });

  it("are read without the annotations, too", () => {
    const text = pages('{ "id": "1",\n  "heights": 3 }');
    const html = {
      "api/shelf-get.html": siteHtml(text["api/shelf-get.md"], {
        folder: "api",
        name: "shelf-get",
        bare: true,
      }),
      "resources/shelf.html": siteHtml(shelf, { folder: "resources", name: "shelf", bare: true }),
    };
    expect(findingsOn(html)).toMatchObject([{ rule: "body/unknown-property", marks: '"heights"' }]);
  });

  it("do not take a type for closed whose annotation is lost, where Graph's metadata calls it open", () => {
    const identity = shelf
      .replace("# shelf", "# Identity")
      .replace('graph.shelf"', 'graph.identity", "openType": true');
    const get = getPage('{ "depth": 3 }', { promise: "an [identity](../resources/identity.md) object" });
    const html = (bare: boolean) => ({
      "api/shelf-get.html": siteHtml(get.replaceAll('graph.shelf"', 'graph.identity"'), {
        folder: "api",
        name: "shelf-get",
        bare,
      }),
      "resources/identity.html": siteHtml(identity, { folder: "resources", name: "identity", bare }),
    });
    expect(findingsOn(html(true)).filter(({ rule }) => rule === "body/unknown-property")).toEqual([]);
    expect(findingsOn(html(false)).filter(({ rule }) => rule === "body/unknown-property")).toEqual([]);
  });
});
