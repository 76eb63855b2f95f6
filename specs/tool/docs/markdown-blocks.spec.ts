import { readdirSync, readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import type { Block } from "../../../src/docs/block.ts";
import { markdownBlocks } from "../../../src/docs/markdown/markdown-blocks.ts";

function read(...lines: string[]) {
  return markdownBlocks(lines.join("\n"), "a.md");
}

/** Blocks in short: `kind line:column text`. */
function inShort(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    const { line, column } = block.location;
    const place = `${block.kind} ${line}:${column}`;
    if (block.kind === "table") return `${place} ${block.header.map((cell) => cell.text).join("/")}`;
    if (block.kind === "annotation") return `${place} ${block.blockType}`;
    return `${place} ${block.text}`;
  });
}

describe("headings", () => {
  it("are read with their level, text and fragment", () => {
    const { blocks } = read("# A title", "", "## HTTP request ##", "text", "### `x` and [y](z.md)");
    expect(inShort(blocks)).toEqual([
      "heading 1:1 A title",
      "heading 3:1 HTTP request",
      "paragraph 4:1 text",
      "heading 5:1 `x` and [y](z.md)",
    ]);
    const headings = blocks.filter((block) => block.kind === "heading");
    expect(headings.map(({ level, anchor }) => `${level} ${anchor}`)).toEqual([
      "1 a-title",
      "2 http-request",
      "3 x-and-y",
    ]);
  });

  it("are no tabs, no underlined text and no hashes in the middle of a text", () => {
    const { blocks } = read("# [HTTP](#tab/http)", "include", "---", "text", "#tag", "    ## code");
    expect(inShort(blocks)).toEqual(["paragraph 2:1 include", "paragraph 4:1 text\n#tag\n    ## code"]);
  });

  it("may lack the space only as the title of the page", () => {
    expect(inShort(read("", "#user resource type", "", "#more").blocks)).toEqual([
      "heading 2:1 user resource type",
      "paragraph 4:1 #more",
    ]);
  });
});

describe("fences", () => {
  it("keep their text and the place of its first character", () => {
    const { blocks, flaws } = read("``` http", "GET /me", "```", "", "```msgraph-interactive", "```");
    expect(inShort(blocks)).toEqual(["fence 2:1 GET /me", "fence 6:1 "]);
    expect(blocks.map((block) => block.kind === "fence" && block.language)).toEqual([
      "http",
      "msgraph-interactive",
    ]);
    expect(flaws).toEqual([]);
  });

  it("lose the indentation that their lines share, and only that", () => {
    const { blocks } = read("1. Call:", "   ```json", "   {", '     "a": 1', "   }", "   ```");
    expect(inShort(blocks)).toEqual(["paragraph 1:1 1. Call:", 'fence 3:4 {\n  "a": 1\n}']);
    const ragged = read("- x", "  ```json", "    {", '"a": 1', "    }", "  ```");
    expect(inShort(ragged.blocks)[1]).toBe('fence 3:1     {\n"a": 1\n    }');
  });

  it("stand in quotations and on list markers", () => {
    const { blocks, flaws } = read(
      "> text",
      "> ```http",
      "> GET /me",
      "> ```",
      "",
      "- ```json",
      "  {}",
      "  ```",
    );
    expect(inShort(blocks)).toEqual(["paragraph 1:3 text", "fence 3:3 GET /me", "fence 7:3 {}"]);
    expect(flaws).toEqual([]);
  });

  it("hide what looks like headings, tables, comments and fences of another kind", () => {
    const { blocks } = read(
      "```bash",
      "# x",
      "|a|b|",
      "|-|-|",
      "<!-- x -->",
      "~~~",
      "```",
      "~~~",
      "```",
      "~~~",
    );
    expect(inShort(blocks)).toEqual(["fence 2:1 # x\n|a|b|\n|-|-|\n<!-- x -->\n~~~", "fence 9:1 ```"]);
  });

  it("that are not closed end before the heading or the example that they would swallow", () => {
    const { blocks, flaws } = read(
      "```http",
      "GET /me",
      "",
      "## Response",
      "",
      '<!-- { "blockType": "response" } -->',
      "```http",
      "HTTP/1.1 200 OK",
      "```",
    );
    expect(inShort(blocks)).toEqual([
      "fence 2:1 GET /me\n",
      "heading 4:1 Response",
      "annotation 6:1 response",
      "fence 8:1 HTTP/1.1 200 OK",
    ]);
    expect(flaws).toEqual([
      {
        rule: "page/unclosed-fence",
        message: 'the fence is not closed; it swallows "## Response"',
        span: spanAt({ file: "a.md", line: 1, column: 1 }, "```http".length),
        advice: "close it with ``` after line 2",
      },
    ]);
  });

  it("that are not closed before the page ends keep the rest, unless a heading stands in it", () => {
    const { blocks, flaws } = read("```json", "{", "}", "");
    expect(inShort(blocks)).toEqual(["fence 2:1 {\n}\n"]);
    expect(flaws.map(({ message, advice }) => `${message}; ${advice}`)).toEqual([
      "the fence is not closed before the page ends; close it with ``` after line 3",
    ]);
    expect(inShort(read("```json", "{}", "## See also", "x").blocks)).toEqual([
      "fence 2:1 {}",
      "heading 3:1 See also",
      "paragraph 4:1 x",
    ]);
  });

  it("that are closed may hold a line that looks like a heading", () => {
    const { blocks, flaws } = read("```http", "POST /notes", "", "## A note in Markdown", "```", "text");
    expect(inShort(blocks)).toEqual(["fence 2:1 POST /notes\n\n## A note in Markdown", "paragraph 6:1 text"]);
    expect(flaws).toEqual([]);
  });
});

