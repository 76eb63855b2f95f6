import { describe, expect, it } from "vitest";
import { isObject } from "../../../src/base/is-object.ts";
import { type Asked, askedOf, contractOfPages } from "../../support/asked.ts";
import { contractOf } from "../../support/contract-of.ts";
import { documentation } from "../../support/documentation.ts";
import { apiPage } from "../../support/page-text.ts";
import { bookKey, library, otherBookKey, otherShelfKey, shelfKey } from "./library.ts";

const contract = contractOfPages(library);
const shelves = "/library/shelves";
const deleted = "/library/deletedItems/shelves";
const shelf = `${shelves}/${shelfKey}`;

async function keysAt({ ask }: Asked, path: string): Promise<unknown[]> {
  return (await ask(path)).items.map(({ id }) => id);
}

describe("creating", () => {
  it("answers as the page says, with the resource and where it is", async () => {
    const { ask } = await askedOf([contract]);
    const made = await ask(`POST ${shelves}`, { body: { displayName: "Autumn", capacity: 3 } });
    const id = String(made.body.id);
    expect(made.status).toBe(201);
    expect(made.headers.location).toBe(`https://localhost:8443/v1.0${shelves}/${id}`);
    expect(made.json).toEqual({
      "@odata.context": "https://localhost:8443/v1.0/$metadata#library/shelves/$entity",
      id,
      displayName: "Autumn",
      capacity: 3,
      builtDateTime: null,
      tags: [],
      keeper: null,
      kind: null,
    });
    expect((await ask(`${shelves}/${id}`)).body).toMatchObject({ displayName: "Autumn", capacity: 3 });
  });

  it("adds to the end of that list, and to no other", async () => {
    const asked = await askedOf([contract]);
    const made = await asked.ask(`POST ${shelf}/books`, { body: { title: "Frost" } });
    expect(await keysAt(asked, `${shelf}/books`)).toEqual([bookKey, made.body.id]);
    expect(await keysAt(asked, `${shelf}/favourites`)).toEqual([bookKey, otherBookKey]);
    expect(await keysAt(asked, shelves)).toEqual([shelfKey, otherShelfKey]);
  });

  it("makes a key that no resource has or had", async () => {
    const asked = await askedOf([contract]);
    const create = async () => String((await asked.ask(`POST ${shelves}`, { body: {} })).body.id);
    const first = await create();
    const second = await create();
    await asked.ask(`DELETE ${shelves}/${first}`);
    const third = await create();
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await keysAt(asked, shelves)).toEqual([shelfKey, otherShelfKey, second, third]);
  });

  it("takes the client's key when it is free, with whatever is in it", async () => {
    const { ask } = await askedOf([contract]);
    const made = await ask(`POST ${shelves}`, { body: { id: "a/b c%'ü" } });
    expect(made.body.id).toBe("a/b c%'ü");
    const location = String(made.headers.location).replace("https://localhost:8443", "");
    expect((await ask(location)).body.id).toBe("a/b c%'ü");
  });

  it("refuses a key that is taken, and leaves that resource alone", async () => {
    const asked = await askedOf([contract]);
    const before = (await asked.ask(shelf)).body;
    const made = await asked.ask(`POST ${shelves}`, {
      body: { id: shelfKey.toUpperCase(), displayName: "Mine" },
    });
    expect(made.status).toBe(409);
    expect(made.error.message).toContain('for its "id"');
    expect((await asked.ask(shelf)).body).toEqual(before);
    expect(await keysAt(asked, shelves)).toEqual([shelfKey, otherShelfKey]);
  });

  it.each([
    ["another form than a GUID", "SHLF_577b75d2-a927-48c0-a5d1-dc984894e7b8", /^SHLF_[\da-f-]{36}$/],
    ["no form", "AAMkAGE1M2_bs88AACbuFiiAAA=", /^AAMkAGE1M2_bs88AA[A-Za-z]{9}=$/],
    ["a name for one", "contoso", /^[\da-f-]{36}$/],
  ])("makes a key as the example shows it, where that shows %s", async (_what, shown, form) => {
    const response = {
      response: "`201 Created` response code and a [shelf](../resources/shelf.md) object",
      examples: [
        [
          `POST https://graph.microsoft.com/v1.0${shelves}\nContent-Type: application/json\n\n{"capacity": 1}`,
          `HTTP/1.1 201 Created\nContent-Type: application/json\n\n${JSON.stringify({ id: shown })}`,
        ],
      ] as const,
    };
    const page = apiPage("Create shelf", `POST ${shelves}`, response);
    const { ask } = await askedOf([contractOfPages({ ...library, "api/shelf-post.md": page })]);
    const keys = [1, 2].map(async () => (await ask(`POST ${shelves}`, { body: { capacity: 2 } })).body.id);
    const [one, other] = await Promise.all(keys);
    expect(one).toMatch(form);
    expect(other).toMatch(form);
    expect(new Set([one, other, shown]).size).toBe(3);
  });

  it.each([
    ["half of a character", "a\ud800"],
    ["a book", "z".repeat(1001)],
  ])("takes no key that is %s", async (_what, id) => {
    const asked = await askedOf([contract]);
    expect((await asked.ask(`POST ${shelves}`, { body: { id } })).status).toBe(400);
    expect(await keysAt(asked, shelves)).toEqual([shelfKey, otherShelfKey]);
  });

  it.each<{ what: string; name: string; without?: string; parameters?: string[]; kept: boolean }>([
    { what: "makes one of many", name: "", kept: true },
    { what: "calls an action without keys behind its name", name: "/issue", without: "one", kept: false },
    { what: "calls an action with parameters", name: "", parameters: ["|title|String|Which.|"], kept: false },
  ])("$what where the pages tell of one", async ({ name, without, parameters = [], kept }) => {
    const one = "`200 OK` response code and a [book](../resources/book.md) object";
    const path = `/library/novelties${name}`;
    const pages = {
      ...library,
      "api/book-novelty.md": apiPage("Get novelty", `GET ${path}`, { response: one }),
      "api/book-one.md": apiPage("Get one", `GET ${path}/{bookId}`, { response: one }),
      "api/book-novelty-post.md": apiPage("Add novelty", `POST ${path}`, { parameters, response: one }),
    };
    const read = Object.entries(pages).filter(([file]) => file !== `api/book-${without}.md`);
    const { ask } = await askedOf([contractOfPages(Object.fromEntries(read))]);
    const made = await ask(`POST ${path}`, { body: { title: "Frost" } });
    expect(made.status).toBe(200);
    // What an action is given under the names of what it returns comes back, too.
    expect(made.body.title).toBe("Frost");
    const found = await ask(`${path}/${made.body.id}`);
    expect(found.status === 200 && found.body.title === "Frost").toBe(kept);
    if (kept)
      expect(found.body).toEqual({
        ...made.body,
        "@odata.context": expect.anything(),
      });
  });

  it("needs an owner that is there", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`POST ${shelves}/none/books`, { body: { title: "Frost" } })).status).toBe(404);
    expect((await ask(`POST ${shelves}/${otherShelfKey}/books`, { body: { title: "Frost" } })).status).toBe(
      201,
    );
  });
});

