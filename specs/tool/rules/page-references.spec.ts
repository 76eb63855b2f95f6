import { describe, expect, it } from "vitest";
import { okFence, tableSection } from "../../support/page-text.ts";
import { findingsIn, findingsOn, fixed, judgePages } from "./judge-pages.ts";

const resource = (
  name: string,
  rows: readonly string[],
  more: { intro?: string; methods?: readonly string[]; end?: string } = {},
) =>
  [
    `# ${name} resource type`,
    "",
    more.intro ?? "A thing.",
    "",
    ...(more.methods
      ? ["## Methods", "", "|Method|Return type|Description|", "|:---|:---|:---|", ...more.methods, ""]
      : []),
    ...tableSection("Properties", rows),
    more.end ?? "",
  ].join("\n");

const list = (prose: string, annotation: string, body: string, name = "list_boxes") =>
  [
    "# List boxes",
    "",
    "## HTTP request",
    "```http",
    "GET /me/joinedBoxes",
    "```",
    "## Response",
    `A \`200 OK\` response code and ${prose} in the response body.`,
    "## Examples",
    "### Request",
    `<!-- { "blockType": "request", "name": "${name}" } -->`,
    "```http",
    "GET https://graph.microsoft.com/v1.0/me/joinedBoxes",
    "```",
    "### Response",
    ...okFence(
      `"truncated": true, "@odata.type": "microsoft.graph.${annotation}", "isCollection": true`,
      body,
    ),
    "",
  ].join("\n");

const row = "|id|String|The key.|";
const boxes = "a collection of [box](../resources/box.md) objects";
const body = '{ "value": [ { "id": "1" } ] }';
const listing = (type: string) => [
  `|[List boxes](../api/box-list.md)|[${type}](${type}.md) collection|Lists.|`,
];
const rulesOn = (files: Record<string, string>) => findingsOn(files).map(({ rule }) => rule);

describe("a type that is linked by reference", () => {
  const intro = "Inherits from [plant].";
  const plant = resource("plant", [row, "|commonName|String|Its name.|"]);

  it("is the base type that the page at its end leads to", () => {
    const fern = resource("fern", ["|fronds|Int32|How many.|"], { intro, end: "[plant]: plant.md" });
    const get = list(
      "a collection of [fern](../resources/fern.md) objects",
      "fern",
      '{ "value": [ { "comonName": "x" } ] }',
    );
    const findings = findingsOn({
      "resources/plant.md": plant,
      "resources/fern.md": fern,
      "api/box-list.md": get,
    });
    expect(findings.map(({ rule, pointer }) => `${rule} ${pointer}`)).toContain(
      "body/unknown-property /value/0/comonName",
    );
  });

  it("is a link that may lead nowhere", () => {
    const fern = resource("fern", [row], { intro, end: "[plant]: plants.md" });
    expect(rulesOn({ "resources/plant.md": plant, "resources/fern.md": fern })).toContain(
      "reference/dead-link",
    );
    expect(
      rulesOn({ "resources/plant.md": plant, "resources/fern.md": fern.replace("[plant]:", "[other]:") }),
    ).not.toContain("reference/dead-link");
  });
});

describe("a link to the published site", () => {
  const linking = (target: string) => ({
    "resources/box.md": resource("box", [row], { intro: `See [this](${target}).` }),
  });

  it.each(["/graph/paging.md", "/graph/paging.md#top", "https://learn.microsoft.com/graph/paging.md"])(
    "is dead with its extension: %s",
    (target) => {
      expect(rulesOn(linking(target))).toEqual(["reference/dead-link"]);
      expect(rulesOn(fixed(linking(target)) as Record<string, string>)).toEqual([]);
    },
  );

  it.each([
    "/graph/paging",
    "/concepts/paging.md",
    "https://github.com/a/b/blob/main/README.md",
    "https://contoso.com/x.md",
  ])("is right: %s", (target) => {
    expect(rulesOn(linking(target))).toEqual([]);
  });
});

