import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import { capabilitiesOf, revisionsOf } from "../../../src/metadata/capabilities.ts";
import { isOpen, isOrDerives, membersOf } from "../../../src/metadata/members-of.ts";
import { readMetadata } from "../../../src/metadata/read-metadata.ts";
import { csdlOf, metadataOf } from "../../support/metadata-of.ts";
import { processorSeconds } from "../../support/processor-seconds.ts";

const library = `
<EnumType Name="genre" IsFlags="true"><Member Name="fable" Value="4" />
<Member Name="unknownFutureValue" Value="2" /><Member Name="saga" /></EnumType>
<ComplexType Name="shelf" OpenType="true"><Property Name="row" Type="Edm.Int32" Nullable="false" /></ComplexType>
<EntityType Name="item" Abstract="true"><Key><PropertyRef Name="id" /></Key>
<Property Name="id" Type="Edm.String" Nullable="false" /></EntityType>
<EntityType Name="book" BaseType="graph.item" HasStream="true">
<Property Name="genres" Type="Collection(graph.genre)" Nullable="true" />
<Property Name="title" Type="Edm.String" />
<NavigationProperty Name="loans" Type="Collection(microsoft.graph.lending.loan)" ContainsTarget="true" />
</EntityType>
<Function Name="like" IsBound="true" IsComposable="true"><Parameter Name="bindingParameter" Type="Collection(graph.book)" />
<Parameter Name="text" Type="Edm.String" Nullable="false" /><ReturnType Type="Collection(graph.book)" /></Function>
<Action Name="closeLibrary"><Parameter Name="until" Type="Edm.Date" /></Action>
<EntityContainer Name="Service"><EntitySet Name="books" EntityType="graph.book">
<NavigationPropertyBinding Path="graph.book/loans" Target="microsoft.graph.Service/library/loans" /></EntitySet>
<Singleton Name="library" Type="microsoft.graph.shelf" /><ActionImport Name="close" Action="graph.closeLibrary" /></EntityContainer>
<Annotations Target="graph.book/loans"><Annotation Term="Org.OData.Capabilities.V1.FilterRestrictions">
<Record><PropertyValue Property="Filterable" Bool="false" /></Record></Annotation>
<Annotation Term="Org.OData.Capabilities.V1.TopSupported" Bool="true" /></Annotations>
<Annotations Target="microsoft.graph.shelf"><Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record>
<PropertyValue Property="Date" Date="2024-04-10" /><PropertyValue Property="Kind">
<EnumMember>Org.OData.Core.V1.RevisionKind/Deprecated</EnumMember></PropertyValue></Record></Collection></Annotation></Annotations>
`;