describe("updating", () => {
  it("changes what is sent and nothing else, and answers as the page says", async () => {
    const { ask } = await askedOf([contract]);
    const { "@odata.context": _context, ...before } = (await ask(shelf)).body;
    const { status, body } = await ask(`PATCH ${shelf}`, { body: { displayName: "Spring" } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...before, displayName: "Spring" });
    expect((await ask(shelf)).body).toMatchObject({ ...before, displayName: "Spring" });
    expect((await ask(shelves)).items[0]).toEqual({ ...before, displayName: "Spring" });
  });

  it("with PUT answers 204, where the page says that", async () => {
    const { ask } = await askedOf([contract]);
    const book = `${shelf}/books/${bookKey}`;
    const { status, json, headers } = await ask(`PUT ${book}`, { body: { title: "Thaw" } });
    expect({ status, json, type: headers["content-type"] }).toEqual({
      status: 204,
      json: undefined,
      type: undefined,
    });
    expect((await ask(book)).body.title).toBe("Thaw");
  });

  it("never changes the key", async () => {
    const asked = await askedOf([contract]);
    expect((await asked.ask(`PATCH ${shelf}`, { body: { id: "another" } })).body.id).toBe(shelfKey);
    expect(await keysAt(asked, shelves)).toEqual([shelfKey, otherShelfKey]);
  });

  it("needs a resource that is there", async () => {
    const asked = await askedOf([contract]);
    expect((await asked.ask(`PATCH ${shelves}/none`, { body: { displayName: "x" } })).status).toBe(404);
    expect(await keysAt(asked, shelves)).toEqual([shelfKey, otherShelfKey]);
  });
});

