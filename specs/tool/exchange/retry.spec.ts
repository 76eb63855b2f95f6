import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import {
  longestWait,
  readLimitUsed,
  readRetryAfter,
} from "../../../src/exchange/service/transport/retry-after.ts";
import { backoff, retrying, type Wait } from "../../../src/exchange/service/transport/retrying.ts";
import { NotSent, type Transport } from "../../../src/exchange/service/transport/transport.ts";
import type { ReceivedMessage } from "../../../src/http/received-message.ts";
import { quickClock } from "../../support/quick-clock.ts";

const now = Date.parse("2026-11-26T12:00:00Z");
const headers = (value?: string) => ({
  headers: value === undefined ? [] : [["retry-after", value] as const],
});

describe("Retry-After", () => {
  it.each<[value: string | undefined, wait: number | undefined]>([
    ["10", 10_000],
    [" 2 ", 2_000],
    ["1.5", 1_500],
    ["0.0001", 1],
    ["Thu, 26 Nov 2026 12:00:30 GMT", 30_000],
    ["Thu, 26 Nov 2026 11:59:30 GMT", undefined],
    ["99999999999", longestWait],
    ["1e9", undefined],
    ["9".repeat(400), undefined],
    ["Fri, 26 Nov 2027 12:00:00 GMT", longestWait],
    ["0", undefined],
    ["-5", undefined],
    ["soon", undefined],
    ["5 seconds", undefined],
    ["2026-11-26", undefined],
    ["Foo, 99 Bar 2026 GMT", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%s is %s milliseconds", (value, wait) => {
    expect(readRetryAfter(headers(value), now)).toBe(wait);
  });
});

describe("how much of a limit is used", () => {
  it.each([
    ["0.8", 0.8],
    ["1.3", 1.3],
    ["0.5", undefined],
    ["", undefined],
    ["much", undefined],
  ])("is, for %s: %s", (value, used) => {
    expect(readLimitUsed({ headers: [["X-MS-Throttle-Limit-Percentage", value]] })).toBe(used);
  });

  it("is counted where a service says what is left of it", () => {
    const limits = (limit: string, left: string) =>
      readLimitUsed({
        headers: [
          ["RateLimit-Limit", limit],
          ["RateLimit-Remaining", left],
        ],
      });
    expect([limits("1200", "120"), limits("1200", "600"), limits("0", "0"), limits("", "7")]).toEqual([
      0.9,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

const url = new URL("https://graph.microsoft.com/v1.0/identityGovernance/lifecycleWorkflows/workflows");
const on = new AbortController().signal;
const answer = (status: number, after?: string): ReceivedMessage => ({
  status,
  reason: "",
  body: "",
  ...headers(after),
});

/** What comes of a request to a service that gives these answers, the last for ever; how often it was asked, and waited. */
async function ask(answers: readonly (ReceivedMessage | Error)[], method = "GET", minutes = 15) {
  const clock = quickClock(now);
  let asked = 0;
  const given: Transport = async () => {
    const next = answers[Math.min(asked++, answers.length - 1)];
    if (next instanceof Error || !next) throw next;
    return next;
  };
  const told: Wait[] = [];
  const onWait = (wait: Wait) => told.push(wait);
  const transport = retrying(given, { clock, end: now + minutes * 60_000, onWait });
  const outcome = await transport(url, { method, headers: {} }, on).then(
    ({ status, tries = 1 }) => `${status}, ${tries}`,
    (error: Error) => error.message,
  );
  return { outcome, asked, waits: clock.waits, told, transport, clock };
}

describe("sending a request once more", () => {
  it("waits as long as a service without room says, and gives what comes then", async () => {
    const { outcome, waits, told } = await ask([answer(429, "7"), answer(503, "2.5"), answer(200)]);
    expect(outcome).toBe("200, 3");
    expect(waits).toEqual([7_000, 2_500]);
    expect(told).toEqual([
      { milliseconds: 7_000, because: "429" },
      { milliseconds: 2_500, because: "503" },
    ]);
  });

  it("waits longer from time to time where nothing is said, and ends with the refusal", async () => {
    const { outcome, waits, asked } = await ask([answer(429)]);
    expect(outcome).toBe("429, 5");
    expect(asked).toBe(5);
    expect(waits).toEqual([750, 1_500, 3_000, 6_000]);
    expect([backoff(1, 0), backoff(1, 0.99), backoff(9, 0)]).toEqual([500, 995, 15_000]);
  });

  it("waits for nothing that comes after the end of the run", async () => {
    const { outcome, asked, waits } = await ask([answer(429, "300")], "GET", 2);
    expect([outcome, asked, waits]).toEqual(["429, 1", 1, []]);
  });

  it.each([500, 502, 504, 509])("repeats reading after %i", async (status) => {
    expect((await ask([answer(status), answer(200)])).outcome).toBe("200, 2");
  });

  it.each([400, 401, 403, 404, 501, 505, 302])("repeats nothing after %i", async (status) => {
    expect((await ask([answer(status), answer(200)])).asked).toBe(1);
  });

  it("sends what may change something once more only where nothing was done yet", async () => {
    expect((await ask([answer(429, "1"), answer(204)], "POST")).outcome).toBe("204, 2");
    for (const failure of [answer(503, "1"), answer(500), new Error("socket hang up")])
      expect((await ask([failure, answer(204)], "POST")).asked).toBe(1);
  });

  it("asks somebody who does not answer a few times, and nobody twice", async () => {
    const silent = await ask([answer(500), new Error("socket hang up")]);
    expect([silent.outcome, silent.asked]).toEqual(["socket hang up, asked 3 times", 3]);
    const nobody = await ask([new Error("ECONNREFUSED")]);
    expect([nobody.outcome, nobody.asked]).toEqual(["ECONNREFUSED, asked 2 times", 2]);
  });

  it("does not repeat what was not sent, nor what a user has to mend; an answer that was there is kept", async () => {
    expect((await ask([new NotSent("budget", "no more"), answer(200)])).outcome).toBe("no more");
    expect((await ask([new UsageError("not there"), answer(200)])).outcome).toBe("not there");
    expect((await ask([answer(429), new NotSent("budget", "no more")])).outcome).toBe("429, 1");
  });

  it("asks once a service that failed three times in a row, until it serves", async () => {
    const clock = quickClock(now);
    const answers = [500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 200, 500, 200];
    let asked = 0;
    const transport = retrying(async () => answer(answers[asked++] ?? 200), { clock, end: now + 900_000 });
    const counts: number[] = [];
    for (let request = 0; request < 6; request++) {
      const before = asked;
      await transport(url, { method: "GET", headers: {} }, on);
      counts.push(asked - before);
    }
    expect(counts).toEqual([3, 3, 3, 1, 1, 2]);
  });

  it("waits for no service any more that had no room three times in a row, until it answers", async () => {
    let full = true;
    let asked = 0;
    const clock = quickClock(now);
    const given: Transport = async () => {
      asked++;
      return answer(full ? 429 : 200);
    };
    const transport = retrying(given, { clock, end: now + 900_000 });
    const send = async (path = url) => {
      const before = asked;
      await transport(path, { method: "GET", headers: {} }, on);
      return asked - before;
    };
    expect([await send(), await send(), await send(), await send()]).toEqual([5, 5, 5, 1]);
    expect(await send(new URL("https://graph.microsoft.com/v1.0/users"))).toBe(5);
    full = false;
    expect(await send()).toBe(1);
    full = true;
    expect(await send()).toBe(5);
  });
});
