import { describe, expect, it } from "vitest";
import { bodyMissing } from "../../../src/rules/http/body-missing.ts";
import { bodyOnNoContent } from "../../../src/rules/http/body-on-no-content.ts";
import { contentType } from "../../../src/rules/http/content-type.ts";
import { reasonPhrase } from "../../../src/rules/http/reason-phrase.ts";
import { status } from "../../../src/rules/http/status.ts";
import { exampleOf, ok, runs } from "../../support/example-of.ts";
import { inShort } from "../../support/pages-of.ts";

const list = ok(runs({ id: "1" }));
const noContent = "If successful, this method returns `204 No Content`.";

describe("http/status", () => {
  const judge = (sketch: Parameters<typeof exampleOf>[0]) => inShort(status.judge(exampleOf(sketch)));

  it("passes the status that the page promises", () => {
    expect(judge({ response: list })).toEqual([]);
  });

  it("reports another success at the status line", () => {
    expect(judge({ response: list.replace("200 OK", "201 Created") })).toEqual([
      "fail 60:1 the status is 201 Created; the page promises 200 OK",
    ]);
  });

  it("passes each of several promised statuses", () => {
    const promise = "It returns `201 Created`, or `200 OK` when the run is there already.";
    expect(judge({ promise, response: list })).toEqual([]);
  });

  it("passes an error that the page shows", () => {
    expect(judge({ response: "HTTP/1.1 406 Not Acceptable" })).toEqual([]);
  });

  it("passes the answer from where a promised redirection leads", () => {
    const promise = "If successful, this method returns a `302 Found` response.";
    expect(judge({ promise, response: "HTTP/1.1 200 OK\nContent-Type: text/csv\n\na,b" })).toEqual([]);
    expect(judge({ promise, response: "HTTP/1.1 204 No Content" })).toEqual([
      "fail 60:1 the status is 204 No Content; the page promises 302 Found",
    ]);
  });

  it("judges nothing where the page promises nothing, and does not verify what no page documents", () => {
    expect(judge({ promise: "See the example." })).toBe("not-applicable");
    expect(judge({ request: "PUT https://graph.microsoft.com/v1.0/teams/7/walks" })).toEqual([
      "not-verified 60:1 the status is not judged: no page here documents PUT /teams/7/walks",
    ]);
  });

  it("holds an example whose path is none of its page's to what the page promises, but for one of another host", () => {
    const response = "HTTP/1.1 202 Accepted";
    const request = "GET https://graph.microsoft.com/v1.0/teams/7/walks";
    expect(judge({ request, response })).toEqual([
      "fail 60:1 the status is 202 Accepted; the page promises 200 OK",
    ]);
    expect(judge({ request: "GET https://example.com/callback", response })).toEqual([
      "not-verified 60:1 the status is not judged: no page here documents GET /callback",
    ]);
  });
});

describe("http/status on other sources than documentation", () => {
  /** The answer of a service to a request of which the page shows no such answer. */
  const answered = (response: string) => {
    const { page: _, ...context } = exampleOf({ response });
    return { ...context, contract: { ...context.contract, examples: [] } };
  };

  it.each([
    [401, "no-credentials"],
    [403, "missing-permission"],
    [404, "no-data"],
    [429, "throttled"],
    [503, "service-error"],
  ])("says of %i that it verifies nothing: %s", (code, reason) => {
    expect(status.judge(answered(`HTTP/1.1 ${code} Whatever`))).toMatchObject([
      { status: "not-verified", reason },
    ]);
  });

  it("reports an error that nobody promises", () => {
    expect(inShort(status.judge(answered("HTTP/1.1 400 Bad Request")))).toEqual([
      "fail 60:1 the status is 400 Bad Request; the page promises 200 OK",
    ]);
  });
});

describe("http/reason-phrase", () => {
  const judge = (line: string) => inShort(reasonPhrase.judge(exampleOf({ response: line })));

  it.each([
    "HTTP/1.1 204 No Content",
    "HTTP/1.1 422 Unprocessable Content",
    "HTTP/1.1 422 Unprocessable Entity",
  ])("passes %s", (line) => expect(judge(line)).toEqual([]));

  it("reports other words, letter case included", () => {
    expect(judge("HTTP/1.1 406 NOT Acceptable")).toEqual([
      'fail 60:1 "406 NOT Acceptable" has not the standard phrase; it is "406 Not Acceptable"',
    ]);
  });

  it("says what is meant, but not where words and number are of two statuses and the page promises neither", () => {
    const outcomes = (response: string, promise: string) =>
      reasonPhrase.judge(exampleOf({ response, promise }));
    const created = "If successful, this method returns `201 Created`.";
    const [slip] = [outcomes("HTTP/1.1 200 Created", created)].flat();
    expect(slip).toMatchObject({ message: '"200 Created" has the phrase of 201; that of 200 is "OK"' });
    expect(slip).not.toHaveProperty("meant");
    expect([outcomes("HTTP/1.1 201 OK", created)].flat()).toMatchObject([
      { message: '"201 OK" has not the standard phrase; it is "201 Created"', meant: "HTTP/1.1 201 Created" },
    ]);
  });

  it("judges no status line without words", () => {
    expect(judge("HTTP/1.1 204")).toBe("not-applicable");
  });
});