describe("a Methods table", () => {
  const pages = (type: string, other?: string) => ({
    "resources/box.md": resource("box", [row], other ? { methods: listing(other) } : {}),
    "resources/lid.md": resource("lid", [row], { methods: listing(type) }),
    "api/box-list.md": list(boxes, "box", body),
  });

  it("returns what the linked page returns", () => {
    expect(rulesOn(pages("box"))).toEqual([]);
    expect(rulesOn(pages("lid"))).toEqual(["methods/return-type"]);
  });

  it("has a link that leads to what is returned: then its text is wrong, and nothing else", () => {
    const linked = listing("lid").map((row) => row.replace("lid.md", "box.md"));
    const files = { ...pages("lid"), "resources/lid.md": resource("lid", [row], { methods: linked }) };
    expect(rulesOn(files)).toEqual(["reference/link-text"]);
  });

  describe("with another number or none", () => {
    const pagesOf = (cell: string, page: string) => ({
      "resources/box.md": resource("box", [row], {
        methods: [`|[Boxes](../api/box-list.md)|${cell}|Lists.|`],
      }),
      "api/box-list.md": page,
    });
    const methodsOf = (cell: string, page: string) =>
      findingsOn(pagesOf(cell, page))
        .filter(({ rule }) => rule === "methods/return-type")
        .map(({ marks, message }) => `[${marks}] ${message}`);
    const many = list(boxes, "box", body);
    const nothing = [
      "# Empty boxes",
      "## HTTP request",
      "```http",
      "POST /me/joinedBoxes/empty",
      "```",
      "## Response",
      "A `204 No Content` response code.",
    ].join("\n");

    it("says that many are returned", () => {
      expect(methodsOf("[box](box.md)", many)).toEqual([
        '[[box](box.md)] "Boxes" returns one "box", but box-list.md says that it returns a collection',
      ]);
      expect(methodsOf("[box](box.md) collection", many)).toEqual([]);
    });

    it("says nothing where prose and example of the linked page differ", () => {
      const one = list(boxes, "box", '{ "id": "1" }');
      expect(methodsOf("[box](box.md)", one)).toEqual([]);
    });

    it("says that nothing is returned", () => {
      expect(methodsOf("[box](box.md)", nothing)).toEqual([
        '[[box](box.md)] "Boxes" returns "box", but box-list.md says that it returns nothing',
      ]);
      const advice = 'write "None" where nothing is returned';
      const found = findingsIn(judgePages(pagesOf("[box](box.md)", nothing)));
      expect(found.filter(({ rule }) => rule === "methods/return-type")).toMatchObject([
        { meant: "None", advice },
      ]);
      expect(methodsOf("None", nothing)).toEqual([]);
      expect(methodsOf("No Content", nothing)).toEqual([]);
      expect(methodsOf("[box](box.md)", nothing.replace("204 No Content", "202 Accepted"))).toEqual([]);
    });
  });

  it("outvotes prose and annotation, which are copied from each other, together with another one", () => {
    expect(rulesOn(pages("lid", "lid"))).toEqual(["annotation/response-type"]);
  });
});

describe("the name of a request", () => {
  it("is no other page's that includes the same snippets, unless both ask the same", () => {
    const snippet = "\n[!INCLUDE [sample-code](../includes/snippets/csharp/get-it-csharp-snippets.md)]\n";
    const first = list(boxes, "box", body, "get_it") + snippet;
    const files = (second: string) => ({
      "resources/box.md": resource("box", [row]),
      "api/a-list.md": first,
      "api/b-list.md": second,
      "includes/snippets/csharp/get-it-csharp-snippets.md": "```csharp\nvar x = 1;\n```\n",
    });
    const named = (second: string) =>
      findingsOn(files(second)).filter(({ rule }) => rule === "annotation/duplicate-name");
    expect(named(first.replaceAll("joinedBoxes", "ownedBoxes"))).toHaveLength(1);
    expect(named(first)).toEqual([]);
    expect(named(first.replaceAll("joinedBoxes", "ownedBoxes").replace('"get_it"', '"get_owned"'))).toEqual(
      [],
    );
  });
});