describe("paragraphs", () => {
  it("end at an empty line, a heading, a list item, a quotation and a rule", () => {
    const { blocks } = read("a", "b", "", "c", "- d", "  e", "- f", "> g", "> h", "i", "***", "j");
    expect(inShort(blocks)).toEqual([
      "paragraph 1:1 a\nb",
      "paragraph 4:1 c",
      "paragraph 5:1 - d\n  e",
      "paragraph 7:1 - f",
      "paragraph 8:3 g\n  h\ni",
      "paragraph 12:1 j",
    ]);
  });

  it("begin where their first character stands", () => {
    expect(inShort(read("   indented", "text").blocks)).toEqual(["paragraph 1:4 indented\ntext"]);
  });

  it("give their link definitions away, which no text in the middle of a paragraph is", () => {
    const { blocks, references } = read(
      "[User]: user.md",
      "[my  group]: <group.md> 'x'",
      "",
      "text",
      "[a]: b.md",
    );
    expect([...references]).toEqual([
      ["USER", "user.md"],
      ["MY GROUP", "group.md"],
    ]);
    expect(inShort(blocks)).toEqual(["paragraph 4:1 text\n[a]: b.md"]);
  });
});

describe("comments", () => {
  it("are annotations when they hold a block type, over several lines or in one", () => {
    const { blocks, flaws } = read(
      "<!-- {",
      '  "blockType": "request"',
      "} -->",
      '  <!--{"blockType":"response"}-->',
    );
    expect(inShort(blocks)).toEqual(["annotation 1:1 request", "annotation 4:3 response"]);
    expect(flaws).toEqual([]);
  });

  it("that annotate nothing vanish: uuids, footers, plain text, prose in braces", () => {
    const { blocks, flaws } = read(
      "<!-- uuid: 8fcb5dbc-d5aa-4681-8e31-b001d5168d79 -->",
      '<!-- { "type": "#page.annotation", "description": "x" } -->',
      "<!-- {later} -->",
      "text <!-- hidden --> goes on",
      "<!--",
      "hidden",
      "```http",
      "GET /hidden",
      "```",
      "-->",
    );
    expect(inShort(blocks)).toEqual(["paragraph 4:1 text                 goes on"]);
    expect(flaws).toEqual([]);
  });

  it("in code spans and fences are text", () => {
    const { blocks } = read(
      'Write `<!-- { "blockType": "request" } -->` above it.',
      "```html",
      '<!-- { "blockType": "x" } -->',
      "```",
    );
    expect(inShort(blocks)).toEqual([
      'paragraph 1:1 Write `<!-- { "blockType": "request" } -->` above it.',
      'fence 3:1 <!-- { "blockType": "x" } -->',
    ]);
  });

  it("that annotate and are not closed end before the next block, and are flaws", () => {
    const { blocks, flaws } = read(
      "<!-- {",
      '  "blockType": "request"',
      "}",
      "```http",
      "GET /me",
      "```",
      "<!-- open",
      "text",
    );
    expect(inShort(blocks)).toEqual([
      "annotation 1:1 request",
      "fence 5:1 GET /me",
      "paragraph 7:6 open\ntext",
    ]);
    expect(flaws).toEqual([
      {
        rule: "annotation/invalid-json",
        message: "the annotation is not closed",
        span: spanAt({ file: "a.md", line: 1, column: 1 }, "<!--".length),
      },
    ]);
  });
});

describe("beside a CommonMark parser", () => {
  const oracle = new MarkdownIt({ html: true }).disable(["lheading", "code", "table"]);
  const pages = readdirSync("fixtures/docs", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".md"),
  );

  it("every page of the fixtures has the same headings and fences", () => {
    expect(pages.length).toBeGreaterThan(20);
    for (const file of pages) {
      const text = readFileSync(`fixtures/docs/${file}`, "utf8").replace(/^---\n[\s\S]*?\n---\n/, (matter) =>
        matter.replace(/[^\n]/g, ""),
      );
      const tokens = oracle.parse(text, {});
      const theirs = tokens.flatMap((token, index) => {
        const line = (token.map?.[0] ?? 0) + 1;
        if (token.type === "fence") return [`fence ${line + 1} ${token.content.replace(/\n$/, "")}`];
        const content = tokens[index + 1]?.content ?? "";
        return token.type === "heading_open" && !content.includes("(#tab/")
          ? [`heading ${line} ${content}`]
          : [];
      });
      const ours = markdownBlocks(text, file)
        .blocks.filter((block) => block.kind === "fence" || block.kind === "heading")
        .map((block) => `${block.kind} ${block.location.line} ${block.text}`);
      expect(ours, file).toEqual(theirs);
    }
  });
});
