import { getEventListeners } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import { type JudgeInput, judgeService } from "../../../src/exchange/service/judge-service.ts";
import { obtainExchanges } from "../../../src/exchange/service/obtain-exchanges.ts";
import type { Progress } from "../../../src/exchange/service/progress.ts";
import type { Transport } from "../../../src/exchange/service/transport/transport.ts";
import type { ReceivedMessage } from "../../../src/http/received-message.ts";
import type { Judgement } from "../../../src/rules/assertion.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";
import { listOf } from "../../support/service.ts";

const paths = Array.from({ length: 20 }, (_, index) => `/things${index}`);
const contract = contractOf({ operations: paths.map((path) => ({ method: "GET", path })) });
const token = "a.token/for+this=run";

const answer = (body: unknown = { value: [] }): ReceivedMessage => ({
  status: 200,
  reason: "OK",
  headers: [["Content-Type", "application/json"]],
  body: JSON.stringify(body),
});

const settle = (milliseconds = 5) => new Promise((done) => setTimeout(done, milliseconds));

/** A service in this process; what it was asked, and how many requests were open at most. */
function serviceOf(answered: Transport = async () => answer()) {
  const seen = { asked: [] as string[], open: 0, most: 0 };
  const transport: Transport = async (url, message, signal) => {
    seen.asked.push(url.pathname);
    seen.most = Math.max(seen.most, ++seen.open);
    return answered(url, message, signal).finally(() => seen.open--);
  };
  return { seen, transport };
}

const inputOf = (transport: Transport, more: Partial<JudgeInput> = {}): JudgeInput => ({
  contract,
  origin: "http://localhost",
  source: "mock",
  token,
  transport,
  ...more,
});

const lineOf = ({ request }: Judgement) => request?.text.split("\n")[0]?.replace("http://localhost/v1.0", "");

/** Answers when the signal stops it, else never. */
const silent: Transport = (_, __, signal) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

