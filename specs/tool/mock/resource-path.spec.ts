import { describe, expect, it } from "vitest";
import { matchOperation } from "../../../src/contract/path/match-operation.ts";
import { readSegment, splitPath } from "../../../src/odata/path-segments.ts";
import { askedByUser, askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { bookKey, library, otherShelfKey, shelfKey } from "./library.ts";

const contract = contractOfPages(library);
const shelves = "/library/shelves";

/** Readers, who are asked for by key or as `me`. */
const readers = contractOfPages({
  "resources/reader.md": resourcePage("reader", {
    properties: ["|id|String|The key.|", "|mail|String|Where to write.|"],
    relationships: ["|friend|[reader](reader.md)|Whom they tell.|"],
    json: { id: "String", mail: "String" },
  }),
  "api/reader-get.md": apiPage("Get reader", "GET /me\nGET /users/{id | mail}", {
    response: "`200 OK` response code and a [reader](../resources/reader.md) object",
    examples: [
      [
        "GET https://graph.microsoft.com/v1.0/users/ida@contoso.com",
        'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"id": "17", "mail": "ida@contoso.com"}',
      ],
      [
        "GET https://graph.microsoft.com/v1.0/me",
        'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"id": "1", "mail": "me@contoso.com"}',
      ],
    ],
  }),
  "api/reader-list.md": apiPage("List readers", "GET /users", {
    response: "`200 OK` response code and a collection of [reader](../resources/reader.md) objects",
  }),
});

describe("a path", () => {
  const book = `${shelves}/${shelfKey}/books/${bookKey}`;

  it.each([
    ["with keys in parentheses", `${shelves}('${shelfKey}')/books('${bookKey}')`],
    ["with keys in parentheses and no quotes", `${shelves}(${shelfKey})/books(${bookKey})`],
    ["in another letter case", book.toUpperCase().replace("/V1.0", "/v1.0")],
    ["with a slash at its end", `${book}/`],
    ["with slashes twice", book.replaceAll("/", "//").replace("//", "/")],
    ["with escapes", book.replaceAll("-", "%2D").replace("shelves", "%73helves")],
    [
      "with a cast to the type",
      `${shelves}/microsoft.graph.shelf/${shelfKey}/books/${bookKey}/microsoft.graph.book`,
    ],
    ["with an option that is the client's own", `${book}?mine=1`],
    ["with a fragment", `${book}#top`],
  ])("%s leads where it leads without", async (_what, path) => {
    const { ask } = await askedOf([contract]);
    const { status, body } = await ask(path);
    expect({ status, title: body.title }).toEqual({ status: 200, title: "Snow" });
  });

  it.each([
    ["with a word in the place of a type", `${shelves}/microsoft.graph.cellar`],
    ["with a name behind its end", `${book}/title/more`],
    ["with a key too many", `${book}/${bookKey}`],
    ["with a quote left open", `${shelves}('${shelfKey})`],
    ["with an escape that is none", `${shelves}/%zz`],
    ["with a slash inside a key", `${shelves}/${shelfKey}%2Fbooks`],
  ])("%s leads nowhere", async (_what, path) => {
    const { ask } = await askedOf([contract]);
    expect((await ask(path)).status).toBe(404);
  });

  it("follows the relationships of what it reaches, also where no page documents it", async () => {
    const { ask } = await askedOf([contract]);
    const cover = await ask(`${shelves}/${shelfKey}/cover`);
    expect(cover.status).toBe(200);
    expect(cover.body).toEqual({
      "@odata.context": `https://localhost:8443/v1.0/$metadata#library/shelves('${shelfKey}')/cover`,
      id: expect.any(String),
      title: expect.any(String),
      pages: expect.any(Number),
    });
    const { items } = await ask(`${shelves}/${shelfKey}/favourites`);
    const [first] = items;
    expect((await ask(`${shelves}/${shelfKey}/favourites/${String(first?.id)}`)).body).toMatchObject(
      first ?? {},
    );
  });

  it("does not follow them from what does not exist", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`${shelves}/none/cover`)).status).toBe(404);
    expect((await ask(`${shelves}/${shelfKey}/favourites/none`)).status).toBe(404);
  });

  it("names in its context the path as the contract writes it, and the keys as they are asked for", async () => {
    const { ask } = await askedOf([contract]);
    const { body } = await ask(`/LIBRARY/Shelves/${shelfKey.toUpperCase()}/BOOKS/`);
    expect(body["@odata.context"]).toBe(
      `https://localhost:8443/v1.0/$metadata#library/shelves('${shelfKey.toUpperCase()}')/books`,
    );
  });
});

