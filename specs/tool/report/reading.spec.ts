import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { unreadablePage } from "../../../src/docs/unreadable.ts";
import { documentationOf, judgeDocumentedPage } from "../../../src/exchange/judge-documentation.ts";
import { renderHtml } from "../../../src/report/html/render-html.ts";
import { jsonPieces } from "../../../src/report/json.ts";
import { renderMarkdown } from "../../../src/report/markdown.ts";
import { unreadPhrases } from "../../../src/report/reading/phrases.ts";
import type { Report } from "../../../src/report/report.ts";
import { renderTerminal } from "../../../src/report/terminal/render-terminal.ts";
import { report } from "../../support/hand-made.ts";

const lamp = [
  "# lamp resource type",
  "Inherits from [thing](thing.md).",
  "## Properties",
  "|Property|Type|Description|",
  "|---|---|---|",
  "|color|String|The possible values are: `a`, `b`.|",
  "|the shade of it|String|No name.|",
  "|**Office**|||",
  "## JSON representation",
  '<!-- {"blockType": "resource", "@odata.type": "microsoft.graph.lamp", "baseType": "microsoft.graph.thing", "scopes": "x"} -->',
  "```json",
  "{}",
  "```",
];
const thing = [
  "# thing resource type",
  "## Properties",
  "|Property|Type|Description|",
  "|---|---|---|",
  "|id|String|Key.|",
  "## JSON representation",
  '<!-- {"blockType": "resource", "@odata.type": "microsoft.graph.thing", "openType": true} -->',
  "```json",
  "{}",
  "```",
];
const get = (response: string, ...more: string[]) => [
  "# Get lamp",
  "[!INCLUDE [note](../includes/note.md)]",
  "## HTTP request",
  "```http",
  "GET /lamps/{id}",
  "```",
  "## Response",
  response,
  "## Examples",
  "```http",
  "GET https://graph.microsoft.com/v1.0/lamps/1",
  "```",
  "```http",
  "HTTP/1.1 200 OK",
  "Content-Type: application/json",
  "",
  '{ "color": "a" }',
  "```",
  ...more,
];

function reportOn(files: Readonly<Record<string, readonly string[]>>): Report {
  const read = Object.entries(files).map(([file, lines]) =>
    readPage(lines.join("\n"), { file: `v1.0/${file}`, version: "v1.0" }),
  );
  const folder = folderOf(read);
  const documentation = documentationOf(folder);
  const judgements = folder.pages.flatMap((page) => judgeDocumentedPage(page, documentation));
  return report(judgements, {
    read: { pages: read, folder, contract: (version) => documentation.contract(version) },
  });
}

function classesOf({ reading }: Report): string[] {
  return (reading?.classes ?? []).map(
    ({ id, pages }) =>
      `${id} ${pages.flatMap(({ file, places }) => places.map(({ line, text }) => `${file}:${line} ${text}`)).join("; ")}`,
  );
}

const said =
  "If successful, returns `200 OK` and a [lamp](../resources/lamp.md) object in the response body.";
const whole = {
  "api/lamp-get.md": get(said, "```http", "HTTP code: 200 OK", "```", "## Remarks", "```bash", "ls", "```"),
  "resources/lamp.md": lamp,
  "resources/thing.md": thing,
};

