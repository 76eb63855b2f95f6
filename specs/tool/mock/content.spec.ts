import { describe, expect, it } from "vitest";
import { answer } from "../../../src/mock/answer.ts";
import { startMock } from "../../../src/mock/http/start-mock.ts";
import type { ServiceResponse } from "../../../src/mock/message.ts";
import { type Asked, askedByUser, contractOfPages, origin } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { drive, reportKey } from "./drive.ts";

const contract = contractOfPages(drive);
const text = { "content-type": "text/plain" };
const byPath = "/me/drive/root:/reports/July.txt";
const items = "/me/drive/items";

function textOf({ bytes, text: written }: ServiceResponse): string {
  return bytes?.toString() ?? written ?? "";
}

describe("the content of a file", () => {
  it("makes the file where its path names none, and is read by the path and by the key", async () => {
    const { ask } = await askedByUser([contract]);
    const made = await ask(`PUT ${byPath}:/content`, { headers: text, body: "hello" });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: "July.txt",
      size: 5,
      file: { mimeType: "text/plain" },
      folder: null,
    });
    for (const path of [byPath, `${byPath}:`, `${items}/${made.body.id}`])
      expect((await ask(path)).body).toMatchObject({ id: made.body.id, name: "July.txt" });
    for (const path of [`${byPath}:/content`, `${items}/${made.body.id}/content`]) {
      const read = await ask(path);
      expect([read.status, read.headers["content-type"], textOf(read)]).toEqual([200, "text/plain", "hello"]);
    }
    expect((await ask(items)).items).toContainEqual(expect.objectContaining({ id: made.body.id }));
  });

  it("takes the place of what was there, by either way", async () => {
    const { ask } = await askedByUser([contract]);
    const made = await ask(`PUT ${byPath}:/content`, { headers: text, body: "one" });
    const again = await ask(`PUT ${byPath}:/content`, { headers: text, body: "three" });
    expect([again.status, again.body.id, again.body.size]).toEqual([200, made.body.id, 5]);
    const third = await ask(`PUT ${items}/${made.body.id}/content`, { headers: text, body: "four" });
    expect([third.status, third.body.size]).toEqual([200, 4]);
    expect(textOf(await ask(`${byPath}:/content`))).toBe("four");
  });

  it("may be JSON, which nothing judges, and comes in parts to who asks for a range", async () => {
    const { ask } = await askedByUser([contract]);
    const body = '{"size": "no number", "size": [}';
    const headers = { "content-type": "application/json" };
    expect((await ask(`PUT ${items}/${reportKey}/content`, { headers, body })).status).toBe(200);
    expect(textOf(await ask(`${items}/${reportKey}/content`))).toBe(body);
    const part = await ask(`${items}/${reportKey}/content`, { headers: { range: "bytes=2-5" } });
    expect([part.status, part.headers["content-range"], textOf(part)]).toEqual([
      206,
      `bytes 2-5/${body.length}`,
      "size",
    ]);
    const beyond = await ask(`${items}/${reportKey}/content`, { headers: { range: "bytes=99-" } });
    expect(beyond.status).toBe(416);
  });

  it("goes with its file, and is none where there is no file", async () => {
    const { ask } = await askedByUser([contract]);
    const made = await ask(`PUT ${byPath}:/content`, { headers: text, body: "hello" });
    expect((await ask(`DELETE ${items}/${made.body.id}`)).status).toBe(204);
    for (const path of [`${byPath}:/content`, byPath, `${items}/${made.body.id}/content`])
      expect((await ask(path)).status).toBe(404);
    expect((await ask(`PUT ${items}/none/content`, { headers: text, body: "hello" })).status).toBe(404);
  });

  it("is that of a photo, too, whose page promises no body", async () => {
    const { ask } = await askedByUser([contract]);
    const put = await ask("PUT /me/photo/$value", {
      headers: { "content-type": "image/jpeg" },
      body: "JPEG",
    });
    expect([put.status, put.json]).toEqual([200, undefined]);
    const read = await ask("/me/photo/$value");
    expect([read.headers["content-type"], textOf(read)]).toEqual(["image/jpeg", "JPEG"]);
  });

  it("comes back byte for byte over the wire", async () => {
    const mock = await startMock({ contracts: [contract] });
    try {
      const signedIn = await fetch(`${mock.origin}/common/oauth2/v2.0/token`, form);
      const { access_token: token } = Object(await signedIn.json());
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" };
      const body = Uint8Array.from({ length: 512 }, (_, index) => index % 256);
      const url = `${mock.origin}/v1.0${byPath}:/content`;
      expect((await fetch(url, { method: "PUT", headers, body })).status).toBe(201);
      const back = await fetch(url, { headers });
      expect(new Uint8Array(await back.arrayBuffer())).toEqual(body);
    } finally {
      await mock.close();
    }
  });
});

