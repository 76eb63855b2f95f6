import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { documentation } from "../../support/documentation.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const id = "|id|String|The key. Read-only.|";
const many = (type: string) => ({
  response: `\`200 OK\` response code and a collection of [${type}](../resources/${type}.md) objects`,
});
const one = (type: string) => ({
  response: `\`200 OK\` response code and a [${type}](../resources/${type}.md) object`,
});
const made = (type: string) => ({
  body: `In the request body, supply a JSON representation of the [${type}](../resources/${type}.md) object.`,
  response: `\`201 Created\` response code and a [${type}](../resources/${type}.md) object`,
});
const shown = (value: readonly object[]) =>
  `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify({ value })}`;
const list = (title: string, path: string, type: string, value: readonly object[], at: string) =>
  apiPage(title, `GET ${path}`, {
    ...many(type),
    examples: [[`GET https://graph.microsoft.com/v1.0${at}`, shown(value)]],
  });

const pages = {
  "resources/group.md": resourcePage("group", {
    properties: [id],
    relationships: [
      "|threads|[thread](thread.md) collection|What is talked of.|",
      "|conversations|[conversation](conversation.md) collection|Where it is talked.|",
      "|members|[person](person.md) collection|Who talks.|",
    ],
    json: { id: "String" },
  }),
  "resources/conversation.md": resourcePage("conversation", {
    properties: [id],
    relationships: [
      "|threads|[thread](thread.md) collection|What is talked of.|",
      "|members|[person](person.md) collection|Who talks here.|",
    ],
    json: { id: "String" },
  }),
  "resources/thread.md": resourcePage("thread", {
    properties: [id, "|topic|String|What it is about.|"],
    relationships: ["|posts|[post](post.md) collection|What is said.|"],
    json: { id: "String", topic: "String" },
  }),
  "resources/post.md": resourcePage("post", { properties: [id], json: { id: "String" } }),
  "resources/person.md": resourcePage("person", { properties: [id], json: { id: "String" } }),
  "api/group-list.md": list("List groups", "/groups", "group", [{ id: "g1" }], "/groups"),
  "api/conversations.md": list(
    "List conversations",
    "/groups/{id}/conversations",
    "conversation",
    [{ id: "c1" }, { id: "c2" }],
    "/groups/g1/conversations",
  ),
  "api/threads.md": list(
    "List threads",
    "/groups/{id}/threads",
    "thread",
    [
      { id: "t0", topic: "Lunch" },
      { id: "t1", topic: "Tea" },
    ],
    "/groups/g1/threads",
  ),
  "api/conversation-threads.md": list(
    "List threads of a conversation",
    "/groups/{id}/conversations/{id}/threads",
    "thread",
    [{ id: "t1", topic: "Tea" }],
    "/groups/g1/conversations/c1/threads",
  ),
  "api/thread-add.md": apiPage("Add thread", "POST /groups/{id}/conversations/{id}/threads", made("thread")),
  "api/thread-get.md": apiPage("Get thread", "GET /groups/{id}/threads/{id}", one("thread")),
  "api/thread-update.md": apiPage("Update thread", "PATCH /groups/{id}/threads/{id}", {
    response: "`204 No Content` response code",
  }),
  "api/thread-delete.md": apiPage("Delete thread", "DELETE /groups/{id}/threads/{id}", {
    response: "`204 No Content` response code",
  }),
  "api/posts.md": apiPage("List posts", "GET /groups/{id}/threads/{id}/posts", many("post")),
  "api/members.md": apiPage("List members", "GET /groups/{id}/members", many("person")),
};
const contract = contractOfPages(pages);
const inGroup = "/groups/g1/threads";
const inOne = "/groups/g1/conversations/c1/threads";

describe("what a collection gathers from the parts of its owner", () => {
  it("is one with what the parts have: written at one path, it is so at the other", async () => {
    const { ask } = await askedOf([contract]);
    const ids = async (path: string) => (await ask(path)).items.map((item) => item.id);
    const { body } = await ask(`POST ${inOne}`, { body: { topic: "Cake" } });
    expect(await ids(inOne)).toEqual(["t1", body.id]);
    expect(await ids(inGroup)).toEqual(expect.arrayContaining(["t0", "t1", body.id]));
    for (const path of [inGroup, inOne]) {
      expect((await ask(`PATCH ${inGroup}/${body.id}`, { body: { topic: path } })).status).toBe(204);
      expect((await ask(`${inOne}/${body.id}`)).body.topic).toBe(path);
      expect((await ask(`${inGroup}/${body.id}`)).body.topic).toBe(path);
    }
    expect(await ids(`${inGroup}/${body.id}/posts`)).toEqual(await ids(`${inOne}/${body.id}/posts`));
    expect((await ask(`DELETE ${inGroup}/${body.id}`)).status).toBe(204);
    expect(await ids(inOne)).toEqual(["t1"]);
    expect(await ids(inGroup)).not.toContain(body.id);
  });

  it("keeps apart what another part has, what only the whole has, and what no row names", async () => {
    const { ask } = await askedOf([contract]);
    const ids = async (path: string) => (await ask(path)).items.map((item) => item.id);
    expect((await ask("/groups/g1/conversations/c2/threads/t1")).status).toBe(404);
    expect(await ids("/groups/g1/conversations/c2/threads")).not.toContain("t1");
    expect((await ask(`${inOne}/t0`)).status).toBe(404);
    expect((await ask(`${inGroup}/nothing`)).status).toBe(404);
    const [first] = await ids("/groups/g1/conversations/c1/members");
    expect(await ids("/groups/g1/members")).not.toContain(first);
  });
});

describe("a result of a lifecycle workflow", () => {
  it("is the same by its run and by its workflow, with the tasks that belong to it", async () => {
    const { ask } = await askedOf([documentation.contract("v1.0")]);
    const workflows = "/identityGovernance/lifecycleWorkflows/workflows";
    let seen = 0;
    for (const workflow of (await ask(workflows)).items) {
      const path = `${workflows}/${workflow.id}`;
      const all = (await ask(`${path}/userProcessingResults`)).items.map((item) => item.id);
      for (const run of (await ask(`${path}/runs`)).items) {
        const results = (await ask(`${path}/runs/${run.id}/userProcessingResults`)).items;
        expect(all).toEqual(expect.arrayContaining(results.map((item) => item.id)));
        for (const result of results) {
          const [own, below] = [`userProcessingResults/${result.id}`, "taskProcessingResults"];
          const { "@odata.context": _, ...byRun } = (await ask(`${path}/runs/${run.id}/${own}`)).body;
          const { "@odata.context": __, ...byWorkflow } = (await ask(`${path}/${own}`)).body;
          expect(byWorkflow).toEqual(byRun);
          const tasks = (await ask(`${path}/runs/${run.id}/${own}/${below}`)).items;
          expect((await ask(`${path}/${own}/${below}`)).items).toEqual(tasks);
          const ofRun = (await ask(`${path}/runs/${run.id}/${below}`)).items.map((item) => item.id);
          expect(ofRun).toEqual(expect.arrayContaining(tasks.map((item) => item.id)));
          seen++;
        }
      }
    }
    expect(seen).toBeGreaterThan(3);
  });
});