describe("the signed-in user", () => {
  it("is who `me` is, below which a template may write users/{id}", async () => {
    const { ask } = await askedByUser([readers]);
    expect((await ask("/me")).body).toMatchObject({ id: "1", mail: "me@contoso.com" });
    expect((await ask("/me/friend")).status).toBe(200);
  });

  it("is nobody where an application is signed in", async () => {
    const { ask } = await askedOf([readers]);
    const { status, error } = await ask("/me/friend");
    expect({ status, code: error.code }).toEqual({ status: 400, code: "BadRequest" });
    expect((await ask("/users/1")).status).toBe(200);
  });

  it("is none of the others", async () => {
    const { ask } = await askedByUser([readers]);
    expect((await ask("/users/17")).body.mail).toBe("ida@contoso.com");
    expect((await ask("/users/17/friend")).body.id).not.toBe((await ask("/me/friend")).body.id);
  });
});

describe("another key of a resource", () => {
  it("leads to the same resource", async () => {
    const { ask } = await askedOf([readers]);
    expect((await ask("/users/ida@contoso.com")).body.id).toBe("17");
    expect((await ask("/users/IDA@contoso.com")).body.id).toBe("17");
  });

  it("is one that an example shows: nothing else is", async () => {
    const { ask } = await askedOf([readers]);
    expect((await ask("/users/eve@contoso.com")).status).toBe(404);
  });
});

describe("a path of thousands of parts", () => {
  const many = (part: string, count: number) => part.repeat(count);

  it.each([
    ["segments", many("/a", 30_000)],
    ["relationships", `${shelves}/${shelfKey}${many("/cover", 10_000)}`],
    ["casts", many("/microsoft.graph.library/microsoft.graph.shelves", 1_300)],
    ["casts behind a collection", `${shelves}${many("/microsoft.graph.shelf", 2_500)}`],
    ["keys in parentheses", many("/library('a')", 4_500)],
    ["open parentheses", `/${many("(", 60_000)}`],
    ["open braces", `/${many("{", 60_000)}`],
    ["parentheses in a key", `${shelves}/${many("a(", 30_000)}`],
    ["quotes", `/${many("'", 60_000)}`],
    ["placeholders", many("/{a}", 15_000)],
    ["dots", many("/...", 15_000)],
    ["colons", many("/a:", 15_000)],
    ["percent signs", `/${many("%", 60_000)}`],
    ["escapes that are no text", `/${many("%ff", 20_000)}`],
  ])("(%s) leads nowhere, and the next one where it should", async (_what, path) => {
    const { ask } = await askedOf([contract]);
    expect((await ask(path)).status).toBe(404);
    expect((await ask(shelves)).items.map(({ id }) => id)).toEqual([shelfKey, otherShelfKey]);
  });

  it("fits no template, where one of a few parts does", () => {
    const casts = (count: number) => Array.from({ length: count }, () => "microsoft.graph.shelf");
    const operationAt = (count: number) =>
      matchOperation(contract, "GET", { segments: ["library", "shelves", ...casts(count)] })?.id;
    expect(operationAt(3)).toBe("GET /library/shelves");
    expect(operationAt(5_000)).toBeUndefined();
  });
});

describe("the slashes of a path", () => {
  it.each([
    ["/a/b", ["a", "b"]],
    ["/a(b/c)/d", ["a(b/c)", "d"]],
    ["/a({b/c})/{d/e}/f", ["a({b/c})", "{d/e}", "f"]],
    ["/a(b(c/d)e/f)/g", ["a(b(c/d)e/f)", "g"]],
    ["/a('(')/b", ["a('(')", "b"]],
    ["/a('b/c)')/d", ["a('b/c)')", "d"]],
    ["/it's(b/c)/d", ["it's(b/c)", "d"]],
  ])("cut %s, but not inside brackets", (path, segments) => {
    expect(splitPath(path)).toEqual(segments);
  });

  it.each([
    ["/a(b/c", ["a(b", "c"]],
    ["/((a/b)/c", ["((a/b)", "c"]],
    ["/{a/b(c/d)}", ["{a/b(c/d)}"]],
    ["/a('b/c)/d", ["a('b", "c)", "d"]],
    ["/a)/b(", ["a)", "b("]],
  ])("of %s are inside those only that are closed", (path, segments) => {
    expect(splitPath(path)).toEqual(segments);
  });

  it("leave a key to its segment", () => {
    expect(readSegment("users('a(b')")).toEqual({ name: "users", key: "a(b" });
    expect(readSegment("summary(from=(1))")).toEqual({ name: "summary", arguments: "from=(1)" });
    expect(readSegment("a(b)c")).toEqual({ name: "a(b)c" });
  });
});