describe("a service judged as a stream", () => {
  it("gives the judgements in the order of the plan, in whatever order the answers come", async () => {
    const planned = await listOf(judgeService(inputOf(serviceOf().transport, { concurrency: 1 })));
    let turn = 0;
    const { transport } = serviceOf(async () => {
      await settle((turn++ * 7) % 13);
      return answer();
    });
    const judged = await listOf(judgeService(inputOf(transport)));
    expect(judged.map(lineOf)).toEqual(planned.map(lineOf));
    expect(judged.slice(0, 3).map(lineOf)).toEqual(["GET /things0", "GET /things0", "GET /things1"]);
    expect(new Set(judged.map(({ kind }) => kind))).toEqual(new Set(["exchange"]));
  });

  it("asks nothing before somebody wants a judgement", async () => {
    const { seen, transport } = serviceOf();
    judgeService(inputOf(transport));
    await settle();
    expect(seen.asked).toEqual([]);
  });

  it("waits for a slow consumer, and has no more exchanges than it may", async () => {
    const { seen, transport } = serviceOf();
    let [taken, ahead] = [0, 0];
    const stream = judgeService(inputOf(transport, { concurrency: 4, buffer: 6 }));
    for await (const _ of stream) {
      if (taken < 30) await settle();
      // Each request makes an exchange; the one in hand counts as well.
      ahead = Math.max(ahead, seen.asked.length - taken++);
    }
    expect(ahead).toBeGreaterThan(4);
    expect(ahead).toBeLessThanOrEqual(6);
    expect(seen.most).toBeLessThanOrEqual(4);
    expect(taken).toBe(seen.asked.length);
  });

  it("does not wait for an answer on which nothing hangs, and keeps its place", async () => {
    const type = {
      keyProperty: "id",
      properties: { id: "Edm.String", name: "Edm.String", age: "Edm.Int32" },
    };
    const queryOptions = { kind: "all", location: { file: "a.md", line: 1, column: 1 } } as const;
    const sketch = contractOf({ types: { user: type }, operations: [{ method: "GET", path: "/users" }] });
    const [operation] = sketch.operations.map((plain) => ({
      ...plain,
      queryOptions,
      responses: [{ status: 200, body: typeRefOf(sketch, "Collection(user)"), location: plain.location }],
    }));
    const value = [{ id: "1", name: "Ada", age: 36 }];
    const slow = new Set(["?$select=id,name,age", "?$count=true"]);
    const ends: string[] = [];
    const { transport } = serviceOf(async ({ search }) => {
      // As long as three others take, but not for ever.
      for (let turns = 0; slow.has(search) && ends.length < 3 && turns < 1000; turns++) await settle(1);
      ends.push(search);
      return answer({ value });
    });
    const single = { ...sketch, operations: operation ? [operation] : [] };
    const lines = (await listOf(judgeService(inputOf(transport, { contract: single })))).map(lineOf);
    expect(lines.slice(0, 3)).toEqual([
      "GET /users",
      "GET /users?$select=id,name,age",
      "GET /users?$count=true",
    ]);
    expect(lines.length).toBeGreaterThan(4);
    // Asked for early, answered behind others that were asked for later.
    for (const search of slow) expect(ends.indexOf(search)).toBeGreaterThan(2);
  });

  it("has many requests under way without a warning", async () => {
    const warn = vi.spyOn(process, "emitWarning");
    const { seen, transport } = serviceOf(async () => {
      await settle();
      return answer();
    });
    await listOf(judgeService(inputOf(transport, { concurrency: 20 })));
    expect(seen.most).toBe(20);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it("lets somebody else judge, who sees the exchange", async () => {
    const seen: string[] = [];
    const judge: JudgeInput["judge"] = ({
      name,
      request,
      response,
      source,
      version,
      file,
      title,
      location,
    }) => {
      seen.push(`${name} ${new URL(request.url).pathname} ${response?.status}`);
      const subject = { kind: "page", id: "thing-list" } as const;
      return { kind: "exchange", source, version, file, title, location, subject, assertions: [] };
    };
    const judged = await listOf(judgeService(inputOf(serviceOf().transport, { judge })));
    expect(judged.every(({ assertions }) => assertions.length === 0)).toBe(true);
    expect(seen.slice(0, 2)).toEqual(["plain /v1.0/things0 200", "pages to the end /v1.0/things0 200"]);
  });

  it("says how far it is: how many requests by now, and how much of the plan", async () => {
    const told: Progress[] = [];
    const { seen, transport } = serviceOf();
    await listOf(judgeService(inputOf(transport, { concurrency: 1, onProgress: (now) => told.push(now) })));
    expect(told[0]).toEqual({ title: "An operation: plain", requests: 1, done: 0, of: 40 });
    expect(told.at(-1)).toMatchObject({ requests: seen.asked.length, done: 40, of: 40 });
    const ratios = told.map(({ requests, done }) => requests + done);
    expect(ratios).toEqual(told.map((_, index) => index + 1));
  });

  it("fails with what its listener or its judge throws, and leaves nothing open", async () => {
    const fail = () => {
      throw new Error("no more of this");
    };
    for (const broken of [{ onProgress: fail }, { judge: fail }]) {
      const { seen, transport } = serviceOf();
      await expect(listOf(judgeService(inputOf(transport, broken)))).rejects.toThrow("no more of this");
      await settle();
      expect(seen.open).toBe(0);
      expect(seen.asked.length).toBeLessThan(60);
    }
  });
});

describe("a stream that is stopped", () => {
  it("asks no more and gives what was answered by then", async () => {
    const stop = new AbortController();
    const { seen, transport } = serviceOf(async (url, message, signal) => {
      if (url.pathname === "/v1.0/things7") return silent(url, message, signal);
      return answer();
    });
    const stream = judgeService(inputOf(transport, { signal: stop.signal, concurrency: 2 }));
    setTimeout(() => stop.abort(), 20);
    const lines = (await listOf(stream)).map(lineOf);
    expect(lines).toContain("GET /things6");
    expect(lines).not.toContain("GET /things7");
    expect(lines).toContain("GET /things8");
    // All that was asked was judged, but for the two that were under way: with a token and without one.
    expect(lines).toHaveLength(seen.asked.length - 2);
    await settle();
    expect(seen.open).toBe(0);
  });

  it("is empty where it was stopped before, and does not say that nobody is there", async () => {
    const { seen, transport } = serviceOf();
    expect(await listOf(judgeService(inputOf(transport, { signal: AbortSignal.abort() })))).toEqual([]);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 10);
    expect(await listOf(judgeService(inputOf(silent, { signal: stop.signal })))).toEqual([]);
    expect(seen.asked).toEqual([]);
  });

  it("drops what is under way where the consumer breaks off", async () => {
    const { seen, transport } = serviceOf((url, message, signal) =>
      url.pathname === "/v1.0/things0" ? Promise.resolve(answer()) : silent(url, message, signal),
    );
    for await (const judgement of judgeService(inputOf(transport))) {
      expect(lineOf(judgement)).toBe("GET /things0");
      break;
    }
    await settle();
    expect(seen.open).toBe(0);
    expect(seen.most).toBe(8);
    expect(seen.asked.length).toBeLessThan(12);
  });

  it("leaves no listener on the signal that could have stopped it", async () => {
    const { signal } = new AbortController();
    await listOf(judgeService(inputOf(serviceOf().transport, { signal })));
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("a stream of secrets", () => {
  it("holds none of those that are planted in answers, headers, links and failures", async () => {
    const cookie = "ESTSAUTH=1.AScookie";
    const foreign = "eyJ0eXAiOiJKV1QifQ.eyJvaWQiOiI0MiJ9.c2lnbmVk";
    const encoded = encodeURIComponent(token);
    const transport: Transport = async (url, { headers }) => {
      if (url.pathname.endsWith("things3")) throw new Error(`could not send Bearer ${token} to ${url}`);
      return {
        status: 200,
        reason: `Hello ${token}`,
        headers: [
          ["content-type", "application/json"],
          ["SET-COOKIE", cookie],
          ["authorization", headers.Authorization ?? ""],
          ["Location", `http://localhost/?access_token=${encoded}`],
        ],
        body: JSON.stringify({
          value: [{ echo: headers.Authorization, foreign }],
          "@odata.nextLink": `http://localhost/v1.0/next?t=${encoded}&u=${encodeURIComponent(encoded)}`,
        }),
      };
    };
    const exchanges = await listOf(obtainExchanges(inputOf(transport)));
    const judgements = await listOf(judgeService(inputOf(transport)));
    for (const text of [JSON.stringify(exchanges), JSON.stringify(judgements)]) {
      for (const secret of [token, encoded, encodeURIComponent(encoded), cookie, foreign])
        expect(text).not.toContain(secret);
      expect(text).toContain("Bearer …");
      expect(text).toContain("could not send Bearer … to");
    }
  });

  it("ends without one where nobody is there", async () => {
    const transport: Transport = () => Promise.reject(new Error(`no way for ${token}`));
    const error = await listOf(judgeService(inputOf(transport))).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toBe("UsageError: nothing answers at http://localhost: no way for …");
  });

  it("leaves answers whole where the token is a letter", async () => {
    const transport: Transport = async () => answer({ value: [{ title: "t", at: "/t" }] });
    const [exchange] = await listOf(obtainExchanges(inputOf(transport, { token: "t" })));
    expect(exchange?.response?.body?.text).toBe('{"value":[{"title":"t","at":"/t"}]}');
    expect(exchange?.request.headers.map(({ value }) => value)).toEqual(["Bearer …"]);
  });
});
