import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage } from "../../support/page-text.ts";
import { library, shelfKey } from "./library.ts";
import "../../support/same-draws.ts";

const contract = contractOfPages(library);
const shelves = "/library/shelves";
const headers = { prefer: "include-unknown-enum-members" };

/** What people write that looks as if it stood for something else. */
const odd = fc.constantFrom(
  "<b>",
  "{a}",
  "Re: {ticket} 42",
  "String",
  "string",
  "...",
  "<id>",
  "{{name}}",
  '{"a":"String"}',
  "(timestamp)",
  "microsoft.graph.shelf",
  "",
  " ",
);
const text = fc.oneof(odd, fc.string({ unit: "grapheme" }));
const shelf = fc.record(
  {
    displayName: fc.option(text),
    capacity: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    builtDateTime: fc.constantFrom("2024-01-01T00:00:00Z", "2024-01-01T00:00:00.123Z"),
    tags: fc.array(text, { maxLength: 4 }),
    keeper: fc.record({ name: text, room: fc.integer({ min: 0, max: 99 }) }),
    kind: fc.constantFrom("wall", "corner", "hidden"),
  },
  { requiredKeys: [] },
);

describe("what a client writes", () => {
  it("comes back as it was sent, wherever it is read", async () => {
    await fc.assert(
      fc.asyncProperty(shelf, async (sent) => {
        const { ask } = await askedOf([contract]);
        const made = await ask(`POST ${shelves}`, { body: sent, headers });
        expect(made.status).toBe(201);
        expect(made.body).toMatchObject(sent);
        expect((await ask(`${shelves}/${made.body.id}`, { headers })).body).toMatchObject(sent);
      }),
      { numRuns: 60 },
    );
  });

  it("takes the place of what was there, and of nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(shelf, async (sent) => {
        const { ask } = await askedOf([contract]);
        const before = (await ask(`${shelves}/${shelfKey}`, { headers })).body;
        const { status } = await ask(`PATCH ${shelves}/${shelfKey}`, { body: sent, headers });
        expect(status).toBeLessThan(300);
        const after = (await ask(`${shelves}/${shelfKey}`, { headers })).body;
        expect(after).toMatchObject(sent);
        const others = (all: Readonly<Record<string, unknown>>) =>
          Object.entries(all).filter(([name]) => !(name in sent));
        expect(others(after)).toEqual(others(before));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["WALL", "wall"],
    ["Hidden", "hidden"],
  ])("has the letters of the contract where it is the member %s", async (sent, kept) => {
    const { ask } = await askedOf([contract]);
    const made = await ask(`POST ${shelves}`, { body: { kind: sent }, headers });
    expect(made.body.kind).toBe(kept);
    // Who does not ask for it sees the sentinel.
    const plain = await ask(`${shelves}/${made.body.id}`);
    expect(plain.body.kind).toBe(kept === "hidden" ? "unknownFutureValue" : kept);
  });

  it.each([
    ["a text for a number", { capacity: "Int32" }],
    ["a number that stands for one", { capacity: "{capacity}" }],
    ["another text in a number", { capacity: "many" }],
    ["no member", { kind: "ceiling" }],
    ["a date that stands for one", { builtDateTime: "String (timestamp)" }],
    ["a text for a number in an object", { keeper: { room: "Int32" } }],
  ])("is refused, and changes nothing, where it is %s", async (_, body) => {
    const { ask } = await askedOf([contract]);
    const before = (await ask(`${shelves}/${shelfKey}`)).body;
    for (const request of [`POST ${shelves}`, `PATCH ${shelves}/${shelfKey}`]) {
      const { status, json } = await ask(request, { body });
      expect([status, json]).toEqual([400, expect.objectContaining({ error: expect.anything() })]);
    }
    expect((await ask(`${shelves}/${shelfKey}`)).body).toEqual(before);
  });

  it("has the names that nobody documents but an example of the request shows", async () => {
    const page = apiPage("Create shelf", `POST ${shelves}`, {
      body: "In the request body, supply a JSON representation of the [shelf](../resources/shelf.md) object.",
      response: "`201 Created` response code and a [shelf](../resources/shelf.md) object",
      examples: [
        [
          `POST https://graph.microsoft.com/v1.0${shelves}\nContent-Type: application/json\n\n{"wood": "oak"}`,
          "HTTP/1.1 201 Created",
        ],
      ],
    });
    const { ask } = await askedOf([contractOfPages({ ...library, "api/shelf-post.md": page })]);
    const made = await ask(`POST ${shelves}`, { body: { wood: "{elm}" } });
    expect(made.body.wood).toBe("{elm}");
    expect((await ask(`${shelves}/${made.body.id}`)).body.wood).toBe("{elm}");
    expect((await ask(`POST ${shelves}`, { body: { metal: "tin" } })).status).toBe(400);
  });

  it("stays as it was sent where it is made within another resource", async () => {
    const { ask } = await askedOf([contract]);
    const made = await ask(`POST ${shelves}`, { body: { books: [{ title: "<b>" }] } });
    const { items } = await ask(`${shelves}/${made.body.id}/books`);
    expect(items).toMatchObject([{ title: "<b>" }]);
  });
});
