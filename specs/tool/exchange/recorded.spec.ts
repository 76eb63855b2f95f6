import { describe, expect, it } from "vitest";
import { batchParts } from "../../../src/exchange/recorded/batch-parts.ts";
import { judgeTraffic, trafficOf } from "../../../src/exchange/recorded/judge-traffic.ts";
import { placesOfItems } from "../../../src/exchange/recorded/places-of-items.ts";
import { readDevProxy } from "../../../src/exchange/recorded/read-dev-proxy.ts";
import { readHar } from "../../../src/exchange/recorded/read-har.ts";
import { showRequest, showResponse } from "../../../src/http/show-message.ts";
import type { Exchange } from "../../../src/rules/exchange.ts";
import { documentation } from "../../support/documentation.ts";

const graph = "https://graph.microsoft.com";
const place = { file: "a.har", line: 3, column: 5 };
const harOf = (...entries: unknown[]) =>
  readHar(
    entries,
    entries.map((_, index) => ({ ...place, line: index + 1 })),
  );
const proxyOf = (...mocks: unknown[]) =>
  readDevProxy(
    mocks,
    mocks.map((_, index) => ({ ...place, line: index + 1 })),
  );
const ok = { status: 200, headers: [], content: { text: "{}", mimeType: "application/json" } };
const get = (path: string, response: unknown = ok) => ({
  request: { method: "GET", url: `${graph}${path}`, headers: [] },
  response,
});
const exchangesOf = (...entries: unknown[]) =>
  trafficOf([{ file: "a.har", entries: harOf(...entries) }]).exchanges;

describe("a HAR file", () => {
  it("says where each entry begins, whatever else the file holds", () => {
    const text =
      '{"x":[{"entries":[1]}],\n "log": {"pages":[{}],\n  "entries": [ {"a":[{}]},\n    null, {}]}}';
    const places = placesOfItems(text, "a.har", ["log", "entries"]);
    expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual(["3:16", "4:5", "4:11"]);
    expect(placesOfItems('{"log":{"other":[{}]}}', "a.har", ["log", "entries"])).toEqual([]);
  });

  it("gives the messages, a body in Base64 as its text", () => {
    const content = { text: Buffer.from('{"id":"ü"}').toString("base64"), encoding: "base64" };
    const [entry] = harOf({
      request: {
        method: "post",
        url: `${graph}/v1.0/users`,
        headers: [
          { name: ":authority", value: "x" },
          { name: "Accept", value: "*/*" },
        ],
        postData: { mimeType: "application/json", text: '{"a":1}' },
      },
      response: {
        status: 201,
        statusText: "",
        headers: [],
        content: { ...content, mimeType: "application/json" },
      },
    });
    expect(entry?.sent).toEqual({
      method: "POST",
      url: `${graph}/v1.0/users`,
      headers: [["Accept", "*/*"]],
      body: '{"a":1}',
    });
    const headers = [["Content-Type", "application/json"]];
    expect(entry?.outcome).toEqual({ status: 201, reason: "Created", headers, body: '{"id":"ü"}' });
  });

  it("loses no entry that it cannot read, nor those behind it", () => {
    const entries = harOf(
      null,
      {},
      get("/v1.0/a", null),
      get("/v1.0/b", { status: 0 }),
      get("/v1.0/c", { status: 200, content: { size: 120 } }),
      get("/v1.0/d", { status: 204 }),
      get("/v1.0/e", { status: 200, content: { size: 0 } }),
    );
    expect(entries.map(({ outcome }) => ("status" in outcome ? outcome.status : outcome.reason))).toEqual([
      "unreadable",
      "unreadable",
      "unreadable",
      "unreadable",
      "unreadable",
      204,
      200,
    ]);
  });
});

