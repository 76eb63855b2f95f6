import { describe, expect, it } from "vitest";
import { askedByUser, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const named = (name: string) => [`|id|String|The key. Read-only.|`, `|${name}|String|What it says.|`];
const shown = (value: object) =>
  `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify(value)}`;
const contract = contractOfPages({
  "resources/thread.md": resourcePage("thread", {
    properties: named("topic"),
    relationships: ["|posts|[post](post.md) collection|What was said.|"],
    json: { id: "String", topic: "String" },
  }),
  "resources/post.md": resourcePage("post", {
    properties: named("subject"),
    json: { id: "String", subject: "String" },
  }),
  "api/thread-get.md": apiPage("Get thread", "GET /groups/{id}/threads/{id}", {
    response: "`200 OK` response code and a [thread](../resources/thread.md) object",
    examples: [
      ["GET https://graph.microsoft.com/v1.0/groups/G1/threads/T1", shown({ id: "T1", topic: "Tides" })],
    ],
  }),
  "api/post-list.md": apiPage("List posts", "GET /groups/{id}/threads/{id}/posts", {
    response: "`200 OK` response code and a collection of [post](../resources/post.md) objects",
  }),
  "api/thread-reply.md": apiPage("thread: reply", "POST /groups/{id}/threads/{id}/reply", {
    parameters: ["|post|[post](../resources/post.md)|The answer.|"],
    response: "`202 Accepted` response code",
  }),
  "api/thread-close.md": apiPage("thread: close", "POST /groups/{id}/threads/{id}/close", {
    parameters: ["|post|[post](../resources/post.md)|The last word.|"],
    response: "`202 Accepted` response code",
  }),
});

describe("what an action adds to a collection of what it is bound to", () => {
  const thread = "/groups/G1/threads/T1";
  const subjectsAfter = async (action: string) => {
    const { ask } = await askedByUser([contract]);
    const sent = await ask(`POST ${thread}/${action}`, { body: { post: { subject: "Ebb" } } });
    expect(sent.status).toBe(202);
    return (await ask(`${thread}/posts`)).items.map(({ subject }) => subject);
  };

  it.each(["reply", "Reply", "microsoft.graph.reply"])("is there after %s", async (action) => {
    expect(await subjectsAfter(action)).toContain("Ebb");
  });

  it("is not there after an action of which nothing says so", async () => {
    expect(await subjectsAfter("close")).not.toContain("Ebb");
  });
});
