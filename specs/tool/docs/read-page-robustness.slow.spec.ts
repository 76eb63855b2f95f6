import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/docs/read-page.ts";
import { checkedPage as check } from "../../support/checked-page.ts";
import { processorSeconds } from "../../support/processor-seconds.ts";

const folder = "fixtures/docs/api-reference/v1.0";
const real = [
  "api/identitygovernance-userprocessingresult-list-taskprocessingresults.md",
  "api/identitygovernance-workflow-activatewithscope.md",
  "resources/identitygovernance-workflow.md",
].map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8") }));

/** What the dialect is made of, right and wrong. */
const pieces = fc.constantFrom(
  "# a",
  "## Properties",
  "## HTTP request",
  "## Response",
  "## Examples",
  "### Request",
  "#",
  "|",
  "|a|b|",
  "|:-|-|",
  "|Property|Type|",
  "|id|String|",
  "`",
  "```",
  "```http",
  "```json",
  "~~~",
  "<!--",
  "-->",
  "<!-- {",
  '<!-- { "blockType": "request" } -->',
  '{ "a": [1, }',
  "{",
  "}",
  '"',
  "[",
  "]",
  "](",
  "[a](b.md)",
  "[!INCLUDE [x](y.md)]",
  "> ",
  "- ",
  "1. ",
  "---",
  "GET /me",
  "HTTP/1.1 200 OK",
  "Content-Type: application/json",
  "Possible values are: `a`,",
  "Supports $filter (",
  "Inherited from [",
  "200",
  "<li>",
  "<br>",
  "\\",
  "\t",
  "   ",
  "\r",
  "\u2028",
  "\uD800",
  "\u{1F600}",
  "**",
  "é",
);
const texts = fc
  .array(fc.tuple(pieces, fc.constantFrom("\n", "", " ", "\n\n")), { maxLength: 80 })
  .map((parts) => parts.flat().join(""));

const files = fc.constantFrom("v1.0/api/a.md", "v1.0/resources/a.md", "v1.0/includes/a.md", "rendered/a.txt");

describe("reading", () => {
  it("takes any text, and every place it names is in the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), texts),
        files,
        (text, file) => void check(text, file),
      ),
      { numRuns: 600, seed: 1 },
    );
  });

  it("takes a real page that was cut off anywhere", () => {
    const cuts = fc.record({
      page: fc.constantFrom(...real),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        cuts,
        ({ page, share }) => void check(page.text.slice(0, Math.floor(share * page.text.length)), page.name),
      ),
      { numRuns: 120, seed: 2 },
    );
  });

  it("takes a real page with lines deleted, doubled and swapped, and characters changed", () => {
    const change = fc.record({
      kind: fc.constantFrom("delete", "double", "swap", "character"),
      at: fc.nat(),
      character: fc.constantFrom("|", "`", '"', "[", "{", "}", "<", "#", "\\", "\n", "x"),
    });
    const changed = (
      text: string,
      { kind, at, character }: { kind: string; at: number; character: string },
    ): string => {
      const lines = text.split("\n");
      const line = at % lines.length;
      if (kind === "delete") lines.splice(line, 1);
      if (kind === "double") lines.splice(line, 0, lines[line] ?? "");
      if (kind === "swap") lines.splice(line, 2, ...lines.slice(line, line + 2).reverse());
      const joined = lines.join("\n");
      const place = at % Math.max(joined.length, 1);
      return kind === "character" ? joined.slice(0, place) + character + joined.slice(place + 1) : joined;
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...real),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (page, changes) => {
          check(changes.reduce(changed, page.text), page.name);
        },
      ),
      { numRuns: 150, seed: 3 },
    );
  });

  it("gives the same page for the same text", () => {
    fc.assert(
      fc.property(texts, files, (text, file) => {
        expect(check(text, file)).toEqual(check(text, file));
      }),
      { numRuns: 50, seed: 4 },
    );
  });

  it("loses nothing of a page above the place where it breaks", () => {
    for (const { name, text } of real) {
      const whole = check(text, name);
      const half = check(text.slice(0, Math.floor(text.length / 2)), name);
      expect(half.headings.slice(0, -1)).toEqual(whole.headings.slice(0, half.headings.length - 1));
    }
  });
});

