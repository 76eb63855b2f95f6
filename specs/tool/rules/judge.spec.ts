import { describe, expect, it } from "vitest";
import type { Assertion, Failed } from "../../../src/rules/assertion.ts";
import type { Exchange, Source } from "../../../src/rules/exchange.ts";
import { judgeExchange, judgePage } from "../../../src/rules/judge.ts";
import {
  type ExampleSketch,
  exampleOf,
  metadata,
  ok,
  page,
  pagesWith,
  runs,
  valid,
} from "../../support/example-of.ts";

function judge(sketch: ExampleSketch, change: Partial<Exchange> = {}, requestJudged = false) {
  const { exchange, contract, page: shown } = exampleOf(sketch);
  const setting = { requestJudged, ...(shown && !change.source ? { page: shown } : {}) };
  return judgeExchange({ ...exchange, ...change }, contract, setting);
}

const failed = (assertions: readonly Assertion[]) =>
  assertions.flatMap((each) => (each.status === "fail" ? each : []));

/** A finding in short: its rule, severity, line and pointer. */
const inShort = ({ rule, severity, span, pointer }: Failed) =>
  `${severity} ${rule} ${span.start.line} ${pointer ?? ""}`.trimEnd();

const item = { id: "1", status: "done", total: 3, started: "2024-05-01T10:00:00Z" };
const select = `${valid.request}?$select=id,status`;
const selected = ok({
  "@odata.context": `${metadata}teams('7')/runs(id,status)`,
  value: [{ id: "1", status: "done" }],
});

