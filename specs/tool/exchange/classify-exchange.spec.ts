import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import type { Contract } from "../../../src/contract/contract.ts";
import { judgeService } from "../../../src/exchange/service/judge-service.ts";
import type { ServiceInput } from "../../../src/exchange/service/obtain-exchanges.ts";
import { answerClassifier } from "../../../src/exchange/unanswered/answer-classifier.ts";
import { leastPrivileged } from "../../../src/exchange/unanswered/classify-exchange.ts";
import { requestIn } from "../../../src/http/received-message.ts";
import { failedIn } from "../../../src/report/counts.ts";
import type { Exchange } from "../../../src/rules/exchange.ts";
import { contractOf } from "../../support/contract-of.ts";
import { type ExampleSketch, exampleOf } from "../../support/example-of.ts";
import { listOf } from "../../support/service.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const envelope = (code: string, message = "") => JSON.stringify({ error: { code, message } });
const answer = (status: string, text: string) =>
  `HTTP/1.1 ${status}\nContent-Type: application/json\n\n${text}`;

/** What the answer of a tenant verifies, in short; "judged" when it is judged. */
function classified(sketch: ExampleSketch, change: Partial<Exchange> = {}, listed: readonly string[] = []) {
  const { exchange, contract } = exampleOf(sketch);
  const classifier = answerClassifier(contract);
  classifier.learn({ value: listed.map((id) => ({ id })) }, "https://graph.microsoft.com/v1.0/things");
  const { declared: _, ...obtained } = exchange;
  const { unanswered } = classifier.classify({ ...obtained, source: "tenant", ...change });
  return unanswered ? `${unanswered.reason}: ${unanswered.message}` : "judged";
}

describe("the answer of a tenant", () => {
  it("says of a refusal which codes came, and which permission is wanted", () => {
    expect(
      classified({ response: answer("403 Forbidden", envelope("Access denied", "adele@contoso.com")) }),
    ).toBe(
      "missing-permission: 403 Forbidden (Access denied) came back: the token lacks a permission; which one, no page here says",
    );
  });

  it("is a failure of the service, too, where a list was asked for that no page documents", () => {
    const request = "GET https://graph.microsoft.com/v1.0/nowhere";
    const page = "HTTP/1.1 502 Bad Gateway\nContent-Type: text/html\n\n<html>Bad gateway</html>";
    const said = classified({ request, response: page }, { probe: "listing" });
    expect(said).toMatch(/^service-error: 502 Bad Gateway came back: /);
    const unlicensed = answer("403 Forbidden", envelope("NoLicense"));
    expect(classified({ request, response: unlicensed }, { probe: "listing" })).toMatch(/^not-licensed: /);
    const missing = { request, response: answer("404 Not Found", envelope("ResourceNotFound")) };
    expect(classified(missing, { probe: "listing" })).toBe("judged");
  });

  it("shows nothing of what a service writes in the place of a code", () => {
    for (const code of ["adele@contoso.com", "8b5e0d1a-98a5-4f0d-8b5e-0d1a5e9b7c42", "a b c d e f", "<b>"]) {
      const said = classified({ response: answer("403 Forbidden", envelope(code)) });
      expect(said).toMatch(/^missing-permission: 403 Forbidden came back: /);
    }
  });

  it.each(["anonymous", "absent"] as const)(
    "is judged where the request was sent to be refused: %s",
    (probe) => {
      for (const line of ["401 Unauthorized", "403 Forbidden", "404 Not Found", "500 Internal Server Error"])
        expect(classified({ response: answer(line, "") }, { probe })).toBe("judged");
      expect(classified({ response: answer("429 Too Many Requests", "") }, { probe })).toMatch(
        /^throttled: /,
      );
    },
  );

  it("is judged when it is none of an error, and where it breaks a promise", () => {
    expect(classified({})).toBe("judged");
    expect(classified({ response: answer("400 Bad Request", envelope("BadRequest", "No.")) })).toBe("judged");
  });

  it("breaks a promise when it is 404 for keys that the service listed, and else verifies nothing", () => {
    const sketch = { response: answer("404 Not Found", envelope("NotFound")) };
    expect(classified(sketch, {}, ["7"])).toBe("judged");
    expect(classified(sketch, {}, ["8"])).toMatch(/^no-data: 404 Not Found \(NotFound\) came back: /);
  });
});

