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

function actions(...names: readonly string[]): Record<string, string> {
  const page = (name: string) =>
    apiPage(`message: ${name}`, everywhere("POST", `/messages/{id}/${name}`), {
      parameters: name === "createReply" ? [] : ["|destinationId|String|The folder. Required.|"],
      response: "`201 Created` response code and a [message](../resources/message.md) object",
    });
  return Object.fromEntries(names.map((name) => [`api/message-${name.toLowerCase()}.md`, page(name)]));
}

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
  ...actions("move", "copy", "createReply"),
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

  it("are moved into another folder, and are copied into it beside themselves", async () => {
    const asked = await askedByUser([contract]);
    const moved = await asked.ask("POST /me/messages/M1/move", { body: { destinationId: "F2" } });
    expect(moved).toMatchObject({ status: 201, body: { id: "M1", subject: "Tea", parentFolderId: "F2" } });
    expect(await idsAt(asked, "/me/mailFolders/inbox/messages")).toEqual([]);
    const { body } = await asked.ask("POST /me/messages/M1/copy", { body: { destinationId: "inbox" } });
    expect(body).toMatchObject({ subject: "Tea", parentFolderId: "F1" });
    expect(body.id).not.toBe("M1");
    expect(await idsAt(asked, "/me/mailFolders/inbox/messages")).toEqual([body.id]);
    expect(await idsAt(asked, "/me/mailFolders/F2/messages")).toEqual(["M1", "M2"]);
  });

  it("stay where they are when there is no such folder", async () => {
    const asked = await askedByUser([contract]);
    const { status } = await asked.ask("POST /me/messages/M1/move", { body: { destinationId: "none" } });
    expect(status).toBe(404);
    expect(await idsAt(asked, "/me/mailFolders/inbox/messages")).toEqual(["M1"]);
  });

  it("are there when an action made them, each time another one", async () => {
    const asked = await askedByUser([contract]);
    const first = await asked.ask("POST /me/messages/M1/createReply", { body: {} });
    const second = await asked.ask("POST /me/messages/M1/createReply", { body: {} });
    expect(first.status).toBe(201);
    expect(first.body.id).not.toBe(second.body.id);
    expect((await asked.ask(`/me/messages/${String(first.body.id)}`)).body.id).toBe(first.body.id);
    expect(await idsAt(asked, "/me/mailFolders/drafts/messages")).toEqual([first.body.id, second.body.id]);
    expect((await asked.ask("POST /me/messages/none/createReply", { body: {} })).status).toBe(404);
  });
});

describe("plans of a group", () => {
  const plan = (key: string, owner: string) => ({ id: key, title: key, owner });
  const plans = contractOfPages({
    "resources/group.md": resourcePage("group", { properties: [id], json: { id: "String" } }),
    "resources/plan.md": resourcePage("plan", {
      properties: [id, "|title|String|The name.|", "|owner|String|The group.|"],
      json: { id: "String", title: "String", owner: "String" },
    }),
    "api/group-list.md": apiPage(
      "List groups",
      "GET /groups",
      lists("group", "/groups", { id: "G1" }, { id: "G2" }),
    ),
    "api/plan-list.md": apiPage(
      "List plans",
      "GET /planner/plans",
      lists("plan", "/planner/plans", plan("P1", "G1")),
    ),
    "api/plan-get.md": apiPage("Get plan", "GET /planner/plans/{id}", one("plan")),
    "api/plan-post.md": apiPage("Create plan", "POST /planner/plans", made("plan")),
    "api/plan-update.md": apiPage("Update plan", "PATCH /planner/plans/{id}", done),
    "api/group-plans.md": apiPage(
      "List plans of a group",
      "GET /groups/{id}/planner/plans",
      lists("plan", "/groups/G2/planner/plans", plan("P2", "other")),
    ),
  });

  it("are those of the planner that it owns, whichever page shows them", async () => {
    const asked = await askedByUser([plans]);
    expect(await idsAt(asked, "/planner/plans")).toEqual(["P1", "P2"]);
    expect(await idsAt(asked, "/groups/G1/planner/plans")).toEqual(["P1"]);
    const { body } = await asked.ask("POST /planner/plans", { body: { title: "New", owner: "G2" } });
    expect(await idsAt(asked, "/groups/G2/planner/plans")).toEqual(["P2", body.id]);
    expect(await idsAt(asked, "/planner/plans?$filter=owner eq 'G2'")).toEqual(["P2", body.id]);
    await asked.ask(`PATCH /planner/plans/${body.id}`, { body: { owner: "G1" } });
    expect(await idsAt(asked, "/groups/G2/planner/plans")).toEqual(["P2"]);
    expect((await asked.ask(`/groups/G1/planner/plans/${body.id}`)).body.title).toBe("New");
    expect((await asked.ask(`/groups/G2/planner/plans/${body.id}`)).status).toBe(404);
  });

  it("are none of a group that is not there", async () => {
    const { ask } = await askedByUser([plans]);
    expect((await ask("/groups/none/planner/plans")).status).toBe(404);
  });
});

