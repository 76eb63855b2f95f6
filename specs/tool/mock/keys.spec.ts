import { describe, expect, it } from "vitest";
import { askedByUser, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { crew, directory, ida } from "./directory.ts";

const at = (path: string) => `GET https://graph.microsoft.com/v1.0${path}`;
const answered = (body: object) =>
  `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify(body)}`;
const one = (type: string) => `\`200 OK\` response code and a [${type}](../resources/${type}.md) object`;
const lists = (type: string) =>
  `\`200 OK\` response code and a collection of [${type}](../resources/${type}.md) objects`;
const id = "|id|String|The key. Read-only.|";

const contract = contractOfPages({
  ...directory,
  "resources/app.md": resourcePage("app", {
    properties: [id, "|appId|String|Another key.|"],
    relationships: ["|owner|[user](user.md)|Who made it.|"],
    json: { id: "String", appId: "String" },
  }),
  "resources/mailfolder.md": resourcePage("mailFolder", {
    properties: [id, "|displayName|String|The label.|"],
    json: { id: "String", displayName: "String" },
  }),
  "api/app-list.md": apiPage("List apps", "GET /apps", {
    response: lists("app"),
    examples: [
      [
        at("/apps"),
        answered({
          value: [
            { id: "1", appId: "one" },
            { id: "2", appId: "two's" },
          ],
        }),
      ],
    ],
  }),
  "api/app-get.md": apiPage("Get app", "GET /apps/{id}\nGET /apps(appId='{appId}')", {
    response: one("app"),
  }),
  "api/app-update.md": apiPage("Update app", "PATCH /apps/{id}\nPATCH /apps(appId='{appId}')", {
    response: "`204 No Content` response code",
  }),
  "api/folder-list.md": apiPage("List folders", "GET /me/mailFolders\nGET /users/{id}/mailFolders", {
    response: lists("mailFolder"),
    examples: [
      [
        at("/me/mailFolders"),
        answered({
          value: [
            { id: "F1", displayName: "Sent Items" },
            { id: "F2", displayName: "Tax" },
          ],
        }),
      ],
    ],
  }),
  "api/folder-get.md": apiPage("Get folder", "GET /me/mailFolders/{id}\nGET /me/mailFolders/outbox", {
    response: one("mailFolder"),
  }),
  "api/folder-update.md": apiPage("Update folder", "PATCH /me/mailFolders/{id}", {
    response: "`204 No Content` response code",
  }),
});
const asked = () => askedByUser([contract]);
const refer = (to: string) => ({
  body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${to}` },
});

describe("another key", () => {
  it("gives the resource that has it, in any letter case", async () => {
    const { ask } = await asked();
    expect((await ask("/apps(appId='one')")).body.id).toBe("1");
    expect((await ask("/apps(APPID='ONE')")).body.id).toBe("1");
    expect((await ask("/apps(appId='two''s')")).body.id).toBe("2");
    expect((await ask("PATCH /apps(appId='one')", { body: { appId: "uno" } })).status).toBe(204);
    expect((await ask("/apps/1")).body.appId).toBe("uno");
    expect((await ask("/apps(appId='one')")).status).toBe(404);
  });

  it.each(["/apps(appId='none')", "/apps(id='none')", "/apps(appId='none')/owner", "/apps(other='one')"])(
    "that nothing has, as %s, is not found, and makes nothing",
    async (path) => {
      const { ask } = await asked();
      expect((await ask(path)).status).toBe(404);
      expect((await ask("/apps")).items).toHaveLength(2);
    },
  );
});

describe("a name in the place of a key", () => {
  it("leads to what has that label, by whatever path", async () => {
    const { ask } = await asked();
    expect((await ask("/me/mailFolders/sentitems")).body.id).toBe("F1");
    await ask("PATCH /me/mailFolders/SentItems", { body: { displayName: "Gone out" } });
    expect((await ask("/me/mailFolders/F1")).body.displayName).toBe("Gone out");
  });

  it("is among the others of its collection", async () => {
    const { ask } = await asked();
    for (const name of ["inbox", "outbox"]) {
      const { status, body } = await ask(`/me/mailFolders/${name}`);
      expect(status).toBe(200);
      expect((await ask("/me/mailFolders")).items).toContainEqual(expect.objectContaining({ id: body.id }));
    }
    expect((await ask("/me/mailFolders/attic")).status).toBe(404);
  });
});

describe("a cast", () => {
  it.each(["microsoft.graph", "graph"])("to a type of %s leaves those that are of it", async (namespace) => {
    const { ask } = await asked();
    const made = String((await ask("POST /groups", { body: { displayName: "Inner" } })).body.id);
    await ask(`POST /groups/${crew}/members/$ref`, refer(made));
    const ids = async (path: string) => (await ask(path)).items.map((item) => item.id);
    const members = `/groups/${crew}/members`;
    expect(await ids(members)).toEqual([ida, made]);
    expect(await ids(`${members}/${namespace}.user`)).toEqual([ida]);
    expect(await ids(`${members}/${namespace}.group`)).toEqual([made]);
    expect((await ask(`${members}/${namespace}.user/$count`)).text).toBe("1");
    expect((await ask(`${members}/${namespace}.user`)).body["@odata.context"]).toMatch(/\$metadata#users$/);
    expect((await ask(`/directoryObjects/${ida}/${namespace}.user`)).body.displayName).toBe("Ida");
    expect((await ask(`/directoryObjects/${ida}/${namespace}.group`)).status).toBe(404);
  });
});
