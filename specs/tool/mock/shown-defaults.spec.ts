import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const letter = "[letter](../resources/letter.md)";
const written = (sent: object, answered: object): readonly [string, string] => [
  `POST https://graph.microsoft.com/v1.0/me/letters\nContent-Type: application/json\n\n${JSON.stringify(sent)}`,
  `HTTP/1.1 201 Created\nContent-Type: application/json\n\n${JSON.stringify(answered)}`,
];

function letters(...examples: (readonly [string, string])[]) {
  return contractOfPages({
    "resources/letter.md": resourcePage("letter", {
      properties: [
        "|id|String|The key. Read-only.|",
        "|text|String|What it says.|",
        "|isDraft|Boolean|Whether it was not sent.|",
        "|isRead|Boolean|Whether somebody read it.|",
        "|weight|letterWeight|How much it weighs. The possible values are: `light`, `heavy`.|",
      ],
      json: { id: "String", text: "String", isDraft: true, isRead: true, weight: "String" },
    }),
    "api/letter-post.md": apiPage("Write letter", "POST /me/letters\nPOST /users/{id}/letters", {
      body: `In the request body, supply a JSON representation of the ${letter} object.`,
      response: `\`201 Created\` response code and a ${letter} object`,
      examples,
    }),
    "api/letter-list.md": apiPage("List letters", "GET /me/letters\nGET /users/{id}/letters", {
      response: `\`200 OK\` response code and a collection of ${letter} objects`,
    }),
  });
}

describe("what the service sets where something is created", () => {
  const first = written(
    { text: "a", isRead: true },
    { id: "1", isDraft: true, isRead: true, weight: "light", text: "a" },
  );

  it.each(["/users/ida/letters", "/users/otto/letters"])(
    "is what the examples show that nobody sent: POST %s",
    async (path) => {
      const { ask } = await askedOf([letters(first)]);
      const { body } = await ask(`POST ${path}`, { body: { text: "Hello" } });
      expect(body).toMatchObject({ text: "Hello", isDraft: true, weight: "light" });
      expect(body.isRead).not.toBe(true);
    },
  );

  it("gives way to what is sent", async () => {
    const { ask } = await askedOf([letters(first)]);
    const { body } = await ask("POST /users/ida/letters", { body: { isDraft: false, weight: "heavy" } });
    expect(body).toMatchObject({ isDraft: false, weight: "heavy" });
  });

  it("is nothing where two examples differ", async () => {
    const second = written({ text: "b" }, { id: "2", isDraft: false, weight: "light", text: "b" });
    const { ask } = await askedOf([letters(first, second)]);
    const { body } = await ask("POST /users/ida/letters", { body: { text: "Hello" } });
    expect(body.isDraft).not.toBe(true);
    expect(body.weight).toBe("light");
  });
});

describe("an action that is asked for ids", () => {
  const things = "a collection of [thing](../resources/thing.md) objects";
  const contract = contractOfPages({
    "resources/thing.md": resourcePage("thing", {
      properties: ["|id|String|The key. Read-only.|", "|name|String|Its name.|"],
      json: { id: "String", name: "String" },
    }),
    "api/thing-list.md": apiPage("List things", "GET /things", {
      response: `\`200 OK\` response code and ${things}`,
    }),
    "api/thing-get.md": apiPage("Get thing", "GET /things/{id}", {
      response: "`200 OK` response code and a [thing](../resources/thing.md) object",
    }),
    "api/thing-post.md": apiPage("Create thing", "POST /things", {
      body: "In the request body, supply a JSON representation of the [thing](../resources/thing.md) object.",
      response: "`201 Created` response code and a [thing](../resources/thing.md) object",
    }),
    "api/thing-getbyids.md": apiPage("thing: getByIds", "POST /things/getByIds", {
      parameters: ["|ids|String collection|The ids.|"],
      response: `\`200 OK\` response code and ${things}`,
    }),
  });

  it("gives the resources that have them, and none for an id that nothing has", async () => {
    const { ask } = await askedOf([contract]);
    const ids = [];
    for (const name of ["one", "two", "three"])
      ids.push((await ask("POST /things", { body: { name } })).body.id);
    const { items, status } = await ask("POST /things/getByIds", { body: { ids: [ids[2], "none", ids[0]] } });
    expect(status).toBe(200);
    expect(items.map(({ name }) => name)).toEqual(["three", "one"]);
  });
});

describe("a password", () => {
  const contract = contractOfPages({
    "resources/user.md": resourcePage("user", {
      properties: [
        "|id|String|The key. Read-only.|",
        "|passwordProfile|[passwordProfile](passwordprofile.md)|How to sign in.|",
      ],
      json: { id: "String", passwordProfile: { "@odata.type": "microsoft.graph.passwordProfile" } },
    }),
    "resources/passwordprofile.md": resourcePage("passwordProfile", {
      properties: ["|forced|Boolean|Whether it has to be changed.|", "|password|String|The password.|"],
      json: { forced: true, password: "String" },
    }),
    "api/user-post.md": apiPage("Create user", "POST /users", {
      body: "In the request body, supply a JSON representation of the [user](../resources/user.md) object.",
      response: "`201 Created` response code and a [user](../resources/user.md) object",
    }),
    "api/user-get.md": apiPage("Get user", "GET /users/{id}", {
      response: "`200 OK` response code and a [user](../resources/user.md) object",
    }),
  });

  it("is taken and given to nobody, while what stands beside it comes back", async () => {
    const { ask } = await askedOf([contract]);
    const made = await ask("POST /users", { body: { passwordProfile: { forced: true, password: "hush" } } });
    expect(made.body.passwordProfile).toMatchObject({ forced: true });
    const read = await ask(`/users/${String(made.body.id)}`);
    expect(JSON.stringify([made.body, read.body])).not.toContain("hush");
  });
});