describe("a mock file of Dev Proxy", () => {
  it("gives the mocks, a wildcard being a key, and the example of the URL where there is one", () => {
    const entries = proxyOf(
      { request: { url: `${graph}/v1.0/users/*` }, response: { body: { id: "1" } } },
      { request: { url: `${graph}/*/me*`, method: "patch", body: { a: 1 } }, response: { statusCode: 204 } },
      {
        request: { url: "*", exampleUrl: `${graph}/beta/me` },
        response: { statusCode: 404, headers: { "X-A": 1 } },
      },
      { request: { url: `${graph}/v1.0/users?$filter=*&$top=2` }, response: {} },
    );
    expect(entries.map(({ sent }) => `${sent.method} ${sent.url.slice(graph.length)}`)).toEqual([
      "GET /v1.0/users/*",
      "PATCH /v1.0/me",
      "GET /beta/me",
      "GET /v1.0/users?$top=2",
    ]);
    expect(entries[0]?.outcome).toMatchObject({
      status: 200,
      headers: [["Content-Type", "application/json"]],
    });
    expect(entries[2]?.outcome).toMatchObject({ status: 404, headers: [["X-A", "1"]] });
  });

  it("does not judge what stands in another file, and loses no mock", () => {
    const entries = proxyOf(
      { request: { url: `${graph}/v1.0/me` }, response: { body: "@photo.json" } },
      { response: {} },
      { request: { url: `${graph}/v1.0/me` } },
    );
    expect(entries.every(({ outcome }) => "reason" in outcome && outcome.reason === "unreadable")).toBe(true);
  });
});

describe("a batch", () => {
  const sent = {
    method: "POST",
    url: `${graph}/beta/$batch`,
    headers: [],
    body: JSON.stringify({
      requests: [
        { id: "1", method: "GET", url: "/me?$select=id" },
        {
          id: "2",
          method: "POST",
          url: "users",
          body: { a: 1 },
          headers: { "Content-Type": "application/json" },
        },
        { id: 3, method: "GET", url: "/groups" },
      ],
    }),
  };
  const answered = (status: number) => ({
    location: place,
    sent,
    outcome: {
      status,
      reason: "",
      headers: [],
      body: JSON.stringify({
        responses: [
          { id: "2", status: 201, body: { id: "x" } },
          { id: "1", status: 429, headers: { "Retry-After": "10" } },
        ],
      }),
    },
  });

  it("is taken apart, each part at the place of the batch with the answer that has its id", () => {
    const parts = batchParts(answered(200)) ?? [];
    expect(parts.map(({ sent: { method, url } }) => `${method} ${url.slice(graph.length)}`)).toEqual([
      "GET /beta/me?$select=id",
      "POST /beta/users",
      "GET /beta/groups",
    ]);
    expect(parts.map(({ location }) => location)).toEqual([place, place, place]);
    expect(parts[0]?.outcome).toMatchObject({ status: 429, headers: [["Retry-After", "10"]] });
    expect(parts[1]?.outcome).toMatchObject({ status: 201, body: '{"id":"x"}' });
    expect(parts[2]?.outcome).toMatchObject({ reason: "unreadable" });
  });

  it("stays one exchange where it was refused, and so does every other request", () => {
    expect(batchParts(answered(400))).toBeUndefined();
    expect(
      batchParts({ ...answered(200), sent: { ...sent, url: `${graph}/v1.0/me/$batch` } }),
    ).toBeUndefined();
  });
});