describe("a CSDL document", () => {
  const metadata = metadataOf(library);

  it("gives its types with base, openness, key, members, each with its line", () => {
    expect(metadata.types["microsoft.graph.book"]).toEqual({
      name: "microsoft.graph.book",
      kind: "entity",
      base: "microsoft.graph.item",
      abstract: false,
      open: false,
      stream: true,
      key: [],
      members: [
        {
          name: "genres",
          type: { name: "microsoft.graph.genre", collection: true },
          navigation: false,
          nullable: true,
          contained: false,
          line: 10,
          column: 1,
        },
        {
          name: "title",
          type: { name: "Edm.String", collection: false },
          navigation: false,
          contained: false,
          line: 11,
          column: 1,
        },
        {
          name: "loans",
          type: { name: "microsoft.graph.lending.loan", collection: true },
          navigation: true,
          contained: true,
          line: 12,
          column: 1,
        },
      ],
      line: 9,
      column: 1,
    });
    expect(metadata.types["microsoft.graph.item"]).toMatchObject({ abstract: true, key: ["id"], line: 7 });
    expect([...membersOf(metadata, "microsoft.graph.book").keys()]).toEqual([
      "id",
      "genres",
      "title",
      "loans",
    ]);
    expect(isOpen(metadata, "microsoft.graph.shelf")).toBe(true);
    expect(isOpen(metadata, "microsoft.graph.book")).toBe(false);
    expect(isOrDerives(metadata, "microsoft.graph.book", "microsoft.graph.item")).toBe(true);
    expect(isOrDerives(metadata, "microsoft.graph.item", "microsoft.graph.book")).toBe(false);
  });

  it("gives the members of an enumeration in the order of the document with their values", () => {
    const { flags, members } = metadata.enums["microsoft.graph.genre"] ?? {};
    expect(flags).toBe(true);
    expect(members?.map(({ name, value }) => [name, value])).toEqual([
      ["fable", 4],
      ["unknownFutureValue", 2],
      ["saga", 3],
    ]);
  });

  it("gives operations with what they are bound to, and the roots of the container", () => {
    expect(metadata.operations).toMatchObject([
      {
        name: "microsoft.graph.like",
        kind: "function",
        binding: { name: "microsoft.graph.book", collection: true },
        parameters: [{ name: "text", nullable: false, line: 15 }],
        returns: { name: "microsoft.graph.book", collection: true },
        composable: true,
        line: 14,
      },
      { name: "microsoft.graph.closeLibrary", kind: "action", parameters: [{ name: "until" }] },
    ]);
    expect(metadata.operations[1]?.binding).toBeUndefined();
    expect(metadata.roots).toMatchObject({
      books: { kind: "set", type: { name: "microsoft.graph.book", collection: true }, line: 17 },
      library: { kind: "singleton", type: { name: "microsoft.graph.shelf", collection: false } },
      close: { kind: "import", type: { name: "microsoft.graph.closeLibrary" } },
    });
  });

  it("gives where what the relationships of a root lead to lives; where nothing is said, nothing", () => {
    expect(metadata.roots.books?.bindings).toEqual([
      { path: "microsoft.graph.book/loans", target: "library/loans" },
    ]);
    expect(metadata.roots.library?.bindings).toEqual([]);
  });

  it("gives annotations by what they target, wherever they stand, and nothing for what they do not", () => {
    expect(capabilitiesOf(metadata, "microsoft.graph.book/loans")).toEqual({ filterable: false, top: true });
    expect(capabilitiesOf(metadata, "microsoft.graph.book")).toEqual({});
    expect(revisionsOf(metadata, "microsoft.graph.shelf")).toEqual([
      { kind: "Deprecated", date: "2024-04-10" },
    ]);
    expect(revisionsOf(metadata, "microsoft.graph.book")).toEqual([]);
  });

  it("may hold its annotations inside of the elements, under an alias of its own, and a definition of a type", () => {
    const read = metadataOf(`
      <TypeDefinition Name="isbn" UnderlyingType="Edm.String" />
      <ComplexType Name="cover"><Property Name="isbn" Type="graph.isbn">
      <Annotation Term="Org.OData.Core.V1.Computed" /></Property></ComplexType>`);
    expect(read.types["microsoft.graph.cover"]?.members[0]?.type.name).toBe("Edm.String");
    expect(read.annotations["microsoft.graph.cover/isbn"]).toEqual({ "Org.OData.Core.V1.Computed": true });
  });

  it("may name what objects of JavaScript have of their own", () => {
    const read = metadataOf(`<ComplexType Name="__proto__"><Property Name="constructor" Type="Edm.String" />
      </ComplexType><Annotations Target="__proto__"><Annotation Term="__proto__" String="x" /></Annotations>`);
    expect(Object.keys(read.types)).toEqual(["microsoft.graph.__proto__"]);
    expect(capabilitiesOf(read, "constructor")).toEqual({});
  });
});