describe("a request that is sent again", () => {
  it("finds what was written in between", async () => {
    const { ask } = await askedOf([contract]);
    const rename = async (displayName: string) =>
      (await ask(`PATCH ${shelf}`, { body: { displayName } })).body.displayName;
    const names = [];
    for (const name of ["Spring", "Spring", "Winter", "Winter", "Spring"]) {
      names.push(await rename(name), (await ask(shelf)).body.displayName);
    }
    expect(names).toEqual(["Spring", "Spring", "Winter", "Winter", "Spring"].flatMap((name) => [name, name]));
    await ask(`DELETE ${shelf}`);
    expect((await ask(`PATCH ${shelf}`, { body: { displayName: "Spring" } })).status).toBe(404);
    expect((await ask(shelf)).status).toBe(404);
  });

  it("is judged by its own Content-Type and address, whatever became of the same body elsewhere", async () => {
    const { ask } = await askedOf([contract]);
    const statuses = [];
    for (const round of [1, 2]) {
      const right = { body: { capacity: round } };
      const text = { body: JSON.stringify(right.body), headers: { "content-type": "text/plain" } };
      const wrong = { body: { capacity: "much" } };
      for (const sent of [right, text, wrong, right])
        statuses.push((await ask(`PATCH ${shelf}`, sent)).status);
      statuses.push((await ask(`POST ${shelf}/books`, right)).status);
    }
    expect(statuses).toEqual([200, 415, 400, 200, 400, 200, 415, 400, 200, 400]);
  });

  it("is answered in the form that it asks for", async () => {
    const { ask } = await askedOf([contract]);
    const read = async (select: string) =>
      Object.keys((await ask(`PATCH ${shelf}?$select=${select}`, { body: { displayName: "Spring" } })).body);
    await read("id");
    expect(await read("id")).toEqual(["@odata.context", "id"]);
    expect(await read("displayName")).toEqual(["@odata.context", "displayName"]);
  });
});

