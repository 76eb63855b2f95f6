import { describe, expect, it } from "vitest";
import { metadataPath } from "../../../src/contract/path/metadata-path.ts";
import { metadataOf } from "../../support/metadata-of.ts";

const metadata = metadataOf(`
<EntityType Name="item" Abstract="true"><Key><PropertyRef Name="id" /></Key>
<Property Name="id" Type="Edm.String" Nullable="false" /></EntityType>
<EntityType Name="book" BaseType="graph.item"><Property Name="cover" Type="graph.image" />
<Property Name="tags" Type="Collection(Edm.String)" />
<NavigationProperty Name="loans" Type="Collection(graph.loan)" ContainsTarget="true" /></EntityType>
<EntityType Name="atlas" BaseType="graph.book"><Property Name="scale" Type="Edm.Int32" /></EntityType>
<EntityType Name="loan" BaseType="graph.item"><NavigationProperty Name="book" Type="graph.book" /></EntityType>
<EntityType Name="rest" BaseType="graph.item" OpenType="true" />
<ComplexType Name="image"><Property Name="width" Type="Edm.Int32" /></ComplexType>
<EntityType Name="library" BaseType="graph.item">
<NavigationProperty Name="books" Type="Collection(graph.book)" ContainsTarget="true" /></EntityType>
<Action Name="close" IsBound="true"><Parameter Name="bindingParameter" Type="graph.item" /></Action>
<Action Name="unfold" IsBound="true"><Parameter Name="bindingParameter" Type="graph.atlas" /></Action>
<Action Name="sort" IsBound="true"><Parameter Name="bindingParameter" Type="Collection(graph.book)" /></Action>
<Function Name="similar" IsBound="true" IsComposable="true"><Parameter Name="bindingParameter" Type="graph.book" />
<Parameter Name="most" Type="Edm.Int32"><Annotation Term="Org.OData.Core.V1.OptionalParameter" /></Parameter>
<ReturnType Type="Collection(graph.book)" /></Function>
<Function Name="newest"><ReturnType Type="graph.book" /></Function>
<EntityContainer Name="Base"><EntitySet Name="books" EntityType="graph.book" /></EntityContainer>
<EntityContainer Name="Service" Extends="graph.Base"><Singleton Name="library" Type="graph.library" />
<Singleton Name="rest" Type="graph.rest" />
<FunctionImport Name="latest" Function="graph.newest" EntitySet="books" /></EntityContainer>`);

function end(path: string): string | undefined {
  const found = metadataPath(metadata, path);
  if (!found) return undefined;
  if (!found.exists) return `no ${found.segment} after ${found.after ?? "the root"}`;
  if (!found.type) return "nothing";
  const { name, collection } = found.type;
  return `${name.replace("microsoft.graph.", "")}${collection ? "[]" : ""}`;
}

describe("a documented path, followed in the metadata", () => {
  const leads: readonly (readonly [string, string])[] = [
    ["/books", "book[]"],
    ["/BOOKS/{id}", "book"],
    ["/books('{id}')/loans", "loan[]"],
    ["/library/books/{id}/loans/{id}/book/cover/width", "Edm.Int32"],
    ["/library/books/{book-id}/tags", "Edm.String[]"],
    ["/books/{id}/microsoft.graph.atlas/scale", "Edm.Int32"],
    ["/books/microsoft.graph.atlas", "atlas[]"],
    ["/books/{id}/close", "nothing"],
    ["/books/{id}/microsoft.graph.close", "nothing"],
    ["/books/sort", "nothing"],
    ["/books/{id}/similar", "book[]"],
    ["/books/{id}/similar(most={n})/{id}/loans", "loan[]"],
    ["/latest()/loans", "loan[]"],
    ["/books/$count", "nothing"],
  ];
  it.each(leads)("%s leads to %s", (path, type) => {
    expect(end(path)).toBe(type);
  });

  const nowhere: readonly (readonly [string, string])[] = [
    ["/book", "no book after the root"],
    ["/books/{id}/loan", "no loan after microsoft.graph.book"],
    ["/books/{id}/sort", "no sort after microsoft.graph.book"],
    ["/library/similar", "no similar after microsoft.graph.library"],
    ["/books/{id}/loans/{id}/books", "no books after microsoft.graph.loan"],
  ];
  it.each(nowhere)("%s: %s", (path, segment) => {
    expect(end(path)).toBe(segment);
  });

  it.each([
    ["what only a derived type has", "/books/{id}/scale"],
    ["what is bound to a derived type only", "/books/{id}/unfold"],
    ["a cast by its alias, which may be a key", "/books/{id}/graph.atlas/scale"],
    ["a key without braces", "/books/first"],
    ["an open type that declares nothing", "/rest/anything"],
    ["a path in colons", "/library/books/root:/a/b:/loans"],
    ["what comes behind a type that the metadata does not declare", "/books/{id}/tags/x"],
  ])("nothing is said of %s", (_, path) => {
    expect(end(path)).toBeUndefined();
  });
});
