import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const graph = "https://graph.microsoft.com/v1.0";
const json = "HTTP/1.1 200 OK\nContent-Type: application/json\n\n";
const pass = "[pass](../resources/pass.md)";
const action = (
  name: string,
  path: string,
  response: string,
  { parameters = [], shown }: { parameters?: readonly string[]; shown?: object } = {},
) =>
  apiPage(`berth: ${name}`, `POST ${path}`, {
    parameters,
    response: `\`200 OK\` response code and ${response}`,
    examples: shown
      ? [
          [
            `POST ${graph}${path.replace("{id}", "1")}\nContent-Type: application/json\n\n{}`,
            json + JSON.stringify(shown),
          ],
        ]
      : [],
  });

const contract = contractOfPages({
  "resources/berth.md": resourcePage("berth", {
    properties: ["|id|String|The key. Read-only.|", "|name|String|What the sign says.|"],
    relationships: [`|passes|${pass} collection|Who may come.|`],
    json: { id: "String", name: "String" },
  }),
  "resources/pass.md": resourcePage("pass", {
    properties: [
      "|id|String|The key. Read-only.|",
      "|roles|String collection|What for.|",
      "|link|[passLink](passlink.md)|Where.|",
    ],
    json: { id: "String", roles: ["String"] },
  }),
  "resources/passlink.md": resourcePage("passLink", {
    properties: ["|type|String|The kind.|", "|scope|String|For whom.|", "|webUrl|String|The address.|"],
    json: { type: "String", scope: "String", webUrl: "String" },
  }),
  "api/berth-list.md": apiPage("List berths", "GET /berths\nGET /berths/{id}", {
    response: "`200 OK` response code and a [berth](../resources/berth.md) object",
    examples: [[`GET ${graph}/berths/1`, `${json}{"id": "1", "name": "A"}`]],
  }),
  "api/pass-list.md": apiPage("List passes", "GET /berths/{id}/passes", {
    response: `\`200 OK\` response code and a collection of ${pass} objects`,
  }),
  "api/pass-get.md": apiPage("Get pass", "GET /berths/{id}/passes/{pass-id}", {
    response: `\`200 OK\` response code and a ${pass} object`,
  }),
  "api/berth-link.md": action("createPass", "/berths/{id}/createPass", `a ${pass} object`, {
    parameters: [
      "|type|String|The kind.|",
      "|scope|String|For whom.|",
      "|roles|String collection|What for.|",
    ],
    shown: {
      id: "1",
      roles: ["view"],
      link: { type: "view", scope: "all", webUrl: "https://marina.example/1" },
    },
  }),
  "api/berth-invite.md": action("invite", "/berths/{id}/invite", `a collection of ${pass} objects`, {
    parameters: [
      "|guests|[guest](../resources/guest.md) collection|Who.|",
      "|roles|String collection|What.|",
    ],
    shown: { value: [{ id: "1", roles: ["view"] }] },
  }),
  "resources/guest.md": resourcePage("guest", {
    properties: ["|email|String|The address.|"],
    json: { email: "String" },
  }),
  "api/berth-share.md": apiPage("berth: share", "POST /piers/{id}/share\nPOST /berths/{id}/share", {
    response: "`200 OK` if it was shared before",
    examples: [[`POST ${graph}/piers/1/share`, `${json}{"id": "7", "roles": ["view"]}`]],
  }).replace(/("blockType": ?"response")/, '$1, "@odata.type": "microsoft.graph.pass"'),
  "api/berth-check.md": action("checkPass", "/berths/{id}/checkPass", `a ${pass} object`, {
    shown: { id: "7", roles: ["view"] },
  }),
  "api/berth-free.md": apiPage("berth: free", "POST /piers/{id}/free\nPOST /berths/{id}/free", {
    parameters: ["|boats|String collection|Whose.|", "|words|String collection|How.|"],
    response: `\`200 OK\` response code and a collection of ${pass} objects`,
    examples: [
      [
        `POST ${graph}/piers/1/free\nContent-Type: application/json\n\n{"boats": ["Ada", "Bea"], "words": ["now", "later"]}`,
        `${json}${JSON.stringify({
          value: [
            { id: "1", roles: ["free"], link: { scope: "Ada" } },
            { id: "2", roles: ["taken"], link: { scope: "Bea" } },
          ],
        })}`,
      ],
    ],
  }),
  "api/berth-names.md": action("names", "/berths/{id}/names", "a String collection object", {
    shown: { value: ["bow", "stern"] },
  }),
  "api/berth-depth.md": action("depth", "/berths/{id}/depth", "an Int32 value", { shown: { value: 4 } }),
  "api/berth-tide.md": action("tide", "/berths/{id}/tide", "an Int32 value", { shown: { value: "high" } }),
  "api/berth-size.md": apiPage("berth: size", "GET /berths/{id}/size()", {
    response: "`200 OK` response code and a String value",
    examples: [[`GET ${graph}/berths/1/size()`, `${json}{"length": "12 m"}`]],
  }),
});

