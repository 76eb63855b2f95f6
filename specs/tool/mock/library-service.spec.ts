import { beforeEach, describe, expect, it } from "vitest";
import { type Asked, askedOf, contractOfPages, origin } from "./asked.ts";
import { bookKey, library, otherBookKey, otherShelfKey, shelfKey } from "./library.ts";

const contract = contractOfPages(library);
const shelves = "/library/shelves";
const shelf = `${shelves}/${shelfKey}`;

let asked: Asked;
beforeEach(async () => {
  asked = await askedOf([contract]);
});

const idsOf = async (path: string) => (await asked.ask(path)).items.map(({ id }) => id);

describe("a resource that several examples show in parts", () => {
  it("is put together, with what is wrong in them mended", async () => {
    const { body } = await asked.ask(shelf);
    expect(body).toMatchObject({ id: shelfKey, displayName: "Winter", keeper: { name: "Ida", room: 7 } });
    expect(body).not.toHaveProperty("colour");
    expect(body.capacity).toSatisfy(Number.isInteger);
  });
});

describe("POST", () => {
  it("adds a resource, says where it is, and gives it a key", async () => {
    const made = await asked.ask(`POST ${shelves}`, { body: { displayName: "Spring", capacity: 3 } });
    expect(made.status).toBe(201);
    expect(made.headers.location).toBe(`${origin}/v1.0${shelves}/${made.body.id}`);
    expect((await asked.ask(`${shelves}/${made.body.id}`)).body).toMatchObject({
      displayName: "Spring",
      capacity: 3,
    });
    expect(await idsOf(shelves)).toEqual([shelfKey, otherShelfKey, made.body.id]);
  });

  it.each([
    ["a wrong type", { capacity: "three" }],
    ["a name that the type does not have", { width: 3 }],
  ])("refuses %s, and adds nothing", async (_, body) => {
    expect((await asked.ask(`POST ${shelves}`, { body })).status).toBe(400);
    expect(await idsOf(shelves)).toEqual([shelfKey, otherShelfKey]);
  });

  it("finds no collection below what does not exist", async () => {
    expect((await asked.ask(`POST ${shelves}/nowhere/books`, { body: { title: "Fog" } })).status).toBe(404);
  });
});

describe("PATCH", () => {
  it("changes what it names and nothing else, and never the key", async () => {
    const { body: before } = await asked.ask(shelf);
    const changed = await asked.ask(`PATCH ${shelf}`, { body: { displayName: "Autumn", id: "other" } });
    expect([changed.status, changed.body.displayName, changed.body.id]).toEqual([200, "Autumn", shelfKey]);
    expect((await asked.ask(shelf)).body).toEqual({ ...before, displayName: "Autumn" });
  });

  it("refuses a wrong type, and changes nothing", async () => {
    const before = await asked.ask(shelf);
    expect((await asked.ask(`PATCH ${shelf}`, { body: { capacity: "three" } })).status).toBe(400);
    expect((await asked.ask(shelf)).json).toEqual(before.json);
    expect((await asked.ask(`PATCH ${shelves}/nowhere`, { body: { capacity: 1 } })).status).toBe(404);
  });
});

describe("PUT", () => {
  it("is answered as the page says", async () => {
    const book = `${shelf}/books/${bookKey}`;
    expect((await asked.ask(`PUT ${book}`, { body: { title: "Ice", pages: 2 } })).status).toBe(204);
    expect((await asked.ask(book)).body).toMatchObject({ title: "Ice", pages: 2 });
  });
});

describe("DELETE", () => {
  it("removes a resource for good from its collection, and what is below it", async () => {
    expect((await asked.ask(`DELETE ${shelf}`)).status).toBe(204);
    expect((await asked.ask(shelf)).status).toBe(404);
    expect((await asked.ask(`${shelf}/books`)).status).toBe(404);
    expect((await asked.ask(`DELETE ${shelf}`)).status).toBe(404);
    expect(await idsOf(shelves)).toEqual([otherShelfKey]);
  });

  it("keeps what was deleted under deletedItems, until it is deleted there", async () => {
    const deleted = `/library/deletedItems/shelves/${shelfKey}`;
    expect(await idsOf("/library/deletedItems/shelves")).not.toContain(shelfKey);
    await asked.ask(`DELETE ${shelf}`);
    expect((await asked.ask(deleted)).body).toMatchObject({ displayName: "Winter" });
    expect(await idsOf(`${deleted}/books`)).toEqual([bookKey]);
    expect((await asked.ask(`DELETE ${deleted}`)).status).toBe(204);
    expect((await asked.ask(deleted)).status).toBe(404);
  });
});

