import { describe, expect, it } from "vitest";
import type { Contract } from "../../../src/contract/contract.ts";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { resolvePath } from "../../../src/contract/path/resolve-path.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { metadataOf } from "../../support/metadata-of.ts";

const shelf = `# shelf resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|height|Int32|In millimetres. Supports \`$filter\` (\`eq\`).|
|kind|shelfKind|The possible values are: \`open\`, \`closed\`, \`unknownFutureValue\`.|
|lamp|lamp|What lights it.|
|rows|String collection|Its rows.|
|wood|String|Of what it is made.|

## Relationships

|Relationship|Type|Description|
|:---|:---|:---|
|owner|[shelf](shelf.md)|Whose it is.|
`;

const csdl = `
<EnumType Name="shelfKind"><Member Name="open" Value="0" /><Member Name="closed" Value="1" />
<Member Name="unknownFutureValue" Value="2" /><Member Name="locked" Value="3" /></EnumType>
<ComplexType Name="lamp"><Property Name="watts" Type="Edm.Int32" /></ComplexType>
<EntityType Name="entity" Abstract="true"><Key><PropertyRef Name="id" /></Key>
<Property Name="id" Type="Edm.String" Nullable="false" /></EntityType>
<EntityType Name="reader" BaseType="graph.entity"><Property Name="name" Type="Edm.String" /></EntityType>
<EntityType Name="shelf" BaseType="graph.entity" OpenType="true">
<Property Name="height" Type="Edm.Int32" Nullable="false" />
<Property Name="kind" Type="graph.shelfKind" />
<Property Name="lamp" Type="graph.lamp" />
<Property Name="rows" Type="Edm.String" />
<Property Name="width" Type="Edm.Int32" />
<NavigationProperty Name="owner" Type="graph.reader" /></EntityType>
<EntityContainer Name="Service"><EntitySet Name="shelves" EntityType="graph.shelf" />
<Singleton Name="best" Type="graph.shelf" /></EntityContainer>`;

function contract(lines?: string): Contract {
  const page = readPage(shelf, { file: "resources/shelf.md", version: "v1.0" });
  return deriveContract(folderOf([page]), "v1.0", lines === undefined ? undefined : metadataOf(lines));
}

function propertyOf({ types }: Contract, name: string) {
  return types["microsoft.graph.shelf"]?.properties.find((property) => property.name === name);
}

describe("pages that are read with the metadata", () => {
  const merged = contract(csdl);
  const alone = contract();

  it("learn the base type, the openness and whether all names are known, and say from whom", () => {
    expect(alone.types["microsoft.graph.shelf"]).toMatchObject({ open: false, complete: true });
    expect(merged.types["microsoft.graph.shelf"]).toMatchObject({
      base: "microsoft.graph.entity",
      open: true,
      complete: true,
      fromMetadata: ["base", "open"],
    });
  });

  it("learn of properties, and that nobody else knows them", () => {
    expect(propertyOf(alone, "width")).toBeUndefined();
    expect(propertyOf(merged, "width")).toMatchObject({
      type: { kind: "primitive", name: "Edm.Int32", collection: false },
      fromMetadata: ["property"],
      location: { file: "metadata.csdl", line: 15 },
    });
    expect(propertyOf(merged, "wood")).toMatchObject({ unconfirmed: true });
    expect(propertyOf(merged, "height")).not.toHaveProperty("unconfirmed");
  });

  it("learn that a value is never null, and keep what they say of operators", () => {
    expect(propertyOf(merged, "height")).toMatchObject({
      nullable: false,
      filter: ["eq"],
      fromMetadata: ["nullable"],
    });
    expect(propertyOf(merged, "height")?.location.file).toBe("resources/shelf.md");
    expect(propertyOf(alone, "height")).not.toHaveProperty("nullable");
  });

  it("learn what a name means that no page declares", () => {
    expect(propertyOf(alone, "lamp")?.type.kind).toBe("unknown");
    expect(propertyOf(merged, "lamp")?.type).toEqual({
      kind: "type",
      name: "microsoft.graph.lamp",
      collection: false,
    });
    expect(merged.types["microsoft.graph.lamp"]).toMatchObject({ complete: true, fromMetadata: ["type"] });
  });

  it("keep both types where they differ; where a relationship leads the metadata decides", () => {
    expect(propertyOf(merged, "rows")).toMatchObject({
      type: { name: "Edm.String", collection: true },
      otherType: { name: "Edm.String", collection: false },
    });
    expect(propertyOf(merged, "owner")).toMatchObject({
      type: { name: "microsoft.graph.reader" },
      otherType: { name: "microsoft.graph.shelf" },
      fromMetadata: ["type"],
    });
  });

  it("have all members of an enumeration, those that are from the metadata named", () => {
    expect(merged.enums["microsoft.graph.shelfKind"]).toMatchObject({
      members: ["open", "closed", "unknownFutureValue", "locked"],
      onRequest: ["locked"],
      fromMetadata: ["locked"],
    });
    expect(alone.enums["microsoft.graph.shelfKind"]).not.toHaveProperty("fromMetadata");
  });

  it("know where a path begins that none of them documents", () => {
    expect(resolvePath(alone, ["best", "owner"])?.type.name).toBe("microsoft.graph.shelf");
    expect(resolvePath(merged, ["best", "owner"])).toMatchObject({
      type: { name: "microsoft.graph.reader" },
      certain: true,
    });
    expect(resolvePath(merged, ["shelves", "1", "owner"])?.type.name).toBe("microsoft.graph.reader");
    expect(resolvePath(merged, ["best"])?.type).toMatchObject({ name: "microsoft.graph.shelf" });
    expect(resolvePath(merged, ["shelves"])?.type.collection).toBe(true);
  });
});