describe("what an action returns", () => {
  it("is what its page shows, with what was sent, and is found where it belongs", async () => {
    const { ask } = await askedOf([contract]);
    const made = await ask("POST /berths/1/createPass", {
      body: { type: "edit", scope: "some", roles: ["edit"] },
    });
    expect(made.body).toMatchObject({
      roles: ["edit"],
      link: { type: "edit", scope: "some", webUrl: "https://marina.example/1" },
    });
    const again = await ask("POST /berths/1/createPass", { body: { type: "edit" } });
    expect(again.body.id).not.toBe(made.body.id);
    const { items } = await ask("/berths/1/passes");
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([made.body.id, again.body.id]));
    expect((await ask(`/berths/1/passes/${made.body.id}`)).body).toMatchObject({ roles: ["edit"] });
  });

  it("is one for each that was sent, where it is many", async () => {
    const { ask } = await askedOf([contract]);
    const before = (await ask("/berths/1/passes")).items.length;
    const body = { guests: [{ email: "a@b.c" }, { email: "d@e.f" }], roles: ["edit"] };
    const { items } = await ask("POST /berths/1/invite", { body });
    expect(items.map(({ roles }) => roles)).toEqual([["edit"], ["edit"]]);
    expect((await ask("/berths/1/passes")).items).toHaveLength(before + 2);
  });

  it("is one for each text that was sent, where the example shows which is for which", async () => {
    const { ask } = await askedOf([contract]);
    const boatsAt = async (body: object) =>
      (await ask("POST /berths/1/free", { body })).items.map(({ roles, link }) => [
        Object(link).scope,
        ...Object(roles),
      ]);
    expect(await boatsAt({ boats: ["Cid", "Bea", "Dan"] })).toEqual([
      ["Cid", "free"],
      ["Bea", "taken"],
      ["Dan", "free"],
    ]);
    expect(await boatsAt({ Boats: [] })).toEqual([]);
    // Nothing says that what comes back is one for each word.
    expect(await boatsAt({ words: ["now"] })).toEqual([
      ["Ada", "free"],
      ["Bea", "taken"],
    ]);
  });

  it("is below one owner what the example of its page shows below another", async () => {
    const { ask } = await askedOf([contract]);
    const shared = await ask("POST /berths/1/share");
    expect([shared.status, shared.body.roles]).toEqual([200, ["view"]]);
  });

  it("is kept nowhere where nothing says that the action makes it", async () => {
    const { ask } = await askedOf([contract]);
    const before = (await ask("/berths/1/passes")).items;
    expect((await ask("POST /berths/1/checkPass", { body: {} })).body).toMatchObject({ roles: ["view"] });
    expect((await ask("/berths/1/passes")).items).toEqual(before);
  });

  it("has its value of the documented type, as shown where that holds", async () => {
    const { ask } = await askedOf([contract]);
    const names = await ask("POST /berths/1/names");
    expect(names.body.value).toEqual(["bow", "stern"]);
    expect(names.body["@odata.context"]).toMatch(/#Collection\(Edm\.String\)$/);
    expect((await ask("POST /berths/1/depth")).body.value).toBe(4);
    expect((await ask("POST /berths/1/tide")).body.value).toEqual(expect.any(Number));
    const size = await ask("/berths/1/size()");
    expect(size.body).toMatchObject({ value: expect.any(String) });
    expect(size.body["@odata.context"]).toMatch(/#Edm\.String$/);
    expect((await ask("POST /berths/2/depth")).status).toBe(404);
  });
});
