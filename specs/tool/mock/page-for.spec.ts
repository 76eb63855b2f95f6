import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const update = (parameter: string, response: string) =>
  apiPage("Update berth", "PATCH /berths/{id}", { parameters: [`|${parameter}|String|It.|`], response });
const create = (parameter: string, shown?: string) => {
  const answered = `HTTP/1.1 201 Created\nContent-Type: application/json\n\n{ "id": "${shown}" }`;
  const request = `POST https://graph.microsoft.com/v1.0/berths\nContent-Type: application/json\n\n{ "${parameter}": "6 m" }`;
  return apiPage("Create berth", "POST /berths", {
    parameters: [`|${parameter}|String|It.|`],
    response: "`201 Created` response code and a [berth](../resources/berth.md) object",
    ...(shown === undefined ? {} : { examples: [[request, answered]] }),
  });
};
const { ask } = await askedOf([
  contractOfPages({
    "resources/berth.md": resourcePage("berth", {
      properties: ["|id|String|The key. Read-only.|", "|depth|String|How deep.|", "|name|String|The sign.|"],
      json: { id: "String", depth: "String", name: "String" },
    }),
    "api/berth-list.md": apiPage("List berths", "GET /berths", {
      response: "`200 OK` response code and a collection of [berth](../resources/berth.md) objects",
    }),
    "api/a-berth-update.md": update(
      "depth",
      "`200 OK` response code and a [berth](../resources/berth.md) object",
    ),
    "api/a-berth-create.md": create("depth", "AAMkAGE1M2bs88AACbuFiiAAA="),
    "api/berth-create.md": create("name"),
    "api/berth-update.md": update("name", "`204 No Content` response code. Nothing is returned"),
  }),
]);
const [berth] = (await ask("/berths")).items;
const change = async (body: object) => (await ask(`PATCH /berths/${String(berth?.id)}`, { body })).status;

describe("of several pages of one operation", () => {
  it("that one tells how it is answered which speaks of all that is sent", async () => {
    expect(await change({ name: "south" })).toBe(204);
    expect(await change({ depth: "6 m" })).toBe(200);
  });

  it("all together tell it where none speaks of all", async () => {
    expect(await change({ name: "south", depth: "6 m" })).toBe(200);
  });

  it("is the one whose example shows what a key looks like", async () => {
    const { status, body } = await ask("POST /berths", { body: { depth: "7 m" } });
    expect(status).toBe(201);
    expect(body.id).toMatch(/^AAMkA[\w]+=$/);
  });
});
