import type { APIRequestContext, APIResponse } from "@playwright/test";
import { describe, expect, it } from "vitest";
import { askedOperation } from "../../../src/playwright/asked-operation.ts";
import { type GraphResponse, readResponse } from "../../../src/playwright/graph-response.ts";
import { readGraphUrl } from "../../../src/playwright/graph-url.ts";
import { remembering } from "../../../src/playwright/known-request.ts";
import { contractOfPages } from "../../support/asked.ts";
import { documentation } from "../../support/documentation.ts";
import { list, listId } from "./judged.ts";

describe("a response", () => {
  it("of fetch is read, and can be read once more", async () => {
    const response = new Response('{"id":"1"}', { status: 200, headers: { "OData-Version": "4.0" } });
    const { received } = await readResponse(response);
    expect(received).toMatchObject({ status: 200, body: '{"id":"1"}' });
    expect(received.headers).toContainEqual(["odata-version", "4.0"]);
    expect(await response.json()).toEqual({ id: "1" });
    await expect(readResponse(response)).rejects.toThrow("was read before");
  });

  it("in parts is JSON where its body is a value, unless it says otherwise", async () => {
    const type = async (headers?: Record<string, string>) =>
      (await readResponse({ status: 200, body: {}, ...(headers ? { headers } : {}) })).received.headers;
    expect(await type()).toEqual([["Content-Type", "application/json"]]);
    expect(await type({ "content-type": "text/plain" })).toEqual([["content-type", "text/plain"]]);
    expect((await readResponse({ status: 204 })).received).toMatchObject({ headers: [], body: "" });
  });

  it("is none where it has no status", async () => {
    for (const other of [undefined, null, "text", {}, { status: "200" }])
      await expect(readResponse(other as GraphResponse)).rejects.toThrow("is no response");
  });

  it("has the request that is given with it", async () => {
    const read = await readResponse({ status: 200 }, { method: "post", headers: { Prefer: "x" } });
    expect(read).toMatchObject({ method: "POST", sent: [["Prefer", "x"]] });
    expect(await readResponse({ status: 200 })).not.toHaveProperty("sent");
  });

  it("of a context that remembers has its request, with the headers that are always sent", async () => {
    const answer = () =>
      ({
        status: () => 200,
        statusText: () => "OK",
        url: () => list,
        headersArray: () => [],
        text: async () => "{}",
      }) as unknown as APIResponse;
    const context = { get: async () => answer(), fetch: async () => answer(), dispose: async () => "done" };
    const own = remembering(context as unknown as APIRequestContext, { Accept: "a", Prefer: "b" });
    const get = await readResponse(await own.get(list, { headers: { Prefer: "c" } }));
    expect(get).toMatchObject({
      method: "GET",
      sent: [
        ["Accept", "a"],
        ["Prefer", "c"],
      ],
    });
    const patch = await readResponse(await own.fetch(list, { method: "patch" }));
    expect(patch).toMatchObject({ method: "PATCH" });
    expect(await own.dispose()).toBe("done");
    expect(await readResponse(answer())).not.toHaveProperty("method");
  });
});

describe("the URL of a response", () => {
  it.each([
    [
      "https://graph.microsoft.com/v1.0/me?$select=id",
      "https://graph.microsoft.com/v1.0/me?$select=id",
      "v1.0",
    ],
    ["https://graph.microsoft.com/Beta/me", "https://graph.microsoft.com/beta/me", "beta"],
    ["http://localhost:8080/graph/v1.0/me", "http://localhost:8080/v1.0/me", "v1.0"],
    ["/v1.0/me?next=/beta/x", "https://graph.microsoft.com/v1.0/me?next=/beta/x", "v1.0"],
  ])("%s is below its version", (url, expected, version) => {
    expect(readGraphUrl(url)).toEqual({ url: expected, version });
  });

  it("says its version, or somebody else does", () => {
    expect(() => readGraphUrl("https://proxy.example/me")).toThrow("has no version of Graph");
    expect(readGraphUrl("https://proxy.example/me", "beta").url).toBe("https://proxy.example/beta/me");
  });
});

describe("the operation that a response came from", () => {
  const contract = documentation.contract("v1.0");
  const asked = { url: list, told: "there", method: "GET" };
  const named = (name?: string, given: object = {}) =>
    askedOperation(contract, { ...asked, ...given }, name).id;

  it("is found by the URL, and checked by the name", () => {
    for (const name of [undefined, listId, listId.replaceAll("{}", "{id}"), "GET /…/userProcessingResults"])
      expect(named(name)).toBe(listId);
    expect(() => named("GET /…/taskProcessingResults")).toThrow(`came from "${listId}", which is not`);
    expect(() => named(`${listId}s`)).toThrow(`did you mean "${listId}"?`);
    expect(() => named(listId, { method: "POST" })).toThrow("came from there, which is not");
    expect(() => named(undefined, { url: list.replace(/s$/, "") })).toThrow(`did you mean "${listId}"?`);
  });

  it("has to be named where several are there and nobody knows the method", () => {
    const api = (method: string) =>
      `# ${method}\n\n## HTTP request\n\`\`\`http\n${method} /teams\n\`\`\`\n\n## Response\n\nIf successful, this method returns a \`200 OK\` response code.\n`;
    const teams = contractOfPages({ "api/team-list.md": api("GET"), "api/team-post.md": api("POST") });
    const url = "https://graph.microsoft.com/v1.0/teams";
    const find = (method?: string, name?: string) =>
      askedOperation(teams, { url, told: url, ...(method ? { method } : {}) }, name).id;
    expect(() => find()).toThrow(`at ${url} there are "GET /teams" and "POST /teams": name the one`);
    expect(find("POST")).toBe("POST /teams");
    expect(find(undefined, "POST /teams")).toBe("POST /teams");
  });
});
