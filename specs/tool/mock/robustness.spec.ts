import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningMock, startMock } from "../../../src/mock/http/start-mock.ts";
import { contractOfPages } from "../../support/asked.ts";
import { signIn } from "../../support/service.ts";
import { library, otherShelfKey, shelfKey } from "./library.ts";
import { type Manners, messageOf, type Reply, send } from "./raw-client.ts";

const shelves = "/v1.0/library/shelves";
const shelf = `${shelves}/${shelfKey}`;
const many = (text: string, count: number) => text.repeat(count);

let mock: RunningMock;
let authorization: string;
/** The statuses of all answers that the service gave. */
const statuses: number[] = [];

beforeAll(async () => {
  mock = await startMock({
    contracts: [contractOfPages(library)],
    onAnswer: (_request, { status }) => statuses.push(status),
  });
  authorization = `Bearer ${await signIn(mock.origin)}`;
});

afterAll(() => mock.close());

function ask(request: string, body = "", headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  return send(mock.origin, [
    messageOf(request, { headers: { Authorization: authorization, ...headers }, body }),
  ]);
}

/** The error of an answer, which is Graph's envelope. */
function errorOf({ body }: Reply): unknown {
  return JSON.parse(body).error;
}

describe("a request that is no honest one", () => {
  const inFilter = (filter: string) => `GET ${shelves}?$filter=${encodeURIComponent(filter)}`;

  it.each([
    ["a filter of ten thousand not", inFilter(`${many("not ", 10_000)}true`)],
    ["a filter of nested parentheses", inFilter(`${many("(", 9_000)}capacity eq 1${many(")", 9_000)}`)],
    ["a filter of parentheses that stay open", inFilter(many("(", 20_000))],
    ["a filter of six thousand values", inFilter(`capacity in (${many("1,", 6_000)}2)`)],
    ["a filter of thousands of conditions", inFilter(`${many("capacity eq 1 or ", 2_000)}capacity eq 2`)],
    ["a filter of any in any in any", inFilter(anyIn(3))],
    ["a filter of any in any, twenty deep", inFilter(anyIn(20))],
    ["a filter of one long name", `GET ${shelves}?$filter=${many("a", 60_000)} eq 1`.replaceAll(" ", "%20")],
    ["a filter of one long number", `GET ${shelves}?$filter=${many("9", 60_000)}e`],
    ["a filter of quotes", `GET ${shelves}?$filter=${many("'", 60_001)}`],
    ["a filter with a NUL", `GET ${shelves}?$filter=%00`],
    ["fifty levels of $expand", `GET ${shelves}?$expand=${many("books($expand=", 50)}books${many(")", 50)}`],
    ["thousands of relationships to expand", `GET ${shelves}?$expand=${many("books,", 9_000)}`],
    ["$expand of parentheses", `GET ${shelves}?$expand=${many("(", 60_000)}`],
    ["thousands of keys to sort by", `GET ${shelves}?$orderby=${many("capacity,", 6_000)}`],
    ["a search for thousands of words", `GET ${shelves}?$search=${many("a+", 30_000)}`],
    ["an option a thousand times", `GET ${shelves}?${many("$top=1&", 5_000)}`],
    ["a negative $top", `GET ${shelves}?$top=-1`],
    ["a $skiptoken of one's own", `GET ${shelves}?$skiptoken=${many("A", 60_000)}`],
    ["a path of thousands of segments", `GET /v1.0${many("/a", 30_000)}`],
    ["a path of open parentheses", `GET /v1.0/${many("(", 60_000)}`],
    ["a path of open braces", `GET /v1.0/${many("{", 60_000)}`],
    ["odd escapes", `GET /v1.0/${many("%", 30_000)}`],
    ["escapes that are no text", `GET /v1.0/${many("%ff%fe", 9_000)}`],
    ["half a character", `GET ${shelves}/%ed%a0%80`],
    ["a NUL in the path", `GET ${shelves}/%00`],
    ["__proto__ as a path", "GET /v1.0/__proto__/constructor"],
    ["__proto__ as a key", `GET ${shelves}/__proto__`],
    ["__proto__ as a property", `GET ${shelves}?$select=__proto__`],
    ["a method that nobody has heard of", `PROPFIND ${shelves}`],
    ["no version", `GET ${shelves.slice(5)}`],
  ])("(%s) gets a 4xx that says why", async (_what, request) => {
    const reply = await ask(request);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(errorOf(reply)).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  it.each([
    ["no JSON", 400, '{"displayName": '],
    ["a million brackets", 400, many("[", 1_000_000)],
    ["a million quotes", 400, many('"', 1_000_000)],
    ["a million line breaks", 400, many('"\n', 500_000)],
    ["a million commas", 400, `[${many(",", 1_000_000)}`],
    ["a hundred thousand values", 413, `{"tags": [${many('"x",', 100_000)}""]}`],
    ["__proto__", 400, '{"__proto__": {"polluted": true}}'],
    ["half a character for a key", 400, '{"id": "\\ud800"}'],
    ["a NUL for a number", 400, '{"capacity": "\\u0000"}'],
  ])("(a body of %s) gets %d", async (_what, status, body) => {
    const reply = await ask(`POST ${shelves}`, body);
    expect(reply.status).toBe(status);
    expect(errorOf(reply)).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect({}).not.toHaveProperty("polluted");
  });

  it.each([
    ["a URL of 100 kB", 431, [`GET /v1.0/${many("a", 100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`]],
    ["a header of 100 kB", 431, [messageOf("GET /", { headers: { "X-Long": many("a", 100_000) } })]],
    ["a header of 5 MB", 431, [messageOf("GET /", { headers: { "X-Long": many("a", 5_000_000) } })]],
    ["bytes that are no HTTP", 400, [Uint8Array.from([0, 1, 2, 254, 255, 13, 10, 13, 10])]],
    ["a handshake of TLS", 400, [Uint8Array.from([22, 3, 1, 0, 165, 1, 0, 0, 161, 3, 3])]],
    ["HTTP/2", 400, ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"]],
    ["CONNECT", 400, ["CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n"]],
    ["no host", 400, ["GET / HTTP/1.1\r\n\r\n"]],
    ["a length that is none", 400, [messageOf(`POST ${shelves}`, { headers: { "Content-Length": "-1" } })]],
    [
      "a chunk that is none",
      400,
      [`${messageOf(`POST ${shelves}`, { headers: { "Transfer-Encoding": "chunked" } })}zz\r\n`],
    ],
    ["a control character in a header", 400, [messageOf("GET /", { headers: { X: "a\u0001b" } })]],
  ])("(%s) gets %d before it is read", async (_what, status, parts) => {
    const reply = await send(mock.origin, parts);
    expect(reply.status).toBe(status);
  });

  it("(10 MB of junk) gets 413 when it has been read", async () => {
    const junk = Buffer.alloc(10_000_000, "junk ");
    const head = messageOf(`POST ${shelves}`, {
      headers: {
        Authorization: authorization,
        "Content-Type": "application/json",
        "Content-Length": `${junk.length}`,
      },
    });
    const reply = await send(mock.origin, [head, junk]);
    expect(reply.status).toBe(413);
    expect(errorOf(reply)).toMatchObject({ message: "the body is bigger than 4 MB" });
  });
});

describe("200 clients at once", () => {
  it("get right answers when they ask right, whatever the others send, and however those end", async () => {
    const shelfBefore = await ask(`GET ${shelf}`);
    statuses.length = 0;
    const right = Array.from({ length: 100 }, (_, index) => rightRequest(index));
    const wrong = Array.from({ length: 100 }, (_, index) => wrongRequest(index));
    const answers = right.map(({ request, body }, index) => {
      const { parts, manners } = wrong[index] ?? wrongRequest(index);
      return Promise.all([ask(request, body), send(mock.origin, parts, manners), manners]);
    });
    for (const [index, [rightReply, wrongReply, manners]] of (await Promise.all(answers)).entries()) {
      const { status, expected } = right[index] ?? rightRequest(index);
      expect(rightReply.status).toBe(status);
      if (expected === "shelf") expect(rightReply.body).toBe(shelfBefore.body);
      else expect(JSON.parse(rightReply.body)).toMatchObject(expected);
      if (manners !== "waits" && wrongReply.status === 0) continue;
      expect(wrongReply.status).toBeGreaterThanOrEqual(400);
      expect(wrongReply.status).toBeLessThan(500);
    }
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    // What they created is there once each, behind what was there.
    const { value } = JSON.parse((await ask(`GET ${shelves}?$select=id&$top=999`)).body);
    const ids: unknown[] = value.map(({ id }: { readonly id: unknown }) => id);
    const created = Array.from({ length: 25 }, (_, index) => `new-${index * 4 + 2}`);
    expect(ids.slice(0, 2)).toEqual([shelfKey, otherShelfKey]);
    expect(ids.slice(2).toSorted()).toEqual(created.toSorted());
  });
});

function anyIn(depth: number): string {
  const names = Array.from({ length: depth }, (_, index) => `v${index}`);
  const open = names.map((name, index) => `${index === 0 ? "" : `v${index - 1}/`}books/any(${name}:`);
  return `${open.join("")}${names.at(-1)}/pages gt 1${many(")", depth)}`;
}

interface RightRequest {
  readonly request: string;
  readonly body?: string;
  readonly status: number;
  /** What the answer holds; `shelf`: the bytes that it had before. */
  readonly expected: Readonly<Record<string, unknown>> | "shelf";
}

function rightRequest(index: number): RightRequest {
  switch (index % 4) {
    case 0:
      return { request: `GET ${shelf}`, status: 200, expected: "shelf" };
    case 1:
      return {
        request: `GET ${shelf}/books?$filter=pages%20gt%20${index}`,
        status: 200,
        expected: { value: [{ title: "Snow", pages: 320 }] },
      };
    case 2:
      return {
        request: `POST ${shelves}`,
        body: JSON.stringify({ id: `new-${index}`, capacity: index }),
        status: 201,
        expected: { id: `new-${index}`, capacity: index },
      };
    default:
      return {
        request: "POST /v1.0/$batch",
        body: JSON.stringify({
          requests: [{ id: "a", method: "GET", url: `/library/shelves/none-${index}` }],
        }),
        status: 200,
        expected: { responses: [{ id: "a", status: 404 }] },
      };
  }
}

interface WrongRequest {
  readonly parts: readonly (string | Uint8Array)[];
  readonly manners: Manners;
}

/** Each tenth is of the same kind. */
function wrongRequest(index: number): WrongRequest {
  const headers = { Authorization: authorization };
  const half = messageOf(`POST ${shelves}`, {
    headers: { ...headers, "Content-Length": "1000" },
    body: '{"id": "half',
  });
  const big = messageOf(`POST ${shelves}`, { headers: { ...headers, "Content-Length": "5000000" } });
  switch (index % 10) {
    case 0:
      return { parts: [`GET ${shelf} HT`], manners: "resets" };
    case 1:
      return { parts: [`GET ${shelf} HTTP/1.1\r\nHost: x\r\nAuthor`], manners: "hangs up" };
    case 2:
      return { parts: [half], manners: "resets" };
    case 3:
      return { parts: [half], manners: "hangs up" };
    case 4:
      return {
        parts: [messageOf(`POST ${shelves}`, { headers, body: '{"id": "bad", ' })],
        manners: "waits",
      };
    case 5:
      return { parts: [Uint8Array.from([index, 0, 255, 13, 10])], manners: "waits" };
    case 6:
      return { parts: [messageOf(`GET ${shelves}?x=${many("x", 100_000)}`, { headers })], manners: "waits" };
    case 7:
      return {
        parts: [messageOf(`GET ${shelves}?$filter=${many("not%20", 3_000)}true`, { headers })],
        manners: "waits",
      };
    case 8:
      return {
        parts: [messageOf(`GET /v1.0${many("/microsoft.graph.library", 2_000)}`, { headers })],
        manners: "waits",
      };
    default:
      // A few send all of it; the others have enough after the beginning.
      return index < 30
        ? { parts: [big, Buffer.alloc(5_000_000, "junk ")], manners: "waits" }
        : { parts: [big, Buffer.alloc(50_000, "junk ")], manners: "resets" };
  }
}
