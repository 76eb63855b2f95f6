import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { httpTransport } from "../../../src/exchange/service/transport/http-transport.ts";
import type { TokenSource } from "../../../src/exchange/service/transport/sign-requests.ts";
import {
  type Answering,
  contractWith,
  envelope,
  gated,
  honest,
  json,
  listOfRuns,
  oneList,
  origin,
  promises,
  refusal,
} from "./gated.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** Gives `token-1`, `token-2`, ... */
function tokensInTurn(): TokenSource {
  let number = 1;
  return { token: async () => `token-${number}`, renew: async () => `token-${++number}`, describes: "" };
}

/** A list that goes from page to page, as the pages say; the first is page 0. */
function walked(
  page: (number: number) => { readonly id: string; readonly next?: number | string; readonly count?: number },
): Answering {
  return oneList((path, { url }) => {
    const { id, next, count } = page(Number(url.searchParams.get("$skiptoken") ?? 0));
    const link = typeof next === "number" ? `${origin}/v1.0/groups?$skiptoken=${next}` : next;
    return listOfRuns(path, [{ id }], {
      ...(count === undefined ? {} : { "@odata.count": count }),
      ...(link === undefined ? {} : { "@odata.nextLink": link }),
    });
  });
}

describe("a gate whose token", () => {
  it("expires in mid-run goes on with another, and loses nothing", async () => {
    let asked = 0;
    const expiring: Answering = (path, sent) =>
      ++asked > 3 && sent.headers.Authorization === "Bearer token-1" ? refusal : honest(path, sent);
    const ended = await gated(expiring, { tokens: tokensInTurn() });
    expect(ended).toMatchObject({ code: 0, found: [], missing: [] });
  });

  it("expires for good is 1, under the floor: nothing is broken, and what has none is named", async () => {
    let asked = 0;
    const expiring: Answering = (path, sent) => (++asked > 1 ? refusal : honest(path, sent));
    const { code, found, reasons, missing, sent } = await gated(expiring, { concurrency: 1 });
    expect([code, found, missing]).toEqual([1, [], ["GET /groups", "GET /runs/{}"]]);
    expect(reasons).toContain("no-credentials");
    expect(sent).toBeLessThan(15);
  });

  it("is refused from the first request on, or made under policies of before, is 2, with one sentence", async () => {
    expect(await gated(() => refusal)).toMatchObject({
      code: 2,
      ended: `${origin} refuses the token: it is not valid there`,
    });
    const outdated = envelope("InvalidAuthenticationToken", "The token was created with outdated policies.");
    const { code, ended, sent } = await gated(() => json(401, outdated), {
      tokens: tokensInTurn(),
      concurrency: 1,
    });
    expect([code, ended, sent]).toEqual([
      2,
      expect.stringMatching(/^[^\n]*policies that have changed[^\n]*$/),
      1,
    ]);
  });

  it("has not yet the role that was consented to is told which, and no promise is broken", async () => {
    const withRole = "Bearer token-2";
    const consented: Answering = (path, sent) =>
      path.startsWith("/runs") && sent.headers.Authorization !== withRole
        ? json(403, envelope("Authorization_RequestDenied", "Insufficient privileges."))
        : honest(path, sent);
    const early = await gated(consented, { tokens: tokensInTurn() });
    expect(early).toMatchObject({ code: 1, found: [], missing: ["GET /runs", "GET /runs/{}"] });
    expect(early.said).toContainEqual(expect.stringContaining("Run.Read.All for an application"));
    const tokens = { ...tokensInTurn(), token: async () => "token-2" };
    expect(await gated(consented, { tokens })).toMatchObject({ code: 0, missing: [] });
  });
});