describe("a 404 for keys that the service listed", () => {
  const responses = (collection: boolean) => [
    { status: 200, body: { kind: "unknown", name: "thing", collection } as const, location },
  ];
  const known = contractOf({
    operations: [
      { method: "GET", path: "/groups/{id}", responses: responses(false) },
      { method: "DELETE", path: "/groups/{id}", responses: [{ status: 204, location }] },
      { method: "GET", path: "/groups/{id}/members", responses: responses(true) },
      { method: "GET", path: "/groups/{id}/photo", responses: responses(false) },
      { method: "GET", path: "/groups/{id}/team/channels", responses: responses(true) },
    ],
  });
  const at = { file: "tenant", line: 1, column: 1 };
  const exchange = (method: string, path: string, status: number): Exchange => ({
    ...{ source: "tenant", version: "v1.0", name: "plain", title: "Plain", file: "", location: at },
    request: requestIn("tenant", { method, url: `https://graph.microsoft.com/v1.0${path}`, headers: [] }),
    response: { status, reason: "", startLine: spanAt(at), headers: [], location: at },
  });
  const classifier = () => {
    const made = answerClassifier(known);
    made.learn({ value: [{ id: "g1" }, { id: "g2" }] }, "https://graph.microsoft.com/v1.0/groups");
    return made;
  };

  it.each([
    ["/groups/g1", "judged"],
    ["/groups/g1/members", "judged"],
    ["/groups/g1/photo", "no-data"],
    ["/groups/g1/team/channels", "no-data"],
    ["/groups/g3/members", "no-data"],
  ])("says, at %s: %s", (path, reason) => {
    expect(classifier().classify(exchange("GET", path, 404)).unanswered?.reason ?? "judged").toBe(reason);
  });

  it("asks once more for what another replica has just created, and for nothing that nobody made", () => {
    const one = classifier();
    one.learn({ id: "g9", displayName: "made by this run" }, "https://graph.microsoft.com/v1.0/groups");
    const asked = (path: string) => one.mayDiffer(one.classify(exchange("GET", path, 404)));
    expect([asked("/groups/g9"), asked("/groups/g9/members"), asked("/groups/g8")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    ["a member", { value: [{ id: "m1" }] }, "judged"],
    ["nothing", { value: [] }, "no-data"],
  ])("takes a key that was given for one that exists where it has %s", (_, below, reason) => {
    const made = answerClassifier(known, undefined, ["g3"]);
    const gone = () => made.classify(exchange("GET", "/groups/g3", 404)).unanswered?.reason ?? "judged";
    expect(gone()).toBe("no-data");
    made.learn(below, "https://graph.microsoft.com/v1.0/groups/g3/members");
    expect(gone()).toBe(reason);
  });

  it("says nothing of what was deleted since", () => {
    const one = classifier();
    one.classify(exchange("DELETE", "/groups/g1", 204));
    expect(one.classify(exchange("GET", "/groups/g1", 404)).unanswered?.reason).toBe("no-data");
    expect(one.classify(exchange("GET", "/groups/g2", 404)).unanswered).toBeUndefined();
  });
});

describe("the least privileged permission", () => {
  const location = { file: "a.md", line: 1, column: 1 };
  it("is named for an application and a user, once where it is the same", () => {
    const of = (application: string[], delegated: string[]) =>
      leastPrivileged({
        permissions: [
          { scheme: "delegated-work", permissions: delegated, location },
          { scheme: "application", permissions: application, location },
        ],
      });
    expect(of(["A.Read", "A.Write"], ["A.Read"])).toBe("the least privileged that the page names is A.Read");
    expect(of([], ["A.Read"])).toBe("the least privileged that the page names is A.Read for a user");
    expect(of(["B.Read"], ["A.Read"])).toContain("B.Read for an application, A.Read for a user");
    expect(of([], [])).toBe("which one, no page here says");
  });
});

const location = { file: "v1.0/api/run-list.md", line: 7, column: 1 };
const body = { kind: "type", name: "microsoft.graph.run", collection: true } as const;

/** A list and its items, of which no page shows an id. */
const contract: Contract = contractOf({
  types: { run: { keyProperty: "id", properties: { id: "Edm.String" } } },
  operations: [
    {
      method: "GET",
      path: "/runs",
      file: location.file,
      location,
      responses: [{ status: 200, body, location }],
    },
    {
      method: "GET",
      path: "/runs/{id}",
      file: "v1.0/api/run-get.md",
      location: { ...location, file: "v1.0/api/run-get.md" },
      responses: [{ status: 200, body: { ...body, collection: false }, location }],
    },
  ],
});

async function judged(origin: string, input: Partial<ServiceInput> = {}) {
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  const asked = { contract, origin, source: "tenant", token: "the.secret.token", sleep, ...input } as const;
  const judgements = await listOf(judgeService(asked));
  const failed = judgements.flatMap((one) => failedIn(one, "fail"));
  const found = failed.map(({ rule, message }) => `${rule}: ${message}`);
  const reasons = judgements.flatMap(({ assertions }) =>
    assertions.flatMap((one) => (one.status === "not-verified" ? [one.reason] : [])),
  );
  return { judgements, found, reasons, waits };
}

/** Lists one run, and answers 404 for it so often; without a token 401. */
const forgetful = (times: number): RequestListener => {
  let left = times;
  return (request, response) => {
    const json = { "Content-Type": "application/json" };
    if (!request.headers.authorization) {
      response
        .writeHead(401, { ...json, "WWW-Authenticate": "Bearer" })
        .end(envelope("InvalidAuthenticationToken"));
    } else if (request.url?.startsWith("/v1.0/runs/a1") && left-- > 0) {
      response.writeHead(404, json).end(envelope("NotFound", "No such run."));
    } else if (request.url?.startsWith("/v1.0/runs/")) {
      const known = request.url.startsWith("/v1.0/runs/a1");
      response.writeHead(known ? 200 : 404, json).end(known ? '{"id":"a1"}' : envelope("NotFound", "No."));
    } else {
      response.writeHead(200, json).end('{"value":[{"id":"a1"}]}');
    }
  };
};

describe("a tenant that does not know what it listed", () => {
  it("is asked once more after a pause, and then judged", async () => {
    const { found, waits } = await judged(await serve(forgetful(2)));
    expect(found.filter((one) => one.startsWith("http/status"))).toEqual([
      "http/status: the status is 404 Not Found, for keys that the service itself has shown; the page promises 200 OK",
    ]);
    expect(waits).toEqual([2_000]);
  });

  it("is believed where another replica knows it", async () => {
    const { found, waits } = await judged(await serve(forgetful(1)));
    expect(found.filter((one) => one.startsWith("http/status"))).toEqual([]);
    expect(waits).toEqual([2_000]);
  });
});

describe("a tenant of which everything is forbidden", () => {
  const refusing: RequestListener = (_, response) => {
    response.writeHead(403, { "Content-Type": "application/json" });
    response.end(envelope("Access denied", "Insufficient privileges to complete the operation."));
  };

  it("has its answers shown and not judged, but where no token was sent", async () => {
    const { judgements, found, reasons } = await judged(await serve(refusing));
    expect(found.every((one) => one.startsWith("auth/anonymous"))).toBe(true);
    expect(new Set(reasons)).toEqual(new Set(["missing-permission"]));
    const plain = judgements.find((one) => one.kind === "exchange" && one.example === "plain");
    expect(plain).toMatchObject({
      response: { text: expect.stringContaining("HTTP/1.1 403 Forbidden") },
      assertions: [{ rule: "http/status", status: "not-verified", reason: "missing-permission" }],
    });
  });

  it("is judged when it is a mock, which answers for itself", async () => {
    const { judgements } = await judged(await serve(refusing), { source: "mock" });
    const plain = judgements.find((one) => one.kind === "exchange" && one.example === "plain");
    expect(plain?.assertions.length).toBeGreaterThan(1);
  });
});
