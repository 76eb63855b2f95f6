import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../src/rules/exchange.ts";
import { exchangeContext, requestContext } from "../../../src/rules/exchange-context.ts";
import { status } from "../../../src/rules/http/status.ts";
import { judgeExchange } from "../../../src/rules/judge.ts";
import { type ExampleSketch, exampleOf, ok, runs } from "../../support/example-of.ts";
import { inShort } from "../../support/pages-of.ts";

/** What a service answers to the request of a sketch, of which the page shows nothing. */
function served(sketch: ExampleSketch, change: Partial<Exchange> = {}) {
  const { exchange, contract } = exampleOf(sketch);
  const { declared: _, ...obtained } = exchange;
  return {
    exchange: { ...obtained, source: "mock", ...change } as const,
    contract: { ...contract, examples: [] },
  };
}

function judgeStatus(sketch: ExampleSketch, change: Partial<Exchange> = {}) {
  const { exchange, contract } = served(sketch, change);
  if (!exchange.response) throw new Error("the sketch has a response");
  return inShort(status.judge(exchangeContext(requestContext(exchange, contract), exchange.response)));
}

const body = JSON.stringify({ error: { code: "code", message: "message" } });
const answered = (line: string) => `HTTP/1.1 ${line}\nContent-Type: application/json\n\n${body}`;

describe("http/status of a request for what does not exist", () => {
  const judge = (line: string) => judgeStatus({ response: answered(line) }, { probe: "absent" });

  it.each(["404 Not Found", "410 Gone"])("passes %s", (line) => expect(judge(line)).toEqual([]));

  it.each(["200 OK", "204 No Content", "400 Bad Request"])("reports %s", (line) => {
    expect(judge(line)).toEqual([
      `fail 60:1 the status is ${line}; the resource does not exist, which is answered with 404 Not Found`,
    ]);
  });

  it.each(["403 Forbidden", "429 Too Many Requests", "503 Service Unavailable"])(
    "verifies nothing by %s",
    (line) => {
      expect(judge(line)).toEqual([
        `not-verified 60:1 the status is ${line}; the resource does not exist, which is answered with 404 Not Found`,
      ]);
    },
  );

  it("judges an invented answer by nothing else", () => {
    const { exchange, contract } = served({ response: ok({}) }, { probe: "absent" });
    const failed = judgeExchange(exchange, contract).assertions.filter((each) => each.status === "fail");
    expect(failed.map(({ rule }) => rule)).toEqual(["http/status"]);
  });
});

describe("http/status of a request without a token", () => {
  it.each(["200 OK", "401 Unauthorized"])("says nothing about %s, which auth/anonymous judges", (line) => {
    expect(judgeStatus({ response: answered(line) }, { probe: "anonymous" })).toBe("not-applicable");
  });
});

describe("http/status of a request whose body breaks the contract", () => {
  const sketch = (line: string, sent: unknown): ExampleSketch => ({
    templates: "POST /teams/{team-id}/runs",
    parameters: "|Parameter|Type|Description|\n|:---|:---|:---|\n|total|Int32|Number.|",
    promise: "If successful, this method returns `204 No Content`.",
    request: `POST https://graph.microsoft.com/v1.0/teams/7/runs\nContent-Type: application/json\n\n${JSON.stringify(sent)}`,
    response: line.startsWith("2") ? `HTTP/1.1 ${line}` : answered(line),
  });

  it.each(["400 Bad Request", "422 Unprocessable Entity"])("passes %s", (line) => {
    expect(judgeStatus(sketch(line, { total: "many" }))).toEqual([]);
  });

  it("reports that it was taken", () => {
    expect(judgeStatus(sketch("204 No Content", { total: "many" }))).toEqual([
      "fail 60:1 the status is 204 No Content; the body of the request breaks the contract, which is answered with 400 Bad Request",
    ]);
  });

  it("verifies nothing when the service did not come to look at it", () => {
    expect(judgeStatus(sketch("403 Forbidden", { total: "many" }))).toEqual([
      expect.stringMatching(/^not-verified/),
    ]);
  });

  it("verifies nothing of a body with placeholders that is refused", () => {
    expect(judgeStatus(sketch("400 Bad Request", { total: "{total}" }))).toEqual([
      expect.stringMatching(/^not-verified/),
    ]);
  });

  it("reports the refusal of a right body", () => {
    expect(judgeStatus(sketch("400 Bad Request", { total: 3 }))).toEqual([
      "fail 60:1 the status is 400 Bad Request; the page promises 204 No Content",
    ]);
    expect(judgeStatus(sketch("204 No Content", { total: 3 }))).toEqual([]);
  });
});

describe("http/status of errors that a page shows", () => {
  const response = answered("406 Not Acceptable");
  const shown = (change: Partial<Exchange>) => {
    const { exchange, contract } = exampleOf({ response });
    const obtained: Exchange = { ...exchange, source: "mock", ...change };
    if (!exchange.response) throw new Error("the sketch has a response");
    return status.judge(exchangeContext(requestContext(obtained, contract), exchange.response));
  };

  it("passes one for the request that the page shows it for", () => expect(shown({})).toEqual([]));

  it("verifies nothing by it for another request", () => {
    const location = { file: "v1.0/api/team-list-runs.md", line: 9, column: 1 };
    expect(shown({ location })).toMatchObject([{ status: "not-verified", reason: "no-data" }]);
  });

  it("reports one that the page does not show", () => {
    expect(judgeStatus({ response })).toEqual([
      "fail 60:1 the status is 406 Not Acceptable; the page promises 200 OK",
    ]);
  });
});