describe("a gate of a list", () => {
  it("that is whole over two pages is 0", async () => {
    const whole = walked((page) => (page === 0 ? { id: "a1", next: 1, count: 2 } : { id: "a2" }));
    expect(await gated(whole)).toMatchObject({ code: 0, found: [] });
  });

  it.each<[what: string, rule: string, answer: Answering]>([
    [
      "that stops before what was counted",
      "service/broken-walk",
      walked((page) => (page === 0 ? { id: "a1", next: 1, count: 9 } : { id: "a2" })),
    ],
    [
      "whose links run in a circle",
      "service/broken-walk",
      walked((page) => ({ id: `a${page}`, next: 1 + (page % 2) })),
    ],
    ["that links to itself", "odata/next-link", walked((page) => ({ id: `a${page}`, next: 1 }))],
    [
      "whose links never end, with the same item",
      "body/duplicate-item",
      walked((page) => ({ id: "a1", next: page + 1 })),
    ],
    [
      "that goes on at another host",
      "odata/next-link",
      walked(() => ({ id: "a1", next: "https://elsewhere.example/v1.0/groups?$skiptoken=1" })),
    ],
  ])("%s is 1, by %s, and comes to an end", async (_, rule, answer) => {
    const hosts = new Set<string>();
    const { code, found, sent } = await gated((path, message) => {
      hosts.add(message.url.host);
      return answer(path, message);
    });
    expect([code, [...new Set(found)]]).toEqual([1, [rule]]);
    expect(sent).toBeLessThan(40);
    expect([...hosts]).toEqual([new URL(origin).host]);
  });
});