const form = {
  method: "POST",
  body: new URLSearchParams({
    grant_type: "password",
    client_id: "a",
    username: "megan@contoso.com",
    password: "b",
    scope: "https://graph.microsoft.com/.default",
  }),
};

describe("a folder", () => {
  const item = "[driveItem](../resources/driveitem.md)";
  const tree = contractOfPages({
    ...drive,
    "resources/drive.md": resourcePage("drive", {
      properties: ["|id|String|The key.|"],
      relationships: [`|root|${item}|The folder in which all is.|`, `|items|${item} collection|All items.|`],
      json: { id: "String" },
    }),
    "api/children-list.md": apiPage(
      "List children",
      "GET /me/drive/root/children\nGET /me/drive/items/{item-id}/children",
      {
        response: `\`200 OK\` response code and a collection of ${item} objects`,
        examples: [
          [
            "GET https://graph.microsoft.com/v1.0/me/drive/root/children",
            `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify({ value: [{ id: "TAX", name: "Tax", folder: {} }] })}`,
          ],
        ],
      },
    ),
    "api/children-post.md": apiPage(
      "Create folder",
      "POST /me/drive/root/children\nPOST /me/drive/items/{item-id}/children",
      {
        body: `In the request body, supply a JSON representation of the ${item} object.`,
        response: `\`201 Created\` response code and a ${item} object`,
      },
    ),
    "api/item-update.md": apiPage("Update item", "PATCH /me/drive/items/{item-id}", {
      response: `\`200 OK\` response code and a ${item} object`,
    }),
  });
  const names = async ({ ask }: Asked, path: string) => (await ask(path)).items.map(({ name }) => name);

  it("that is made among the children is one of the items, and no file", async () => {
    const asked = await askedByUser([tree]);
    const { ask } = asked;
    expect(await names(asked, "/me/drive/root/children")).toEqual(["Tax"]);
    const made = await ask("POST /me/drive/root/children", { body: { name: "Bills", folder: {} } });
    expect(made).toMatchObject({ status: 201, body: { name: "Bills", file: null } });
    const path = `${items}/${String(made.body.id)}`;
    expect((await ask(path)).body).toMatchObject({
      name: "Bills",
      parentReference: { path: "/drive/root:" },
    });
    await ask(`PATCH ${path}`, { body: { name: "Paid" } });
    expect(await names(asked, "/me/drive/root/children")).toEqual(["Tax", "Paid"]);
    expect((await ask("/me/drive/root:/Paid")).body.id).toBe(made.body.id);
    expect(await names(asked, `${items}/root/children`)).toEqual(["Tax", "Paid"]);
  });

  it("holds what is made in it, by its key and by its path, and nothing else", async () => {
    const asked = await askedByUser([tree]);
    const { body } = await asked.ask(`POST ${items}/TAX/children`, { body: { name: "2020", folder: {} } });
    expect(await names(asked, `${items}/TAX/children`)).toEqual(["2020"]);
    expect(await names(asked, "/me/drive/root/children")).toEqual(["Tax"]);
    expect((await asked.ask("/me/drive/root:/Tax/2020")).body.id).toBe(body.id);
    expect(await names(asked, `${items}/${String(body.id)}/children`)).toEqual([]);
    expect((await asked.ask(`${items}/none/children`)).status).toBe(404);
    // A folder takes what is in it along to its new name.
    await asked.ask(`PATCH ${items}/TAX`, { body: { name: "Taxes" } });
    expect((await asked.ask("/me/drive/root:/Taxes/2020")).body.id).toBe(body.id);
    expect((await asked.ask("/me/drive/root:/Tax/2020")).status).toBe(404);
  });

  it("on the way to a file is made with it", async () => {
    const asked = await askedByUser([tree]);
    await asked.ask("PUT /me/drive/root:/Tax/2021/May.txt:/content", { headers: text, body: "much" });
    expect(await names(asked, `${items}/TAX/children`)).toEqual(["2021"]);
    expect(await names(asked, "/me/drive/root:/Tax/2021:/children")).toEqual(["May.txt"]);
    expect((await asked.ask("/me/drive/root:/Tax/2021")).body.file).toBeNull();
  });
});

