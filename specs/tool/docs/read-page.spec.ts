import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Page } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";

function read(text: string, file = "v1.0/api/a.md"): Page {
  return readPage(text, { file, version: "v1.0" });
}

describe("the kind of a page", () => {
  it.each([
    ["api", "v1.0/other/a.md", "# a\n## HTTP request\n"],
    ["api", "v1.0/api/a.md", "# a"],
    ["api", "a.md", "---\ndoc_type: apiPageType\n---\n# a"],
    ["resource", "v1.0/api/a.md", "# a\n## JSON representation\n"],
    ["resource", "a.md", '<!-- { "blockType": "resource" } -->\n```json\n{}\n```'],
    ["resource", "a.md", '---\ndoc_type: "resourcePageType"\n---\n# a'],
    ["resource", "v1.0/resources/a.md", "# a\n## Properties\n"],
    ["include", "v1.0/includes/permissions/a.md", "# a\n## HTTP request\n"],
    ["other", "v1.0/resources/a.md", "# Working with runs\n"],
  ])("is %s for %s that holds %j", (kind, file, text) => {
    expect(read(text, file).kind).toBe(kind);
  });
});

describe("a page", () => {
  it("has the title of its first heading, else of its front matter, else of its file", () => {
    expect(read("# `run`: **get**\n# Other").title).toBe("run: get");
    expect(read('---\ntitle: "List runs"\n---\n## Request').title).toBe("List runs");
    expect(read("text", "docs/run-get.beta.txt").title).toBe("run-get");
  });

  it("has the namespace that it names, else microsoft.graph", () => {
    expect(read("# a\n\nNamespace: microsoft.graph.callRecords\n").namespace).toBe(
      "microsoft.graph.callRecords",
    );
    expect(read("# a\n\nThe Namespace: microsoft.graph.x is another.\n").namespace).toBe("microsoft.graph");
  });

  it("keeps the lines behind its front matter", () => {
    const page = read("---\r\ntitle: a\r\n---\r\n\r\n# a\r\n");
    expect(page.headings.map(({ location }) => location)).toEqual([
      { file: "v1.0/api/a.md", line: 5, column: 1 },
    ]);
    expect(read("---\nno front matter").headings).toEqual([]);
  });

  it("has the links of paragraphs, headings and cells, each in its column", () => {
    const page = read(
      "## See [a](a.md)\n  Text, [b][].\n\n|[c](c.md) x|y|\n|-|-|\n|z| and [d](d.md) |\n\n> [e](e.md)\n\n[b]: b.md",
    );
    expect(page.links.map(({ text, location }) => `${text} ${location.line}:${location.column}`)).toEqual([
      "a 1:8",
      "b 2:9",
      "c 4:2",
      "d 6:9",
      "e 8:3",
    ]);
  });

  it("has no links of fences and comments", () => {
    expect(read("```http\n[a](a.md)\n```\n<!-- [b](b.md) -->").links).toEqual([]);
  });
});

describe("annotations", () => {
  const bound = (...lines: string[]) =>
    read(lines.join("\n")).annotations.map(
      ({ blockType, fence }) => `${blockType} ${fence?.location.line ?? "-"}`,
    );
  const flaws = (...lines: string[]) =>
    read(lines.join("\n")).flaws.map(({ rule, message, span }) => `${rule} ${span.start.line} ${message}`);

  it("bind to the next fence, whatever text stands between", () => {
    expect(bound('<!-- { "blockType": "request" } -->', "text", "", "```http", "GET /", "```")).toEqual([
      "request 5",
    ]);
  });

  it("do not bind over another annotation, but over one of permissions", () => {
    const lines = [
      '<!-- { "blockType": "request" } -->',
      '<!-- { "blockType": "response" } -->',
      "```http",
      "GET /",
      "```",
    ];
    expect(bound(...lines)).toEqual(["request -", "response 4"]);
    expect(flaws(...lines)).toEqual([
      "annotation/unbound 1 no fence follows the request annotation that it could describe",
    ]);
    expect(
      bound(
        '<!-- { "blockType": "request" } -->',
        '<!-- { "blockType": "permissions" } -->',
        "```http",
        "GET /",
        "```",
      ),
    ).toEqual(["request 4", "permissions -"]);
  });

  it("of an unknown block type are flaws, those of permissions without a fence are not", () => {
    expect(flaws('<!-- { "blockType": "reqest" } -->', "```http", "GET /", "```")[0]).toContain(
      '"reqest" is no block type',
    );
    expect(flaws('<!-- { "blockType": "permissions", "name": "x" } -->')).toEqual([]);
  });
});

describe("line ends and odd characters", () => {
  const pages = readdirSync("fixtures/docs", { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(?:md|txt)$/.test(file),
  );

  it.each(pages)("%s reads the same with Windows line ends and a byte order mark", (file) => {
    const text = readFileSync(`fixtures/docs/${file}`, "utf8");
    expect(read(`\uFEFF${text.replaceAll("\n", "\r\n")}`, file)).toEqual(read(text, file));
  });

  it("are kept where they mean something", () => {
    const page = read("# \uD800 a\u2028b\n\n## \u{1F600} c\n");
    expect(page.headings.map(({ text }) => text)).toEqual(["\uD800 a\u2028b", "\u{1F600} c"]);
  });

  it("leave an empty page empty", () => {
    const page = read("");
    expect([page.headings, page.links, page.examples, page.flaws]).toEqual([[], [], [], []]);
    expect(page.operation?.requests).toEqual([]);
  });
});