describe("a bad body", () => {
  it.each([
    ["no JSON", "{displayName: 1"],
    ["a comma too many", '{"displayName": "x",}'],
    ["a comment", '{"displayName": "x" /* y */}'],
    ["a name twice", '{"displayName": "x", "displayName": "y"}'],
    ["a name twice inside", '{"keeper": {"name": "x", "name": "y"}}'],
    ["no object but a list", "[]"],
    ["no object but a text", '"x"'],
    ["no object but null", "null"],
    ["a text for a number", '{"capacity": "twelve"}'],
    ["a number for a text", '{"displayName": 12}'],
    ["a fraction for a whole number", '{"capacity": 1.5}'],
    ["a number beyond its type", '{"capacity": 3000000000}'],
    ["no date", '{"builtDateTime": "2026-02-30T00:00:00Z"}'],
    ["no member", '{"kind": "door"}'],
    ["one value for a list", '{"tags": "snow"}'],
    ["a wrong value in a list", '{"tags": ["snow", 1]}'],
    ["a wrong value inside", '{"keeper": {"room": "seven"}}'],
    ["an unknown name", '{"colour": "white"}'],
    ["a name in another letter case", '{"DisplayName": "x"}'],
    ["__proto__", '{"__proto__": {"displayName": "x"}}'],
    ["brackets as deep as the sea", `{"tags": ${"[".repeat(10_000)}${"]".repeat(10_000)}}`],
    ["brackets that are never closed", '{"keeper": '.repeat(10_000)],
  ])("(%s) gets 400, and changes nothing", async (_what, body) => {
    const { ask } = await askedOf([contract]);
    const before = [(await ask(shelves)).json, (await ask(shelf)).json];
    for (const request of [`POST ${shelves}`, `PATCH ${shelf}`]) {
      const { status, error } = await ask(request, { body });
      expect({ status, code: error.code }).toEqual({ status: 400, code: "BadRequest" });
    }
    expect([(await ask(shelves)).json, (await ask(shelf)).json]).toEqual(before);
  });

  it.each([
    ["every property", { displayName: "x", capacity: 1, tags: [], keeper: { name: "Bo" }, kind: "corner" }],
    ["a member that comes on request only", { kind: "hidden" }],
    ["null where the page does not exclude it", { displayName: null, keeper: null }],
    ["control information", { "@odata.type": "#microsoft.graph.shelf", displayName: "x" }],
    ["nothing", {}],
  ])("is not one with %s", async (_what, body) => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`POST ${shelves}`, { body })).status).toBe(201);
  });

  it("says what is wrong with it, and where the page says so", async () => {
    const { ask } = await askedOf([contract]);
    const told = async (body: unknown) => (await ask(`POST ${shelves}`, { body })).error.message;
    expect(await told({ capacity: "twelve" })).toBe(
      '"capacity" is the string "twelve"; the page says Int32 (shelf.md:14)',
    );
    expect(await told({ colour: 1 })).toBe(
      '"colour" is not documented for the body of POST /library/shelves',
    );
    expect(await told('{"a": 1,\n "a": 2}')).toBe('the body has "/a" twice');
    expect(await told("{\n  x")).toMatch(/^the body is not JSON: .*\(line 2, column 3\)$/);
  });

  it("of an action gets 400 before the action has any effect", async () => {
    const { ask } = await askedOf([contract]);
    const dust = (body: unknown) => ask(`POST ${shelf}/dust`, { body });
    expect((await dust({ rooms: ["one"] })).status).toBe(400);
    expect((await dust({ thorough: "yes" })).status).toBe(400);
    expect((await dust({ broom: true })).status).toBe(400);
    expect((await dust({ rooms: [1], thorough: true, notes: ["x"] })).status).toBe(204);
  });

  it("is one whose answer cannot be given: a query that is refused changes nothing either", async () => {
    const { ask } = await askedOf([contract]);
    const before = (await ask(shelves)).json;
    expect((await ask(`POST ${shelves}?$select=colour`, { body: { displayName: "x" } })).status).toBe(400);
    expect((await ask(`PATCH ${shelf}?$select=colour`, { body: { displayName: "x" } })).status).toBe(400);
    expect((await ask(shelves)).json).toEqual(before);
    expect(
      (await ask(`PATCH ${shelf}?$select=displayName`, { body: { displayName: "x" } })).json,
    ).toMatchObject({
      displayName: "x",
    });
  });

  it("is one of a type that has no business there, and not one of a type that derives", async () => {
    const location = { file: "", line: 1, column: 1 };
    const lamp = { kind: "type", name: "microsoft.graph.lamp", collection: false } as const;
    const lamps = contractOf({
      types: {
        entity: { abstract: true, keyProperty: "id", properties: { id: "Edm.String" } },
        lamp: { base: "entity", keyProperty: "id", properties: { watts: "Edm.Int32" } },
        deskLamp: { base: "lamp", keyProperty: "id", properties: { arm: "Edm.Boolean" } },
        chair: { base: "entity", keyProperty: "id", properties: { legs: "Edm.Int32" } },
      },
      operations: [
        {
          method: "GET",
          path: "/lamps",
          responses: [{ status: 200, body: { ...lamp, collection: true }, location }],
        },
        {
          method: "POST",
          path: "/lamps",
          requestBody: lamp,
          responses: [{ status: 201, body: lamp, location }],
        },
      ],
    });
    const { ask } = await askedOf([lamps]);
    const create = (type: string) =>
      ask(`POST /lamps`, { body: { "@odata.type": `#microsoft.graph.${type}` } });
    const before = (await ask("/lamps")).items.length;
    expect((await create("chair")).error).toMatchObject({
      code: "BadRequest",
      message: '"@odata.type" names microsoft.graph.chair; the body of POST /lamps is a microsoft.graph.lamp',
    });
    expect((await create("deskLamp")).body).toMatchObject({
      "@odata.type": "#microsoft.graph.deskLamp",
      arm: null,
      watts: null,
    });
    expect((await ask("/lamps")).items).toHaveLength(before + 1);
  });
});

