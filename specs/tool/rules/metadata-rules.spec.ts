import { describe, expect, it } from "vitest";
import { csdlOf } from "../../support/metadata-of.ts";
import { tableSection } from "../../support/page-text.ts";
import type { Pages } from "../../support/rule-fixture.ts";
import { findingsIn, findingsOn, fixed, judgePages } from "./judge-pages.ts";
import { getPage } from "./shelf-pages.ts";

const csdl = csdlOf(`
<EnumType Name="wood"><Member Name="oak" Value="0" /><Member Name="elm" Value="1" /></EnumType>
<EntityType Name="entity" Abstract="true"><Key><PropertyRef Name="id" /></Key>
<Property Name="id" Type="Edm.String" Nullable="false" /></EntityType>
<EntityType Name="shelf" BaseType="graph.entity" OpenType="true">
<Property Name="height" Type="Edm.Int32" /><Property Name="rows" Type="Edm.Int32" />
<Property Name="wood" Type="graph.wood" /></EntityType>
<EntityContainer Name="Service"><EntitySet Name="shelves" EntityType="graph.shelf" /></EntityContainer>`);

function pages(rows: readonly string[], body: string, template = "/shelves/{id}"): Pages {
  return {
    "v1.0.csdl": csdl,
    "resources/shelf.md": [
      "# shelf resource type",
      "",
      "Namespace: microsoft.graph",
      "",
      ...tableSection("Properties", rows),
    ].join("\n"),
    "api/shelf-get.md": getPage(body, { template, asked: template.replace("{id}", "1") }),
  };
}

const id = "|id|String|The key.|";
const height = "|height|Int32|In millimetres.|";
const rows = "|rows|Int32|How many.|";
const wood = "|wood|String|Of what. The possible values are: `oak`, `elm`.|";

function rulesOn(files: Pages): string[] {
  return findingsIn(judgePages(files)).map(
    ({ rule, severity, pointer }) => `${severity} ${rule} ${pointer ?? ""}`,
  );
}

