import { describe, expect, it } from "vitest";
import { answer } from "../../../src/mock/answer.ts";
import { generateResource } from "../../../src/mock/generate/generate-resource.ts";
import { type Asked, askedByUser, contractOfPages, origin } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { drive, reportKey } from "./drive.ts";

const item = "[driveItem](../resources/driveitem.md)";
const pages: Readonly<Record<string, string>> = {
  ...drive,
  "api/item-update.md": apiPage("Update item", "PATCH /me/drive/items/{item-id}", {
    body: `A ${item}.`,
    response: `\`200 OK\` response code and the changed ${item} object`,
  }),
  "api/children-list.md": apiPage(
    "List children",
    "GET /me/drive/root/children\nGET /me/drive/items/{item-id}/children",
    { response: `\`200 OK\` response code and a collection of ${item} objects` },
  ),
  "api/children-post.md": apiPage(
    "Create folder",
    "POST /me/drive/root/children\nPOST /me/drive/items/{item-id}/children",
    { body: `A ${item}.`, response: `\`201 Created\` response code and a ${item} object` },
  ),
  "api/item-copy.md": apiPage("driveItem: copy", "POST /me/drive/items/{item-id}/copy", {
    parameters: [
      "|name|String|The name of the copy.|",
      "|parentReference|[itemReference](../resources/itemreference.md)|Where to.|",
    ],
    response: "`202 Accepted` response code and a `Location` header",
  }),
};
const contract = contractOfPages(pages);

const behavior = (said: string) => ({ "@microsoft.graph.conflictBehavior": said });
const items = "/me/drive/items";

const namesIn = async ({ ask }: Asked, path: string) =>
  (await ask(path)).items.map(({ name }) => String(name)).sort();

async function put({ ask }: Asked, path: string, body: string, query = "") {
  return ask(`PUT /me/drive/root:/${path}:/content${query}`, {
    headers: { "content-type": "text/plain" },
    body,
  });
}

const folderOf = ({ body }: { body: Readonly<Record<string, unknown>> }): string =>
  String(Object(body.parentReference).id);

async function textAt(asked: Asked, path: string): Promise<string | undefined> {
  return (await asked.ask(`/me/drive/root:/${path}:/content`)).bytes?.toString();
}

async function stateAt({ service }: Asked, location: string | undefined) {
  const target = (location ?? "").slice(origin.length);
  return (await answer(service, { method: "GET", target, headers: {}, body: "", origin })).json;
}

describe("a copy", () => {
  it("has another key, the name and the folder that are asked for, and the content", async () => {
    const asked = await askedByUser([contract]);
    const from = await put(asked, "a/b.txt", "hello");
    const into = folderOf(await put(asked, "c/x.txt", "-"));
    const copied = await asked.ask(`POST ${items}/${from.body.id}/copy`, {
      body: { name: "d.txt", parentReference: { id: into } },
    });
    expect(copied.status).toBe(202);
    const state = await stateAt(asked, copied.headers.location);
    expect(state).toMatchObject({ status: "completed", percentageComplete: 100 });
    const made = await asked.ask(`${items}/${Object(state).resourceId}`);
    expect(made.body).toMatchObject({ name: "d.txt", size: 5, parentReference: { id: into } });
    expect(await textAt(asked, "c/d.txt")).toBe("hello");
    expect(await textAt(asked, "a/b.txt")).toBe("hello");
    await put(asked, "c/d.txt", "changed");
    expect(await textAt(asked, "a/b.txt")).toBe("hello");
  });

  it("of a folder has what is below it, and may stand in it", async () => {
    const asked = await askedByUser([contract]);
    await put(asked, "a/b/deep.txt", "deep");
    const folder = folderOf(await put(asked, "a/b.txt", "hello"));
    const body = { name: "again", parentReference: { id: folder } };
    expect((await asked.ask(`POST ${items}/${folder}/copy`, { body })).status).toBe(202);
    expect(await textAt(asked, "a/again/b.txt")).toBe("hello");
    expect(await textAt(asked, "a/again/b/deep.txt")).toBe("deep");
    expect(await namesIn(asked, `${items}/${folder}/children`)).toEqual(["again", "b", "b.txt"]);
  });

  it("has keys of the form that is shown, and so has what is below it", async () => {
    const shown = "01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K";
    const page = (drive["api/item-get.md"] ?? "").replaceAll(reportKey, shown);
    const asked = await askedByUser([contractOfPages({ ...pages, "api/item-get.md": page })]);
    const folder = folderOf(await put(asked, "a/b.txt", "hello"));
    const { headers } = await asked.ask(`POST ${items}/${folder}/copy`, { body: { name: "c" } });
    const copy = Object(await stateAt(asked, headers.location)).resourceId;
    const below = (await asked.ask(`${items}/${copy}/children`)).items.map(({ id }) => String(id));
    expect(below).toHaveLength(1);
    for (const key of [copy, ...below]) expect(key).toMatch(/^01BYE5RZ6QN3ZWBTUFOFD3GSPG[A-Z]{4}\w{4}$/);
  });

  it("is refused where its name is taken or its folder is not there, and then nothing is made", async () => {
    const asked = await askedByUser([contract]);
    const from = await put(asked, "a/b.txt", "hello");
    const copy = (body: object) => asked.ask(`POST ${items}/${from.body.id}/copy`, { body });
    const taken = await copy({});
    expect([taken.status, taken.error.code]).toEqual([409, "nameAlreadyExists"]);
    const folder = { parentReference: { id: "none" } };
    expect((await copy(folder)).status).toBe(404);
    expect(await namesIn(asked, `${items}/${folderOf(from)}/children`)).toEqual(["b.txt"]);
    expect((await copy({ parentReference: { path: "/drive/root:" } })).status).toBe(202);
    expect(await namesIn(asked, "/me/drive/root/children")).toContain("b.txt");
  });
});

