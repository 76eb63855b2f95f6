import { describe, expect, it } from "vitest";
import { findingsOn } from "./judge-pages.ts";

const matter = (...lines: readonly string[]) =>
  ["---", ...lines, "---", "", "# Get lamp", "", "Reads a lamp."].join("\n");
const found = (rule: string, text: string, more: Record<string, string> = {}) =>
  findingsOn({ "resources/lamp.md": text, ...more })
    .filter((finding) => finding.rule === rule)
    .map(({ marks, message }) => `[${marks}] ${message}`);
const resources = (name: string, count: number, text: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`resources/${name}${at}.md`, text]));

describe("page/front-matter", () => {
  const front = (...lines: readonly string[]) => found("page/front-matter", matter(...lines));

  it.each([
    'title: "Get: lamp"',
    "title: 'It''s a lamp'",
    "title: Get http://lamp #here",
    "title: A lamp - it's good",
    'title: "a \\"b\\" c" # remark',
    "title: >\n  folded: text",
    "tags: [a, b]",
    "tags:\n- a\n- b",
    "title:",
    '"title": x',
  ])("is YAML with %j", (line) => {
    expect(front(...line.split("\n"), "author: writer")).toEqual([]);
  });

  it.each([
    "title: Get: lamp",
    'title: "Get "lamp""',
    'title: "Get lamp',
    "title: 'It's a lamp'",
    "title: @writer",
    "title: `lamp`",
    "title: [lamp",
    "title: [lamp] x",
    "title:lamp",
    "title lamp",
    "author: other",
    "\ttitle: lamp",
    "title: - lamp",
  ])("is none with %j", (line) => {
    expect(front(line, "author: writer")).toEqual([expect.stringContaining("is not YAML")]);
  });

  it("is told once, at its line", () => {
    expect(front("author: a", "title: Get: lamp", "x: @y")).toEqual([
      expect.stringMatching(/^\[Get: lamp\]|^\[title: Get: lamp\]/),
    ]);
  });

  it("has the values that nearly all pages of the folder have", () => {
    const like = matter('title: "Get lamp"', 'author: "a"', 'ms.prod: "lighting"');
    const others = resources("lamp", 20, like);
    const absent = (text: string, more = others) => found("page/front-matter", text, more);
    expect(absent(like)).toEqual([]);
    expect(absent(matter('title: "Get lamp"', 'author: ""', 'ms.prod: "lighting"'))).toEqual([
      '[author: ""] the front matter has no value for "author", which most pages of the folder have',
    ]);
    expect(absent(matter('title: "Get lamp"'))).toEqual([expect.stringContaining('"author", "ms.prod"')]);
    expect(absent(matter('title: "Get lamp"'), {})).toEqual([]);
  });

  it("has a value for a name that it writes, where three of four pages have one", () => {
    const folder = (named: number, unnamed: number) => ({
      ...resources("lamp", named, matter('author: "a"')),
      ...resources("shade", unnamed, matter('author: ""')),
    });
    const absent = (text: string, named: number, unnamed: number) =>
      found("page/front-matter", text, folder(named, unnamed)).length - unnamed;
    expect(absent(matter("author:"), 3, 0)).toBe(1);
    expect(absent(matter("author:"), 9, 2)).toBe(1);
    expect(absent(matter("author:"), 2, 0)).toBe(0);
    expect(absent(matter('title: "Get lamp"'), 9, 0)).toBe(0);
    expect(found("page/front-matter", matter("author:"), folder(9, 3))).toEqual([]);
  });
});

describe("the doc_type of the front matter", () => {
  const lamp = (type: string, ...lines: readonly string[]) =>
    found(
      "page/front-matter",
      ["---", `doc_type: ${type}`, "---", "", "# lamp", "", ...lines, ""].join("\n"),
    );
  const requests = ["## HTTP request", "```http", "GET /lamps", "```"];
  const type = ["## Properties", "|Property|Type|", "|-|-|", "|id|String|", "", "## JSON representation"];

  it("is that of what the page shows", () => {
    expect(lamp('"resourcePageType"', ...requests)).toEqual([
      '[doc_type: "resourcePageType"] the front matter says that the page is of the type "resourcePageType", but it has HTTP requests',
    ]);
    expect(lamp("apiPageType", ...type)).toEqual([
      '[doc_type: apiPageType] the front matter says that the page is of the type "apiPageType", but it declares a type',
    ]);
  });

  it.each([
    ["apiPageType", requests],
    ["resourcePageType", type],
    ["enumPageType", type],
    ["conceptualPageType", requests],
    ["resourcePageType", ["An overview."]],
  ])("may be %s", (docType, lines) => {
    expect(lamp(docType, ...lines)).toEqual([]);
  });
});

