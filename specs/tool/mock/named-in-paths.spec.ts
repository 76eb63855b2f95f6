import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const made = (type: string) => ({
  body: `In the request body, supply a JSON representation of the [${type}](../resources/${type.toLowerCase()}.md) object.`,
  response: `\`201 Created\` response code and a [${type}](../resources/${type.toLowerCase()}.md) object`,
});

/** A collection of a type, of which an example shows one. */
const pagesOf = (type: string, property: string, at: string): Record<string, string> => ({
  [`resources/${type.toLowerCase()}.md`]: resourcePage(type, {
    properties: ["|id|String|The key. Read-only.|", `|${property}|String|What it is called.|`],
    json: { id: "String", [property]: "String" },
  }),
  [`api/${at}-list.md`]: apiPage("List", `GET /${at}`, {
    response: `\`200 OK\` response code and a collection of [${type}](../resources/${type.toLowerCase()}.md) objects`,
    examples: [
      [
        `GET https://graph.microsoft.com/v1.0/${at}`,
        `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"value": [{"id": "1", "${property}": "First"}]}`,
      ],
    ],
  }),
  [`api/${at}-post.md`]: apiPage("Create", `POST /${at}`, made(type)),
  [`api/${at}-get.md`]: apiPage("Get", `GET /${at}/{id}`, {
    response: `\`200 OK\` response code and a [${type}](../resources/${type.toLowerCase()}.md) object`,
  }),
});
const contract = contractOfPages({
  ...pagesOf("list", "displayName", "lists"),
  ...pagesOf("workbookWorksheet", "name", "worksheets"),
  ...pagesOf("shelf", "displayName", "shelves"),
});

describe("a path", () => {
  it.each([
    ["lists", "displayName"],
    ["worksheets", "name"],
  ])("names one of the %s by its %s, in any letter case", async (at, property) => {
    const { ask } = await askedOf([contract]);
    const { body } = await ask(`POST /${at}`, { body: { [property]: "Old books" } });
    expect((await ask(`/${at}/old%20Books`)).body.id).toBe(body.id);
    expect((await ask(`/${at}/New%20books`)).status).toBe(404);
  });

  it("names by what it is called nothing of which no page says so", async () => {
    const { ask } = await askedOf([contract]);
    await ask("POST /shelves", { body: { displayName: "Old books" } });
    expect((await ask("/shelves/Old%20books")).status).toBe(404);
  });
});
