import { describe, expect, it } from "vitest";
import { isObject } from "../../../src/base/is-object.ts";
import { type Answer, type Asked, askedOf, contractOfPages } from "../../support/asked.ts";
import { bookKey, library, otherShelfKey, shelfKey } from "./library.ts";

const contract = contractOfPages(library);
const shelves = "/library/shelves";
const shelf = `${shelves}/${shelfKey}`;

type Inner = Readonly<Record<string, unknown>>;

function send({ ask }: Asked, requests: readonly Inner[]): Promise<Answer> {
  return ask("POST /$batch", { body: { requests } });
}

/** The answers in a batch, by id. */
async function answersTo(asked: Asked, requests: readonly Inner[]): Promise<Record<string, Inner>> {
  const { status, body } = await send(asked, requests);
  expect(status).toBe(200);
  const responses = Array.isArray(body.responses) ? body.responses.filter(isObject) : [];
  return Object.fromEntries(responses.map((response) => [String(response.id), response]));
}

function statusesOf(answers: Readonly<Record<string, Inner>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).map(([id, { status }]) => [id, status]));
}

const get = (id: string, url = shelves, more: Inner = {}) => ({ id, method: "GET", url, ...more });
const json = { "Content-Type": "application/json" };

describe("a batch", () => {
  it("answers each request as if it had come alone, by its id", async () => {
    const asked = await askedOf([contract]);
    const answers = await answersTo(asked, [get("list"), get("one", shelf), get("none", `${shelves}/none`)]);
    expect(statusesOf(answers)).toEqual({ list: 200, one: 200, none: 404 });
    expect(answers.list?.body).toEqual((await asked.ask(shelves)).json);
    expect(answers.one?.body).toEqual((await asked.ask(shelf)).json);
    expect(answers.none?.body).toMatchObject({ error: { code: "Request_ResourceNotFound" } });
  });

  it("takes URLs with a slash before them or not, and with options", async () => {
    const asked = await askedOf([contract]);
    const answers = await answersTo(asked, [
      get("slash", `${shelves}?$select=id`),
      get("none", `${shelves.slice(1)}?$select=id`),
      get("number", `${shelves}/$count`),
    ]);
    expect(answers.slash?.body).toEqual(answers.none?.body);
    expect(answers.number?.body).toBe("2");
  });

  it("is for its own version", async () => {
    const asked = await askedOf([contract]);
    expect(statusesOf(await answersTo(asked, [get("1", `/v1.0${shelves}`)]))).toEqual({ "1": 404 });
    expect((await asked.ask("POST /beta/$batch", { body: { requests: [get("1")] } })).status).toBe(404);
  });

  it("writes what its requests send, with their headers", async () => {
    const asked = await askedOf([contract]);
    const answers = await answersTo(asked, [
      { id: "made", method: "POST", url: shelves, headers: json, body: { id: "new", displayName: "Autumn" } },
      { id: "changed", method: "patch", url: shelf, headers: json, body: { displayName: "Spring" } },
      { id: "deleted", method: "DELETE", url: `${shelf}/favourites/${bookKey}/$ref` },
      get("hidden", shelf),
      get("shown", shelf, { headers: { Prefer: "include-unknown-enum-members" } }),
    ]);
    expect(statusesOf(answers)).toEqual({ made: 201, changed: 200, deleted: 204, hidden: 200, shown: 200 });
    expect(answers.made?.headers).toMatchObject({ Location: `https://localhost:8443/v1.0${shelves}/new` });
    expect(answers.deleted).not.toHaveProperty("body");
    expect(answers.hidden?.body).toMatchObject({ displayName: "Spring", kind: "unknownFutureValue" });
    expect(answers.shown?.body).toMatchObject({ displayName: "Spring", kind: "hidden" });
  });

  it("answers one bad request in it like any other, and goes on", async () => {
    const asked = await askedOf([contract]);
    const answers = await answersTo(asked, [
      { id: "text", method: "POST", url: shelves, headers: { "Content-Type": "text/plain" }, body: "x" },
      { id: "wrong", method: "POST", url: shelves, headers: json, body: { capacity: "x" } },
      { id: "method", method: "PURGE", url: shelves },
      { id: "filter", method: "GET", url: `${shelves}?$filter=${"(".repeat(5000)}` },
      get("right"),
    ]);
    expect(statusesOf(answers)).toEqual({ text: 415, wrong: 400, method: 405, filter: 400, right: 200 });
    expect((await asked.ask(shelves)).items.map(({ id }) => id)).toEqual([shelfKey, otherShelfKey]);
  });

  it("shares its token with its requests, and has none where it has none", async () => {
    const asked = await askedOf([contract]);
    const sent = { headers: { authorization: "" }, body: { requests: [get("1")] } };
    expect((await asked.ask("POST /$batch", sent)).status).toBe(401);
    expect(statusesOf(await answersTo(asked, [get("1")]))).toEqual({ "1": 200 });
    const answers = await answersTo(asked, [
      get("1", shelves, { headers: { Authorization: "Bearer other" } }),
    ]);
    expect(statusesOf(answers)).toEqual({ "1": 401 });
  });
});

