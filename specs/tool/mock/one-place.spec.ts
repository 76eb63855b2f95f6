import { describe, expect, it } from "vitest";
import { askedByUser, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const ida = "11111111-aaaa-4bbb-8ccc-222222222222";
const otto = "33333333-aaaa-4bbb-8ccc-444444444444";
const user = (id: string, name: string) => ({
  id,
  displayName: name,
  userPrincipalName: `${name}@contoso.com`,
});
const answered = (body: object) =>
  `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify(body)}`;
const at = (path: string) => `GET https://graph.microsoft.com/v1.0${path}`;
const returns = (type: string) => `\`200 OK\` response code and a [${type}](../resources/${type}.md) object`;
const lists = (type: string) =>
  `\`200 OK\` response code and a collection of [${type}](../resources/${type}.md) objects`;
const id = "|id|String|The key. Read-only.|";

const pages = {
  "resources/user.md": resourcePage("user", {
    properties: [
      id,
      "|displayName|String|The name.|",
      "|userPrincipalName|String|The other name.|",
      "|settings|[settings](settings.md)|What is set.|",
      "|nickname|String|What friends say.|",
    ],
    relationships: [
      "|events|[event](event.md) collection|What is planned.|",
      "|calendarView|[event](event.md) collection|What is planned in a range of time.|",
    ],
    json: user("String", "String"),
  }),
  "resources/settings.md": resourcePage("settings", {
    properties: ["|language|String|What is spoken.|"],
    json: { language: "String" },
  }),
  "api/settings-get.md": apiPage("Get settings", "GET /users/{id}/settings", {
    response: returns("settings"),
  }),
  "resources/event.md": resourcePage("event", {
    properties: [id, "|subject|String|What it is about.|"],
    json: { id: "String", subject: "String" },
  }),
  "api/user-list.md": apiPage("List users", "GET /users", {
    response: lists("user"),
    examples: [[at("/users"), answered({ value: [user(otto, "otto")] })]],
  }),
  "api/user-get.md": apiPage("Get user", "GET /me\nGET /users/{id | userPrincipalName}", {
    response: returns("user"),
    examples: [[at("/me"), answered(user(ida, "ida"))]],
  }),
  "api/user-update.md": apiPage("Update user", "PATCH /me\nPATCH /users/{id | userPrincipalName}", {
    response: "`204 No Content` response code",
  }),
  "api/user-delete.md": apiPage("Delete user", "DELETE /users/{id | userPrincipalName}", {
    response: "`204 No Content` response code",
  }),
  "api/event-list.md": apiPage("List events", "GET /me/events\nGET /users/{id}/events", {
    response: lists("event"),
    examples: [[at("/me/events"), answered({ value: [{ id: "E1", subject: "Tea" }] })]],
  }),
  "api/event-get.md": apiPage("Get event", "GET /me/events/{id}\nGET /users/{id}/events/{id}", {
    response: returns("event"),
  }),
  "api/event-delete.md": apiPage("Delete event", "DELETE /me/events/{id}\nDELETE /users/{id}/events/{id}", {
    response: "`204 No Content` response code",
  }),
  "api/event-post.md": apiPage("Create event", "POST /me/events\nPOST /users/{id}/events", {
    body: "In the request body, supply a JSON representation of the [event](../resources/event.md) object.",
    response: "`201 Created` response code and an [event](../resources/event.md) object",
  }),
  "api/event-view.md": apiPage(
    "List calendarView",
    "GET /me/calendarView?startDateTime={start}&endDateTime={end}\nGET /users/{id}/calendarView?startDateTime={start}&endDateTime={end}",
    { response: lists("event") },
  ),
};
const range = "?startDateTime=2026-01-01T00:00:00Z&endDateTime=2026-02-01T00:00:00Z";
const contract = contractOfPages(pages);
const ways = ["/me", `/users/${ida}`, "/users/ida@contoso.com", "/users/IDA@contoso.com"];

describe("what several paths lead to", () => {
  it.each(ways)("is one user: what is written at %s is read at every other path", async (way) => {
    const { ask } = await askedByUser([contract]);
    expect((await ask(`PATCH ${way}`, { body: { displayName: "Ida B." } })).status).toBe(204);
    for (const other of ways)
      expect((await ask(other)).body).toMatchObject({ id: ida, displayName: "Ida B." });
    expect((await ask("/users")).items).toContainEqual(
      expect.objectContaining({ id: ida, displayName: "Ida B." }),
    );
    expect((await ask(`/users/${otto}`)).body.displayName).toBe("otto");
  });

  it.each(ways)("is one calendar: what is made and deleted below %s is so below every other", async (way) => {
    const { ask } = await askedByUser([contract]);
    const { body, status } = await ask(`POST ${way}/events`, { body: { subject: "Walk" } });
    expect(status).toBe(201);
    for (const other of ways) {
      const subjects = async (path: string) => (await ask(path)).items.map(({ subject }) => subject);
      expect(await subjects(`${other}/events`)).toEqual(["Tea", "Walk"]);
      expect(await subjects(`${other}/calendarView${range}`)).toEqual(["Tea", "Walk"]);
      expect((await ask(`${other}/events/${body.id}`)).body.subject).toBe("Walk");
    }
    expect((await ask(`/users/${otto}/events/${body.id}`)).status).toBe(404);
    expect((await ask(`DELETE ${way}/events/${body.id}`)).status).toBe(204);
    for (const other of ways) expect((await ask(`${other}/events/${body.id}`)).status).toBe(404);
  });

  it("is gone everywhere with the user", async () => {
    const { ask } = await askedByUser([contract]);
    expect((await ask(`DELETE /users/${ida}`)).status).toBe(204);
    for (const way of ways) {
      expect((await ask(way)).status).toBe(404);
      expect((await ask(`${way}/events`)).status).toBe(404);
    }
    expect((await ask(`/users/${otto}`)).status).toBe(200);
  });

  it("has what a page reads of it at a path of its own, also where the user shows nothing of it", async () => {
    const { ask } = await askedByUser([contract]);
    expect((await ask(`/users/${otto}/settings`)).status).toBe(200);
    expect((await ask(`/users/${otto}/nickname`)).status).toBe(204);
  });

  it("goes by the name that it has now", async () => {
    const { ask } = await askedByUser([contract]);
    expect((await ask("/users/otto@contoso.com")).body.id).toBe(otto);
    expect((await ask("/users/o@contoso.com")).status).toBe(404);
    await ask(`PATCH /users/${otto}`, { body: { userPrincipalName: "o@contoso.com" } });
    expect((await ask("/users/o@contoso.com")).body.id).toBe(otto);
    expect((await ask("/users/otto@contoso.com")).status).toBe(404);
    expect((await ask("/users/nobody@contoso.com/events")).status).toBe(404);
  });
});
