import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { judgeService } from "../../../src/exchange/service/judge-service.ts";
import type { ServiceInput } from "../../../src/exchange/service/obtain-exchanges.ts";
import {
  type Politeness,
  politeTransport,
} from "../../../src/exchange/service/transport/polite-transport.ts";
import { failedIn } from "../../../src/report/counts.ts";
import { contractOf } from "../../support/contract-of.ts";
import { quickClock } from "../../support/quick-clock.ts";
import { listOf } from "../../support/service.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

interface Asked {
  readonly url: string;
  readonly token: string | undefined;
  readonly priority: string | undefined;
}

/** A service that lies; without a token it is honest, so that only the lie is in what is said. */
async function serve(lie: RequestListener): Promise<{ origin: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { authorization: token, "x-ms-throttle-priority": priority } = request.headers;
    asked.push({ url: request.url ?? "", token, priority: priority?.toString() });
    if (token !== undefined) lie(request, response);
    else {
      const headers = { "Content-Type": "application/json", "WWW-Authenticate": "Bearer" };
      response
        .writeHead(401, headers)
        .end('{"error":{"code":"InvalidAuthenticationToken","message":"None."}}');
    }
  });
  return { origin: await listening(server), asked };
}

async function listening(serves: Server | RequestListener): Promise<string> {
  const server = typeof serves === "function" ? createServer(serves) : serves;
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const location = { file: "v1.0/api/run-list.md", line: 7, column: 1 };
const body = { kind: "type", name: "microsoft.graph.run", collection: true } as const;
const responses = [{ status: 200, body, location }];
const contract = contractOf({
  types: { run: { keyProperty: "id", properties: { id: "Edm.String" } } },
  operations: [{ method: "GET", path: "/runs", file: location.file, location, responses }],
});

const token = "the.secret.token";

/** What the exchange says of a service, and what was sent to it. */
async function judged(lie: RequestListener, politeness: Politeness = {}, input: Partial<ServiceInput> = {}) {
  const { origin, asked } = await serve(lie);
  const clock = quickClock();
  const { transport, sent } = politeTransport({ clock, ...politeness });
  const { sleep } = clock;
  const service = { contract, origin, source: "tenant", token, transport, timeout: 0, sleep } as const;
  const judgements = await listOf(judgeService({ ...service, ...input }));
  const said = judgements.flatMap(({ assertions }) =>
    assertions.flatMap((one) => (one.status === "not-verified" ? [`${one.reason}: ${one.message}`] : [])),
  );
  const found = judgements.flatMap((one) => failedIn(one, "fail")).map(({ rule }) => rule);
  return { said, found, asked, sent: sent(), waits: clock.waits, judgements };
}

const json = (response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}) =>
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(text);

const list = JSON.stringify({
  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#runs",
  value: [],
});
/** How many requests the plan makes with a token, and without one. */
const [signed, anonymous] = [2, 1];

