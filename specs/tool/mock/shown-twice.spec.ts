import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { directory } from "./directory.ts";

const id = "|id|String|The key. Read-only.|";
const one = (type: string) => `\`200 OK\` response code and a [${type}](../resources/${type}.md) object`;
const many = (type: string) => ({
  response: `\`200 OK\` response code and a collection of [${type}](../resources/${type}.md) objects`,
});
const made = (type: string) => ({
  body: `In the request body, supply a JSON representation of the [${type}](../resources/${type}.md) object.`,
  response: `\`201 Created\` response code and a [${type}](../resources/${type}.md) object`,
});
const done = { response: "`204 No Content` response code" };
const to = "/servicePrincipals/{id}/appRoleAssignedTo";
const of = "/users/{id}/appRoleAssignments";

const contract = contractOfPages({
  ...directory,
  "resources/serviceprincipal.md": resourcePage("servicePrincipal", {
    properties: [id, "|displayName|String|The name.|"],
    json: { id: "String", displayName: "String" },
  }),
  "resources/approleassignment.md": resourcePage("appRoleAssignment", {
    properties: [id, "|principalId|String|Who.|", "|resourceId|String|Of what.|"],
    json: { id: "String", principalId: "String", resourceId: "String" },
  }),
  "api/principal-get.md": apiPage("Get", "GET /servicePrincipals/{id}", {
    response: one("servicePrincipal"),
  }),
  "api/principal-list.md": apiPage("List", "GET /servicePrincipals", many("servicePrincipal")),
  "api/principal-post.md": apiPage("Create", "POST /servicePrincipals", made("servicePrincipal")),
  "api/to-list.md": apiPage("List assigned to", `GET ${to}`, many("appRoleAssignment")),
  "api/to-post.md": apiPage("Assign to", `POST ${to}`, made("appRoleAssignment")),
  "api/to-delete.md": apiPage("Take", `DELETE ${to}/{id}`, done),
  "api/of-list.md": apiPage("List assignments", `GET ${of}`, many("appRoleAssignment")),
  "api/of-post.md": apiPage("Assign", `POST ${of}`, made("appRoleAssignment")),
  "api/of-delete.md": apiPage("Take from", `DELETE ${of}/{id}`, done),
});

describe("a role that is given", () => {
  const given = async () => {
    const { ask } = await askedOf([contract]);
    const make = async (set: string) =>
      String((await ask(`POST /${set}`, { body: { displayName: "New" } })).body.id);
    const [user, other, resource] = [
      await make("users"),
      await make("users"),
      await make("servicePrincipals"),
    ];
    const ids = async (path: string) => (await ask(path)).items.map((item) => item.id);
    const body = { principalId: user, resourceId: resource };
    const [all, own] = [
      `/servicePrincipals/${resource}/appRoleAssignedTo`,
      `/users/${user}/appRoleAssignments`,
    ];
    return { ask, ids, body, all, own, others: `/users/${other}/appRoleAssignments` };
  };

  it.each(["all", "own"] as const)("is shown by both of its sides, whichever made it: %s", async (side) => {
    const { ask, ids, body, others, ...sides } = await given();
    const role = await ask(`POST ${sides[side]}`, { body });
    for (const path of [sides.all, sides.own]) expect(await ids(path)).toEqual([role.body.id]);
    expect(await ids(others)).toEqual([]);
    expect((await ask(`DELETE ${sides[side]}/${role.body.id}`)).status).toBe(204);
    for (const path of [sides.all, sides.own]) expect(await ids(path)).toEqual([]);
  });

  it("to nobody who is there is shown by the side alone that made it", async () => {
    const { ask, ids, body, all, own } = await given();
    const role = await ask(`POST ${all}`, { body: { ...body, principalId: "nobody" } });
    expect([role.status, await ids(all), await ids(own)]).toEqual([201, [role.body.id], []]);
  });
});

const text = "|topic|String|What it is about.|";
const talks = contractOfPages({
  "resources/talk.md": resourcePage("talk", {
    properties: [id, text],
    relationships: ["|posts|[note](note.md) collection|What is said.|"],
    json: { id: "String", topic: "String" },
  }),
  "resources/note.md": resourcePage("note", {
    properties: [id, "|content|String|What it says.|"],
    json: { id: "String", content: "String" },
  }),
  "api/talk-list.md": apiPage("List talks", "GET /talks", many("talk")),
  "api/talk-post.md": apiPage("Create talk", "POST /talks", made("talk")),
  "api/talk-reply.md": apiPage("talk: reply", "POST /talks/{id}/reply", {
    parameters: ["|post|[note](../resources/note.md)|What is said.|"],
    response: "`202 Accepted` response code",
  }),
  "api/note-list.md": apiPage("List posts", "GET /talks/{id}/posts", many("note")),
});

describe("a reply", () => {
  it("is among what was said from now on; one that says nothing is not", async () => {
    const { ask } = await askedOf([talks], { items: 0 });
    const talk = `/talks/${(await ask("POST /talks", { body: { topic: "Tea" } })).body.id}`;
    const reply = await ask(`POST ${talk}/reply`, { body: { post: { content: "At <four>" } } });
    expect(reply.status).toBe(202);
    expect((await ask(`${talk}/posts`)).items).toMatchObject([{ content: "At <four>" }]);
    await ask(`POST ${talk}/reply`, { body: {} });
    expect((await ask(`${talk}/posts`)).items).toHaveLength(1);
    expect((await ask("POST /talks/none/reply", { body: { post: { content: "?" } } })).status).toBe(404);
  });
});
