import { describe, expect, it } from "vitest";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { askedOf } from "../../support/asked.ts";
import { metadataOf } from "../../support/metadata-of.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const pages = {
  "resources/shelf.md": resourcePage("shelf", {
    properties: ["|id|String|The key. Read-only.|", "|name|String|The name.|"],
    json: { id: "String", name: "String" },
  }),
  "api/shelf-list.md": apiPage("List shelves", "GET /shelves", {
    response: "`200 OK` response code and a collection of [shelf](../resources/shelf.md) objects",
    examples: [
      [
        "GET https://graph.microsoft.com/v1.0/shelves",
        'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"value":[{"id":"s1","name":"One"}]}',
      ],
    ],
  }),
  "api/shelf-get.md": apiPage("Get shelf", "GET /shelves/{id}", {
    response: "`200 OK` response code and a [shelf](../resources/shelf.md) object",
  }),
};
const metadata = metadataOf(`
<EntityType Name="shelf">
  <Key><PropertyRef Name="id"/></Key>
  <Property Name="id" Type="Edm.String" Nullable="false"/>
  <Property Name="name" Type="Edm.String"/>
  <NavigationProperty Name="books" Type="Collection(graph.book)" ContainsTarget="true"/>
  <NavigationProperty Name="lent" Type="Collection(graph.book)"/>
</EntityType>
<EntityType Name="book">
  <Key><PropertyRef Name="id"/></Key>
  <Property Name="id" Type="Edm.String" Nullable="false"/>
  <Property Name="title" Type="Edm.String"/>
</EntityType>`);
const folder = folderOf(
  Object.entries(pages).map(([file, text]) => readPage(text, { file, version: "v1.0" })),
);
const contract = deriveContract(folder, "v1.0", metadata);
const books = "/shelves/s1/books";
const book = { title: "Frost" };

describe("a relationship that the metadata alone has", () => {
  it("is asked by path as by $expand, and the answer says that no page documents it", async () => {
    const { ask } = await askedOf([contract]);
    const { status, items, headers } = await ask(books);
    expect([status, headers.warning]).toEqual([200, '299 - "no page documents GET /shelves/{}/books"']);
    expect((await ask("/shelves/s1?$expand=books")).body.books).toEqual(items);
    const [{ id = "" } = {}] = items;
    expect((await ask(`${books}/${id}`)).body).toMatchObject({ id });
    expect((await ask("/shelves/s1")).headers).not.toHaveProperty("warning");
  });

  it("has no keys but those of its list, and what is declared nowhere is 404", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`${books}/nothing`)).status).toBe(404);
    expect((await ask("/shelves/s1/boxes")).status).toBe(404);
    expect((await ask("/shelves/nothing/books")).status).toBe(404);
  });

  it("is written by the lenient service where it is contained, which is told", async () => {
    const told: string[] = [];
    const { ask } = await askedOf([contract], { lenient: (what) => told.push(what) });
    const { status, body } = await ask(`POST ${books}`, { body: book });
    expect([status, body.title]).toEqual([201, "Frost"]);
    expect((await ask(`PATCH ${books}/${body.id}`, { body: { title: "Thaw" } })).status).toBe(204);
    expect((await ask(books)).items).toContainEqual(expect.objectContaining({ id: body.id, title: "Thaw" }));
    expect((await ask(`DELETE ${books}/${body.id}`)).status).toBe(204);
    expect((await ask(`${books}/${body.id}`)).status).toBe(404);
    expect(told).toContain("no page documents POST /shelves/{}/books");
    expect((await ask("POST /shelves/s1/lent", { body: book })).status).toBe(405);
    expect((await ask("POST /shelves", { body: { name: "Two" } })).status).toBe(405);
  });

  it("is written by nobody where the service is strict", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`POST ${books}`, { body: book })).status).toBe(405);
  });
});