describe("a body of many values", () => {
  const many = (value: string, count: number) => Array.from({ length: count }, () => value).join(",");
  const named = (count: number) => Array.from({ length: count }, (_, index) => `"a${index}": 1`).join(",");

  it.each([
    ["a list", `{"tags": [${many('"x"', 25_000)}]}`],
    ["wrong values", `{"tags": [${many("1", 40_000)}]}`],
    ["names", `{"keeper": {${named(25_000)}}}`],
    ["the same name", `{${many('"tags": []', 25_000)}}`],
    ["objects", `{"books": [${many("{}", 40_000)}]}`],
  ])("(%s) is too large, and changes nothing", async (_what, body) => {
    const asked = await askedOf([contract]);
    const { status, error } = await asked.ask(`POST ${shelves}`, { body });
    expect({ status, message: error.message }).toEqual({
      status: 413,
      message: "the body has more than 20000 values",
    });
    expect(await keysAt(asked, shelves)).toEqual([shelfKey, otherShelfKey]);
  });

  it("is not one of a few that are long", async () => {
    const { ask } = await askedOf([contract]);
    const displayName = '"a": [1, 2], '.repeat(100_000);
    const { status, body } = await ask(`POST ${shelves}`, { body: { displayName } });
    expect({ status, same: body.displayName === displayName }).toEqual({ status: 201, same: true });
  });

  it("is judged value by value up to that number", async () => {
    const { ask } = await askedOf([contract]);
    const right = Array.from({ length: 15_000 }, () => "x");
    expect((await ask(`POST ${shelves}`, { body: { tags: right } })).body.tags).toEqual(right);
    const { status, error } = await ask(`POST ${shelves}`, { body: { tags: [...right, 1] } });
    expect({ status, message: error.message }).toEqual({
      status: 400,
      message: "the value at /tags/15000 is the number 1; the page says collection of String (shelf.md:16)",
    });
  });

  it("is stored without the names that nobody documents, however many they are", async () => {
    const { ask } = await askedOf([contract]);
    const { status, body } = await ask(`POST ${shelves}`, {
      body: `{"keeper": {"name": "Bo", ${named(5_000)}}}`,
    });
    expect({ status, keeper: body.keeper }).toEqual({ status: 201, keeper: { name: "Bo", room: null } });
  });
});

describe("deleting", () => {
  it("answers 204 without a body or a content type, and the resource is gone", async () => {
    const asked = await askedOf([contract]);
    const { status, json, text, headers } = await asked.ask(`DELETE ${shelf}`);
    expect({ status, json, text, type: headers["content-type"] }).toEqual({ status: 204 });
    expect((await asked.ask(shelf)).status).toBe(404);
    expect((await asked.ask(`${shelf}/books`)).status).toBe(404);
    expect(await keysAt(asked, shelves)).toEqual([otherShelfKey]);
  });

  it("is done once: then there is nothing to delete", async () => {
    const { ask } = await askedOf([contract]);
    await ask(`DELETE ${shelf}`);
    expect((await ask(`DELETE ${shelf}`)).status).toBe(404);
    expect((await ask(`DELETE ${shelves}/none`)).status).toBe(404);
  });

  it("moves the resource to deletedItems, with all that belongs to it", async () => {
    const asked = await askedOf([contract]);
    await asked.ask(`POST ${shelf}/books`, { body: { title: "Frost" } });
    const books = (await asked.ask(`${shelf}/books`)).items;
    const before = await keysAt(asked, deleted);
    await asked.ask(`DELETE ${shelf}`);
    expect(await keysAt(asked, deleted)).toEqual([...before, shelfKey]);
    expect((await asked.ask(`${deleted}/${shelfKey}`)).body.displayName).toBe("Winter");
    expect((await asked.ask(`${deleted}/${shelfKey}/books`)).items).toEqual(books);
  });

  it("from deletedItems is for ever", async () => {
    const asked = await askedOf([contract]);
    const before = await keysAt(asked, deleted);
    await asked.ask(`DELETE ${shelf}`);
    expect((await asked.ask(`DELETE ${deleted}/${shelfKey}`)).status).toBe(204);
    expect((await asked.ask(`DELETE ${deleted}/${shelfKey}`)).status).toBe(404);
    expect(await keysAt(asked, deleted)).toEqual(before);
    expect(await keysAt(asked, shelves)).toEqual([otherShelfKey]);
  });
});