describe("a gate of a service whose connection", () => {
  /** What comes over a real connection to one list. */
  async function wired(listener: RequestListener) {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/groups`);
    const overWire = httpTransport();
    const message = { method: "GET", headers: { "Accept-Encoding": "gzip" } };
    return gated(oneList(() => overWire(url, message, new AbortController().signal)));
  }
  const whole = listOfRuns("/groups", [{ id: "a1" }]).body;
  const jsonType = { "Content-Type": "application/json" };

  it("packs what it says is read as if it did not", async () => {
    const { code, found, missing } = await wired((_, response) =>
      response.writeHead(200, { ...jsonType, "Content-Encoding": "gzip" }).end(gzipSync(whole)),
    );
    expect([code, found, missing]).toEqual([0, [], []]);
  });

  it.each<[what: string, does: RequestListener]>([
    ["is reset before it answers", (request) => request.socket.destroy()],
    [
      "is reset in the middle of a body",
      (_, response) => {
        response.writeHead(200, { ...jsonType, "Content-Length": "1000" }).write(whole.slice(0, 20));
        setTimeout(() => response.destroy(), 5);
      },
    ],
    [
      "cuts off a chunked body",
      (_, response) => {
        response.writeHead(200, jsonType).write(whole.slice(0, 20));
        setTimeout(() => response.destroy(), 5);
      },
    ],
    [
      "cuts off a packed body",
      (_, response) => {
        const packed = gzipSync(whole);
        response
          .writeHead(200, { ...jsonType, "Content-Encoding": "gzip" })
          .end(packed.subarray(0, packed.length - 9));
      },
    ],
    [
      "brings what is not packed as it says",
      (_, response) => response.writeHead(200, { ...jsonType, "Content-Encoding": "gzip" }).end(whole),
    ],
  ])("%s: one list is not verified, named, and nothing is broken", async (_, does) => {
    const { code, found, missing, reasons } = await wired(does);
    expect([code, found, missing]).toEqual([0, [], ["GET /groups"]]);
    expect(reasons).toContain("service-error");
  });
});

describe("the limits of a gate", () => {
  it("are its budget: what it does not reach is named, and nothing more is sent", async () => {
    for (const budget of [0, 1, 2]) {
      const { code, found, sent, reasons } = await gated(honest, { budget, floor: 1 });
      expect([code, found, sent]).toEqual([1, [], budget]);
      expect(reasons).toContain("budget");
    }
    const { said } = await gated(honest, { budget: 1 });
    expect(said).toContain("not asked: the budget of 1 request is used up");
  });

  it("are its time, however long a service wants to be left alone", async () => {
    const full: Answering = (path, sent) =>
      path === "/runs" ? honest(path, sent) : json(429, "", { "Retry-After": "100000" });
    const { code, found, reasons, said } = await gated(full, { timeLimit: 60_000, floor: 1 });
    expect([code, found]).toEqual([1, []]);
    expect(
      [...reasons].filter((one) => one !== "throttled" && one !== "budget" && one !== "no-data"),
    ).toEqual([]);
    expect(said.length).toBeGreaterThan(3);
  });

  it("hold for a list that is reset for ever: it is named, and the rest is verified", async () => {
    const reset = oneList(() => Promise.reject(new Error("read ECONNRESET")));
    const { code, found, reasons, sent, missing } = await gated(reset);
    expect([code, found, missing]).toEqual([0, [], ["GET /groups"]]);
    expect(reasons).toContain("service-error");
    expect(sent).toBeLessThan(30);
  });
});

const nothing = { status: 204, reason: "", headers: [], body: "" };

describe("a gate that creates something in a tenant of several replicas", () => {
  const key = "made-1";
  const writable = contractWith(
    { method: "DELETE", path: "/runs/{id}", ...promises(false, 4, 204), title: "Delete" },
    { method: "PATCH", path: "/runs/{id}", ...promises(false, 5, 204), title: "Update" },
    { method: "POST", path: "/runs", ...promises(false, 6, 201), title: "Create" },
  );

  /** Holds one run more once it was created; `lacks` says whether the replica that is asked has it not yet. */
  function replicated(
    lacks: (method: string, asked: number) => boolean,
    answersWith: "body" | "place" = "body",
  ) {
    const asked = new Map<string, number>();
    const told: string[] = [];
    let exists = false;
    const answering: Answering = (path, sent) => {
      const { method } = sent;
      if (method !== "GET") told.push(`${method} ${path}`);
      if (method === "POST") {
        exists = true;
        const whole = { "@odata.context": `${origin}/v1.0/$metadata#runs/$entity`, id: key };
        const Location = `${origin}/v1.0/runs/${key}`;
        return json(201, answersWith === "body" ? whole : "", { Location });
      }
      if (path !== `/runs/${key}`) return honest(path, sent);
      const before = asked.get(method) ?? 0;
      asked.set(method, before + 1);
      if (method === "GET") told.push(`${method} ${path}`);
      if (!exists || lacks(method, before)) return json(404, envelope("NotFound", "No such run."));
      if (method === "DELETE") exists = false;
      if (method !== "GET") return nothing;
      return json(200, { "@odata.context": `${origin}/v1.0/$metadata#runs/$entity`, id: key });
    };
    return { answering, told, exists: () => exists };
  }
  const settings = { contract: writable, allowWrites: true } as const;

  it("asks once more for what one has not yet, is 0, and leaves nothing", async () => {
    const { answering, told, exists } = replicated((_, before) => before === 0);
    expect(await gated(answering, settings)).toMatchObject({ code: 0, found: [], missing: [], left: [] });
    expect(exists()).toBe(false);
    expect(told.filter((line) => line.endsWith(key))).toEqual(
      ["GET", "GET", "PATCH", "PATCH", "DELETE", "DELETE", "DELETE"].map(
        (method) => `${method} /runs/${key}`,
      ),
    );
  });

  it("asks for nothing twice where all have it", async () => {
    const { answering, told } = replicated(() => false);
    expect(await gated(answering, settings)).toMatchObject({ code: 0, found: [], missing: [], left: [] });
    // What was deleted is asked for once more, to be told that it is gone.
    expect(told.filter((line) => line.endsWith(key)).map((line) => line.split(" ")[0])).toEqual([
      "GET",
      "PATCH",
      "DELETE",
      "DELETE",
    ]);
  });

  it("is 1 where what it created is never there, and says that it may be left behind", async () => {
    for (const answersWith of ["body", "place"] as const) {
      const { answering } = replicated(() => true, answersWith);
      const { code, found, left } = await gated(answering, settings);
      expect(code).toBe(1);
      const broken = found.filter((rule) => rule !== "http/body-missing");
      expect(broken).toEqual(["http/status", "http/status", "http/status", "service/left-behind"]);
      expect(left).toEqual([`/runs/${key}: its removal was answered with 404 Not Found`]);
    }
  });

  it("changes what was given before it removes it", async () => {
    const told: string[] = [];
    const contract = {
      ...writable,
      operations: writable.operations.filter(({ method }) => method !== "POST"),
    };
    const { code, found, left } = await gated(
      (path, sent) => {
        if (sent.method === "GET") return honest(path, sent);
        told.push(`${sent.method} ${path}`);
        return path === "/runs/a1" && !told.slice(0, -1).includes("DELETE /runs/a1")
          ? nothing
          : json(404, envelope("NotFound"));
      },
      { contract, allowWrites: true, bindings: { id: "a1" } },
    );
    expect([code, found, left]).toEqual([0, [], []]);
    expect(told).toEqual(["PATCH /runs/a1", "DELETE /runs/a1", "DELETE /runs/a1"]);
  });
});
