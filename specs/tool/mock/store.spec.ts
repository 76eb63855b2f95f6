import { describe, expect, it } from "vitest";
import { resourcePathOf } from "../../../src/mock/route/resource-path.ts";
import { makeStore } from "../../../src/mock/store/store.ts";
import { isPathParameter } from "../../../src/odata/path-segments.ts";
import { readRequestUrl } from "../../../src/odata/request-url.ts";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { documentation } from "../../support/documentation.ts";
import { apiPage } from "../../support/page-text.ts";
import { bookKey, library, otherBookKey, otherShelfKey, shelfKey } from "./library.ts";

const contract = contractOfPages(library);
const shelves = "/library/shelves";

const keysOf = (items: readonly Readonly<Record<string, unknown>>[]) => items.map(({ id }) => id);

describe("the data of a service", () => {
  it("is what the examples show, in their order", async () => {
    const { ask } = await askedOf([contract]);
    expect(keysOf((await ask(shelves)).items)).toEqual([shelfKey, otherShelfKey]);
    expect(keysOf((await ask(`${shelves}/${shelfKey}/books`)).items)).toEqual([bookKey]);
    expect(keysOf((await ask(`${shelves}/${shelfKey}/favourites`)).items)).toEqual([bookKey, otherBookKey]);
  });

  it("is at the path of the example, and at no other", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`${shelves}/${shelfKey}/books/${bookKey}`)).body.title).toBe("Snow");
    expect((await ask(`${shelves}/${otherShelfKey}/books/${bookKey}`)).status).toBe(404);
    expect((await ask(`${shelves}/${bookKey}`)).status).toBe(404);
  });

  it("holds every resource that the path of an example names", async () => {
    const v1 = documentation.contract("v1.0");
    const { ask } = await askedOf([v1]);
    for (const { request, response } of v1.examples) {
      const { segments } = readRequestUrl(request.url);
      if (segments.some(isPathParameter) || (response?.status ?? 200) >= 400) continue;
      // What a GET of the example, or of the owner of what it calls, finds.
      const read = request.method === "GET" ? segments : segments.slice(0, -1);
      const { status } = await ask(`/${read.join("/")}`);
      expect({ url: request.url, status }).toEqual({ url: request.url, status: 200 });
    }
  });

  it("puts together what several examples show of one resource", async () => {
    const { ask } = await askedOf([contract]);
    const { body } = await ask(`${shelves}/${shelfKey}`);
    expect(body).toMatchObject({
      displayName: "Winter",
      tags: ["snow", "ice"],
      keeper: { name: "Ida", room: 7 },
    });
    expect((await ask(`${shelves}/${otherShelfKey}`)).body).toMatchObject({
      displayName: "Summer",
      keeper: null,
    });
  });

  it("repairs what the examples have wrong, and keeps the rest", async () => {
    const { ask } = await askedOf([contract]);
    const { body } = await ask(`${shelves}/${shelfKey}`);
    expect(body).not.toHaveProperty("colour");
    expect(body.capacity).toEqual(expect.any(Number));
    expect(body.builtDateTime).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect((await ask(`${shelves}/${otherShelfKey}`)).body.capacity).toBe(12);
  });

  it("is generated where no example shows any", async () => {
    const { ask } = await askedOf([contract]);
    const { items } = await ask(`${shelves}/${otherShelfKey}/books`);
    expect(items).toHaveLength(3);
    for (const item of items) {
      expect(item).toEqual({
        id: expect.any(String),
        title: expect.any(String),
        pages: expect.any(Number),
      });
    }
    expect((await ask(`${shelves}/${otherShelfKey}/cover`)).body).toHaveProperty("title");
  });

  it("takes any key where nothing tells which there are, and the same for the same key", async () => {
    const guests = contractOfPages({
      ...library,
      "api/guest-loans.md": apiPage("List loans", "GET /guests/{guestId}/loans", {
        response: "`200 OK` response code and a collection of [book](../resources/book.md) objects",
      }),
    });
    const { ask } = await askedOf([guests]);
    const first = await ask("/guests/ann/loans");
    expect(first.items).toHaveLength(3);
    expect((await ask("/guests/ann/loans")).items).toEqual(first.items);
    expect((await ask("/guests/bob/loans")).items).not.toEqual(first.items);
  });
});

describe("the seed", () => {
  const paths = [
    shelves,
    `${shelves}/${shelfKey}`,
    `${shelves}/${otherShelfKey}/books`,
    `${shelves}/${otherShelfKey}/cover`,
    `${shelves}/${shelfKey}/tally(from=2026-01-01T00:00:00Z,to=2026-02-01T00:00:00Z)`,
    "/library/deletedItems/shelves",
  ];
  const bytesOf = async (seed: number, order = paths) => {
    const { ask } = await askedOf([contract], { seed, items: 20 });
    const found = new Map<string, string>();
    for (const path of order) found.set(path, JSON.stringify((await ask(path)).json));
    return paths.map((path) => found.get(path));
  };

  it("makes the same bytes again, in whatever order they are asked for", async () => {
    const first = await bytesOf(7);
    expect(await bytesOf(7)).toEqual(first);
    expect(await bytesOf(7, paths.toReversed())).toEqual(first);
  });

  it("makes other data when it is another, and leaves the examples as they are", async () => {
    const [one, other] = [await bytesOf(7), await bytesOf(8)];
    expect(other[2]).not.toBe(one[2]);
    expect(other[3]).not.toBe(one[3]);
    expect(other[4]).toBe(one[4]);
    const { ask } = await askedOf([contract], { seed: 8 });
    expect(keysOf((await ask(shelves)).items)).toEqual([shelfKey, otherShelfKey]);
  });

  it("makes the same keys for what is created, as long as it is created in the same order", async () => {
    const created = async (seed: number) => {
      const { ask } = await askedOf([contract], { seed });
      const answers = [];
      for (let count = 0; count < 3; count++) answers.push(await ask(`POST ${shelves}`, { body: {} }));
      return keysOf(answers.map(({ body }) => body));
    };
    expect(await created(1)).toEqual(await created(1));
    expect(new Set(await created(1)).size).toBe(3);
  });
});