describe("recorded traffic", () => {
  it("is what went to Graph in any cloud; the rest is counted by host", () => {
    const elsewhere = { request: { method: "GET", url: "https://contoso.com/v1.0/me" }, response: ok };
    const china = {
      request: { method: "GET", url: "https://microsoftgraph.chinacloudapi.cn/v1.0/me" },
      response: ok,
    };
    const entries = harOf(get("/v1.0/me"), elsewhere, china, elsewhere);
    const traffic = trafficOf([{ file: "a.har", entries }]);
    expect(traffic.exchanges).toHaveLength(2);
    expect(traffic.leftOut).toEqual([{ host: "contoso.com", count: 2 }]);
  });

  it("is also what went to an endpoint that is named, be it below a path of its own", () => {
    const request = { method: "GET", url: "http://localhost:3000/graph/v1.0/me" };
    const entries = harOf({ request, response: ok });
    const named = trafficOf([{ file: "a.har", entries }], ["http://localhost:3000/graph/v1.0/"]);
    expect(named.exchanges.map((exchange) => exchange.request.url)).toEqual([
      "http://localhost:3000/v1.0/me",
    ]);
    expect(trafficOf([{ file: "a.har", entries }], ["http://localhost:30"]).exchanges).toEqual([]);
  });

  it("names its exchanges apart, and by what was asked rather than by their number", () => {
    const exchanges = exchangesOf(get("/v1.0/me"), get("/v1.0/users"), get("/v1.0/me"), get("/beta/me"));
    expect(exchanges.map(({ name }) => name)).toEqual(["GET /me", "GET /users", "GET /me, 2", "GET /me, 3"]);
    expect(exchanges.map(({ version }) => version)).toEqual(["v1.0", "v1.0", "v1.0", "beta"]);
  });

  it("holds nothing that signs somebody in", () => {
    const secrets = [
      "opaque-token-of-somebody",
      "session-of-somebody-else",
      "EwBIA8l6BAAUO9chh8cJ",
      "v1.eyJzaXRlaWQi",
    ];
    const body = JSON.stringify({
      access_token: secrets[2],
      url: `https://x/y?tempauth=${secrets[3]}`,
      id: secrets[0],
    });
    const [exchange] = exchangesOf({
      request: {
        method: "GET",
        url: `${graph}/v1.0/me?access_token=${secrets[2]}`,
        headers: [
          { name: "Authorization", value: `Bearer ${secrets[0]}` },
          { name: "cookie", value: `a=b; s=${secrets[1]}` },
        ],
      },
      response: { ...ok, headers: [{ name: "x-echo", value: secrets[1] }], content: { text: body } },
    });
    const { request, response } = exchange as Exchange & { response: NonNullable<Exchange["response"]> };
    const shown = showRequest(request).text + showResponse(response).text;
    for (const secret of secrets) expect(shown).not.toContain(secret);
    expect(shown).toContain("Bearer …");
  });

  it("keeps the codes of errors, which are no secrets", () => {
    const text = JSON.stringify({ error: { code: "Authorization_RequestDenied", message: "No." } });
    const [exchange] = exchangesOf(get("/v1.0/me", { status: 403, headers: [], content: { text } }));
    expect(exchange?.response?.body?.text).toBe(text);
  });

  it("is judged by the contract of its version; what no page documents is said to be so", () => {
    const path = "/v1.0/identityGovernance/lifecycleWorkflows/workflows/1/runs/2/userProcessingResults";
    const exchanges = exchangesOf(get(path), get("/v1.0/nowhere"), get("/me"));
    const judgements = [...judgeTraffic(exchanges, documentation.contract)];
    const status = judgements.map(
      ({ assertions }) => assertions.find(({ rule }) => rule === "http/status") ?? { status: "none" },
    );
    expect(status.map((one) => ("reason" in one ? one.reason : one.status))).toEqual([
      "pass",
      "undocumented",
      "unreadable",
    ]);
    expect(judgements[1]).toMatchObject({ source: "recorded", file: "a.har", location: { line: 2 } });
  });

  it("verifies nothing by a refusal that may be the fault of what was sent, and finds every other one", () => {
    const list = "/identityGovernance/lifecycleWorkflows/workflows/1/runs/2/userProcessingResults";
    const text = '{"error":{"code":"BadRequest","message":"Is none."}}';
    const refused = (method: string, path: string, status: number) => ({
      request: { method, url: `${graph}/v1.0${path}`, headers: [] },
      response: { status, headers: [], content: { text, mimeType: "application/json" } },
    });
    const write = "/identityGovernance/lifecycleWorkflows/workflows/1/activatewithscope";
    const exchanges = exchangesOf(
      refused("POST", write, 400),
      refused("POST", write, 409),
      refused("POST", write, 405),
      refused("GET", list, 400),
      refused("GET", list, 406),
    );
    const status = [...judgeTraffic(exchanges, documentation.contract)].map(({ assertions }) =>
      assertions.find(({ rule }) => rule === "http/status"),
    );
    expect(status.map((one) => (one && "reason" in one ? one.reason : one?.status))).toEqual([
      "no-data",
      "no-data",
      "fail",
      "no-data",
      "fail",
    ]);
  });
});