describe("http/status of a refused query option", () => {
  const request = "GET https://graph.microsoft.com/v1.0/teams/7/runs?$top=1";

  it("leaves 400 to query/capability", () => {
    expect(judgeStatus({ request, response: answered("400 Bad Request") })).toBe("not-applicable");
  });

  it("reports every other error", () => {
    expect(judgeStatus({ request, response: answered("409 Conflict") })).toEqual([
      "fail 60:1 the status is 409 Conflict; the page promises 200 OK",
    ]);
  });
});

describe("http/status of a write that the state of a resource hinders", () => {
  const written = (line: string) => {
    const { exchange, contract } = served({ response: answered(line) }, {});
    const request = { ...exchange.request, method: "POST" };
    if (!exchange.response) throw new Error("the sketch has a response");
    const context = requestContext({ ...exchange, request }, contract);
    const { operation, promising } = requestContext(exchange, contract);
    const promised = { ...context, ...(operation ? { operation } : {}), ...(promising ? { promising } : {}) };
    return inShort(status.judge(exchangeContext(promised, exchange.response)));
  };

  it.each(["409 Conflict", "412 Precondition Failed", "423 Locked"])("verifies nothing by %s", (line) => {
    expect(written(line)).toEqual([
      `not-verified 60:1 ${line} came back, which says nothing about the promise of 200 OK`,
    ]);
  });

  it("reports another refusal", () => {
    expect(written("400 Bad Request")).toEqual([
      "fail 60:1 the status is 400 Bad Request; the page promises 200 OK",
    ]);
  });
});

describe("the judgement of an exchange with a service", () => {
  it("names the page of the resource that the answer holds", () => {
    const { exchange, contract } = served({ response: ok(runs({ id: "1" })) });
    expect(judgeExchange(exchange, contract).resource).toBe("v1.0/run");
  });

  it.each([
    ["an empty collection", ok(runs())],
    ["an error", answered("404 Not Found")],
    ["nothing", "HTTP/1.1 204 No Content"],
  ])("names none for %s", (_, response) => {
    const { exchange, contract } = served({ response });
    expect(judgeExchange(exchange, contract)).not.toHaveProperty("resource");
  });

  it("names none for a documented answer", () => {
    const { exchange, contract, page } = exampleOf({ response: ok(runs({ id: "1" })) });
    expect(judgeExchange(exchange, contract, page ? { page } : {})).not.toHaveProperty("resource");
  });

  it("says once why there was no answer", () => {
    const { exchange, contract } = served({});
    const { response: _, ...asked } = exchange;
    const unanswered = { reason: "no-data", message: "no value is known for {id}" } as const;
    expect(judgeExchange({ ...asked, unanswered }, contract).assertions).toMatchObject([
      { rule: "http/status", status: "not-verified", severity: "error", ...unanswered },
    ]);
    expect(judgeExchange(asked, contract).assertions).toEqual([]);
  });
});

describe("query/count on a page that follows", () => {
  const url = "https://graph.microsoft.com/v1.0/teams/7/runs?$count=true";
  const counts = (request: string, sent: unknown) => {
    const { exchange, contract } = served({ request: `GET ${request}`, response: ok(sent) });
    return judgeExchange(exchange, contract).assertions.find(({ rule }) => rule === "query/count")?.status;
  };

  it("misses no count there, and does on the first page", () => {
    expect(counts(`${url}&$skiptoken=2`, runs({ id: "1" }))).toBe("not-applicable");
    expect(counts(url, runs({ id: "1" }))).toBe("fail");
  });

  it("judges one that is there", () => {
    expect(counts(`${url}&$skiptoken=2`, { ...runs({ id: "1" }), "@odata.count": 0 })).toBe("fail");
    expect(counts(`${url}&$skiptoken=2`, { ...runs({ id: "1" }), "@odata.count": 2 })).toBe("pass");
  });
});

describe("the answer of a service on this machine", () => {
  const at = (host: string) => {
    const { exchange, contract } = served({
      request: "GET http://localhost:8080/v1.0/teams/7/runs",
      response: ok({
        ...runs({ id: "1" }),
        "@odata.context": `http://${host}/v1.0/$metadata#teams('7')/runs`,
      }),
    });
    const { assertions } = judgeExchange(exchange, contract);
    return assertions.find(({ rule }) => rule === "odata/context-host")?.status;
  };

  it("names its own host, though that has no dot", () => expect(at("localhost:8080")).toBe("pass"));
  it("names no other", () => expect(at("other.example:8080")).toBe("fail"));
});

describe("an operation that several pages document", () => {
  it("is judged by what they promise together, whatever page the exchange is for", () => {
    const { exchange, contract } = served({ response: ok(runs()) });
    const twinned = (status: number) => {
      const twin = contract.operations.map((operation) => ({
        ...operation,
        file: "v1.0/api/twin.md",
        responses: [{ status, location: operation.location }],
      }));
      return { ...contract, operations: [...twin, ...contract.operations] };
    };
    const failures = (file: string, status: number) =>
      judgeExchange({ ...exchange, file }, twinned(status)).assertions.filter(
        ({ rule, status: verdict }) => rule === "http/status" && verdict === "fail",
      ).length;
    expect([failures(exchange.file, 206), failures("v1.0/api/twin.md", 206)]).toEqual([0, 0]);
    const alone = { ...contract, operations: twinned(206).operations.slice(0, 1) };
    expect(judgeExchange(exchange, alone).assertions).toContainEqual(
      expect.objectContaining({ rule: "http/status", status: "fail" }),
    );
  });
});