describe("the second witness", () => {
  it("agrees with pages that say the same, a String with listed values among them", () => {
    expect(rulesOn(pages([id, height, rows, wood], '{ "id": "1", "height": 3, "wood": "elm" }'))).toEqual([]);
  });

  it("tells that the row is wrong, and not the example", () => {
    const misspelt = "|heights|Int32|In millimetres.|";
    expect(findingsOn(pages([id, misspelt, rows, wood], '{ "height": 3 }'))).toEqual([
      {
        rule: "metadata/property-missing",
        marks: "heights",
        pointer: "/properties/heights",
        message: 'the metadata has no "heights" in shelf; did the page mean "height"? (v1.0.csdl:8)',
      },
    ]);
  });

  it("takes a value of either type for right where the two differ", () => {
    const text = "|height|String|In millimetres.|";
    const found = ["warning metadata/type /properties/height/type"];
    expect(rulesOn(pages([id, text, rows, wood], '{ "height": 3 }'))).toEqual(found);
    expect(rulesOn(pages([id, text, rows, wood], '{ "height": "3" }'))).toEqual(found);
    expect(rulesOn(pages([id, text, rows, wood], '{ "height": true }'))).toEqual([
      ...found,
      "error body/type /height",
    ]);
  });

  it("is believed no further than a warning", () => {
    expect(rulesOn(pages([id, height, wood], '{ "rows": "many" }'))).toEqual([
      "warning metadata/property-undocumented /properties/rows",
      "warning body/type /rows",
    ]);
  });

  it("knows the members that the page forgot", () => {
    const short = "|wood|String|Of what. The possible values are: `oak`, `ash`.|";
    expect(
      findingsOn(pages([id, height, rows, short], '{ "wood": "elm" }')).map(({ message }) => message),
    ).toEqual(['members of wood: "elm" is not listed; "ash" is not in the metadata (v1.0.csdl:4)']);
  });

  it("has not heard of a name in an open type, but extensions have names of their own", () => {
    expect(rulesOn(pages([id, height, rows, wood], '{ "gilding": 1 }'))).toEqual([
      "warning body/unknown-property /gilding",
    ]);
    expect(rulesOn(pages([id, height, rows, wood], '{ "extension_a1_gilding": 1, "extab12_x": 1 }'))).toEqual(
      [],
    );
  });

  it("knows where no path leads", () => {
    expect(rulesOn(pages([id, height, rows, wood], '{ "id": "1" }', "/shelfs/{id}"))).toEqual([
      "warning metadata/operation /requests/GET ~1shelfs~1{id}",
    ]);
  });

  it("tells a page that misspells its own path once, at the path, where the example has the one of the metadata", () => {
    const files = {
      ...pages([id, height, rows, wood], '{ "id": "1" }'),
      "api/shelf-get.md": getPage('{ "id": "1" }', { template: "/shelfs/{id}" }),
    };
    expect(findingsOn(files)).toEqual([
      {
        rule: "metadata/operation",
        marks: "GET /shelfs/{id}",
        pointer: "/requests/GET ~1shelfs~1{id}",
        message:
          'the metadata does not have /shelfs/{id}: it begins at no "shelfs", but it has "shelves", as the example asks for it (shelf-get.md:13)',
      },
    ]);
    expect(findingsIn(judgePages(files)).map(({ severity }) => severity)).toEqual(["error"]);
    expect(findingsOn(fixed(files))).toEqual([]);
  });

  it("blames the example where its path is not in the metadata, or more than a name is another", () => {
    const found = (template: string, asked: string) =>
      rulesOn({
        ...pages([id, height, rows, wood], '{ "id": "1" }'),
        "api/shelf-get.md": getPage('{ "id": "1" }', { template, asked }),
      });
    expect(found("/shelves/{id}", "/shelfs/1")).toEqual(["error request/not-documented "]);
    const both = ["warning metadata/operation /requests/GET ~1shelfs~1{id}", "error request/not-documented "];
    expect(found("/shelfs/{id}", "/boards/1")).toEqual(both);
    expect(found("/shelfs/{id}", "/shelves/1/wood")).toEqual(both);
  });

  it("is shown by no example of another path that the page documents, too", () => {
    const page = getPage('{ "id": "1" }').replace(
      "GET /shelves/{id}\n",
      "GET /shelves/{id}\nGET /boards/{id}\n",
    );
    const files = { ...pages([id, height, rows, wood], '{ "id": "1" }'), "api/shelf-get.md": page };
    expect(rulesOn(files)).toEqual(["warning metadata/operation /requests/GET ~1boards~1{id}"]);
    expect(fixed(files)["api/shelf-get.md"]).toBe(page);
  });

  it("is told once on a page that writes the path in several ways", () => {
    const files = pages([id, height, rows, wood], '{ "id": "1" }', "/shelfs/{id}");
    const page = (files["api/shelf-get.md"] ?? "").replace(
      "GET /shelfs/{id}\n",
      "GET /shelfs/{id}\nGET /shelfs/{id}/wood\n",
    );
    expect(findingsOn({ ...files, "api/shelf-get.md": page }).map(({ message }) => message)).toEqual([
      'the metadata does not have /shelfs/{id}: it begins at no "shelfs"; so with another request of the page',
    ]);
  });

  it("says of a property that it lacks at its row, and not again of a path through it", () => {
    const owner = "|owner|[shelf](shelf.md)|Whose it is.|";
    const found = rulesOn(pages([id, height, rows, wood, owner], '{ "id": "1" }', "/shelves/{id}/owner"));
    expect(found).toEqual(["warning metadata/property-missing /properties/owner"]);
    expect(rulesOn(pages([id, height, rows, wood], '{ "id": "1" }', "/shelves/{id}/owner"))).toEqual([
      "warning metadata/operation /requests/GET ~1shelves~1{id}~1owner",
    ]);
  });

  it("takes a type that derives from its own for a sharper word, and any other for another", () => {
    const lamps = csdlOf(`
      <ComplexType Name="lamp" Abstract="true" /><ComplexType Name="candle" BaseType="graph.lamp" />
      <ComplexType Name="shelf"><Property Name="lamp" Type="graph.lamp" /></ComplexType>`);
    const row = (type: string) => ({
      ...pages([`|lamp|${type}|What lights it.|`], "{}"),
      "v1.0.csdl": lamps,
      "resources/lamp.md": "# lamp resource type\n\nNamespace: microsoft.graph\n",
      "resources/candle.md": "# candle resource type\n\nNamespace: microsoft.graph\n",
    });
    const types = (files: Pages) => findingsOn(files).filter(({ rule }) => rule === "metadata/type");
    expect(types(row("[candle](candle.md)"))).toEqual([]);
    expect(types(row("[candle](candle.md) collection"))).toHaveLength(1);
    expect(types(row("String"))).toHaveLength(1);
  });

  it("does not miss the sentinel in a list, however it is written", () => {
    const evolvable = csdl.replace(
      '<Member Name="elm"',
      '<Member Name="unknownfuturevalue" Value="9" /><Member Name="elm"',
    );
    expect(rulesOn({ ...pages([id, height, rows, wood], "{}"), "v1.0.csdl": evolvable })).toEqual([]);
  });

  it("finds the name in other letters, though the JSON representation has it", () => {
    const page = pages([id, "|Height|Int32|In millimetres.|", rows, wood], "{}");
    const shown = ["", "## JSON representation", "", "```json", '{ "height": 1 }', "```", ""].join("\n");
    const messages = findingsOn({ ...page, "resources/shelf.md": `${page["resources/shelf.md"]}\n${shown}` });
    expect(
      messages.filter(({ rule }) => rule === "metadata/property-missing").map((one) => one.message),
    ).toEqual(['the metadata has no "Height" in shelf; did the page mean "height"? (v1.0.csdl:8)']);
  });

  it("shares its cause with the rule that finds the row against the JSON representation", () => {
    const causesOf = (row: string, json: string) => {
      const page = pages([id, row, rows, wood], "{}");
      const all = `{ "id": "1", "rows": 1, "wood": "oak", ${json} }`;
      const resource = '<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.shelf" } -->';
      const shown = ["", "## JSON representation", "", resource, "```json", all, "```", ""].join("\n");
      const files = { ...page, "resources/shelf.md": `${page["resources/shelf.md"]}\n${shown}` };
      const found = findingsIn(judgePages(files)).filter(({ rule }) => /-missing|-case|-json$/.test(rule));
      return [found.map(({ rule }) => rule).sort(), new Set(found.map(({ cause }) => cause.id)).size];
    };
    const other = "|heights|Int32|In millimetres.|";
    expect(causesOf(other, '"height": 1')).toEqual([
      ["metadata/property-missing", "resource/table-and-json"],
      1,
    ]);
    expect(causesOf("|Height|Int32|x|", '"height": 1')).toEqual([
      ["metadata/property-missing", "resource/property-case"],
      1,
    ]);
    expect(causesOf(other, '"heights": 1')).toEqual([["metadata/property-missing"], 1]);
  });

  it("leaves an open type that declares nothing to its page", () => {
    const bag = (open: string) => ({
      ...pages([id, height], "{}"),
      "v1.0.csdl": csdlOf(`<ComplexType Name="shelf" ${open}/>`),
    });
    expect(rulesOn(bag('OpenType="true" '))).toEqual([]);
    expect(rulesOn(bag(""))).toEqual([
      "warning metadata/property-missing /properties/id",
      "warning metadata/property-missing /properties/height",
    ]);
  });

  it("says nothing where nobody asked it", () => {
    const { "v1.0.csdl": _, ...alone } = pages([id, "|heights|Int32|x|"], '{ "heights": 3 }');
    expect(rulesOn(alone)).toEqual([]);
  });
});
