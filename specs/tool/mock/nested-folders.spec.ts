import { describe, expect, it } from "vitest";
import { type Asked, askedByUser, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const one = "`200 OK` response code and a [mailFolder](../resources/mailfolder.md) object";
const many = "`200 OK` response code and a collection of [mailFolder](../resources/mailfolder.md) objects";
const made = {
  body: "In the request body, supply a JSON representation of the [mailFolder](../resources/mailfolder.md) object.",
  response: "`201 Created` response code and a [mailFolder](../resources/mailfolder.md) object",
};
const brought = {
  parameters: ["|destinationId|String|The folder. Required.|"],
  response: one,
};
const shown = `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify({
  value: [
    { id: "F1", displayName: "Tax", parentFolderId: "elsewhere" },
    { id: "F2", displayName: "Old", parentFolderId: "elsewhere" },
  ],
})}`;
const children = (method: string) =>
  `${method} /me/mailFolders/{id}/childFolders\n${method} /users/{id}/mailFolders/{id}/childFolders`;
const folders = (method: string, rest = "") =>
  `${method} /me/mailFolders${rest}\n${method} /users/{id}/mailFolders${rest}`;

const contract = contractOfPages({
  "resources/mailfolder.md": resourcePage("mailFolder", {
    properties: [
      "|id|String|The key. Read-only.|",
      "|displayName|String|The label.|",
      "|parentFolderId|String|Where it is.|",
    ],
    relationships: ["|childFolders|[mailFolder](mailfolder.md) collection|What is below.|"],
    json: { id: "String", displayName: "String", parentFolderId: "String" },
  }),
  "api/folder-list.md": apiPage("List folders", folders("GET"), {
    response: many,
    examples: [["GET https://graph.microsoft.com/v1.0/me/mailFolders", shown]],
  }),
  "api/folder-get.md": apiPage("Get folder", folders("GET", "/{id}"), { response: one }),
  "api/folder-post.md": apiPage("Create folder", folders("POST"), made),
  "api/folder-update.md": apiPage("Update folder", folders("PATCH", "/{id}"), { response: one }),
  "api/folder-delete.md": apiPage("Delete folder", folders("DELETE", "/{id}"), {
    response: "`204 No Content` response code",
  }),
  "api/child-list.md": apiPage("List childFolders", children("GET"), { response: many }),
  "api/child-post.md": apiPage("Create child folder", children("POST"), made),
  "api/folder-move.md": apiPage("mailFolder: move", folders("POST", "/{id}/move"), brought),
  "api/folder-copy.md": apiPage("mailFolder: copy", folders("POST", "/{id}/copy"), brought),
});
const namesAt = async ({ ask }: Asked, path: string) =>
  (await ask(path)).items.map((item) => item.displayName);
const below = async ({ ask }: Asked) =>
  String((await ask("POST /me/mailFolders/F1/childFolders", { body: { displayName: "2026" } })).body.id);

describe("a folder in a folder", () => {
  it("is reached by its key alone, says where it is, and is not among those at the top", async () => {
    const asked = await askedByUser([contract]);
    const child = await below(asked);
    expect((await asked.ask(`/me/mailFolders/${child}`)).body).toMatchObject({ parentFolderId: "F1" });
    expect(await namesAt(asked, "/me/mailFolders/F1/childFolders")).toEqual(["2026"]);
    expect(await namesAt(asked, "/me/mailFolders/F2/childFolders")).toEqual([]);
    const atTop = await namesAt(asked, "/me/mailFolders");
    expect(atTop).toEqual(expect.arrayContaining(["Tax", "Old"]));
    expect(atTop).not.toContain("2026");
    await asked.ask(`PATCH /me/mailFolders/${child}`, { body: { displayName: "2027" } });
    expect(await namesAt(asked, "/me/mailFolders/F1/childFolders")).toEqual(["2027"]);
  });

  it("moves with its key, and is copied without", async () => {
    const asked = await askedByUser([contract]);
    const child = await below(asked);
    const moved = await asked.ask(`POST /me/mailFolders/${child}/move`, { body: { destinationId: "F2" } });
    expect(moved.body).toMatchObject({ id: child, parentFolderId: "F2", displayName: "2026" });
    expect(await namesAt(asked, "/me/mailFolders/F1/childFolders")).toEqual([]);
    const copy = await asked.ask(`POST /me/mailFolders/${child}/copy`, { body: { destinationId: "F1" } });
    expect(copy.body).toMatchObject({ parentFolderId: "F1", displayName: "2026" });
    expect(copy.body.id).not.toBe(child);
    expect(await namesAt(asked, "/me/mailFolders/F2/childFolders")).toEqual(["2026"]);
  });

  it("does not come about in one that is not there", async () => {
    const asked = await askedByUser([contract]);
    const child = await below(asked);
    const nowhere = { body: { destinationId: "none" } };
    expect((await asked.ask(`POST /me/mailFolders/${child}/move`, nowhere)).status).toBe(404);
    expect((await asked.ask("POST /me/mailFolders/none/childFolders", { body: {} })).status).toBe(404);
    expect(await namesAt(asked, "/me/mailFolders/F1/childFolders")).toEqual(["2026"]);
  });
});