describe("what could not be read", () => {
  const made = reportOn(whole);

  it("is counted by part, before any reader decides, and told by class with its places", () => {
    expect(made.reading?.parts.map(({ part, of, aside, left }) => [part, of, aside, left])).toEqual([
      ["file", 3, 0, 0],
      ["fence", 7, 1, 1],
      ["row", 4, 1, 1],
      ["list", 1, 0, 0],
      ["name", 7, 0, 1],
      ["body", 1, 0, 0],
      ["type", 2, 0, 1],
      ["include", 1, 0, 1],
    ]);
    expect(classesOf(made)).toEqual([
      "response-apart v1.0/api/lamp-get.md:20 HTTP code: 200 OK",
      "row-cells v1.0/resources/lamp.md:7 |the shade of it|String|No name.|",
      "name-unread v1.0/resources/lamp.md:10 scopes",
      "type-open v1.0/resources/lamp.md:10 lamp, from thing",
      "include-missing v1.0/api/lamp-get.md:2 ../includes/note.md",
      "fence-other v1.0/api/lamp-get.md:24 ls",
      "row-heading v1.0/resources/lamp.md:8 |**Office**|||",
    ]);
  });

  it("is a file of which there is only the name", () => {
    const pages = [
      unreadablePage("v1.0/api/closed.md", "v1.0", "it does not exist"),
      readPage("# Note", { file: "v1.0/note.md", version: "v1.0" }),
    ];
    const folder = folderOf(pages);
    const { contract } = documentationOf(folder);
    const { reading } = report([], { read: { pages, folder, contract } });
    expect(reading?.parts[0]).toEqual({ part: "file", of: 2, aside: 0, left: 1 });
    expect(reading && unreadPhrases(reading)[0]).toBe("1 of 2 files");
    expect(reading?.classes.map(({ id, pages: [first] }) => [id, first])).toEqual([
      [
        "file-unreadable",
        {
          file: "v1.0/api/closed.md",
          places: [{ line: 1, text: "the file cannot be read: it does not exist" }],
        },
      ],
    ]);
    expect(made.reading && unreadPhrases(made.reading).join()).not.toContain("file");
  });

  it("is nothing of an include that was read, a type that is open itself, and one without a base that is", () => {
    const { "resources/thing.md": _, ...others } = whole;
    const closed = thing.map((line) => line.replace("true", "false"));
    const found = classesOf(reportOn({ ...whole, "includes/note.md": ["A note."] }));
    expect(found.join()).not.toContain("include-missing");
    expect(classesOf(reportOn({ ...others, "resources/thing.md": closed })).join()).not.toContain(
      "type-open",
    );
  });

  it.each([
    ["of a type that no page declares", said, ["body-undeclared"]],
    ["of which no page says the type", "If successful, returns `200 OK`.", ["body-unsaid"]],
  ])("is a body %s", (_, response, ids) => {
    const { reading } = reportOn({ "api/lamp-get.md": get(response) });
    expect(reading?.classes.filter(({ part }) => part === "body").map(({ id }) => id)).toEqual(ids);
  });

  it("is a request's body that no page documents, once", () => {
    const post = get(said).map((line) =>
      line.replace(/^GET (https.*)/, 'POST $1\n\n{ "shade": 1 }').replace("GET", "POST"),
    );
    const { reading } = reportOn({ ...whole, "api/lamp-get.md": post });
    expect(reading?.classes.find(({ id }) => id === "body-undocumented")).toMatchObject({ count: 1 });
    expect(reading?.parts.find(({ part }) => part === "body")).toMatchObject({ of: 2, left: 1 });
  });

  it("changes no verdict, and stands in no report on a service alone", () => {
    const { reading, ...rest } = made;
    expect(reading).toBeDefined();
    expect(rest.summary.verdict).toBe(report(made.judgements).summary.verdict);
    expect(report([])).not.toHaveProperty("reading");
  });
});

describe("what could not be read is shown", () => {
  const made = reportOn(whole);

  it("in a line of the terminal, and with --coverage in full, no line wider than the terminal", () => {
    const short = renderTerminal(made, { colour: false });
    expect(short).toContain(
      "Not read     14.29 % of 7 fences, 25.00 % of 4 rows, 0 % of 1 lists of members; --coverage",
    );
    expect(short).not.toContain("To change it");
    for (const columns of [60, 80, 200]) {
      const lines = renderTerminal(made, { colour: false, coverage: true, columns }).split("\n");
      const from = lines.indexOf("Coverage of the pages");
      const shown = lines.slice(
        from,
        lines.findIndex((line) => line.startsWith("Findings ")),
      );
      expect(shown.join(" ").replace(/\s+/g, " ")).toContain(
        "1 responses that follow no request A response is read behind the request that it answers",
      );
      expect(shown.filter((line) => line.length > columns)).toEqual([]);
    }
  });

  it("in JSON that its schema takes, the same for the same input", () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false });
    addFormats.default(ajv);
    const schema = readFileSync(new URL("../../../schemas/report.schema.json", import.meta.url), "utf8");
    const isReport = ajv.compile(JSON.parse(schema));
    const text = [...jsonPieces(made)].join("");
    const value = JSON.parse(text);
    expect(isReport(value), JSON.stringify(isReport.errors)).toBe(true);
    expect(value.reading.classes[0]).toMatchObject({
      id: "response-apart",
      pages: [{ file: "v1.0/api/lamp-get.md", places: [{ line: 20, text: "HTTP code: 200 OK" }] }],
    });
    expect([...jsonPieces(reportOn(whole))].join("")).toBe(text);
    expect([...jsonPieces(reportOn({ "resources/thing.md": thing }))].join("")).toContain('"classes": []');
  });

  it("in Markdown and in HTML, escaped", () => {
    expect(renderMarkdown(made)).toContain(
      "| 1 | responses that follow no request | A response is read behind",
    );
    const page = renderHtml(
      reportOn({ "api/lamp-get.md": get(said, "## Remarks", "```http", "GET /lamps/<script>", "```") }),
    );
    expect(page).toContain('id="reading"');
    expect(page).toContain("Requests outside of the examples");
    expect(page).not.toContain("/lamps/<script>");
    expect(renderHtml(report([]))).not.toContain('id="reading"');
  });
});
