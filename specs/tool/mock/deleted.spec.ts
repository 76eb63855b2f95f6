import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { crew, directory, ida, otto } from "./directory.ts";

const done = { response: "`204 No Content` response code" };
const one = {
  response: "`200 OK` response code and a [directoryObject](../resources/directoryobject.md) object",
};
const kept = {
  ...directory,
  "resources/directory.md": resourcePage("directory", {
    properties: ["|id|String|The key. Read-only.|"],
    relationships: [
      "|deletedItems|[directoryObject](directoryobject.md) collection|What was deleted lately.|",
    ],
    json: { id: "String" },
  }),
  "api/deleted-list.md": apiPage("List deleted", "GET /directory/deletedItems/microsoft.graph.user", {
    response:
      "`200 OK` response code and a collection of [directoryObject](../resources/directoryobject.md) objects",
  }),
  "api/deleted-get.md": apiPage("Get deleted", "GET /directory/deletedItems/{id}", one),
  "api/deleted-restore.md": apiPage("Restore deleted", "POST /directory/deletedItems/{id}/restore", one),
  "api/deleted-delete.md": apiPage("Delete for ever", "DELETE /directory/deletedItems/{id}", done),
};
const items = "/directory/deletedItems";
const contract = contractOfPages(kept);

describe("a user that is deleted", () => {
  it("is kept by the directory, and comes back as it was, with what refers to it", async () => {
    const { ask } = await askedOf([contract]);
    const ids = async (path: string) => (await ask(path)).items.map((item) => item.id);
    await ask(`POST /groups/${crew}/members/$ref`, {
      body: { "@odata.id": `https://graph.microsoft.com/v1.0/users/${otto}` },
    });
    const before = (await ask(`/users/${otto}`)).body;
    expect((await ask(`DELETE /users/${otto}`)).status).toBe(204);
    expect((await ask(`/users/${otto}`)).status).toBe(404);
    expect(await ids(`/groups/${crew}/members`)).toEqual([ida]);
    expect((await ask(`${items}/${otto}`)).body).toMatchObject({
      "@odata.type": "#microsoft.graph.user",
      displayName: "Otto",
    });
    expect(await ids(`${items}/microsoft.graph.user`)).toContain(otto);
    expect(await ids(`${items}/microsoft.graph.group`)).not.toContain(otto);

    const restored = await ask(`POST ${items}/${otto}/restore`);
    expect([restored.status, restored.body.id]).toEqual([200, otto]);
    expect((await ask(`/users/${otto}`)).body).toEqual(before);
    expect(await ids(`/groups/${crew}/members`)).toEqual([ida, otto]);
    expect(await ids(`/users/${otto}/memberOf`)).toEqual([crew]);
    expect((await ask(`/users/${before.userPrincipalName}`)).body.id).toBe(otto);
    expect((await ask(`${items}/${otto}`)).status).toBe(404);
    expect((await ask(`POST ${items}/${otto}/restore`)).status).toBe(404);
  });

  it("comes back with the manager that was set, unless that one is gone by then", async () => {
    const { ask } = await askedOf([contract]);
    const made = async (displayName: string) =>
      String((await ask("POST /users", { body: { displayName } })).body.id);
    const [worker, free, lead, other] = [await made("W"), await made("F"), await made("L"), await made("O")];
    const to = (id: string) => ({
      body: { "@odata.id": `https://graph.microsoft.com/v1.0/users/${id}` },
    });
    expect((await ask(`PUT /users/${worker}/manager/$ref`, to(lead))).status).toBe(204);
    expect((await ask(`PUT /users/${otto}/manager/$ref`, to(other))).status).toBe(204);
    for (const id of [worker, free, otto, other]) await ask(`DELETE /users/${id}`);
    for (const id of [worker, free, otto])
      expect((await ask(`POST ${items}/${id}/restore`)).status).toBe(200);
    expect((await ask(`/users/${worker}/manager`)).body.id).toBe(lead);
    expect((await ask(`/users/${lead}/directReports`)).items.map(({ id }) => id)).toEqual([worker]);
    expect((await ask(`/users/${free}/manager`)).status).toBe(404);
    expect((await ask(`/users/${otto}/manager`)).body.id).not.toBe(other);
  });

  it("is gone for ever when it is deleted there, too", async () => {
    const { ask } = await askedOf([contract]);
    await ask(`DELETE /users/${otto}`);
    expect((await ask(`DELETE ${items}/${otto}`)).status).toBe(204);
    for (const path of [`${items}/${otto}`, `/users/${otto}`]) expect((await ask(path)).status).toBe(404);
    expect((await ask(`POST ${items}/${otto}/restore`)).status).toBe(404);
  });

  it("is gone at once where the contract has no deleted items", async () => {
    const { ask } = await askedOf([contractOfPages(directory)]);
    expect((await ask(`DELETE /users/${otto}`)).status).toBe(204);
    expect((await ask(`${items}/${otto}`)).status).toBe(404);
  });
});

describe("a group that is deleted", () => {
  const group = (directory["resources/group.md"] ?? "").replace(
    "|displayName|",
    "|groupTypes|String collection|What it is.|\n|displayName|",
  );
  const unified = { ...kept, "resources/group.md": group };

  it.each([
    ["kept where it is one of Microsoft 365", ["Unified"], 200],
    ["gone for ever where it is a security group", [], 404],
  ])("is %s", async (_, groupTypes, status) => {
    const { ask } = await askedOf([contractOfPages(unified)]);
    const { body } = await ask("POST /groups", { body: { displayName: "New", groupTypes } });
    expect((await ask(`DELETE /groups/${body.id}`)).status).toBe(204);
    expect((await ask(`${items}/${body.id}`)).status).toBe(status);
    expect((await ask(`/groups/${body.id}`)).status).toBe(404);
  });
});
