import { describe, expect, it } from "vitest";
import { withAddressAsKey } from "../../../src/mock/route/addressed.ts";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const id = "|id|String|The key. Read-only.|";
const lists = (type: string) => ({
  response: `\`200 OK\` response code and a collection of [${type}](../resources/${type}.md) objects`,
});
const one = (type: string) => ({
  response: `\`200 OK\` response code and a [${type}](../resources/${type}.md) object`,
});
const shown = (...value: readonly object[]) =>
  `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify({ value })}`;
const site = (name: string) => ({ id: name, webUrl: `https://contoso.sharepoint.com/sites/${name}` });

const contract = contractOfPages({
  "resources/site.md": resourcePage("site", {
    properties: [id, "|webUrl|String|The address.|"],
    relationships: ["|lists|[list](list.md) collection|What it has.|"],
    json: { id: "String", webUrl: "String" },
  }),
  "resources/list.md": resourcePage("list", {
    properties: [id, "|displayName|String|The name.|"],
    json: { id: "String", displayName: "String" },
  }),
  "api/site-list.md": apiPage("List sites", "GET /sites", {
    ...lists("site"),
    examples: [["GET https://graph.microsoft.com/v1.0/sites", shown(site("hr"), site("it"))]],
  }),
  "api/site-get.md": apiPage(
    "Get site",
    "GET /sites/{id}\nGET /sites/{hostname}:/{relative-path}",
    one("site"),
  ),
  "api/list-list.md": apiPage("List lists", "GET /sites/{id}/lists", lists("list")),
  "api/list-get.md": apiPage("Get list", "GET /sites/{id}/lists/{id}", one("list")),
  "api/list-add.md": apiPage("Create list", "POST /sites/{id}/lists", {
    body: "In the request body, supply a JSON representation of the [list](../resources/list.md) object.",
    response: "`201 Created` response code and a [list](../resources/list.md) object",
  }),
});
const hr = "/sites/contoso.sharepoint.com:/sites/hr";

describe("a site by its path", () => {
  it.each([hr, `${hr}:`, "/sites/CONTOSO.sharepoint.com:/sites/HR", "/sites/root:/sites/hr"])(
    "is that site at %s",
    async (path) => {
      const { ask } = await askedOf([contract]);
      const { status, body } = await ask(path);
      expect([status, body.id, body.webUrl]).toEqual([200, "hr", site("hr").webUrl]);
    },
  );

  it("has what it has by its key, read and written", async () => {
    const { ask } = await askedOf([contract]);
    const made = await ask(`POST ${hr}:/lists`, { body: { displayName: "People" } });
    expect(made.status).toBe(201);
    for (const path of [`${hr}:/lists`, "/sites/hr/lists"]) {
      expect((await ask(path)).items).toContainEqual(expect.objectContaining({ id: made.body.id }));
      expect((await ask(`${path}/${made.body.id}`)).body.displayName).toBe("People");
    }
    expect((await ask(`/sites/it/lists/${made.body.id}`)).status).toBe(404);
  });

  it.each([
    "/sites/contoso.sharepoint.com:/sites/nothing",
    "/sites/contoso.sharepoint.com:/sites/nothing:/lists",
    "/sites/fabrikam.sharepoint.com:/sites/hr",
    `${hr}:/nothing`,
    "/sites/root:/hr",
    "/sites/root:/sites/hr/nothing",
  ])("is 404 at %s", async (path) => {
    expect((await (await askedOf([contract])).ask(path)).status).toBe(404);
  });
});

describe("a colon behind a host", () => {
  it.each([
    ["sites/a.com:/x/y:/drive/root:/b.txt", "sites(webUrl='https://a.com/x/y')/drive/root:/b.txt"],
    ["sites/root:/x/y:/lists", "sites(webUrl='/x/y')/lists"],
    ["sites/root:", "sites/root:"],
    ["sites/a.com:/o'x", "sites(webUrl='https://a.com/o''x')"],
    ["sites/a/lists/b:", "sites/a/lists/b:"],
    ["me/drive/root:/b.txt", "me/drive/root:/b.txt"],
  ])("of %s makes it %s", (path, expected) => {
    expect(withAddressAsKey(path.split("/"))).toEqual(expected.match(/(?:\([^)]*\)|[^/(])+/g));
  });
});
