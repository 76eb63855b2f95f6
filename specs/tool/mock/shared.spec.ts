import { describe, expect, it } from "vitest";
import { askedByUser, askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const id = "|id|String|The key. Read-only.|";
const done = { response: "`204 No Content` response code" };
const linked = (type: string) => `[${type}](../resources/${type}.md)`;
const one = (type: string) => ({ response: `\`200 OK\` response code and a ${linked(type)} object` });
const many = (type: string) => ({
  response: `\`200 OK\` response code and a collection of ${linked(type)} objects`,
});
const made = (type: string) => ({
  body: `In the request body, supply a JSON representation of the ${linked(type)} object.`,
  response: `\`201 Created\` response code and a ${linked(type)} object`,
});

/** The pages of a collection: list, create, get, change and delete. */
function pagesOf(type: string, path: string): Record<string, string> {
  const key = `${path}/{${type}Id}`;
  const file = path.replace(/\W+/g, "-");
  return {
    [`api/list${file}.md`]: apiPage(`List ${type}s`, `GET ${path}`, many(type)),
    [`api/post${file}.md`]: apiPage(`Create ${type}`, `POST ${path}`, made(type)),
    [`api/get${file}.md`]: apiPage(`Get ${type}`, `GET ${key}`, one(type)),
    [`api/patch${file}.md`]: apiPage(`Update ${type}`, `PATCH ${key}`, { ...made(type), ...one(type) }),
    [`api/delete${file}.md`]: apiPage(`Delete ${type}`, `DELETE ${key}`, done),
  };
}

function resource(name: string, relationships: readonly string[] = [], more: readonly string[] = []) {
  return resourcePage(name, {
    properties: [id, "|displayName|String|The label.|", ...more],
    relationships: [...relationships],
    json: { id: "String", displayName: "String" },
  });
}

const notes = contractOfPages({
  "resources/notebook.md": resource("notebook", [
    "|sections|[section](section.md) collection|Its sections.|",
  ]),
  "resources/section.md": resource("section"),
  ...pagesOf("notebook", "/me/notebooks"),
  ...pagesOf("section", "/me/notebooks/{notebookId}/sections"),
  ...pagesOf("section", "/me/sections"),
});

describe("what is created in a part that no property tells", () => {
  const created = async () => {
    const asked = await askedByUser([notes]);
    const { ask } = asked;
    const book = String((await ask("POST /me/notebooks", { body: { displayName: "Notes" } })).body.id);
    const list = `/me/notebooks/${book}/sections`;
    const section = String((await ask(`POST ${list}`, { body: { displayName: "Ideas" } })).body.id);
    return { ask, book, list, section };
  };

  it("is one of the whole, and is changed there and here", async () => {
    const { ask, list, section } = await created();
    expect((await ask(`/me/sections/${section}`)).body.displayName).toBe("Ideas");
    await ask(`PATCH ${list}/${section}`, { body: { displayName: "Plans" } });
    expect((await ask(`/me/sections/${section}`)).body.displayName).toBe("Plans");
    await ask(`PATCH /me/sections/${section}`, { body: { displayName: "Deeds" } });
    expect((await ask(list)).items).toMatchObject([{ id: section, displayName: "Deeds" }]);
  });

  it("is in no other part, and what is created in the whole is in none", async () => {
    const { ask, list, section } = await created();
    const other = String((await ask("POST /me/notebooks", { body: { displayName: "Other" } })).body.id);
    const alone = String((await ask("POST /me/sections", { body: { displayName: "Alone" } })).body.id);
    expect((await ask(`/me/notebooks/${other}/sections`)).items).toEqual([]);
    expect((await ask(`/me/notebooks/${other}/sections/${section}`)).status).toBe(404);
    expect((await ask(list)).items.map(({ id }) => id)).toEqual([section]);
    expect((await ask(`${list}/${alone}`)).status).toBe(404);
  });

  it("is gone everywhere, whichever way it was deleted", async () => {
    for (const whole of [true, false]) {
      const { ask, list, section } = await created();
      const [deleted, other] = [`/me/sections/${section}`, `${list}/${section}`].sort(() => (whole ? 1 : -1));
      expect((await ask(`DELETE ${deleted}`)).status).toBe(204);
      expect((await ask(String(other))).status).toBe(404);
      expect((await ask(list)).items).toEqual([]);
    }
  });
});

const teams = contractOfPages({
  "resources/group.md": resource("group", ["|team|[team](team.md)|The team of the group.|"]),
  "resources/team.md": resource("team"),
  ...pagesOf("group", "/groups"),
  "api/team-put.md": apiPage("Create team", "PUT /groups/{id}/team", made("team")),
  ...pagesOf("team", "/teams"),
});

describe("what stands behind a resource and has its key", () => {
  it("is the one of the root collection with that key, and none before it is made", async () => {
    const { ask } = await askedOf([teams]);
    const group = String((await ask("POST /groups", { body: { displayName: "Crew" } })).body.id);
    expect((await ask(`/teams/${group}`)).status).toBe(404);
    const put = await ask(`PUT /groups/${group}/team`, { body: { displayName: "The crew" } });
    expect(put).toMatchObject({ status: 201, body: { id: group, displayName: "The crew" } });
    expect((await ask(`/teams/${group}`)).body).toMatchObject({ id: group, displayName: "The crew" });
    expect((await ask("PUT /groups/none/team", { body: { displayName: "x" } })).status).toBe(404);
  });
});

const halls = contractOfPages({
  "resources/hall.md": resource(
    "hall",
    ["|seats|[seat](seat.md) collection|Its seats.|"],
    ["|code|String|Its code.|"],
  ),
  "resources/seat.md": resource("seat"),
  "resources/ticket.md": resource("ticket", [], ["|price|Int32|What it costs.|"]),
  ...pagesOf("hall", "/halls"),
  ...pagesOf("seat", "/halls/{hallId}/seats"),
  "api/verify.md": apiPage("Verify", "POST /halls/{id}/verify", one("hall")),
  "api/seat-add.md": apiPage("Add seat", "POST /halls/{id}/seats/add", {
    parameters: ["|address|String|Where.|", "|displayName|String|The label.|"],
    ...one("seat"),
  }),
  "api/sell.md": apiPage("Sell", "POST /halls/{id}/sell", {
    parameters: ["|price|Int32|What it costs.|", "|id|String|Of the guest.|", "|when|String|The day.|"],
    ...one("ticket"),
  }),
});

describe("an action", () => {
  const hallAt = async () => {
    const { ask } = await askedOf([halls]);
    const { body } = await ask("POST /halls", { body: { displayName: "Blue", code: "B-1" } });
    return { ask, path: `/halls/${String(body.id)}`, key: body.id };
  };

  it("that returns what it is bound to returns just that", async () => {
    const { ask, path, key } = await hallAt();
    expect(await ask(`POST ${path}/verify`)).toMatchObject({
      status: 200,
      body: { id: key, displayName: "Blue" },
    });
    expect((await ask("POST /halls/none/verify")).status).toBe(404);
  });

  it("`add` of a collection makes one of it, of which it says what the type has", async () => {
    const { ask, path } = await hallAt();
    const { status, body } = await ask(`POST ${path}/seats/add`, {
      body: { address: "A1", displayName: "First" },
    });
    expect([status, body.displayName, "address" in body]).toEqual([200, "First", false]);
    expect((await ask(`${path}/seats`)).items).toMatchObject([{ id: body.id, displayName: "First" }]);
  });

  it("gives back what it was given under the names of what it returns, but for a key and what is no value of it", async () => {
    const { ask, path } = await hallAt();
    const { body } = await ask(`POST ${path}/sell`, { body: { price: 12, id: "guest", when: "today" } });
    expect([body.price, body.id === "guest", "when" in body]).toEqual([12, false, false]);
  });
});

describe("a key in a text", () => {
  it("is that of the property that it names", async () => {
    const { ask } = await askedOf([halls]);
    const { body } = await ask("POST /halls", { body: { displayName: "Blue", code: "B-1" } });
    expect((await ask("/halls/code=B-1")).body.id).toBe(body.id);
    expect((await ask("/halls/code=B-2")).status).toBe(404);
    expect((await ask("/halls/colour=B-1")).status).toBe(404);
  });
});