describe("a request that depends on others", () => {
  it("is answered when they succeed", async () => {
    const asked = await askedOf([contract]);
    const answers = await answersTo(asked, [
      { id: "made", method: "POST", url: shelves, headers: json, body: { id: "new" } },
      get("read", `${shelves}/new`, { dependsOn: ["made"] }),
    ]);
    expect(statusesOf(answers)).toEqual({ made: 201, read: 200 });
  });

  it("is not tried when one of them fails, nor is what depends on it", async () => {
    const asked = await askedOf([contract]);
    const answers = await answersTo(asked, [
      get("right"),
      get("wrong", `${shelves}/none`),
      { id: "deleted", method: "DELETE", url: shelf, dependsOn: ["right", "wrong"] },
      get("later", shelves, { dependsOn: ["deleted"] }),
      get("apart", shelves, { dependsOn: ["right"] }),
    ]);
    expect(statusesOf(answers)).toEqual({ right: 200, wrong: 404, deleted: 424, later: 424, apart: 200 });
    expect(answers.deleted?.body).toMatchObject({ error: { code: "FailedDependency" } });
    expect((await asked.ask(shelf)).status).toBe(200);
  });
});

describe("a batch that is refused as a whole", () => {
  const twenty = Array.from({ length: 20 }, (_, index) => get(String(index)));

  it("has more than twenty requests", async () => {
    const asked = await askedOf([contract]);
    const { status, error } = await send(asked, [...twenty, get("20")]);
    expect({ status, message: error.message }).toEqual({
      status: 400,
      message: "a batch has 21 requests; 20 are the most",
    });
    expect(Object.keys(await answersTo(asked, twenty))).toHaveLength(20);
  });

  it.each([
    ["no requests", []],
    ["a request that is no object", ["x"]],
    ["a request without an id", [{ method: "GET", url: shelves }]],
    ["an id that is a number", [{ ...get("1"), id: 1 }]],
    ["an id twice", [get("1"), get("1")]],
    ["no method", [{ id: "1", url: shelves }]],
    ["no URL", [{ id: "1", method: "GET" }]],
    ["an absolute URL", [get("1", `https://graph.microsoft.com/v1.0${shelves}`)]],
    ["a URL without an end", [get("1", "/a".repeat(40_000))]],
    ["headers that are no texts", [get("1", shelves, { headers: { a: { toString: 1 } } })]],
    ["headers of two lines", [get("1", shelves, { headers: { accept: "*/*\nodata.maxpagesize=1" } })]],
    ["a dependency that is no id", [get("1"), get("2", shelves, { dependsOn: [{ toString: 1 }] })]],
    ["a dependency on what is not there", [get("1", shelves, { dependsOn: ["2"] })]],
    ["a dependency on what comes later", [get("1", shelves, { dependsOn: ["2"] }), get("2")]],
    ["a dependency on itself", [get("1", shelves, { dependsOn: ["1"] })]],
    [
      "a batch in it",
      [{ id: "1", method: "POST", url: "/$batch", headers: json, body: { requests: [get("1")] } }],
    ],
    [
      "a batch in it that is escaped",
      [{ id: "1", method: "POST", url: "/%24batch", headers: json, body: {} }],
    ],
    [
      "a batch in it behind slashes",
      [{ id: "1", method: "POST", url: "//$BATCH/", headers: json, body: {} }],
    ],
  ])("has %s", async (_what, requests) => {
    const { ask } = await askedOf([contract]);
    const change = { id: "change", method: "DELETE", url: shelf };
    const { status, error } = await ask("POST /$batch", {
      body: { requests: [...requests, ...(requests.length > 0 ? [change] : [])] },
    });
    expect({ status, code: error.code }).toEqual({ status: 400, code: "BadRequest" });
    expect((await ask(shelf)).status).toBe(200);
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["another name for its requests", '{"value": []}'],
    ["a name twice", '{"requests": [], "requests": []}'],
    ["brackets as deep as the sea", `{"requests": ${"[".repeat(200_000)}${"]".repeat(200_000)}}`],
    [
      "a body as deep as the sea in a request",
      `{"requests": [{"id": "1", "method": "POST", "url": "/x", "body": ${"[".repeat(200_000)}${"]".repeat(200_000)}}]}`,
    ],
  ])("is %s", async (_what, body) => {
    const { ask } = await askedOf([contract]);
    expect((await ask("POST /$batch", { body })).status).toBe(400);
  });

  it("comes in another media type, or with another method", async () => {
    const { ask } = await askedOf([contract]);
    const body = { requests: [get("1")] };
    expect((await ask("POST /$batch", { headers: { "content-type": "text/plain" }, body })).status).toBe(415);
    const { status, headers } = await ask("GET /$batch");
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: "POST" });
  });

  it("is none with the names of JavaScript for ids and headers", async () => {
    const asked = await askedOf([contract]);
    const body = `{"__proto__": {}, "requests": [
      {"id": "__proto__", "method": "GET", "url": "${shelves}", "headers": {"__proto__": "x", "constructor": "y"}},
      {"id": "constructor", "method": "GET", "url": "${shelves}", "dependsOn": ["__proto__"]}]}`;
    const { status, body: answer } = await asked.ask("POST /$batch", { body });
    expect(status).toBe(200);
    expect(answer.responses).toMatchObject([
      { id: "__proto__", status: 200 },
      { id: "constructor", status: 200 },
    ]);
  });
});