describe("an upload session", () => {
  async function begin({ ask, service }: Asked, path = `${byPath}:`, body: object = { item: {} }) {
    const { status, body: session } = await ask(`POST ${path}/createUploadSession`, { body });
    expect(status).toBe(200);
    const target = String(session.uploadUrl).replace(origin, "");
    return async (method: string, part = "", range?: string) => {
      const headers: Record<string, string> =
        range === undefined ? {} : { "content-range": `bytes ${range}` };
      return await answer(service, { method, target, headers, body: part, origin });
    };
  }

  it("takes the parts in their order, without a token, and makes the file with the last one", async () => {
    const asked = await askedByUser([contract]);
    const send = await begin(asked);
    const first = await send("PUT", "abcd", "0-3/10");
    expect([first.status, first.json]).toEqual([
      202,
      expect.objectContaining({ nextExpectedRanges: ["4-"] }),
    ]);
    expect((await send("PUT", "abcd", "0-3/10")).status).toBe(416);
    expect((await send("PUT", "ij", "8-9/10")).status).toBe(416);
    expect((await send("PUT", "efg", "4-7/10")).status).toBe(400);
    expect((await send("PUT", "efgh", "4-7/11")).status).toBe(400);
    expect((await send("GET")).json).toMatchObject({ nextExpectedRanges: ["4-"] });
    expect((await asked.ask(byPath)).status).toBe(404);
    const last = await send("PUT", "efghij", "4-9/10");
    expect([last.status, last.json]).toEqual([201, expect.objectContaining({ name: "July.txt", size: 10 })]);
    expect(textOf(await asked.ask(`${byPath}:/content`))).toBe("abcdefghij");
    expect((await send("GET")).status).toBe(404);
  });

  it("is cancelled, and leaves nothing", async () => {
    const asked = await askedByUser([contract]);
    const send = await begin(asked);
    await send("PUT", "ab", "0-1/4");
    expect((await send("DELETE")).status).toBe(204);
    expect((await send("PUT", "cd", "2-3/4")).status).toBe(404);
    expect((await asked.ask(byPath)).status).toBe(404);
  });

  it("waits for a request of its own where that was asked for", async () => {
    const asked = await askedByUser([contract]);
    const send = await begin(asked, `${byPath}:`, { item: {}, deferCommit: true });
    expect((await send("POST")).status).toBe(400);
    expect((await send("PUT", "ab", "0-1/2")).status).toBe(202);
    expect((await asked.ask(byPath)).status).toBe(404);
    expect((await send("POST")).status).toBe(201);
    expect((await asked.ask(byPath)).body.size).toBe(2);
  });

  it("replaces the content of a file that is there, or leaves it alone where the client says so", async () => {
    const asked = await askedByUser([contract]);
    const send = await begin(asked, `${items}/${reportKey}`);
    expect((await send("PUT", "ab", "0-1/2")).status).toBe(200);
    expect(textOf(await asked.ask(`${items}/${reportKey}/content`))).toBe("ab");
    await asked.ask(`PUT ${byPath}:/content`, { headers: text, body: "one" });
    const item = { "@microsoft.graph.conflictBehavior": "fail" };
    const other = await begin(asked, `${byPath}:`, { item });
    expect((await other("PUT", "ab", "0-1/2")).status).toBe(409);
    expect(textOf(await asked.ask(`${byPath}:/content`))).toBe("one");
    expect((await asked.ask(`POST ${items}/none/createUploadSession`, { body: { item: {} } })).status).toBe(
      404,
    );
  });
});

describe("what is accepted and goes on", () => {
  it("has the documented address, at which it is read without a token that it is done", async () => {
    const { ask, service } = await askedByUser([contract]);
    const { status, headers } = await ask(`POST ${items}/${reportKey}/copy`, { body: { name: "b" } });
    expect(status).toBe(202);
    const target = String(headers.location).replace(origin, "");
    const state = await answer(service, { method: "GET", target, headers: {}, body: "", origin });
    expect(state.status).toBe(200);
    expect(state.json).toMatchObject({ status: "completed", percentageComplete: 100 });
    const none = await answer(service, {
      method: "GET",
      target: `${target}0`,
      headers: {},
      body: "",
      origin,
    });
    expect(none.status).toBe(404);
  });
});