describe("judgeExchange", () => {
  it.each<[string, ExampleSketch]>([
    ["a list", { response: ok(runs(item, { ...item, id: "2" })) }],
    ["a selection", { request: select, response: selected }],
    ["an error", { response: ok({ error: { code: "NotFound", message: "No such team" } }, "404 Not Found") }],
    [
      "a deletion",
      {
        templates: "DELETE /teams/{id}",
        request: "DELETE https://graph.microsoft.com/v1.0/teams/7",
        promise: "It returns `204 No Content`.",
        annotation: '<!-- { "blockType": "response" } -->',
        response: "HTTP/1.1 204 No Content",
      },
    ],
  ])("finds nothing in %s that keeps every promise", (_, sketch) => {
    expect(failed(judge(sketch).assertions).map(inShort)).toEqual([]);
  });

  const list = ok(runs(item));
  const broken: readonly [string, ExampleSketch, string][] = [
    ["the status", { response: list.replace("200 OK", "202 Accepted") }, "error http/status 60"],
    ["the reason phrase", { response: list.replace("OK", "Success") }, "info http/reason-phrase 60"],
    [
      "the content type",
      { response: list.replace("application/json", "text/plain") },
      "error http/content-type 61",
    ],
    ["the body's presence", { response: "HTTP/1.1 200 OK" }, "error http/body-missing 60"],
    [
      "the context's host",
      { response: list.replace("graph.", "canary.graph.") },
      "error odata/context-host 64 /@odata.context",
    ],
    [
      "the context's version",
      { response: list.replace("v1.0/", "beta/") },
      "warning odata/context-root 64 /@odata.context",
    ],
    [
      "the context's path",
      { response: list.replace("/runs", "/reports") },
      "warning odata/context-path 64 /@odata.context",
    ],
    [
      "the context's select list",
      { request: select, response: selected.replace("(id,status)", "") },
      "info odata/context-select 64 /@odata.context",
    ],
    [
      "a selected property",
      { request: select, response: selected.replace(/,\s*"status": "done"/, "") },
      "error query/select-projection 66 /value/0/status",
    ],
    [
      "the selection",
      { request: select, response: selected.replace('"done"', '"done", "total": 3') },
      "error query/select-projection 68 /value/0/total",
    ],
    [
      "a property's name",
      { request: select, response: selected.replace('"done"', '"done", "totl": 3') },
      "error body/unknown-property 68 /value/0/totl",
    ],
    [
      "a property's type",
      { response: list.replace('"total": 3', '"total": "three"') },
      "error body/type 69 /value/0/total",
    ],
    [
      "a date",
      { response: list.replace("2024-05-01", "01.05.2024") },
      "error body/format 70 /value/0/started",
    ],
    ["the JSON", { response: list.replace('"done",', '"done"') }, "error body/invalid-json 68"],
    [
      "the body's shape",
      { response: ok({ "@odata.context": `${metadata}teams('7')/runs`, ...item }) },
      "error body/shape 63",
    ],
    [
      "the annotation",
      { annotation: valid.annotation.replace("graph.run", "graph.report"), response: list },
      "error annotation/response-type 58",
    ],
    [
      "the method",
      { request: valid.request.replace("GET", "PUT"), response: list },
      "error request/not-documented 40",
    ],
    [
      "the path",
      { request: valid.request.replace("runs", "walks"), response: list },
      "error request/not-documented 40",
    ],
    [
      "the version",
      { request: valid.request.replace("v1.0", "beta"), response: list },
      "warning request/version 40",
    ],
    [
      "an option",
      { request: `${valid.request}?$search=x`, response: list },
      "error request/option-not-supported 40 /query/$search",
    ],
    ["a key", { request: valid.request.replace("7", "{id}"), response: list }, "info request/placeholder 40"],
    ["the URL", { request: `${valid.request}?x=a b`, response: list }, "warning request/malformed 40"],
    [
      "an expanded relationship",
      { request: `${valid.request}?$expand=tasks`, response: list },
      "error query/expand 66 /value/0/tasks",
    ],
    [
      "the count",
      { request: `${valid.request}?$count=true`, response: list },
      "warning query/count 63 /@odata.count",
    ],
    [
      "the order",
      { request: `${valid.request}?$orderby=total`, response: ok(runs(item, { ...item, total: 1 })) },
      "warning query/orderby 72 /value/1",
    ],
    [
      "the page size",
      { request: `${valid.request}?$top=1`, response: ok(runs(item, item)) },
      "warning query/top 65 /value",
    ],
    [
      "the next link",
      { response: ok({ ...runs(item), "@odata.nextLink": "/teams/7/runs?$skip=1" }) },
      "error odata/next-link 73 /@odata.nextLink",
    ],
    [
      "the error's envelope",
      { response: ok({ code: "NotFound" }, "404 Not Found") },
      "error error/envelope 63",
    ],
  ];

  it.each(broken)("finds exactly one thing when only %s is broken", (_, sketch, finding) => {
    expect(failed(judge(sketch).assertions).map(inShort)).toEqual([finding]);
  });

  it("says of every rule whether it passed or had nothing to judge", () => {
    const statuses = new Map(judge({ response: list }).assertions.map(({ rule, status }) => [rule, status]));
    expect(statuses.get("http/status")).toBe("pass");
    expect(statuses.get("error/envelope")).toBe("not-applicable");
    expect(statuses.has("page/operation-missing")).toBe(false);
  });

  it("judges a request once when it is shown with several responses", () => {
    const rules = judge({}, {}, true).assertions.map(({ rule }) => rule);
    expect(rules.filter((rule) => rule.startsWith("request/"))).toEqual([]);
    expect(rules).toContain("http/status");
  });

  it("judges only the request of an exchange without response", () => {
    const { exchange, contract, page: shown } = exampleOf({});
    const { response: _, ...unanswered } = exchange;
    const judgement = judgeExchange(unanswered, contract, shown ? { page: shown } : {});
    expect(judgement.response).toBeUndefined();
    expect(judgement.assertions.every(({ rule }) => rule.startsWith("request/"))).toBe(true);
  });

  it.each<[Source, string[]]>([
    ["documented", ["error body/unknown-property", "info http/reason-phrase"]],
    ["mock", ["error body/unknown-property"]],
    ["tenant", ["info body/unknown-property"]],
    ["recorded", ["info body/unknown-property"]],
  ])("weighs by the source: %s", (source, findings) => {
    const response = ok(runs({ ...item, walks: 3 }), "200 Fine");
    const { declared: _, ...received } = exampleOf({ response }).exchange;
    const { contract, page: shown } = exampleOf({ response });
    const setting = source === "documented" && shown ? { page: shown } : {};
    const { assertions } = judgeExchange({ ...received, source }, contract, setting);
    expect(failed(assertions).map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(findings);
  });

  it("shows the messages so that a finding's line falls into them", () => {
    const { request, response } = judge({ request: `${valid.request}\nPrefer: x`, response: list });
    expect(request).toEqual({
      text: `${valid.request}\nPrefer: x`,
      location: { file: page, line: 40, column: 1 },
    });
    expect(response?.text).toBe(list);
    expect(response?.location.line).toBe(60);
  });
});

describe("a finding's fingerprint", () => {
  const of = (sketch: ExampleSketch) =>
    failed(judge(sketch).assertions).map(({ fingerprint }) => fingerprint);
  const broken = { response: ok(runs({ ...item, total: "three" })) };

  it("is twelve hex digits, and its own cause", () => {
    const [finding] = failed(judge({ response: ok(runs(item)).replace("OK", "Fine") }).assertions);
    expect(finding?.fingerprint).toMatch(/^[0-9a-f]{12}$/);
    expect(finding?.cause.id).toBe(finding?.fingerprint);
  });

  it("stays when lines move and values change", () => {
    const moved = { response: ok(runs({ ...item, total: "four" })), options: `${valid.options}` };
    const later = { ...moved, response: moved.response.replace("\n\n{", "\nDate: today\n\n{") };
    expect(of(later)).toEqual(of(broken));
  });

  it("differs by pointer, by example and by version", () => {
    expect(of({ response: ok(runs(item, { ...item, total: "three" })) })).not.toEqual(of(broken));
    const named = failed(judge(broken, { name: "another" }).assertions).map(({ fingerprint }) => fingerprint);
    expect(named).not.toEqual(of(broken));
    const beta = failed(judge(broken, { version: "beta" }).assertions).map(({ fingerprint }) => fingerprint);
    expect(beta).not.toContain(of(broken)[0]);
  });
});

describe("judgePage", () => {
  const judged = (sketch: ExampleSketch) => {
    const { context } = pagesWith(sketch);
    const { page: shown, contract, folder } = context(page);
    return judgePage(shown, contract, folder);
  };

  it("finds nothing on a page that keeps every promise", () => {
    const judgement = judged({});
    expect(failed(judgement.assertions)).toEqual([]);
    expect(judgement).toMatchObject({
      kind: "page",
      subject: { kind: "operation", id: "GET /teams/{}/runs" },
      title: "List runs",
    });
  });

  it("reports a request that cannot be read by the rule for requests", () => {
    expect(failed(judged({ request: "FETCH the runs" }).assertions).map(inShort)).toContain(
      "error request/malformed 40",
    );
  });
});
