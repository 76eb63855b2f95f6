import { describe, expect, it } from "vitest";
import { type Asked, askedByUser, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const at = (path: string) => `GET https://graph.microsoft.com/v1.0${path}`;
const answered = (...value: readonly object[]) =>
  `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify({ value })}`;
const one = (type: string) => ({
  response: `\`200 OK\` response code and a [${type}](../resources/${type}.md) object`,
});
const done = { response: "`204 No Content` response code" };
const lists = (type: string, path: string, ...shown: readonly object[]) => ({
  response: `\`200 OK\` response code and a collection of [${type}](../resources/${type}.md) objects`,
  examples: [[at(path), answered(...shown)] as const],
});
const made = (type: string) => ({
  body: `In the request body, supply a JSON representation of the [${type}](../resources/${type}.md) object.`,
  response: `\`201 Created\` response code and a [${type}](../resources/${type}.md) object`,
});
const id = "|id|String|The key. Read-only.|";
const everywhere = (method: string, path: string) => `${method} /me${path}\n${method} /users/{id}${path}`;

const contract = contractOfPages({
  "resources/message.md": resourcePage("message", {
    properties: [id, "|subject|String|What it is about.|", "|parentFolderId|String|Where it is.|"],
    json: { id: "String", subject: "String", parentFolderId: "String" },
  }),
  "resources/mailfolder.md": resourcePage("mailFolder", {
    properties: [id, "|displayName|String|The label.|"],
    relationships: ["|messages|[message](message.md) collection|What is in it.|"],
    json: { id: "String", displayName: "String" },
  }),
  "api/folder-list.md": apiPage(
    "List folders",
    everywhere("GET", "/mailFolders"),
    lists(
      "mailFolder",
      "/me/mailFolders",
      { id: "F1", displayName: "Inbox" },
      { id: "F2", displayName: "Tax" },
    ),
  ),
  "api/folder-get.md": apiPage("Get folder", everywhere("GET", "/mailFolders/{id}"), one("mailFolder")),
  "api/folder-delete.md": apiPage("Delete folder", everywhere("DELETE", "/mailFolders/{id}"), done),
  "api/message-list.md": apiPage(
    "List messages",
    everywhere("GET", "/messages"),
    lists("message", "/me/messages", { id: "M1", subject: "Tea", parentFolderId: "elsewhere" }),
  ),
  "api/message-get.md": apiPage(
    "Get message",
    `${everywhere("GET", "/messages/{id}")}\n${everywhere("GET", "/mailFolders/{id}/messages/{id}")}`,
    one("message"),
  ),
  "api/message-post.md": apiPage("Create message", everywhere("POST", "/messages"), made("message")),
  "api/message-update.md": apiPage("Update message", everywhere("PATCH", "/messages/{id}"), done),
  "api/message-delete.md": apiPage(
    "Delete message",
    `${everywhere("DELETE", "/messages/{id}")}\n${everywhere("DELETE", "/mailFolders/{id}/messages/{id}")}`,
    done,
  ),
  "api/folder-list-messages.md": apiPage(
    "List messages of a folder",
    everywhere("GET", "/mailFolders/{id}/messages"),
    lists("message", "/me/mailFolders/F2/messages", { id: "M2", subject: "Bill" }),
  ),
  "api/folder-post-messages.md": apiPage(
    "Create message in a folder",
    everywhere("POST", "/mailFolders/{id}/messages"),
    made("message"),
  ),
});
const idsAt = async ({ ask }: Asked, path: string) => (await ask(path)).items.map((item) => item.id);

describe("messages", () => {
  it("are all those of the folders, and those of a folder are among all", async () => {
    const asked = await askedByUser([contract]);
    expect(await idsAt(asked, "/me/messages")).toEqual(["M1", "M2"]);
    expect(await idsAt(asked, "/me/mailFolders/F2/messages")).toEqual(["M2"]);
    // Of a folder that nobody shows it is in the inbox.
    expect(await idsAt(asked, "/me/mailFolders/inbox/messages")).toEqual(["M1"]);
    expect((await asked.ask("/me/messages/M1")).body.parentFolderId).toBe("F1");
  });

  it("are one by whatever path they are written, read and deleted", async () => {
    const asked = await askedByUser([contract]);
    const { ask } = asked;
    const { status, body } = await ask("POST /me/mailFolders/F2/messages", { body: { subject: "New" } });
    expect({ status, folder: body.parentFolderId }).toEqual({ status: 201, folder: "F2" });
    await ask(`PATCH /me/messages/${body.id}`, { body: { subject: "Changed" } });
    const ways = [`/me/messages/${body.id}`, `/me/mailFolders/F2/messages/${body.id}`];
    for (const way of ways) expect((await ask(way)).body.subject).toBe("Changed");
    expect((await ask(`/me/mailFolders/F1/messages/${body.id}`)).status).toBe(404);
    expect((await ask(`DELETE /me/mailFolders/F1/messages/${body.id}`)).status).toBe(404);
    expect((await ask("/me/mailFolders/F2?$expand=messages")).body.messages).toHaveLength(2);
    expect((await ask(`DELETE ${ways[1]}`)).status).toBe(204);
    for (const way of ways) expect((await ask(way)).status).toBe(404);
    expect(await idsAt(asked, "/me/messages")).toEqual(["M1", "M2"]);
  });

  it("are drafts where nobody says of which folder, and move by the property", async () => {
    const asked = await askedByUser([contract]);
    const { body } = await asked.ask("POST /me/messages", { body: { subject: "New" } });
    expect(await idsAt(asked, "/me/mailFolders/drafts/messages")).toEqual([body.id]);
    await asked.ask(`PATCH /me/messages/${body.id}`, { body: { parentFolderId: "F2" } });
    expect(await idsAt(asked, "/me/mailFolders/drafts/messages")).toEqual([]);
    expect(await idsAt(asked, "/me/mailFolders/F2/messages")).toEqual(["M2", body.id]);
  });

  it("of a folder that is not there are not found", async () => {
    const { ask } = await askedByUser([contract]);
    expect((await ask("/me/mailFolders/none/messages")).status).toBe(404);
    expect((await ask("POST /me/mailFolders/none/messages", { body: { subject: "New" } })).status).toBe(404);
  });
});