describe("page/title", () => {
  const titles = (title: string, heading: string) =>
    found("page/title", ["---", `title: ${title}`, "---", "", `# ${heading}`].join("\n"));

  it.each([
    ['"Get lamp"', "Get lamp"],
    ["Get lamp", "Get **lamp**"],
    ['"lamp: delta"', "lamp:  delta"],
    ["'The lamp''s \"name\"'", "The lamp\u2019s \u201cname\u201d"],
    ['"get_lamp"', "get\\_lamp"],
    ['""', "Get lamp"],
  ])("is the heading: %s, %s", (title, heading) => {
    expect(titles(title, heading)).toEqual([]);
  });

  it("is another one", () => {
    expect(titles('"Get lamps"', "Get lamp")).toEqual([
      '[title: "Get lamps"] the front matter says that the title is "Get lamps", the heading "Get lamp"',
    ]);
  });
});

describe("page/template-text", () => {
  const left = (text: string) => found("page/template-text", `# Lamp\n\n${text}\n`);

  it.each([
    "**TODO: Add applicable permissions**",
    "TBD.",
    "Provide the description here.",
    "Lorem ipsum dolor sit amet.",
    "The description goes here.",
    "Delete this section if there are no examples.",
    "{description}",
    "<short description>",
    "|Name|Text|\n|:---|:---|\n|id|TODO|",
    "## TODO",
  ])("finds %s", (text) => {
    expect(left(text)).toHaveLength(1);
  });

  it.each([
    "The To Do services, [todo](todo.md) and `TODO`.",
    "|Name|Text|\n|:---|:---|\n|todo|A todo list.|",
    "The display name comes from the directory.",
    "You can find the description here: [lamp](lamp.md).",
    "Permissions to be added to the lamp.",
    "A short description of the lamp.",
    "```http\nTODO\n```",
    "<!-- TODO: later -->",
    "Sends the `{description}` of a lamp; see [TODO list](https://contoso.com/TODO).".replace(
      "TODO list",
      "the list",
    ),
    "A placeholder for an extension.",
  ])("leaves %j alone", (text) => {
    expect(left(text)).toEqual([]);
  });

  it("tells the same text once", () => {
    expect(left("TODO: x\n\nTODO: x\n\nTODO: y")).toHaveLength(2);
  });
});

describe("page/beta-disclaimer", () => {
  const note = "[!INCLUDE [beta-disclaimer](../../includes/beta-disclaimer.md)]";
  const said = (text: string) => found("page/beta-disclaimer", `# Lamp\n\n${text}\n`);

  it.each([
    [note, note],
    ["> [!IMPORTANT]\n> APIs under the `/beta` version change.", "> APIs under the `/beta` version change."],
  ])("finds the note of beta on a page of v1.0: %j", (text, marks) => {
    expect(said(text)).toEqual([`[${marks}] the page says that it is of beta, and is of v1.0`]);
  });

  it.each([
    `## Properties\n\n${note}`,
    "More is there in [beta](../../beta/resources/lamp.md).",
    `\`\`\`md\n${note}\n\`\`\``,
  ])("is kept by a page that does not call itself beta: %j", (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe("page/tabs", () => {
  const http = "# [HTTP](#tab/http)\n```http\nGET https://graph.microsoft.com/v1.0/lamps\n```\n";
  const csharp = "# [C#](#tab/csharp)\n\n```csharp\n// # a remark\n```\n";
  const tabs = (text: string) => found("page/tabs", `# Lamp\n\n## Examples\n\n### Request\n\n${text}`);

  it.each([
    `${http}${csharp}\n---\n\n### Response\n`,
    `${http}---\n${http}${csharp}***\n`,
    `${csharp}${http}#### [Java](#tab/java)\nText.\n\n- - -\n`,
  ])("are right: %j", (text) => {
    expect(tabs(text)).toEqual([]);
  });

  it.each([
    [`${http}${csharp}\n### Response\n`, '"Response" falls'],
    [
      `${http}${csharp}\n<!-- {"blockType": "response"} -->\n\`\`\`http\nHTTP/1.1 204\n\`\`\`\n`,
      "the response falls",
    ],
    [`${http}${csharp}`, "the end of the page"],
    [`${http}${csharp}${http}---\n`, '"http" is twice'],
    [`\`\`\`http\nGET https://graph.microsoft.com/v1.0/lamps\n\`\`\`\n\n${csharp}---\n`, "beside its tabs"],
  ])("are broken: %j", (text, message) => {
    expect(tabs(text)).toEqual([expect.stringContaining(message)]);
  });
});
