import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import { UsageError } from "../../../src/base/usage-error.ts";
import type { Contract, Example } from "../../../src/contract/contract.ts";
import { obtainExchanges, type ServiceInput } from "../../../src/exchange/service/obtain-exchanges.ts";
import { failedIn } from "../../../src/report/counts.ts";
import type { Exchange } from "../../../src/rules/exchange.ts";
import { judgeExchange } from "../../../src/rules/judge.ts";
import { contractOf } from "../../support/contract-of.ts";
import { listOf } from "../../support/service.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** A service for one test; what it was asked, in order. */
async function serve(answer: RequestListener): Promise<{ origin: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A service that answers everything with the same JSON. */
const json =
  (body: unknown, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(body));
  };

const location = { file: "v1.0/api/user-list.md", line: 7, column: 1 };

function contract(sketch: Partial<Contract["operations"][number]> = {}, examples: Example[] = []): Contract {
  const plain = contractOf({
    types: { user: { keyProperty: "id", properties: { id: "Edm.String", age: "Edm.Int32" } } },
    operations: [{ method: "GET", path: "/users", file: location.file, location, ...sketch }],
  });
  return { ...plain, examples };
}

function example(text: Partial<Example["request"]>): Example {
  const request = {
    method: "GET",
    url: "https://graph.microsoft.com/v1.0/users",
    target: spanAt(location),
    headers: [],
    location,
    ...text,
  };
  return { name: "list_users", title: "List the users", file: location.file, location, request };
}

const token = "the.secret.token";

function obtain(input: Pick<ServiceInput, "origin"> & Partial<ServiceInput>): Promise<Exchange[]> {
  return listOf(obtainExchanges({ contract: contract(), source: "mock", token, ...input }));
}