describe("a name that is taken in a folder", () => {
  it("is refused, numbered or takes the place for a new folder, as the client wants", async () => {
    const asked = await askedByUser([contract]);
    const create = (said?: string) =>
      asked.ask("POST /me/drive/root/children", {
        body: { name: "New", folder: {}, ...(said ? behavior(said) : {}) },
      });
    const first = await create();
    expect(first.status).toBe(201);
    for (const said of [undefined, "fail"]) {
      const { status, error } = await create(said);
      expect([status, error.code]).toEqual([409, "nameAlreadyExists"]);
    }
    const renamed = await create("rename");
    expect([renamed.status, renamed.body.name]).toEqual([201, "New 1"]);
    expect(renamed.body).not.toHaveProperty(["@microsoft.graph.conflictBehavior"]);
    const replaced = await create("replace");
    expect(replaced.body.id).not.toBe(first.body.id);
    expect((await asked.ask(`${items}/${first.body.id}`)).status).toBe(404);
    expect(await namesIn(asked, "/me/drive/root/children")).toEqual(["New", "New 1"]);
  });

  it("is free in another folder", async () => {
    const asked = await askedByUser([contract]);
    const { body } = await asked.ask("POST /me/drive/root/children", { body: { name: "New", folder: {} } });
    const inner = await asked.ask(`POST ${items}/${body.id}/children`, { body: { name: "New", folder: {} } });
    expect(inner.status).toBe(201);
  });

  it("is replaced by content that is put there, unless the client wants otherwise", async () => {
    const asked = await askedByUser([contract]);
    const query = (said: string) => `?@microsoft.graph.conflictBehavior=${said}`;
    const first = await put(asked, "a/b.tar.gz", "one");
    expect((await put(asked, "a/b.tar.gz", "two", query("fail"))).status).toBe(409);
    expect(await textAt(asked, "a/b.tar.gz")).toBe("one");
    const renamed = await put(asked, "a/b.tar.gz", "two", query("rename"));
    expect([renamed.status, renamed.body.name]).toEqual([201, "b.tar 1.gz"]);
    const replaced = await put(asked, "a/b.tar.gz", "three");
    expect([replaced.status, replaced.body.id]).toEqual([200, first.body.id]);
    expect(await textAt(asked, "a/b.tar 1.gz")).toBe("two");
  });

  it("is decided on when the last part of a file comes", async () => {
    const asked = await askedByUser([contract]);
    await put(asked, "a/b.txt", "one");
    const send = async (said: string) => {
      const session = await asked.ask("POST /me/drive/root:/a/b.txt:/createUploadSession", {
        body: { item: behavior(said) },
      });
      const target = String(session.body.uploadUrl).slice(origin.length);
      const headers = { "content-range": "bytes 0-2/3" };
      return answer(asked.service, { method: "PUT", target, headers, body: "two", origin });
    };
    expect((await send("fail")).status).toBe(409);
    expect((await send("rename")).json).toMatchObject({ name: "b 1.txt" });
    expect(await textAt(asked, "a/b.txt")).toBe("one");
    expect((await send("replace")).status).toBe(200);
    expect(await textAt(asked, "a/b.txt")).toBe("two");
  });

  it("is refused for what is moved or renamed, which else is found at its new place alone", async () => {
    const asked = await askedByUser([contract]);
    const { body, ...first } = await put(asked, "a/b.txt", "one");
    const from = folderOf({ body, ...first });
    const into = folderOf(await put(asked, "c/b.txt", "two"));
    const change = (changes: object) => asked.ask(`PATCH ${items}/${body.id}`, { body: changes });
    expect((await change({ parentReference: { id: into } })).status).toBe(409);
    expect((await change({ parentReference: { id: "none" } })).status).toBe(404);
    expect(await namesIn(asked, `${items}/${from}/children`)).toEqual(["b.txt"]);
    const moved = await change({ parentReference: { id: into }, ...behavior("rename") });
    expect([moved.status, moved.body.name]).toEqual([200, "b 1.txt"]);
    expect(await namesIn(asked, `${items}/${from}/children`)).toEqual([]);
    expect(await textAt(asked, "c/b 1.txt")).toBe("one");
    expect((await change({ name: "b.txt" })).status).toBe(409);
    expect((await change({ name: "free.txt" })).status).toBe(200);
    expect(await namesIn(asked, `${items}/${into}/children`)).toEqual(["b.txt", "free.txt"]);
  });
});

