import { describe, expect, it } from "vitest";
import { okFence, tableSection } from "../../support/page-text.ts";
import { findingsOn, fixed } from "./judge-pages.ts";

const resource = (title: string, annotation: string, more = "") =>
  [
    `# ${title} resource type`,
    "",
    `Things of the room.${more}`,
    "",
    ...tableSection("Properties", ["|id|String|The key.|", "|watts|Int32|The power.|"]),
    "## JSON representation",
    "",
    `<!-- { "blockType": "resource", ${annotation} } -->`,
    "```json",
    '{ "id": "String", "watts": 60 }',
    "```",
    "",
  ].join("\n");

const typed = (name: string) => `"@odata.type": "${name}"`;
const lamp = resource("lampShade", typed("microsoft.graph.lampShade"));

const get = (type: string, body = '{ "id": "1", "watts": 40 }') =>
  [
    "# Get lampShade",
    "",
    "## HTTP request",
    "```http",
    "GET /shades/{id}",
    "```",
    "## Response",
    "A `200 OK` response code and a [lampShade](../resources/lampshade.md) object in the response body.",
    "## Examples",
    "### Request",
    '<!-- { "blockType": "request", "name": "get_shade" } -->',
    "```http",
    "GET https://graph.microsoft.com/v1.0/shades/1",
    "```",
    "### Response",
    ...okFence(`"@odata.type": "${type}"`, body),
    "",
  ].join("\n");

const pages = (type: string, body?: string) => ({
  "resources/lampshade.md": lamp,
  "api/shade-get.md": get(type, body),
});

const found = (files: Record<string, string>) =>
  findingsOn(files).map(({ rule, message }) => `${rule} ${message}`);

describe("the type that an annotation names", () => {
  it.each([
    "microsoft.graph.lampShade",
    "#microsoft.graph.lampShade",
    "Collection(microsoft.graph.lampShade)",
    "lampShade",
    "requestBodyResourceFor.shade",
  ])("is right as %s", (type) => {
    const body = type.startsWith("Coll") ? '{ "value": [{ "id": "1" }] }' : undefined;
    expect(found(pages(type, body)).filter((each) => each.startsWith("annotation/type-name"))).toEqual([]);
  });

  it.each([
    "microsoft.graph.LampShade",
    "#microsoft.graph.lampshade",
    "Microsoft.Graph.lampShade",
    "LampShade",
  ])("is in other letters as %s, which the fix mends", (type) => {
    const files = pages(type);
    expect(found(files)).toEqual([expect.stringMatching(/^annotation\/type-name .*letter case counts$/)]);
    expect(found({ ...files, ...fixed(files) })).toEqual([]);
  });

  it.each(["contoso.home.lampShade", "graph.lampShade", "microsoft.home.graph.lampShade"])(
    "is foreign as %s, and the body is judged on",
    (type) => {
      expect(found(pages(type, '{ "id": "1", "watts": "forty" }'))).toEqual([
        `annotation/type-name "@odata.type" is "${type}", but the types of Graph are in the namespace microsoft.graph; did the page mean "microsoft.graph.lampShade"?`,
        expect.stringMatching(/^body\/type /),
      ]);
    },
  );

  it("is foreign whichever pages are there", () => {
    expect(found(pages("contoso.home.pillow"))).toEqual([
      expect.stringMatching(/^annotation\/type-name .*namespace microsoft.graph$/),
    ]);
  });

  it("is read as Graph's where the type's own page has a foreign namespace", () => {
    const files = {
      "resources/lampshade.md": resource("lampShade", typed("contoso.lampShade")),
      "api/shade-get.md": get("microsoft.graph.lampShade", '{ "id": "1", "watts": "forty" }'),
    };
    expect(found(files).map((each) => each.split(" ")[0])).toEqual(["annotation/type-name", "body/type"]);
  });
});

describe("the type that a resource page's annotation names", () => {
  it("is the one of the title, in its letters", () => {
    expect(
      found({ "resources/lampshade.md": resource("lampShade", typed("microsoft.graph.lampshade")) }),
    ).toEqual([expect.stringContaining(`the page's title has "lampShade"`)]);
    expect(found({ "resources/lamp.md": resource("Lamp", typed("microsoft.graph.lamp")) })).toEqual([]);
  });

  it("is no other page's, and what pages say that use the right one is no second finding", () => {
    const files = {
      "resources/lamp.md": resource("lamp", typed("microsoft.graph.lamp")),
      "resources/shade.md": resource("shade", typed("microsoft.graph.lamp")),
    };
    expect(found(files)).toEqual([
      'annotation/type-name "@odata.type" is "microsoft.graph.lamp", the type of lamp.md, but the page is titled "shade resource type"',
    ]);
  });

  it("may have a longer name than readers know it by, or that of the file", () => {
    expect(
      found({ "resources/range.md": resource("range", typed("microsoft.graph.workbookRange")) }),
    ).toEqual([]);
    expect(
      found({
        "resources/policyviolationtip.md": resource("policyTip", typed("microsoft.graph.policyViolationTip")),
      }),
    ).toEqual([]);
  });
});

describe("the base type of an annotation", () => {
  const inherits = (base: string) => ({
    "resources/entity.md": resource("entity", typed("microsoft.graph.entity")),
    "resources/plant.md": resource(
      "plant",
      `${typed("microsoft.graph.plant")}, "baseType": "microsoft.graph.entity"`,
    ),
    "resources/fern.md": resource(
      "fern",
      `${typed("microsoft.graph.fern")}, "baseType": "${base}"`,
      " Inherits from [plant](plant.md).",
    ),
  });

  it("is the one that the introduction names, or derives from it", () => {
    expect(found(inherits("microsoft.graph.plant"))).toEqual([]);
  });

  it("is told where the introduction names another", () => {
    expect(found(inherits("microsoft.graph.entity"))).toEqual([
      'annotation/type-name the annotation says that the base type is "microsoft.graph.entity", the introduction that it is "microsoft.graph.plant"',
    ]);
  });
});

describe("the namespace that a resource page names", () => {
  const named = (namespace: string, type: string) => {
    const page = resource("lampShade", typed(type)).replace(
      "Things of",
      `Namespace: ${namespace}\n\nThings of`,
    );
    return findingsOn({ "resources/lampshade.md": page }).map(({ rule, marks }) => `${rule} ${marks}`);
  };

  it("is the one of its JSON representation's type", () => {
    expect(named("microsoft.graph", "microsoft.graph.lampShade")).toEqual([]);
    expect(named("microsoft.graph.rooms", "#microsoft.graph.rooms.lampShade")).toEqual([]);
    expect(named("microsoft.graph", "microsoft.graph.rooms.lampShade")).toEqual([
      "annotation/type-name Namespace: microsoft.graph",
    ]);
    expect(named("microsoft.graph.rooms", "microsoft.graph.lampShade")).toEqual([
      "annotation/type-name Namespace: microsoft.graph.rooms",
    ]);
  });

  it("is nobody's to judge where the type has none, or the page does not name it", () => {
    expect(named("microsoft.graph.rooms", "lampShade")).toEqual([]);
    expect(
      findingsOn({
        "resources/lampshade.md": resource("lampShade", typed("microsoft.graph.rooms.lampShade")),
      }),
    ).toEqual([]);
  });
});