describe("a text that is no CSDL is refused in one sentence", () => {
  const refusals: readonly (readonly [string, string, RegExp])[] = [
    ["a cut file", csdlOf(library).slice(0, 900), /^m\.csdl:\d+:\d+ is no XML: unclosed tag/],
    ["another document", "<html><body/></html>", /^m\.csdl is no CSDL: it begins with <html>/],
    ["an empty file", " \n", /^m\.csdl is empty$/],
    ["JSON", "{}", /^m\.csdl is JSON, no CSDL; metadata is what GET \/v1\.0\/\$metadata answers$/],
    ["CSDL in JSON", '{ "$Version": "4.01" }', /^m\.csdl is CSDL in JSON, and only CSDL in XML is read;/],
    ["OpenAPI in JSON", '{ "info": {}, "openapi": "3.1.0" }', /^m\.csdl is an OpenAPI description, no CSDL;/],
    ["OpenAPI in YAML", "# Graph\nopenapi: 3.0.4\n", /^m\.csdl is an OpenAPI description, no CSDL;/],
    ["prose", "openapi", /^m\.csdl:1:\d+ is no XML/],
    [
      "CSDL of another time",
      csdlOf(library).replace('Edmx Version="4.0"', 'Edmx Version="1.0"'),
      /^m\.csdl is CSDL of OData 1\.0; only that of 4\.0 and later is read$/,
    ],
    ["a tag that is closed by another", csdlOf("<EntityType Name='x'></ComplexType>"), /is no XML/],
    ["no types", csdlOf(""), /^m\.csdl is no metadata of Graph: it declares no type$/],
    [
      "a type without a name",
      csdlOf("<ComplexType />"),
      /^m\.csdl:4 is no CSDL: <ComplexType> lacks its Name$/,
    ],
  ];
  it.each(refusals)("%s", (_, text, sentence) => {
    expect(() => readMetadata(text, "m.csdl")).toThrow(UsageError);
    expect(() => readMetadata(text, "m.csdl")).toThrow(sentence);
  });

  it("or read, however it was mutilated, and never takes long", () => {
    const whole = csdlOf(library);
    const mutilated = fc
      .tuple(fc.nat(whole.length), fc.nat(40), fc.string({ maxLength: 6 }))
      .map(([at, length, text]) => whole.slice(0, at) + text + whole.slice(at + length));
    const took = processorSeconds(() => {
      fc.assert(
        fc.property(mutilated, (text) => {
          try {
            readMetadata(text, "m.csdl");
          } catch (error) {
            expect(error).toBeInstanceOf(UsageError);
          }
        }),
        { numRuns: 400 },
      );
    });
    expect(took).toBeLessThan(15);
  });

  it("nor does a deep one, or one that calls itself", () => {
    const deep = "<a>".repeat(20_000);
    const entity = `<!DOCTYPE x [<!ENTITY a "&a;&a;">]><edmx:Edmx>&a;</edmx:Edmx>`;
    const circle = metadataOf(
      `<EntityType Name="a" BaseType="graph.b" /><EntityType Name="b" BaseType="graph.a" />`,
    );
    const took = processorSeconds(() => {
      expect(() => readMetadata(csdlOf(deep), "m.csdl")).toThrow(UsageError);
      expect(() => readMetadata(entity, "m.csdl")).toThrow(UsageError);
      expect(membersOf(circle, "microsoft.graph.a").size).toBe(0);
    });
    expect(took).toBeLessThan(10);
  });
});

const graph = "../shared/metadata/v1.0-2021-07.csdl";
describe.skipIf(!existsSync(graph))("Graph's own metadata of July 2021", () => {
  it("is read to its last type, each base of which is there", () => {
    const metadata = readMetadata(readFileSync(graph, "utf8"), graph);
    const bases = Object.values(metadata.types).flatMap(({ base }) => base ?? []);
    expect(Object.keys(metadata.types).length).toBeGreaterThan(1000);
    expect(bases.filter((name) => !Object.hasOwn(metadata.types, name))).toEqual([]);
    expect(isOpen(metadata, "microsoft.graph.user")).toBe(true);
    const { users, education } = metadata.roots;
    expect(users?.bindings).toContainEqual({ path: "manager", target: "directoryObjects" });
    expect(education?.bindings).toContainEqual({ path: "classes/members", target: "education/users" });
  });
});

