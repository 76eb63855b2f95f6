import { setMaxListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { fullSpeed, type Pace, paceAfter, serviceOf } from "../../../src/exchange/service/transport/pace.ts";
import { pacing } from "../../../src/exchange/service/transport/pacing.ts";
import type { Transport } from "../../../src/exchange/service/transport/transport.ts";
import type { ReceivedMessage } from "../../../src/http/received-message.ts";
import { quickClock } from "../../support/quick-clock.ts";

const now = 1_000_000;

describe("the pace at which a service is asked", () => {
  it("is full while it says nothing", () => {
    expect(paceAfter(fullSpeed, { status: 200 }, now)).toEqual(fullSpeed);
    expect(paceAfter(fullSpeed, { status: 404 }, now)).toEqual(fullSpeed);
    expect(paceAfter(fullSpeed, { status: 500 }, now)).toEqual(fullSpeed);
  });

  it("slows down as a limit comes near, down to one request a second", () => {
    const behind = (used: number) => paceAfter(fullSpeed, { status: 200, used }, now).interval;
    expect([behind(0.8), behind(0.9), behind(1), behind(1.8)].map(Math.round)).toEqual([
      100, 550, 1_000, 1_000,
    ]);
  });

  it("stands still as long as it is told to, and goes on slower", () => {
    expect(paceAfter(fullSpeed, { status: 429, retryAfter: 9_000 }, now)).toEqual({
      interval: 100,
      notBefore: now + 9_000,
      quiet: 0,
    });
  });

  it("is one request a second where a service refuses without a word", () => {
    const pace = paceAfter(fullSpeed, { status: 429 }, now);
    expect(pace).toEqual({ interval: 1_000, notBefore: now + 1_000, quiet: 0 });
  });

  it("comes back by and by", () => {
    let pace: Pace = { interval: 1_000, notBefore: now, quiet: 0 };
    const seen = new Set<number>();
    for (let count = 0; count < 120; count++) {
      pace = paceAfter(pace, { status: 200 }, now);
      seen.add(pace.interval);
    }
    expect([...seen]).toEqual([1_000, 500, 250, 125, 62.5, 0]);
  });

  it.each([
    ["/v1.0/identityGovernance/lifecycleWorkflows/workflows/7", "identitygovernance/lifecycleworkflows"],
    ["/v1.0/users", "users"],
    ["/beta/users/8b5e0d1a/messages/9", "users/messages"],
    ["/beta/users('8b5e')/messages", "users/messages"],
    ["/v1.0/", ""],
  ])("is that of the service of a path: %s is of %s", (path, service) => {
    expect(serviceOf(path)).toBe(service);
  });
});

const on = new AbortController().signal;
setMaxListeners(0, on);
const answer = (status: number, ...headers: [string, string][]): ReceivedMessage => ({
  status,
  reason: "",
  headers,
  body: "",
});

describe("pacing", () => {
  const asks = (transport: Transport, path: string, count: number, signal = on) =>
    Promise.all(
      Array.from({ length: count }, () =>
        transport(new URL(`https://graph.microsoft.com/v1.0${path}`), { method: "GET", headers: {} }, signal),
      ),
    );

  it("has no more requests under way at one service than it may", async () => {
    let [active, most] = [0, 0];
    const slow: Transport = async () => {
      most = Math.max(most, ++active);
      await new Promise((done) => setImmediate(done));
      active--;
      return answer(200);
    };
    await asks(pacing(slow, { concurrency: 3, clock: quickClock() }), "/users", 20);
    expect([most, active]).toEqual([3, 0]);
  });

  it("asks one request a second where a service has refused without a word, and others at full speed", async () => {
    const clock = quickClock();
    const starts: [string, number][] = [];
    const begin = clock.now();
    const given: Transport = async ({ pathname }) => {
      starts.push([pathname.slice(6), clock.now() - begin]);
      return answer(starts.length === 1 ? 429 : 200);
    };
    const transport = pacing(given, { concurrency: 4, clock });
    await asks(transport, "/users", 1);
    await asks(transport, "/groups", 2);
    await asks(transport, "/users", 3);
    expect(starts).toEqual([
      ["users", 0],
      ["groups", 0],
      ["groups", 0],
      ["users", 1_000],
      ["users", 2_000],
      ["users", 3_000],
    ]);
  });

  it("lets nobody wait who is stopped", async () => {
    const stop = new AbortController();
    const never: Transport = (_, __, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const waiting = asks(pacing(never, { concurrency: 1, clock: quickClock() }), "/users", 3, stop.signal);
    setImmediate(() => stop.abort(new Error("enough")));
    await expect(waiting).rejects.toThrow("enough");
  });
});