describe("http/content-type", () => {
  const judge = (response: string, promise?: string) =>
    inShort(contentType.judge(exampleOf({ response, ...(promise ? { promise } : {}) })));

  it.each(["application/json", "application/json; odata.metadata=minimal", "application/problem+json"])(
    "passes %s",
    (type) => expect(judge(list.replace("application/json", type))).toEqual([]),
  );

  it("reports another media type at its header", () => {
    expect(judge(list.replace("application/json", "text/plain"))).toEqual([
      'fail 61:1 the Content-Type is "text/plain"; microsoft.graph.run is promised, as application/json',
    ]);
  });

  it("reports what is no media type", () => {
    expect(judge(list.replace("application/json", "json"))).toEqual(['fail 61:1 "json" is no media type']);
  });

  it("reports a body without a Content-Type at the status line", () => {
    expect(judge(list.replace("Content-Type: application/json\n", ""))).toEqual([
      "fail 60:1 the response has a body and no Content-Type; application/json is promised",
    ]);
  });

  it("only warns where the body stands for bytes", () => {
    const context = exampleOf({
      request: "GET https://graph.microsoft.com/v1.0/teams/7/runs/1/$value",
      response: "HTTP/1.1 200 OK\n\nraw bytes",
    });
    expect(contentType.judge(context)).toMatchObject([{ status: "fail", severity: "warning" }]);
  });

  it("judges neither a response without a body nor a body without its status line", () => {
    expect(judge("HTTP/1.1 204 No Content", noContent)).toBe("not-applicable");
    expect(judge('{ "id": "1" }')).toBe("not-applicable");
  });
});

describe("http/body-on-no-content", () => {
  const judge = (response: string, promise = noContent) =>
    inShort(bodyOnNoContent.judge(exampleOf({ response, promise })));

  it("passes 204 alone", () => {
    expect(judge("HTTP/1.1 204 No Content")).toEqual([]);
  });

  it("reports a body once, at its place, with or without Content-Type", () => {
    const message = "204 No Content comes with a body; it has none by definition";
    expect(judge("HTTP/1.1 204 No Content\n\n{}")).toEqual([`fail 62:1 ${message}`]);
    expect(judge("HTTP/1.1 204 No Content\nContent-Type: application/json\n\n{}")).toEqual([
      `fail 63:1 ${message}`,
    ]);
  });

  it("reports a Content-Type without a body", () => {
    expect(judge("HTTP/1.1 204 No Content\nContent-Type: text/plain")).toEqual([
      'fail 61:1 204 No Content comes with the Content-Type "text/plain", but without a body to which it applies',
    ]);
  });

  it("leaves a 204 that is not promised to http/status", () => {
    expect(judge("HTTP/1.1 204 No Content\n\n{}", "It returns `200 OK`.")).toBe("not-applicable");
  });
});

describe("http/body-missing", () => {
  const judge = (sketch: Parameters<typeof exampleOf>[0]) => inShort(bodyMissing.judge(exampleOf(sketch)));

  it("passes a promised body", () => {
    expect(judge({})).toEqual([]);
  });

  it("reports its absence at the status line", () => {
    expect(judge({ response: "HTTP/1.1 200 OK\nContent-Type: application/json" })).toEqual([
      "fail 60:1 the response has no body; the page promises a collection of microsoft.graph.run with 200",
    ]);
  });

  it("misses no body where none is promised, on an error, and with 202", () => {
    expect(judge({ promise: "It returns `200 OK`.", response: "HTTP/1.1 200 OK" })).toBe("not-applicable");
    expect(judge({ response: "HTTP/1.1 404 Not Found" })).toBe("not-applicable");
    const promise = "It returns `202 Accepted` and a [run](../resources/run.md).";
    expect(judge({ promise, response: "HTTP/1.1 202 Accepted" })).toBe("not-applicable");
  });

  it("misses the number behind $count", () => {
    const request = "GET https://graph.microsoft.com/v1.0/teams/7/runs/$count";
    expect(judge({ request, response: "HTTP/1.1 200 OK" })).toEqual([
      'fail 60:1 the response has no body; "/$count" is answered with a number',
    ]);
    expect(judge({ request, response: "HTTP/1.1 200 OK\nContent-Type: text/plain\n\n3" })).toEqual([]);
    expect(judge({ request, response: "HTTP/1.1 404 Not Found" })).toBe("not-applicable");
  });
});
