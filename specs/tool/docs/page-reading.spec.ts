import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/docs/read-page.ts";

function read(file: string, ...lines: string[]) {
  return readPage(lines.join("\n"), { file: `v1.0/${file}`, version: "v1.0" }).reading;
}

function left(file: string, ...lines: string[]): string[] {
  return read(file, ...lines).left.map(({ left: why, span }) => `${span.start.line} ${why}`);
}

const api = (...lines: string[]) =>
  left("api/lamp-get.md", "# Get lamp", "## HTTP request", "```http", "GET /lamps/{id}", "```", ...lines);
const resource = (...lines: string[]) =>
  left(
    "resources/lamp.md",
    "# lamp resource type",
    ...lines,
    "## JSON representation",
    "```json",
    "{}",
    "```",
  );
const get = ["```http", "GET https://graph.microsoft.com/v1.0/lamps/1", "```"];
const ok = ["```http", "HTTP/1.1 200 OK", "", "{}", "```"];
const table = (header: string, ...rows: string[]) => [header, header.replace(/[^|]+/g, "---"), ...rows];

describe("a fence", () => {
  it("of a template, of an example, of a representation or of a snippet is read", () => {
    expect(
      api(
        "## Examples",
        ...get,
        ...ok,
        "```csharp",
        'var lamp = await graphClient.Lamps["1"].Request().GetAsync();',
        "```",
      ),
    ).toEqual([]);
    expect(resource()).toEqual([]);
  });

  it("is read with its body in a fence of its own, in a request, too", () => {
    const head = [
      "```http",
      "POST https://graph.microsoft.com/v1.0/lamps",
      "Content-Type: application/json",
      "```",
    ];
    expect(api("## Examples", ...head, "```json", '{ "name": "a" }', "```", ...ok)).toEqual([]);
  });

  it("behind a request that has its body is none of it", () => {
    const head = ["```http", "POST https://graph.microsoft.com/v1.0/lamps", "", '{ "name": "a" }', "```"];
    expect(api("## Examples", ...head, "```json", '{ "name": "a" }', "```")).toEqual(["13 json-apart"]);
  });

  it.each([
    ["request-apart", ["```http", "GET /lamps/{id}?$select=name", "```"]],
    ["request-apart", ["```text", "GET /lamps/{id}?$select=name", "```"]],
    ["json-apart", ["```json", '{ "on": true }', "```"]],
    ["json-apart", ["```", '"light": {', "```"]],
    ["response-apart", ["```http", "HTTP code: 200 OK", "```"]],
    ["fence-other", ["```bash", "ls", "```"]],
    ["fence-other", ["```", "https://graph.microsoft.com/v1.0/lamps", "```"]],
    ["fence-snippet", ["```javascript", "{ light(); }", "```"]],
    ["fence-ignored", ['<!-- {"blockType": "ignored"} -->', "```http", "GET /lamps/1", "```"]],
    ["fence-annotated", ['<!-- {"blockType": "example"} -->', "```json", "{}", "```"]],
  ])("outside of the examples is %s", (why, fence) => {
    expect(api("## Remarks", ...fence)).toEqual([expect.stringMatching(new RegExp(`^\\d+ ${why}$`))]);
  });

  it("that another rule reports is broken", () => {
    expect(api("## Examples", "### Request", "```http", "POST to the lamps", "```")).toEqual([
      "9 fence-flawed",
    ]);
  });

  it("on a page that documents nothing is of an overview", () => {
    expect(left("resources/lamps-overview.md", "# Lamps", ...get)).toEqual(["3 fence-overview"]);
  });

  it("beside a representation is an example of the type", () => {
    const example = ["```json", '{ "on": true }', "```"];
    const type = ["# lamp resource type", "## JSON representation", "```json", "{}", "```"];
    expect(left("resources/lamp.md", ...type, "Example:", ...example)).toEqual([]);
    expect(left("resources/lamp.md", ...type, "## Remarks", ...example)).toEqual(["8 json-apart"]);
  });
});

