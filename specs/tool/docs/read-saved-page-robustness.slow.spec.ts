import { readFileSync } from "node:fs";
import { basename } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { documentationOf, judgeDocumentedPage } from "../../../src/exchange/judge-documentation.ts";
import { checkedPage } from "../../support/checked-page.ts";
import { processorSeconds } from "../../support/processor-seconds.ts";
import { siteHtml } from "../../support/site-html.ts";

const folder = "fixtures/docs/api-reference/v1.0";
const real = [
  "api/identitygovernance-userprocessingresult-list-taskprocessingresults",
  "resources/identitygovernance-workflow",
].flatMap((path) =>
  (["sent", "saved"] as const).map((form) => {
    const kind = path.startsWith("api") ? "api" : "resources";
    const name = basename(path);
    const text = siteHtml(readFileSync(`${folder}/${path}.md`, "utf8"), { folder: kind, name, form });
    return { file: `saved/${name}.html`, text };
  }),
);

/** What saved pages are made of, right and wrong. */
const pieces = fc.constantFrom(
  ..."< > </ /> & &amp; &lt; &quot; &nbsp; &#0; &#x1F600; &nonsense; \" ' = \n \r \t \u0000 \u2028 \uD800 é".split(
    " ",
  ),
  "<!DOCTYPE html>",
  "<html><body>",
  '<main><div class="content">',
  "</div></main>",
  "<h1>a</h1>",
  '<h2 id="x">HTTP request</h2>',
  "<h2>Properties",
  "<h2>Examples</h2><h3>Request</h3>",
  "<h4>Response</h4>",
  "</h2>",
  "<p>",
  "</p>",
  "<p>Namespace: microsoft.graph</p>",
  "<table><tr><th>Property</th><th>Type</th></tr>",
  "<tr><td>",
  "</td><td>",
  "</table>",
  "<table>",
  '<td colspan="1000000000">',
  "<pre>",
  '<pre><code class="lang-http">',
  '<pre><code class="lang-csharp">',
  "</code></pre>",
  "</pre>",
  "GET /me",
  "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{",
  '{ "a": [1, }',
  '<span class="hljs-string">',
  "</span>",
  '<!-- { "blockType": "request" } -->',
  "<!-- {",
  "-->",
  "<!--",
  "<script>",
  "</script>",
  "<style>",
  "<textarea>",
  "<template>",
  "<svg><title>",
  "<![CDATA[",
  "<?php",
  '<section role="tabpanel" data-tab="java" hidden>',
  '<ul role="tablist">',
  "<ul><li>",
  "</li></ul>",
  '<div class="NOTE"><p>Note</p>',
  '<a href="resources/run?view=graph-rest-1.0">',
  '<a href="javascript:x">',
  "<a href='",
  "</a>",
  "<code>",
  "<b>",
  "<br>",
  "The possible values are: <code>a</code>, <code>b</code>.",
);
const texts = fc
  .array(fc.tuple(pieces, fc.constantFrom("\n", "", " ", "\n\n")), { maxLength: 80 })
  .map((parts) => `<p>microsoft.graph</p>${parts.flat().join("")}`);
const files = fc.constantFrom("v1.0/api/a.html", "v1.0/resources/a.htm");

describe("reading HTML", () => {
  it("takes any text, and every place it names is in the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), texts), files, (text, file) => {
        checkedPage(text, file);
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it("takes a page of the site that was cut off anywhere, and judges what is left", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...real),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ file, text }, share) => {
          const page = checkedPage(text.slice(0, Math.floor(share * text.length)), file);
          judgeDocumentedPage(page, documentationOf(folderOf([page])));
        },
      ),
      { numRuns: 60, seed: 2 },
    );
  });

  it("takes a page of the site with characters changed and tags lost", () => {
    const change = fc.tuple(
      fc.nat(),
      fc.constantFrom("", "<", ">", '"', "&", "</div>", "<pre>", "\n", "-->"),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...real),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        ({ file, text }, changes) => {
          const changed = changes.reduce((before, [at, put]) => {
            const place = at % before.length;
            return before.slice(0, place) + put + before.slice(place + 1);
          }, text);
          checkedPage(changed, file);
        },
      ),
      { numRuns: 100, seed: 3 },
    );
  });

  it("loses nothing of a page above the place where it breaks", () => {
    for (const { file, text } of real) {
      const whole = checkedPage(text, file);
      const half = checkedPage(text.slice(0, Math.floor(text.length / 2)), file);
      expect(half.headings.slice(0, -1)).toEqual(whole.headings.slice(0, half.headings.length - 1));
    }
  });
});

const fill = (piece: string, size = 100_000) => piece.repeat(Math.ceil(size / piece.length));
const table = "<table><tr><th>Property</th><th>Type</th><th>Description</th></tr>";

describe("reading hostile HTML", () => {
  const hostile: Record<string, string> = {
    "100,000 nested elements": "<div>".repeat(100_000),
    "100,000 nested marks": "<b>".repeat(100_000),
    "100,000 nested lists": "<ul><li>".repeat(100_000),
    "100,000 nested tables": "<table><tr><td>".repeat(100_000),
    "100,000 closings": "</div>".repeat(100_000),
    "paragraphs in paragraphs": "<p>".repeat(100_000),
    "an attribute of 4 MB": `<a href="${fill("x", 4e6)}">a</a>`,
    "100,000 attributes": `<a ${fill("b=c ", 2e5)}>`,
    "a page in one line": fill("<p>a</p>", 2e5),
    "a table in one line": `${table}${fill("<tr><td>a<td>String<td>b", 2e5)}`,
    "a wide row": `${table}<tr>${fill("<td>")}`,
    "code in one line": `<pre>${fill('<span class="x">a</span>', 1e6)}`,
    "many blocks of code": fill('<pre><code class="lang-http">GET /me</code></pre>', 1e6),
    "open tags": fill("<"),
    "open comments": fill("<!--"),
    "open annotations": fill('<!-- { "blockType": '),
    entities: `<p>${fill("&amp;", 1e6)}`,
    "half entities": `<p>${fill("&am")}`,
    links: `<p>${fill('<a href="x.md">[</a>')}`,
    "blanks and tags": `<p>${fill(" <b>\n</b>")}`,
    "a script": `<script>${fill("</scrip ")}`,
    canonical: fill('<link rel="canonical" href="https://'),
    metas: fill('<meta name="source_path" content="api-reference/'),
  };

  it.each(Object.entries(hostile))("of %s takes no more than a moment", (_, text) => {
    const seconds = processorSeconds(() => {
      readPage(`<p>microsoft.graph</p>${text}`, { file: "v1.0/api/a.html", version: "v1.0" });
      readPage(`<p>microsoft.graph</p>${text}`, { file: "v1.0/resources/a.html", version: "v1.0" });
    });
    expect(seconds).toBeLessThan(8);
  });
});