describe("a number of items", () => {
  it("is how many each collection has, the examples first", async () => {
    const { ask } = await askedOf([contract], { items: 250 });
    const { items } = await ask(`${shelves}?$top=999`);
    expect(items).toHaveLength(250);
    expect(new Set(keysOf(items)).size).toBe(250);
    expect(keysOf(items).slice(0, 2)).toEqual([shelfKey, otherShelfKey]);
    expect((await ask(`${shelves}/$count`)).text).toBe("250");
    expect((await ask(`${shelves}/${shelfKey}/books/$count`)).text).toBe("250");
  });

  it("takes nothing away where the examples show more, and adds nothing where it is not asked for", async () => {
    const { ask } = await askedOf([contract], { items: 1 });
    expect((await ask(`${shelves}/$count`)).text).toBe("2");
    expect((await ask(`${shelves}/${shelfKey}/books/$count`)).text).toBe("1");
  });

  it("is not multiplied: what belongs to a generated resource stays small", async () => {
    const { ask } = await askedOf([contract], { items: 250 });
    const last = (await ask(`${shelves}?$top=1&$skip=249`)).items[0];
    expect((await ask(`${shelves}/${String(last?.id)}/books/$count`)).text).toBe("3");
    const expanded = await ask(`${shelves}?$expand=books&$top=5`);
    expect(expanded.items.map(({ books }) => (Array.isArray(books) ? books.length : 0))).toEqual([
      20, 20, 3, 3, 3,
    ]);
  });
});

describe("the room for what is written", () => {
  it("has an end, which the service says, and what was there stays", async () => {
    const { ask } = await askedOf([contract], { capacity: 10 });
    const answers = [];
    for (let count = 0; count < 12; count++)
      answers.push(await ask(`POST ${shelves}`, { body: { displayName: `${count}` } }));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 201, 403, 403, 403, 403, 403]);
    expect(answers.at(-1)?.error).toMatchObject({
      code: "Directory_QuotaExceeded",
      message: "the store is full; start the service anew",
    });
    expect((await ask(shelves)).items).toHaveLength(9);
  });

  it("is there again when something is deleted for ever", async () => {
    const { ask } = await askedOf([contract], { capacity: 10 });
    const create = () => ask(`POST ${shelves}/${shelfKey}/books`, { body: {} });
    for (let count = 0; count < 12; count++) await create();
    expect((await create()).status).toBe(403);
    const patch = (await ask(`PATCH ${shelves}/${otherShelfKey}`, { body: { capacity: 99 } })).status;
    expect(patch).toBe(403);
    expect((await ask(`${shelves}/${otherShelfKey}`)).body.capacity).toBe(12);
  });

  it("counts a long resource as several", async () => {
    const { ask } = await askedOf([contract], { capacity: 100 });
    const long = { displayName: "z".repeat(60_000) };
    expect((await ask(`POST ${shelves}`, { body: long })).status).toBe(201);
    expect((await ask(`POST ${shelves}`, { body: long })).status).toBe(403);
    expect((await ask(`POST ${shelves}`, { body: { displayName: "short" } })).status).toBe(201);
  });

  it("does not run out of being deleted and created, time and again", async () => {
    const { ask } = await askedOf([contract], { capacity: 40 });
    const keys = new Set<unknown>();
    for (let round = 0; round < 200; round++) {
      const { status, body } = await ask(`POST ${shelves}`, { body: { displayName: "short-lived" } });
      expect(status).toBe(201);
      keys.add(body.id);
      const id = String(body.id);
      await ask(`POST ${shelves}/${id}/books`, { body: { title: "too" } });
      expect((await ask(`DELETE ${shelves}/${id}`)).status).toBe(204);
      expect((await ask(`DELETE /library/deletedItems/shelves/${id}`)).status).toBe(204);
    }
    expect(keys.size).toBe(200);
    expect(keysOf((await ask(shelves)).items)).toEqual([shelfKey, otherShelfKey]);
  });

  it("is not needed to read: what can be made again is forgotten and comes back the same", async () => {
    const guests = contractOfPages({
      ...library,
      "api/guest-loans.md": apiPage("List loans", "GET /guests/{guestId}/loans", {
        response: "`200 OK` response code and a collection of [book](../resources/book.md) objects",
      }),
    });
    const store = makeStore(guests, { seed: 1, items: 0, capacity: 5 });
    const loansOf = (guest: string) =>
      store.list(resourcePathOf(guests, ["guests", guest, "loans"], true)?.steps ?? []);
    const first = loansOf("ann");
    for (let guest = 0; guest < 12_000; guest++) loansOf(`guest ${guest}`);
    const again = loansOf("ann");
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
    expect(loansOf("ann")).toBe(again);
  });
});
