import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/docs/block.ts";
import { htmlBlocks } from "../../../src/docs/html/html-blocks.ts";
import type { Page } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { siteHtml } from "../../support/site-html.ts";

const file = "saved/shelf-get.html";

/** Blocks in short, one line each. */
function read(...lines: string[]): string[] {
  return htmlBlocks(lines.join("\n"), file, (href) => href).blocks.map(inShort);
}

function inShort(block: Block): string {
  const at = `${block.location.line}:${block.location.column}`;
  switch (block.kind) {
    case "heading":
      return `${at} ${"#".repeat(block.level)} ${block.text} (${block.anchor})`;
    case "fence":
      return `${at} ${block.language}: ${block.text.replaceAll("\n", "⏎")}`;
    case "table":
      return [block.header, ...block.rows.map((row) => row.cells)]
        .map((cells) =>
          cells.map((cell) => `${cell.location.line}:${cell.location.column} ${cell.text}`).join(" | "),
        )
        .join(" // ");
    case "paragraph":
      return `${at} ${block.text.replaceAll("\n", "⏎")}`;
    default:
      return `${at} ${block.kind} ${block.blockType}`;
  }
}

describe("the text of a saved page", () => {
  it("is the Markdown that it was made of, where it stands in the HTML", () => {
    expect(
      read(
        '<h2 id="response-1">Response</h2>',
        "<p>Returns <code>200 OK</code> and a",
        '<strong>shelf</strong>, an <a href="resources/item.md">item</a>.</p>',
        "<ul>",
        "<li><code>a</code>: <em>one</em></li>",
        "</ul>",
        "<ol>",
        "<li>",
        "<p>first</p>",
        "</li>",
        "</ol>",
      ),
    ).toEqual([
      "1:18 ## Response (response-1)",
      "2:4 Returns `200 OK` and a⏎**shelf**, an [item](resources/item.md).",
      "5:3 - `a`: *one*",
      "9:1 1. first",
    ]);
  });

  it("keeps its lines where a tag goes over their end, and entities and marks as text", () => {
    expect(read("<p>one <a", 'href="x.md">two</a> three', "four</p>")).toEqual([
      "1:4 one [two](x.md)⏎ three⏎four",
    ]);
    expect(read("<p>a &lt; b &amp; c&nbsp;d <code>&lt;x&gt;</code></p>")).toEqual([
      "1:4 a &lt; b & c d `<x>`",
    ]);
  });

  it("has notes as Markdown marks them, and other text beside elements as paragraphs", () => {
    expect(read('<div class="NOTE">', "<p>Note</p>", "<p>Small.</p>", "</div>", "loose <b></b>text")).toEqual(
      ["2:1 [!NOTE]⏎Small.", "5:1 loose text"],
    );
    expect(read("<p>Note</p>", "<p>Small.</p>")).toEqual(["1:4 Note", "2:4 Small."]);
  });

  it("has cells with their own place, in one line, with the tags that Markdown keeps", () => {
    expect(
      read(
        "<table><thead>",
        '<tr><th style="text-align:left">Property</th><th>Type</th></tr>',
        "</thead><tbody><tr>",
        "<td>id</td>",
        "<td>a",
        "b<ul><li>c</li></ul>d<br/>e</td>",
        "</tr><tr><td>&nbsp;</td></tr></tbody></table>",
      ),
    ).toEqual(["2:33 Property | 2:50 Type // 4:5 id | 5:5 a b<li>cd<br>e // 7:14  | 7:12 "]);
  });

  it("has code line by line in its columns, in the language of its class, its tab or the line above it", () => {
    expect(
      read(
        '<pre><code class="lang-http">GET /me',
        "Prefer: &quot;a&quot;",
        "</code></pre>",
        '<section role="tabpanel" data-tab="csharp" hidden="hidden"><pre><code>x',
        "</code></pre></section>",
        '<div class="codeHeader"><span class="language">JSON</span><button>Copy</button></div>',
        '<pre><code><span class="hljs-attr">{</span>}</code></pre>',
      ),
    ).toEqual([
      `1:1 http: ${" ".repeat(29)}GET /me⏎Prefer: "a"`,
      `4:1 csharp: ${" ".repeat(70)}x`,
      `7:1 json: ${" ".repeat(35)}{}`,
    ]);
  });

  it("is that of the page alone, not of the site around it", () => {
    expect(
      read(
        "<title>x</title><header><h2>Menu</h2></header><main>",
        '<div class="content"><h1 id="a">Get shelf</h1></div>',
        "<nav><h2>In this article</h2></nav><p>Feedback?</p><button>Copy</button>",
        '<div class="content"><h2 id="b">Request</h2></div>',
        "<h2>Feedback</h2></main><footer><h2>Terms</h2></footer>",
      ),
    ).toEqual(["2:31 # Get shelf (a)", "4:30 ## Request (b)"]);
    expect(read("<main><h1>Get shelf</h1><h2>Request</h2></main><h2>Terms</h2>")).toHaveLength(2);
    expect(read("<h2>Request</h2>", "<script>document.write('<h2>')</script>")).toHaveLength(1);
  });

  it("has the annotations that the site keeps as comments, and their flaws", () => {
    const comment = '<!-- { "blockType": "request", "name": "a" } -->';
    expect(read(comment, "<pre><code>GET /me</code></pre>", "<!-- uuid: 1 -->")).toEqual([
      "1:1 annotation request",
      `2:1 : ${" ".repeat(11)}GET /me`,
    ]);
    const { flaws } = htmlBlocks(comment.replace(",", ""), file, (href) => href);
    expect(flaws.map(({ rule, span }) => [rule, span.start])).toEqual([
      ["annotation/invalid-json", { line: 1, column: 30 }],
    ]);
  });

  it("says of code that the file ends in that it is not closed", () => {
    const { blocks, flaws } = htmlBlocks('<p>a</p>\n<pre><code class="lang-json">{ "a', file, (href) => href);
    expect(blocks[1]).toMatchObject({ kind: "fence", closed: false });
    expect(flaws).toMatchObject([{ rule: "page/unclosed-fence", span: { start: { line: 2, column: 1 } } }]);
  });
});

/** What a page says, without where. */
function sayings(page: Page): unknown {
  const { title, kind, namespace, types, enums, permissions, operation, examples, snippets } = page;
  const said = { title, kind, namespace, types, enums, permissions, operation, examples, snippets };
  return JSON.parse(JSON.stringify(said), (name, value: unknown) => {
    if (/^(?:location|length|span|startLine|target|row|offsets?|places?|annotation)$/.test(name))
      return undefined;
    return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : value;
  });
}

describe("a page of the fixtures, as the site renders it", () => {
  const folder = "fixtures/docs/api-reference/v1.0";
  const names = [
    "api/identitygovernance-userprocessingresult-list-taskprocessingresults",
    "api/identitygovernance-workflow-activatewithscope",
    "resources/identitygovernance-run",
    "resources/identitygovernance-workflow",
  ];

  it.each(names)("%s says what its Markdown says", (path) => {
    const markdown = readFileSync(`${folder}/${path}.md`, "utf8");
    const kind = path.startsWith("api") ? "api" : "resources";
    const expected = sayings(readPage(markdown, { file: `v1.0/${path}.md`, version: "v1.0" }));
    for (const form of ["sent", "saved"] as const) {
      const html = siteHtml(markdown, { folder: kind, name: basename(path), form });
      const page = readPage(html, { file: `saved/${basename(path)}.html`, version: "v1.0" });
      expect(sayings(page)).toEqual(expected);
      expect(page.frontMatter).toEqual([]);
    }
  });
});