describe("a reference", () => {
  const favourites = `${shelf}/favourites`;

  it("is removed with 204, no body and no content type", async () => {
    const { ask } = await askedOf([contract]);
    const { status, json, text, headers } = await ask(`DELETE ${favourites}/${bookKey}/$ref`);
    expect({ status, json, text, type: headers["content-type"] }).toEqual({ status: 204 });
  });

  it("is gone from the list then, and a second time it is not found", async () => {
    const asked = await askedOf([contract]);
    await asked.ask(`DELETE ${favourites}/${bookKey}/$ref`);
    expect(await keysAt(asked, favourites)).toEqual([otherBookKey]);
    expect((await asked.ask(`DELETE ${favourites}/${bookKey}/$ref`)).status).toBe(404);
    expect(await keysAt(asked, favourites)).toEqual([otherBookKey]);
  });

  it("is all that is removed: the resource stays where else it is", async () => {
    const { ask } = await askedOf([contract]);
    await ask(`DELETE ${favourites}/${bookKey}/$ref`);
    expect((await ask(`${shelf}/books/${bookKey}`)).body.title).toBe("Snow");
  });

  it("is added by the address of a resource, which is then in both lists", async () => {
    const asked = await askedOf([contract]);
    const made = await asked.ask(`POST ${shelf}/books`, { body: { title: "Frost" } });
    const id = `https://graph.microsoft.com/v1.0${shelf}/books/${String(made.body.id)}`;
    expect((await asked.ask(`POST ${favourites}/$ref`, { body: { "@odata.id": id } })).status).toBe(204);
    expect(await keysAt(asked, favourites)).toEqual([bookKey, otherBookKey, made.body.id]);
    expect(await keysAt(asked, `${shelf}/books`)).toEqual([bookKey, made.body.id]);
  });

  it("has the same below it as before, in whatever order both lists are read", async () => {
    const { ask } = await askedOf([contract]);
    const id = `https://graph.microsoft.com/v1.0${shelf}/books/${bookKey}`;
    await ask(`POST ${favourites}/$ref`, { body: { "@odata.id": id } });
    // Each time in another form, so that none is answered from what was kept.
    const authorsAt = async (list: string, select: string) =>
      (await ask(`${list}?$expand=authors&$select=${select}`)).items.map(({ authors }) => authors);
    const books = await authorsAt(`${shelf}/books`, "id");
    const recommended = await authorsAt(favourites, "id");
    expect(await authorsAt(`${shelf}/books`, "title")).toEqual(books);
    expect(await authorsAt(favourites, "title")).toEqual(recommended);
  });

  it.each([
    ["no address", {}],
    ["an address that is no text", { "@odata.id": 1 }],
    ["the address of nothing", { "@odata.id": `https://graph.microsoft.com/v1.0${shelf}/books/none` }],
    ["the address of a list", { "@odata.id": `https://graph.microsoft.com/v1.0${shelf}/books` }],
    ["an address without an end", { "@odata.id": "/a".repeat(40_000) }],
  ])("to %s is refused, and adds nothing", async (what, body) => {
    const asked = await askedOf([contract]);
    const status = what === "the address of nothing" ? 404 : 400;
    expect((await asked.ask(`POST ${favourites}/$ref`, { body })).status).toBe(status);
    expect(await keysAt(asked, favourites)).toEqual([bookKey, otherBookKey]);
  });

  it("to a single resource is set with PUT and removed with DELETE", async () => {
    const { ask } = await askedOf([contract]);
    const body = { "@odata.id": `https://graph.microsoft.com/v1.0${shelf}/books/${bookKey}` };
    expect((await ask(`PUT ${shelf}/cover/$ref`, { body })).status).toBe(204);
    expect((await ask(`${shelf}/cover`)).body.title).toBe("Snow");
    expect((await ask(`DELETE ${shelf}/cover/$ref`)).status).toBe(204);
    expect((await ask(`DELETE ${shelf}/cover/$ref`)).status).toBe(404);
    expect((await ask(`${shelf}/books/${bookKey}`)).status).toBe(200);
  });

  it("is written only where a page says so", async () => {
    const asked = await askedOf([contract]);
    const body = { "@odata.id": `https://graph.microsoft.com/v1.0${shelf}/favourites/${otherBookKey}` };
    const added = await asked.ask(`POST ${shelf}/books/$ref`, { body });
    expect({ status: added.status, allow: added.headers.allow }).toEqual({ status: 405, allow: "GET" });
    expect((await asked.ask(`DELETE ${shelf}/books/${bookKey}/$ref`)).status).toBe(405);
    expect(await keysAt(asked, `${shelf}/books`)).toEqual([bookKey]);
  });

  it("is written by no other method, and below nothing that is not there", async () => {
    const { ask } = await askedOf([contract]);
    const body = { "@odata.id": `https://graph.microsoft.com/v1.0${shelf}/books/${bookKey}` };
    const before = (await ask(`${shelf}/cover`)).json;
    for (const method of ["HEAD", "OPTIONS", "PATCH", "POST"])
      expect((await ask(`${method} ${shelf}/cover/$ref`, { body })).status).toBe(405);
    expect((await ask(`PUT ${favourites}/$ref`, { body })).headers.allow).toBe("GET, POST");
    expect((await ask(`PUT ${shelves}/none/cover/$ref`, { body })).status).toBe(404);
    expect((await ask(`POST ${shelves}/none/favourites/$ref`, { body })).status).toBe(404);
    expect((await ask(`${shelf}/cover`)).json).toEqual(before);
  });
});