const size = 100_000;
const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length));
const row = (description: string) =>
  `# a resource type\n## Properties\n|Property|Type|Description|\n|-|-|-|\n|a|String|${description}|\n`;
const section = (prose: string) =>
  `# a\n## HTTP request\n## Optional query parameters\n${prose}\n## Request body\n${prose}\n## Response\n${prose}\n`;
const body = (text: string) =>
  `## Examples\n\`\`\`http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n${text}\n\`\`\`\n`;

describe("reading 100 kB", () => {
  const hostile: Record<string, string> = {
    bars: fill("|"),
    "lines of bars": fill("|\n"),
    "a wide table": `${"|".repeat(3e4)}\n${"|-".repeat(3e4)}\n${"|\n".repeat(2e4)}`,
    "rows without bars": `|a|b|\n|-|-|\n${fill("x\n")}`,
    ticks: fill("`"),
    "runs of ticks": Array.from({ length: 440 }, (_, index) => "`".repeat(index + 1)).join(" "),
    brackets: fill("["),
    "brackets and letters": fill("[a"),
    "half links": fill("[a]("),
    links: fill("[a](b)"),
    comments: fill("<!--"),
    "comment lines": fill("<!-- x\n"),
    "open annotations": fill("<!-- {\n"),
    "closed comments": fill("<!---->"),
    "comments in code": fill("`<!--`"),
    lists: fill("- "),
    "nested lists": Array.from({ length: 600 }, (_, index) => `${" ".repeat(index % 160)}- a`).join("\n"),
    quotations: fill("> "),
    "angle brackets": fill("<"),
    spaces: `${fill(" ")}x`,
    "a spaced request": `GET a${fill(" ")}b`,
    hashes: fill("#"),
    headings: fill("## a\n"),
    dashes: `${fill("- - ")}x`,
    fences: fill("```\n"),
    "open fences": fill("```http\n"),
    "fences with headings": fill("```http\n## x\n"),
    "fences of two lengths": fill("````cs\n```\n"),
    "open arrays": body(fill("[")),
    "open objects": body(fill('{"a":')),
    "open strings": body(fill('"\n')),
    "mixed brackets": body(fill("[},")),
    "JSON comments": body(fill('/* "')),
    headers: body("").replace("\n\n", `\n${fill("a: b\n")}\n`),
    members: row(`The possible values are: ${fill("`a`, ")}`),
    announcements: row(fill("Possible values are: `a`, ")),
    "open parentheses": row(`The possible values are: \`a\` ${fill("(")}`),
    "list items": row(`The possible values are:${fill("<li>`a`")}`),
    support: row(fill("Supports (")),
    inheritance: row(fill("Inherited from [")),
    nulls: row(fill("null ")),
    digits: row(`Valid values ${fill("1")}`),
    sentences: row(fill("a. ")),
    "header mentions": row(fill("Use the `Prefer: include-unknown-enum-members` ")),
    statuses: section(fill("200 ")),
    "named statuses": section(fill("`200 OK` response ")),
    "linked types": section(`\`200 OK\` ${fill("[a](../resources/b.md) or ")}`),
    options: section(fill("supports `$select` ")),
    dots: section(fill(".")),
    representations: section(fill("representation of [a")),
  };

  it.each(Object.entries(hostile))("of %s takes no more than a moment", (_, text) => {
    const seconds = processorSeconds(() => {
      readPage(text, { file: "v1.0/api/a.md", version: "v1.0" });
      readPage(text, { file: "v1.0/resources/a.md", version: "v1.0" });
    });
    expect(seconds).toBeLessThan(8);
  });
});