describe("obtaining exchanges from a service", () => {
  it("asks at the service's origin below the version, with the token, and without one to be refused", async () => {
    const { origin, asked } = await serve(json({ value: [] }));
    await obtain({ origin });
    expect(asked.map(({ url, headers }) => `${url} ${headers.authorization ?? "-"}`).sort()).toEqual([
      "/v1.0/users -",
      `/v1.0/users Bearer ${token}`,
      `/v1.0/users Bearer ${token}`,
    ]);
  });

  it("says of each exchange which page's promise it is for, and places its parts as in a file", async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(200, { "Content-Type": "application/json", Date: "" });
      response.end('{\n  "value": [1]\n}');
    });
    const [plain] = await obtain({ origin });
    const transcript = "mock/v1.0/user-list/plain.http";
    expect(plain).toMatchObject({
      source: "mock",
      version: "v1.0",
      name: "plain",
      title: "An operation: plain",
      file: location.file,
      location,
      request: {
        method: "GET",
        url: `${origin}/v1.0/users`,
        location: { file: transcript, line: 1, column: 1 },
      },
      response: { status: 200, reason: "OK", location: { file: transcript, line: 4, column: 1 } },
    });
    const { headers = [], body } = plain?.response ?? {};
    const lines = headers.map((header) => header.span.start.line);
    expect(lines).toEqual(headers.map((_, index) => 5 + index));
    expect(body?.location.line).toBe(6 + headers.length);
    expect(body?.json?.value).toEqual({ value: [1] });
    expect(plain).not.toHaveProperty("declared");
  });

  it("shows the places of a judged answer in the lines of its text", async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end('{\n  "value": [{ "id": "1",\n  "age": "old" }]\n}');
    });
    const body = { kind: "type", name: "microsoft.graph.user", collection: true } as const;
    const described = contract({ responses: [{ status: 200, body, location }] });
    const [plain] = await obtain({ origin, contract: described });
    const judgement = plain && judgeExchange(plain, described);
    const [finding] = judgement ? failedIn(judgement, "fail") : [];
    const { start, end } = finding?.transcript ?? spanAt(location);
    const shown = judgement?.response;
    const line = shown?.text.split("\n")[start.line - shown.location.line];
    expect(line?.slice(start.column - 1, end.column - 1)).toBe('"old"');
  });

  it("keeps the token out of every exchange, also where the service repeats it", async () => {
    const { origin } = await serve((request, response) => {
      response.writeHead(200, { "X-Echo": request.headers.authorization ?? "", "Set-Cookie": "session=1" });
      response.end(JSON.stringify({ value: [], echo: request.headers.authorization }));
    });
    const exchanges = await obtain({ origin });
    const text = JSON.stringify(exchanges);
    expect(text).not.toContain(token);
    expect(text).not.toContain("session=1");
    expect(text).toContain("Bearer …");
  });

  it("takes a redirection for the answer and follows no link to another host", async () => {
    const other = await serve(json({ value: [] }));
    const { origin } = await serve((request, response) => {
      if (request.headers.prefer) {
        response.writeHead(200, { "Content-Type": "application/json" });
        response.end(JSON.stringify({ value: [{}], "@odata.nextLink": `${other.origin}/v1.0/users` }));
      } else if (request.headers.authorization) json({ value: [{ id: "1" }] })(request, response);
      else response.writeHead(302, { Location: `${other.origin}/elsewhere` }).end();
    });
    const exchanges = await obtain({ origin });
    expect(exchanges.map(({ name, response }) => `${name} ${response?.status}`)).toEqual([
      "plain 200",
      "pages to the end 200",
      "without a token 302",
    ]);
    expect(other.asked).toEqual([]);
  });

  it("reads on where the links of the service lead", async () => {
    const { origin } = await serve((request, response) => {
      const page = Number(new URL(request.url ?? "", "http://x").searchParams.get("$skiptoken") ?? 1);
      const next = `http://${request.headers.host}/v1.0/users?$skiptoken=${page + 1}`;
      const more = page > 3 ? {} : { "@odata.nextLink": next };
      json({ value: [{ id: `${page}` }], ...more })(request, response);
    });
    const exchanges = await obtain({ origin });
    const paths = exchanges.map(({ name, request }) => `${name}: ${request.url.slice(origin.length)}`);
    expect(paths).toEqual([
      "plain: /v1.0/users",
      "plain, page 2: /v1.0/users?$skiptoken=2",
      "plain, page 3: /v1.0/users?$skiptoken=3",
      "plain, page 4: /v1.0/users?$skiptoken=4",
      "pages to the end: /v1.0/users",
      "pages to the end, page 2: /v1.0/users?$skiptoken=2",
      "pages to the end, page 3: /v1.0/users?$skiptoken=3",
      "without a token: /v1.0/users",
    ]);
  });

  it("changes nothing unless it may", async () => {
    const { origin, asked } = await serve(json({}, 204));
    const removing = contract({ method: "DELETE", path: "/users/{id}" }, [
      example({ method: "DELETE", url: "https://graph.microsoft.com/v1.0/users/7" }),
    ]);
    const held = await obtain({ origin, contract: removing });
    expect(asked).toEqual([]);
    expect(held.map(({ name, unanswered }) => `${name}: ${unanswered?.reason}`)).toEqual([
      "without a token: write-not-allowed",
      "list_users: write-not-allowed",
    ]);
    await obtain({ origin, contract: removing, writes: true });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "DELETE /v1.0/users/7",
      "DELETE /v1.0/users/7",
      "DELETE /v1.0/users/7",
    ]);
  });

  it("has no more reading requests under way than it was told", async () => {
    let open = 0;
    let most = 0;
    const { origin } = await serve((request, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        json({ value: [] })(request, response);
      }, 5);
    });
    const paths = ["/a", "/b", "/c", "/d", "/e", "/f"];
    const many = contractOf({ operations: paths.map((path) => ({ method: "GET", path })) });
    await obtain({ origin, contract: many, concurrency: 2 });
    expect(most).toBe(2);
  });
});

describe("a service that does not answer", () => {
  it("is no service when nothing answers at all", async () => {
    const { origin } = await serve(json({}));
    const [server] = servers.splice(0);
    await new Promise((done) => server?.close(done));
    const error = await obtain({ origin }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toBe(
      `UsageError: nothing answers at ${origin}: connect ECONNREFUSED ${origin.slice(7)}`,
    );
  });

  it("is none that can be asked when its address is no address", async () => {
    await expect(obtain({ origin: "graph.microsoft.com" })).rejects.toThrow(
      '"graph.microsoft.com" is no address of a service, such as https://graph.microsoft.com',
    );
  });

  it("verifies nothing of the request that it lets down, and the report says why", async () => {
    const { origin } = await serve((request, response) => {
      if (request.headers.authorization) json({ value: [] })(request, response);
      else request.socket.destroy();
    });
    const exchanges = await obtain({ origin });
    const silent = exchanges.find(({ probe }) => probe === "anonymous");
    expect(silent?.unanswered?.reason).toBe("service-error");
    expect(silent?.unanswered?.message).toMatch(/^the service did not answer: /);
    expect(silent && judgeExchange(silent, contract()).assertions).toMatchObject([
      { rule: "http/status", status: "not-verified", reason: "service-error" },
    ]);
  });

  it("is waited for no longer than it was told", async () => {
    const { origin } = await serve((request, response) => {
      if (request.headers.authorization) json({ value: [] })(request, response);
    });
    const exchanges = await obtain({ origin, timeout: 1_000 });
    expect(exchanges.find(({ probe }) => probe)?.unanswered?.message).toBe(
      "the service did not answer: no answer within 1 s",
    );
  });
});
