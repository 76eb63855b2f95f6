import { describe, expect, it } from "vitest";
import { csdlOf } from "../../support/metadata-of.ts";
import { tableSection } from "../../support/page-text.ts";
import type { Pages } from "../../support/rule-fixture.ts";
import { findingsIn, findingsOn, judgePages } from "./judge-pages.ts";
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

  it("says nothing where nobody asked it", () => {
    const { "v1.0.csdl": _, ...alone } = pages([id, "|heights|Int32|x|"], '{ "heights": 3 }');
    expect(rulesOn(alone)).toEqual([]);
  });
});