describe("an action on a file by its path", () => {
  const link = apiPage(
    "Create link",
    "POST /me/drive/items/{item-id}/createLink\nPOST /me/drive/root:/{item-path}:/createLink",
    {
      parameters: ["|scope|String|For whom.|"],
      response: `\`201 Created\` response code and a ${item} object`,
    },
  );

  it("is done to the file that is there, and to no other", async () => {
    const asked = await askedByUser([contractOfPages({ ...pages, "api/link.md": link })]);
    await put(asked, "a/b.txt", "hello");
    const at = async (path: string) =>
      (await asked.ask(`POST /me/drive/root:/${path}`, { body: { scope: "all" } })).status;
    expect(await at("a/b.txt:/createLink")).toBe(201);
    expect(await at("a/c.txt:/createLink")).toBe(404);
    expect(await at("none/b.txt:/createLink")).toBe(404);
    // An upload makes the file.
    const body = { item: behavior("fail") };
    const session = await asked.ask("POST /me/drive/root:/a/c.txt:/createUploadSession", { body });
    expect(session.status).toBe(200);
  });
});

describe("an item that is sent as two things at once", () => {
  const both = { name: "New", file: {}, folder: {} };
  const children = "POST /me/drive/root/children";

  it("is refused, new or changed, and nothing is written", async () => {
    const asked = await askedByUser([contract]);
    const { status, error } = await asked.ask(children, { body: both });
    expect([status, error.message]).toEqual([400, expect.stringContaining('"file" and "folder"')]);
    expect((await asked.ask(`PATCH ${items}/${reportKey}`, { body: both })).status).toBe(400);
    expect(await namesIn(asked, "/me/drive/root/children")).not.toContain("New");
  });

  it("is taken where the other is null, and where an example of the page sends both", async () => {
    const asked = await askedByUser([contract]);
    expect((await asked.ask(children, { body: { ...both, file: null } })).status).toBe(201);
    const page = apiPage("Create folder", "POST /me/drive/root/children", {
      body: `A ${item}.`,
      response: `\`201 Created\` response code and a ${item} object`,
      examples: [
        [
          `POST https://graph.microsoft.com/v1.0/me/drive/root/children\nContent-Type: application/json\n\n${JSON.stringify(both)}`,
          "HTTP/1.1 201 Created",
        ],
      ],
    });
    const shown = await askedByUser([contractOfPages({ ...pages, "api/children-post.md": page })]);
    expect((await shown.ask(children, { body: { ...both, name: "Other" } })).status).toBe(201);
  });
});

describe("a generated item", () => {
  const seeds = Array.from({ length: 20 }, (_, index) => `seed ${index}`);
  const shown = ({ file, folder }: Readonly<Record<string, unknown>>) =>
    [file ? "file" : "", folder ? "folder" : ""].join("");

  it("is a file or a folder, and never both", () => {
    const made = seeds.map((seed) =>
      shown(generateResource(contract, "microsoft.graph.driveItem", { seed })),
    );
    expect([...new Set(made)].sort()).toEqual(["file", "folder"]);
  });

  it("has all parts of which it may have several", () => {
    const pages = contractOfPages({
      ...drive,
      "resources/volume.md": resourcePage("volume", {
        properties: ["|file|[file](file.md)|The scan.|", "|place|[itemReference](itemreference.md)|Where.|"],
        json: {},
      }),
    });
    for (const seed of seeds) {
      const { file, place } = generateResource(pages, "microsoft.graph.volume", { seed });
      expect(file && place).toBeTruthy();
    }
  });
});
