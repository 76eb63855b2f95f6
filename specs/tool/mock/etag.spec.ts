import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const one = { response: "`200 OK` response code and a [plan](../resources/plan.md) object" };
const made = {
  body: "In the request body, supply a JSON representation of the [plan](../resources/plan.md) object.",
  response: "`201 Created` response code and a [plan](../resources/plan.md) object",
};
const withTag = (page: string) =>
  page.replace(
    "## Request body",
    "## Request headers\n\n|Name|Description|\n|:--|:--|\n|If-Match|The last known ETag.|\n\n## Request body",
  );
const pages = (mark: (page: string) => string) =>
  contractOfPages({
    "resources/plan.md": resourcePage("plan", {
      properties: ["|id|String|The key. Read-only.|", "|title|String|What it is about.|"],
      json: { id: "String", title: "String" },
    }),
    "api/list.md": apiPage("List plans", "GET /plans", {
      response: "`200 OK` response code and a collection of [plan](../resources/plan.md) objects",
    }),
    "api/post.md": apiPage("Create plan", "POST /plans", made),
    "api/get.md": apiPage("Get plan", "GET /plans/{id}", one),
    "api/patch.md": mark(
      apiPage("Update plan", "PATCH /plans/{id}", {
        body: made.body,
        response:
          "`204 No Content` response code. With `return=representation` it returns a `200 OK` response code and a [plan](../resources/plan.md) object",
      }),
    ),
    "api/delete.md": apiPage("Delete plan", "DELETE /plans/{id}", {
      response: "`204 No Content` response code",
    }),
  });

describe("an etag", () => {
  const planOf = async (mark: (page: string) => string) => {
    const { ask } = await askedOf([pages(mark)]);
    const { body } = await ask("POST /plans", { body: { title: "Tea" } });
    return { ask, path: `/plans/${String(body.id)}`, tag: String(body["@odata.etag"]) };
  };

  it("comes with what a page changes by it, also in a list", async () => {
    const { ask, path, tag } = await planOf(withTag);
    const read = await ask(path);
    expect(tag).toMatch(/^W\/"\w+"$/);
    expect([read.headers.etag, read.body["@odata.etag"]]).toEqual([tag, tag]);
    expect((await ask("/plans")).items.map((item) => item["@odata.etag"])).toContain(tag);
  });

  it("that is old changes and deletes nothing", async () => {
    const { ask, path, tag } = await planOf(withTag);
    expect(
      (await ask(`PATCH ${path}`, { headers: { "if-match": tag }, body: { title: "Ale" } })).status,
    ).toBe(204);
    expect(
      (await ask(`PATCH ${path}`, { headers: { "if-match": tag }, body: { title: "Gin" } })).status,
    ).toBe(412);
    expect((await ask(`DELETE ${path}`, { headers: { "if-match": tag } })).status).toBe(412);
    expect((await ask(path)).body.title).toBe("Ale");
    expect((await ask(`DELETE ${path}`, { headers: { "if-match": "*" } })).status).toBe(204);
  });

  it("is no matter where no page tells of one", async () => {
    const { ask, path } = await planOf((page) => page);
    expect((await ask(path)).body).not.toHaveProperty(["@odata.etag"]);
    expect(
      (await ask(`PATCH ${path}`, { headers: { "if-match": '"x"' }, body: { title: "Ale" } })).status,
    ).toBe(204);
  });

  it("comes with the resource where the request prefers that, and the page has it", async () => {
    const { ask, path } = await planOf(withTag);
    const headers = { prefer: "return=representation" };
    const { status, body } = await ask(`PATCH ${path}`, { headers, body: { title: "Ale" } });
    expect([status, body.title]).toEqual([200, "Ale"]);
  });
});