describe("a service that is asked politely", () => {
  it("is asked once for each thing when it is honest, with the least priority", async () => {
    const { said, found, asked, sent } = await judged((_, response) => json(response, 200, list));
    expect([said.filter((one) => !one.startsWith("no-data")), found]).toEqual([[], []]);
    expect(sent).toBe(signed + anonymous);
    expect(new Set(asked.map(({ priority }) => priority))).toEqual(new Set(["Low"]));
  });

  it("is throttled, for ever, and says so, after as many requests as it may be asked", async () => {
    const throttled: RequestListener = (_, response) => json(response, 429, "", { "Retry-After": "10" });
    const { said, found, sent } = await judged(throttled);
    expect(said[0]).toBe(
      "throttled: 429 Too Many Requests came back: the service had no room for the request; it was asked 5 times",
    );
    expect(found).toEqual([]);
    expect(sent).toBeLessThanOrEqual(5 * signed + anonymous);
  });

  it("ends where the budget ends, and says of the rest that it was not asked", async () => {
    const throttled: RequestListener = (_, response) => json(response, 429, "", { "Retry-After": "1" });
    for (const budget of [0, 1, 4, 5]) {
      const { said, found, sent, asked } = await judged(throttled, { budget });
      expect([sent, asked.length, found]).toEqual([budget, budget, []]);
      expect(said.every((one) => /^(?:throttled|budget): /.test(one))).toBe(true);
    }
  });

  it("names the budget that is used up", async () => {
    const { said } = await judged(
      (_, response) => json(response, 200, list),
      { budget: 1 },
      { concurrency: 1 },
    );
    expect(said).toContain("budget: not asked: the budget of 1 request is used up");
  });

  it("ends in time, with a word for all that was not asked any more", async () => {
    const throttled: RequestListener = (_, response) => json(response, 429, "", { "Retry-After": "50" });
    const { said, found } = await judged(throttled, { timeLimit: 301_000 }, { concurrency: 1 });
    expect(found).toEqual([]);
    expect(said.length).toBeGreaterThan(1);
    expect(said.every((one) => /^(?:throttled|budget): /.test(one))).toBe(true);
  });

  it("is not waited for beyond the end of the run, however slow it is", async () => {
    const dripping: RequestListener = (_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.write('{"value":');
    };
    const { said } = await judged(dripping, { timeLimit: 80, clock: realTime() });
    expect(said[0]).toBe("budget: not waited for: the time limit of 0.08 seconds is over");
  });

  it("is a failure of the service where the body is slower than an answer may be", async () => {
    const dripping: RequestListener = (_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.write('{"value":');
    };
    const { said, sent } = await judged(dripping, { timeout: 60 });
    expect(said[0]).toMatch(
      /^service-error: the service did not answer: no answer within 0.06 s, asked [23] times$/,
    );
    expect(sent).toBeLessThanOrEqual(3 * signed + anonymous);
  });

  it.each<[what: string, lie: RequestListener, says: RegExp]>([
    [
      "is reset in the middle of a body",
      (_, response) => {
        response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
        response.write('{"value":[');
        setTimeout(() => response.destroy(), 5);
      },
      /^service-error: the service did not answer: (?:aborted|.*ECONNRESET|socket hang up), asked \d times$/,
    ],
    [
      "packs its body and cuts it off",
      (_, response) => {
        const packed = gzipSync(list);
        const headers = { "Content-Type": "application/json", "Content-Encoding": "gzip" };
        response.writeHead(200, headers).end(packed.subarray(0, packed.length - 9));
      },
      /^service-error: the service did not answer: unexpected end of file, asked \d times$/,
    ],
    [
      "fails",
      (_, response) =>
        json(response, 500, '{"error":{"code":"generalException","message":"adele@contoso.com"}}'),
      /^service-error: 500 Internal Server Error \(generalException\) came back: the service failed; it was asked 3 times$/,
    ],
  ])("%s: nothing of it is verified, and nothing broken", async (_, lie, says) => {
    const { said, found, sent } = await judged(lie);
    expect(found).toEqual([]);
    expect(said[0]).toMatch(says);
    expect(sent).toBeLessThanOrEqual(2 * 3 * signed + anonymous);
  });

  it("is read when it packs what it says, and when it comes to itself", async () => {
    let asked = 0;
    const { found, said, waits } = await judged((_, response) => {
      const headers = { "Content-Type": "application/json", "Content-Encoding": "gzip" };
      if (++asked === 1) json(response, 503, "", { "Retry-After": "3.5" });
      else response.writeHead(200, headers).end(gzipSync(list));
    });
    expect([found, said.filter((one) => !one.startsWith("no-data"))]).toEqual([[], []]);
    expect(waits).toContain(3_500);
  });

  it("is not followed to another host: the redirection is the answer, and the token stays", async () => {
    const elsewhere = await serve((_, response) => json(response, 200, list));
    const { found } = await judged((_, response) => {
      response.writeHead(307, { Location: `${elsewhere.origin}/v1.0/runs` }).end();
    });
    expect(found).toContain("http/status");
    expect(elsewhere.asked).toEqual([]);
  });

  it("gets no token at a next page on another host", async () => {
    const elsewhere = await serve((_, response) => json(response, 200, list));
    const page = JSON.stringify({
      value: [{ id: "a" }],
      "@odata.nextLink": `${elsewhere.origin}/v1.0/runs?$skip=1`,
    });
    await judged((_, response) => json(response, 200, page));
    expect(elsewhere.asked).toEqual([]);
  });

  it.each<[what: string, does: RequestListener]>([
    ["resets every connection", (request) => request.socket.destroy()],
    [
      "breaks off every answer",
      (_, response) => {
        response.writeHead(200, { "Content-Length": "1000" }).write("{");
        setTimeout(() => response.destroy(), 5);
      },
    ],
    [
      "packs every answer and cuts it off",
      (_, response) => {
        response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(list).subarray(0, 20));
      },
    ],
  ])("is somebody where it %s: that is the sentence, and not that nobody is there", async (_, does) => {
    const origin = await listening(does);
    const { transport } = politeTransport({ clock: quickClock() });
    const service = { contract, origin, source: "tenant", token, transport, timeout: 0 } as const;
    await expect(listOf(judgeService(service))).rejects.toThrow(`${origin} breaks off each of its answers: `);
  });
});

/** Time as it goes by. */
function realTime(): NonNullable<Politeness["clock"]> {
  return {
    now: Date.now,
    random: () => 0,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, milliseconds);
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
      }),
  };
}