describe("activateWithScope", () => {
  const workflow = "/identityGovernance/lifecycleWorkflows/workflows/14879e66-9ea9-48d0-804d-8fea672d0341";
  const prefer = { headers: { prefer: "include-unknown-enum-members" } };
  const scope = {
    "@odata.type": "microsoft.graph.identityGovernance.activateProcessingResultScope",
    processingResults: [{ id: "78b83505-6967-4168-a7ea-4921c0543ce9" }],
    taskScope: "allTasks",
  };
  const service = () => askedOf([documentation.contract("v1.0")]);

  it("answers 204, and a run appears that says so to who asks for it", async () => {
    const { ask } = await service();
    const before = (await ask(`${workflow}/runs`, prefer)).items;
    const { status, json, headers } = await ask(`POST ${workflow}/activateWithScope`, { body: { scope } });
    expect({ status, json, type: headers["content-type"] }).toEqual({ status: 204 });
    const after = (await ask(`${workflow}/runs`, prefer)).items;
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)?.workflowExecutionType).toBe("activatedWithScope");
    expect((await ask(`${workflow}/runs`)).items.at(-1)?.workflowExecutionType).toBe("unknownFutureValue");
  });

  it("leaves the scope that was sent on the run", async () => {
    const { ask } = await service();
    await ask(`POST ${workflow}/activatewithscope`, { body: { scope } });
    const run = (await ask(`${workflow}/runs`)).items.at(-1);
    const left = run && isObject(run.activatedOnScope) ? run.activatedOnScope : {};
    expect(left).toMatchObject({
      "@odata.type": "#microsoft.graph.identityGovernance.activateProcessingResultScope",
      processingResults: scope.processingResults,
      taskScope: "allTasks",
    });
  });

  it("makes a run of its own each time, at that workflow and at no other", async () => {
    const { ask } = await service();
    const other = workflow.replace(
      "14879e66-9ea9-48d0-804d-8fea672d0341",
      "15239232-66ed-445b-8292-2f5bbb2eb833",
    );
    const before = (await ask(`${workflow}/runs`)).items.length;
    const elsewhere = (await ask(`${other}/runs`)).json;
    for (let count = 0; count < 3; count++)
      await ask(`POST ${workflow}/activateWithScope`, { body: { scope } });
    const { items } = await ask(`${workflow}/runs`);
    expect(items).toHaveLength(before + 3);
    expect(new Set(items.map(({ id }) => id)).size).toBe(before + 3);
    expect((await ask(`${other}/runs`)).json).toEqual(elsewhere);
  });

  it("of a workflow that is not there, or with a bad body, makes none", async () => {
    const { ask } = await service();
    const before = (await ask(`${workflow}/runs`)).json;
    expect((await ask(`POST ${workflow}x/activateWithScope`, { body: { scope } })).status).toBe(404);
    expect((await ask(`POST ${workflow}/activateWithScope`, { body: "{" })).status).toBe(400);
    expect((await ask(`${workflow}/runs`)).json).toEqual(before);
  });

  it("is refused where an example shows that, for just that body", async () => {
    const { ask } = await service();
    const shown = workflow.replace(
      "14879e66-9ea9-48d0-804d-8fea672d0341",
      "2f0dcb02-65d9-4369-bad5-a3174538c5ff",
    );
    const subjects = [
      { id: "2ea4c363-4b85-4529-b2ec-53b64308f39f" },
      { id: "44fc5392-9485-4348-871e-2ea17cc0a1b8" },
    ];
    const activate = (body: unknown) => ask(`POST ${shown}/activateWithScope`, { body });
    expect((await activate({ subjects })).status).toBe(406);
    expect((await activate({ subjects: subjects.slice(1) })).status).toBe(204);
  });
});
