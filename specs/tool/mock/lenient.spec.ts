import { describe, expect, it } from "vitest";
import { type Asked, askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const berth = "[berth](../resources/berth.md)";
const contract = contractOfPages({
  "resources/berth.md": resourcePage("berth", {
    properties: [
      "|id|String|The key. Read-only.|",
      "|name|String|What the sign says. Supports `$filter` (`eq`).|",
      "|free|Boolean|Whether it is free.|",
      "|length|Int32|How long it is.|",
      "|pier|[pier](pier.md)|Where it is.|",
    ],
    json: { id: "String", name: "String", free: true, length: 1, pier: {} },
  }),
  "resources/pier.md": resourcePage("pier", {
    properties: ["|lit|Boolean|Whether it has lights.|"],
    json: { lit: true },
  }),
  "api/berth-list.md": apiPage("List berths", "GET /berths", {
    response: `\`200 OK\` response code and a collection of ${berth} objects`,
  }).replace(
    "## Request body",
    "## Optional query parameters\n\nThis method supports the `$select` and `$filter` query parameters.\n\n## Request body",
  ),
  "api/berth-get.md": apiPage("Get berth", "GET /berths/{id}", {
    response: `\`200 OK\` response code and a ${berth} object`,
  }),
  "api/berth-post.md": apiPage("Create berth", "POST /berths", {
    body: `In the request body, supply a JSON representation of the ${berth} object.`,
    response: `\`201 Created\` response code and a ${berth} object`,
  }),
  "api/berth-book.md": apiPage("berth: book", "POST /berths/{id}/book", {
    parameters: ["|silent|Boolean|Whether nobody is told.|"],
    response: "`204 No Content` response code. It does not return anything",
  }),
});

interface Lenient extends Asked {
  readonly told: readonly string[];
}

async function lenientOne(): Promise<Lenient> {
  const told: string[] = [];
  return { ...(await askedOf([contract], { lenient: (what) => told.push(what) })), told };
}

const newer = { name: "south", colour: "red", free: "false", pier: { lit: "True" } };

describe("a lenient service", () => {
  it("keeps the names that no page documents, and returns, selects and filters by them", async () => {
    const { ask } = await lenientOne();
    const made = await ask("POST /berths", { body: newer });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: "south", colour: "red" });
    expect((await ask(`/berths/${String(made.body.id)}`)).body.colour).toBe("red");
    expect((await ask("/berths?$filter=colour eq 'red'&$select=colour")).items).toMatchObject([
      { colour: "red" },
    ]);
  });

  it("reads a text for a Boolean, wherever a type or a parameter says Boolean", async () => {
    const { ask } = await lenientOne();
    const { body } = await ask("POST /berths", { body: newer });
    expect(body).toMatchObject({ free: false, pier: { lit: true } });
    const book = `POST /berths/${String(body.id)}/book`;
    expect((await ask(book, { body: { silent: "true" } })).status).toBe(204);
    expect((await ask(book, { body: { silent: "perhaps" } })).status).toBe(400);
  });

  it("takes query options and operators that no page lists", async () => {
    const { ask } = await lenientOne();
    expect((await ask("/berths?$top=1&$count=true")).body).toHaveProperty("@odata.count");
    expect((await ask("/berths?$filter=startswith(name,'s')")).status).toBe(200);
  });

  it("keeps them where a table of parameters is all that a page says, and where only extensions are open", async () => {
    const events = contractOfPages({
      "resources/event.md": resourcePage("event", {
        properties: ["|id|String|The key. Read-only.|", "|subject|String|What it is about.|"],
        json: { id: "String", subject: "String" },
      }).replace('"blockType":"resource"', '"blockType":"resource","openType":true'),
      "api/event-list.md": apiPage("List events", "GET /events", {
        response: "`200 OK` response code and a collection of [event](../resources/event.md) objects",
      }),
      "api/event-post.md": apiPage("Create event", "POST /events", {
        parameters: ["|subject|String|What it is about.|"],
        response: "`201 Created` response code and an [event](../resources/event.md) object",
      }),
    });
    const body = { subject: "tea", mood: "good" };
    const { ask } = await askedOf([events], { lenient: () => {} });
    expect((await ask("POST /events", { body })).body).toMatchObject(body);
    expect((await ask("/events?$filter=mood eq 'good'&$select=mood")).items).toMatchObject([
      { mood: "good" },
    ]);
    const strict = await askedOf([events]);
    expect((await strict.ask("POST /events", { body })).status).toBe(400);
    expect((await strict.ask("/events?$select=mood")).status).toBe(400);
  });

  it("refuses what breaks a type all the same, and what cannot be read", async () => {
    const { ask, told } = await lenientOne();
    expect((await ask("POST /berths", { body: { length: "long" } })).status).toBe(400);
    expect((await ask("/berths?$filter=name eq")).status).toBe(400);
    expect((await ask("/nowhere")).status).toBe(404);
    expect(told.join("\n")).not.toContain("long");
  });

  it("tells of each thing once, by its name and without its value", async () => {
    const { ask, told } = await lenientOne();
    for (const colour of ["red", "secret"]) await ask("POST /berths", { body: { ...newer, colour } });
    await ask("/berths?$top=1");
    await ask("/berths?$top=2");
    await ask("/berths?$select=name");
    expect(told).toEqual([
      '"colour" is not documented for the body of POST /berths',
      '"/free" in the body of POST /berths is a text, and is read as Boolean',
      '"/pier/lit" in the body of POST /berths is a text, and is read as Boolean',
      "the query option '$top' is not supported here: the page of GET /berths does not list it",
    ]);
  });
});

describe("a strict service, which every one is unless it is told", () => {
  it.each([
    ["POST /berths", { name: "south", colour: "red" }],
    ["POST /berths", { free: "false" }],
    ["/berths?$top=1", undefined],
    ["/berths?$select=colour", undefined],
    ["/berths?$filter=startswith(name,'s')", undefined],
  ])("refuses %s %j", async (request, body) => {
    const { ask } = await askedOf([contract]);
    expect((await ask(request, body ? { body } : {})).status).toBe(400);
  });
});