describe("a reference", () => {
  const favourites = `${shelf}/favourites`;
  const refTo = (path: string) => ({ body: { "@odata.id": `https://graph.microsoft.com/v1.0${path}` } });

  it("is removed without the resource that it leads to", async () => {
    expect((await asked.ask(`DELETE ${favourites}/${bookKey}/$ref`)).status).toBe(204);
    expect(await idsOf(favourites)).toEqual([otherBookKey]);
    expect(await idsOf(`${shelf}/books`)).toEqual([bookKey]);
    expect((await asked.ask(`DELETE ${favourites}/${bookKey}/$ref`)).status).toBe(404);
  });

  it("is added to what exists, and to nothing else", async () => {
    await asked.ask(`DELETE ${favourites}/${bookKey}/$ref`);
    expect((await asked.ask(`POST ${favourites}/$ref`, refTo(`${shelf}/books/${bookKey}`))).status).toBe(204);
    expect(await idsOf(favourites)).toEqual([otherBookKey, bookKey]);
    expect((await asked.ask(`POST ${favourites}/$ref`, refTo(`${shelf}/books/nothing`))).status).toBe(400);
    expect((await asked.ask(`POST ${favourites}/$ref`, { body: {} })).status).toBe(400);
  });

  it("is listed by its address", async () => {
    const { items } = await asked.ask(`${favourites}/$ref`);
    expect(items[0]).toEqual({ "@odata.id": `${origin}/v1.0${favourites}/${bookKey}` });
  });
});

describe("behind a path", () => {
  it("$count is the number of resources as text", async () => {
    const { text, headers } = await asked.ask(`${shelves}/$count`);
    expect([text, headers["content-type"]]).toEqual(["2", "text/plain"]);
  });

  it("delta is everything at first, and nothing behind its own link", async () => {
    const { items, body } = await asked.ask(`${shelves}/delta`);
    expect(items.map(({ id }) => id)).toEqual([shelfKey, otherShelfKey]);
    const link = String(body["@odata.deltaLink"]);
    expect(link).toMatch(/^https:\/\/localhost:8443\/v1\.0\/library\/shelves\/delta\?\$deltatoken=/);
    expect((await asked.ask(link.slice(origin.length))).items).toEqual([]);
  });

  it("a function returns what its example shows, where its owner exists", async () => {
    const tally = "tally(from=2026-01-01T00:00:00Z,to=2026-02-01T00:00:00Z)";
    expect((await asked.ask(`${shelf}/${tally}`)).body).toMatchObject({ read: 12, lost: 1 });
    expect((await asked.ask(`${shelves}/nowhere/${tally}`)).status).toBe(404);
  });
});

describe("an action", () => {
  it("answers as its page says, and as an example shows it refused", async () => {
    const dust = (key: string, rooms: unknown) =>
      asked.ask(`POST ${shelves}/${key}/dust`, { body: { rooms } });
    expect((await dust(shelfKey, [13])).status).toBe(204);
    const refused = await dust(otherShelfKey, [13]);
    expect([refused.status, refused.error.code]).toEqual([406, "noSuchRoom"]);
    expect((await dust(shelfKey, "all")).status).toBe(400);
    expect((await dust("nowhere", [1])).status).toBe(404);
  });
});

describe("a full store", () => {
  it("takes nothing more, and says so", async () => {
    asked = await askedOf([contract], { capacity: 5 });
    const statuses: number[] = [];
    for (let index = 0; index < 8; index++) {
      statuses.push((await asked.ask(`POST ${shelves}`, { body: { displayName: `shelf ${index}` } })).status);
    }
    expect(statuses[0]).toBe(201);
    expect(statuses.at(-1)).toBe(403);
    expect((await asked.ask(shelves)).status).toBe(200);
  });
});