describe("a row", () => {
  const properties = "|Property|Type|Description|";

  it("that declares something is read, of whatever kind its table is", () => {
    expect(
      api(
        "## Permissions",
        ...table("|Permission type|Permissions|", "|Application|Lamp.Read.All|", "|&nbsp; Office|Lamp.Read|"),
        ...[
          "",
          ...table("|Resource|Delegated (work or school account)|Application|", "|lamp|Lamp.Read|A.B|"),
        ],
        "## Request headers",
        ...table("|Name|Value|", "|*If-Match*|etag|"),
        "## Query parameters",
        ...table("|Query parameter|Type|Description|", "|start|String|When.|"),
        ...["", ...table("|Name|Description|", "|$select|Names.|")],
        "## Request body",
        ...table("|Name|Value|Description|", "|color|string|Which.|"),
      ),
    ).toEqual([]);
    expect(
      resource(
        "## Properties",
        ...table(properties, "|color|String|Which.|"),
        "### color values",
        ...table("|Value|", "|warm white|", "|cold|"),
        "## Relationships",
        ...table("|Relationship|Type|Description|", "|room|room|Where.|"),
        "## Methods",
        ...table("|Method|Return type|", "|[List](../api/lamp-list.md)|lamp collection|"),
      ),
    ).toEqual([]);
  });

  it.each([
    ["row-cells", table(properties, "|a|String|A.|", "|the colour of it|String|Which.|")],
    ["row-columns", table("|Property|Description|", "|color|Which.|")],
    ["row-columns", table("|Method|Type|Description|", "|color|String|Which.|")],
    ["row-columns", table("|Name|Value|", "|color|red|")],
    ["row-members", table("|Value|Description|", "|red|Red.|")],
    ["row-broken", ["|Property|Type|"]],
    ["row-include", table(properties, "|[!INCLUDE [rows](../includes/rows.md)]|||")],
    ["row-flawed", table(properties, "|a|String|A.|", "|b|String|B.|", "|the colour|String|")],
    ["row-heading", table(properties, "|**Office**|")],
    ["row-heading", table(properties, "|**Office**|---|---|")],
    ["row-other", table("|Color|Meaning|", "|red|Alarm.|")],
  ])("below Properties is %s", (why, lines) => {
    expect(resource("## Properties", ...lines)).toEqual([expect.stringMatching(new RegExp(`^\\d+ ${why}$`))]);
  });

  it("on a page of another kind is apart, or of an overview", () => {
    expect(api("## Properties", ...table(properties, "|color|String|Which.|"))).toEqual(["9 row-apart"]);
    expect(
      left("resources/lamps.md", "# Lamps", "## Methods", ...table("|Method|Return type|", "|a|b|")),
    ).toEqual(["5 row-overview"]);
  });

  it("below any other heading is not counted", () => {
    const rows = ["## Remarks", ...table(properties, "|the colour of it|String|Which.|")];
    expect(read("resources/lamp.md", "# lamp resource type", ...rows).counted.row).toBe(0);
  });
});

describe("a list of members", () => {
  const list = (description: string) =>
    read(
      "resources/lamp.md",
      "# lamp resource type",
      "## Properties",
      ...table("|Property|Type|Description|", `|color|String|${description}|`),
      "## JSON representation",
    );

  it.each([
    ["The possible values are: `red`, `green`.", 1, []],
    ["The possible values are: `Red1` through `Red9`.", 1, ["list-unread"]],
    ["One of the following values: **null**, *red*, *green*.", 1, ["list-unread"]],
    ["Possible values include `red`, `green`, and more.", 0, []],
    ["Possible values are: `true`, `false`.", 0, []],
    ["Must not be one of the following: `red`.", 0, []],
    ["Which.", 0, []],
  ])("in %s", (description, of, why) => {
    const { counted, left: parts } = list(description);
    expect(counted.list).toBe(of);
    expect(parts.map(({ left: one }) => one)).toEqual(why);
  });
});

it("counts all fences and rows, read or not", () => {
  const reading = read(
    "api/lamp-get.md",
    "# Get lamp",
    "## HTTP request",
    "```http",
    "GET /lamps/{id}",
    "```",
    "## Request headers",
    ...table("|Name|Value|", "|Prefer|Optional.|", "|the language|Optional.|"),
    "```bash",
    "ls",
    "```",
  );
  expect(reading.counted).toEqual({ fence: 2, row: 2, list: 0, name: 0 });
});
