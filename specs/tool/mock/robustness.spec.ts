import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSignedIn } from "../../../fixtures/service.ts";

const path =
  "/v1.0/identityGovernance/lifecycleWorkflows/workflows/14879e66-9ea9-48d0-804d-8fea672d0341/runs/dad77a47-6eda-4de7-bc37-fe8eb5aaf17d/userProcessingResults";
const action =
  "/v1.0/identityGovernance/lifecycleWorkflows/workflows/14879e66-9ea9-48d0-804d-8fea672d0341/activateWithScope";

let mock: Awaited<ReturnType<typeof startSignedIn>>;
beforeAll(async () => {
  mock = await startSignedIn();
});
afterAll(() => mock.close());

/** Sends bytes as they are; what came back when the connection ended, or after the first answer. */
function raw(text: string, hangUp = false): Promise<string> {
  const { port } = new URL(mock.origin);
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write(text);
      if (hangUp) socket.destroy();
    });
    socket.on("data", (part) => {
      answer += part;
      socket.end();
    });
    socket.on("error", () => resolve(answer));
    socket.on("close", () => resolve(answer));
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const get = (target: string, headers = "") =>
  `GET ${target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${mock.token}\r\n${headers}\r\n`;
const post = (target: string, body: string, length = Buffer.byteLength(body)) =>
  `POST ${target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${mock.token}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;
const filter = (text: string) => `${path}?$filter=${encodeURIComponent(text)}`;

/** What no client should send, and what comes of it. */
const hostile: readonly (readonly [string, () => string, readonly number[]])[] = [
  ["bytes that are no HTTP", () => "\u0000\u0001 nonsense\r\n\r\n", [400]],
  ["a URL of 100 kB", () => get(`${path}?$filter=${"x".repeat(100_000)}`), [400, 414, 431]],
  ["a body that is no JSON", () => post(action, "{{{"), [400]],
  ["a body of 10 MB", () => post(action, "x".repeat(10_000_000)), [413]],
  ["a filter of ten thousand negations", () => get(filter(`${"not ".repeat(10_000)}true`)), [400, 414, 431]],
  ["a filter of a thousand parentheses", () => get(filter("(".repeat(1000))), [400]],
  ["a list of two thousand values", () => get(filter(`id in (${"'x',".repeat(2000)}'y')`)), [400]],
  ["any in any in any in any", () => get(filter("a/any(b:b/any(c:c/any(d:d/any(e:e eq 1))))")), [400]],
  [
    "fifty levels of $expand",
    () => get(`${path}?$expand=${"reprocessedRuns($expand=".repeat(50)}x${")".repeat(50)}`),
    [400],
  ],
  ["a path of two thousand segments", () => get(`/v1.0${"/a".repeat(2000)}`), [404]],
  ["escapes that are none", () => get("/v1.0/%zz/%e2%28/%00"), [404]],
  [
    "names of every object's own",
    () => get("/v1.0/__proto__/constructor?$select=__proto__&constructor=1"),
    [404],
  ],
  ["a property that every object has", () => get(`${path}?$select=constructor`), [400]],
  ["a body with __proto__", () => post(action, '{"__proto__": {"polluted": 1}, "constructor": 1}'), [400]],
];

describe("a client that sends", () => {
  it.each(hostile)("%s gets a clear refusal", async (_, text, statuses) => {
    expect(statuses).toContain(statusOf(await raw(text())));
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it("something well-formed gets its answer", async () => {
    const answer = await raw(get(path));
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain("78b83505-6967-4168-a7ea-4921c0543ce9");
  });
});

describe("two hundred connections at once", () => {
  it("get every well-formed request answered right, whatever the others do", async () => {
    const good = get(path);
    const plan = Array.from({ length: 200 }, (_, index) => {
      const kind = index % 4;
      if (kind === 0) return { text: good.slice(0, 60), hangUp: true };
      if (kind === 1) return { text: post(action, "{", 500), hangUp: true };
      if (kind === 2) return { text: hostile[index % hostile.length]?.[1]() ?? "", hangUp: false };
      return { text: good, hangUp: false, right: true };
    });
    const answers = await Promise.all(
      plan.map(async (one) => ({ ...one, answer: await raw(one.text, one.hangUp) })),
    );
    for (const { answer, right, hangUp } of answers) {
      if (right) expect(statusOf(answer)).toBe(200);
      else if (!hangUp) expect(statusOf(answer)).toSatisfy((status: number) => status >= 400 && status < 500);
    }
    expect(statusOf(await raw(good))).toBe(200);
  });
});