describe("a CSDL document of another shape", () => {
  const schema = 'xmlns="http://docs.oasis-open.org/odata/ns/edm"';
  const read = (schemas: string) =>
    readMetadata(
      `<e:Edmx Version='4.01' xmlns:e="http://docs.oasis-open.org/odata/ns/edmx">
<e:Reference Uri="core.xml"><e:Include Namespace="Org.OData.Core.V1" Alias="Core" />
<e:Include Namespace="Org.OData.Capabilities.V1" Alias="Cap" /></e:Reference>
<e:DataServices>${schemas}</e:DataServices></e:Edmx>`,
      "m.csdl",
    );

  it("has several schemas, each with an alias that holds before it is declared", () => {
    const metadata = read(`
<Schema Namespace='a.b' Alias='x' ${schema}><ComplexType Name="shelf" BaseType="y.thing">
<Property Name="rows" Type="Collection( y.row )" /></ComplexType></Schema>
<Schema Namespace="a.b.c" Alias="y" ${schema}><ComplexType Name="thing" OpenType="true" />
<EnumType Name="row" UnderlyingType="Edm.Int64"><Member Name="first" Value="1" /></EnumType></Schema>`);
    expect(metadata.types["a.b.shelf"]).toMatchObject({
      base: "a.b.c.thing",
      members: [{ type: { name: "a.b.c.row", collection: true } }],
    });
    expect(isOpen(metadata, "a.b.shelf")).toBe(true);
    expect(metadata.enums["a.b.c.row"]?.members).toMatchObject([{ name: "first", value: 1 }]);
  });

  it("defines a type behind a text that speaks of a Schema, and one of the same name in another namespace", () => {
    const metadata = read(`
<Schema Namespace="a" ${schema}><TypeDefinition Name="code" UnderlyingType="Edm.Int32" />
<ComplexType Name="one"><Annotation Term="Core.Description" String="a Schema Namespace=x of it" />
<Property Name="code" Type="a.code" /><Property Name="other" Type="b.code" /></ComplexType></Schema>
<Schema Namespace="b" ${schema}><TypeDefinition UnderlyingType="Edm.Guid" Name="code" /></Schema>`);
    expect(metadata.types["a.one"]?.members.map(({ type }) => type.name)).toEqual(["Edm.Int32", "Edm.Guid"]);
    expect(metadata.annotations["a.one"]).toEqual({
      "Org.OData.Core.V1.Description": "a Schema Namespace=x of it",
    });
  });

  it("annotates inside of elements and by Target, under aliases of vocabularies, parameters too", () => {
    const metadata = read(`
<Schema Namespace="a" Alias="self" ${schema}><ComplexType Name="one"><Property Name="p" Type="Edm.String">
<Annotation Term="Core.Description" String="inside" /></Property></ComplexType>
<Function Name="f" IsBound="true"><Parameter Name="it" Type="self.one" /><Parameter Name="most" Type="Edm.Int32">
<Annotation Term="Core.OptionalParameter" /></Parameter><ReturnType Type="Edm.String" Nullable="false" /></Function>
<EntityContainer Name="Base"><EntitySet Name="ones" EntityType="self.one"><Annotation Term="Cap.TopSupported" Bool="false" />
</EntitySet></EntityContainer>
<EntityContainer Name="All" Extends="self.Base"><Singleton Name="me" Type="self.one" /></EntityContainer>
<Annotations Target="self.one/p"><Annotation Term="Core.Computed" /></Annotations>
<Annotations Target="self.All/me"><Annotation Term="Cap.SkipSupported" Bool="false" /></Annotations></Schema>`);
    expect(metadata.annotations["a.one/p"]).toEqual({
      "Org.OData.Core.V1.Description": "inside",
      "Org.OData.Core.V1.Computed": true,
    });
    expect(metadata.annotations["a.f/most"]).toEqual({ "Org.OData.Core.V1.OptionalParameter": true });
    expect(Object.keys(metadata.roots)).toEqual(["ones", "me"]);
    expect(capabilitiesOf(metadata, metadata.roots.ones?.target ?? "")).toEqual({ top: false });
    expect(capabilitiesOf(metadata, metadata.roots.me?.target ?? "")).toEqual({ skip: false });
  });
});