describe("what a client made", () => {
  const berths = contractOfPages({
    "resources/pier.md": resourcePage("pier", {
      properties: [id],
      relationships: ["|berths|[berth](berth.md) collection|What is at it.|"],
      json: { id: "String" },
    }),
    "resources/berth.md": resourcePage("berth", { properties: [id], json: { id: "String" } }),
    "api/pier-list.md": apiPage("List piers", "GET /piers", lists("pier", "/piers", { id: "P1" })),
    "api/pier-post.md": apiPage("Create pier", "POST /piers", made("pier")),
    "api/berth-list.md": apiPage("List berths", "GET /piers/{id}/berths", {
      response: "`200 OK` response code and a collection of [berth](../resources/berth.md) objects",
    }),
    "api/berth-post.md": apiPage("Create berth", "POST /piers/{id}/berths", made("berth")),
  });

  it("has nothing that nobody put there; what examples show has", async () => {
    const asked = await askedByUser([berths]);
    const { body } = await asked.ask("POST /piers", { body: {} });
    const path = `/piers/${String(body.id)}/berths`;
    expect(await idsAt(asked, path)).toEqual([]);
    expect(await idsAt(asked, "/piers/P1/berths")).not.toEqual([]);
    const berth = await asked.ask(`POST ${path}`, { body: {} });
    expect(await idsAt(asked, path)).toEqual([berth.body.id]);
  });
});

describe("a view", () => {
  const teams = contractOfPages({
    "resources/user.md": resourcePage("user", {
      properties: [id],
      relationships: [
        "|joinedTeams|[team](team.md) collection|Those that the user is in.|",
        "|events|[event](event.md) collection|What is planned.|",
        "|calendar|[calendar](calendar.md)|The first calendar.|",
      ],
      json: { id: "String" },
    }),
    "resources/team.md": resourcePage("team", {
      properties: [id, "|displayName|String|The name.|"],
      json: { id: "String", displayName: "String" },
    }),
    "resources/calendar.md": resourcePage("calendar", {
      properties: [id],
      relationships: ["|events|[event](event.md) collection|What is planned.|"],
      json: { id: "String" },
    }),
    "resources/event.md": resourcePage("event", { properties: [id], json: { id: "String" } }),
    "api/user-get.md": apiPage("Get user", "GET /me\nGET /users/{id}", one("user")),
    "api/joined.md": apiPage(
      "List joinedTeams",
      everywhere("GET", "/joinedTeams"),
      lists("team", "/me/joinedTeams", { id: "T1", displayName: "Crew" }),
    ),
    "api/team-get.md": apiPage("Get team", "GET /teams/{id}", one("team")),
    "api/team-update.md": apiPage("Update team", "PATCH /teams/{id}", done),
    "api/event-list.md": apiPage(
      "List events",
      everywhere("GET", "/events"),
      lists("event", "/me/events", { id: "E1" }),
    ),
    "api/calendar-events.md": apiPage("List events", everywhere("GET", "/calendar/events"), {
      response: "`200 OK` response code and a collection of [event](../resources/event.md) objects",
    }),
    "api/event-post.md": apiPage("Create event", everywhere("POST", "/events"), made("event")),
  });

  it("of what stands at the root shows the same resources there and here", async () => {
    const asked = await askedByUser([teams]);
    expect(await idsAt(asked, "/me/joinedTeams")).toEqual(["T1"]);
    expect((await asked.ask("/teams/T1")).body.displayName).toBe("Crew");
    expect((await asked.ask("PATCH /teams/T1", { body: { displayName: "Watch" } })).status).toBe(204);
    expect((await asked.ask("/me/joinedTeams")).items).toMatchObject([{ displayName: "Watch" }]);
    expect((await asked.ask("/teams/T2")).status).toBe(404);
  });

  it("behind the first calendar shows the events of the user", async () => {
    const asked = await askedByUser([teams]);
    const { body } = await asked.ask("POST /me/events", { body: {} });
    expect(await idsAt(asked, "/me/calendar/events")).toEqual(["E1", body.id]);
  });
});
