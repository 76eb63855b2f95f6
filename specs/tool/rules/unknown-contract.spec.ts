import { describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import type { Contract } from "../../../src/contract/contract.ts";
import { readJson } from "../../../src/http/read-json.ts";
import { catalogue } from "../../../src/rules/catalogue.ts";
import type { Exchange } from "../../../src/rules/exchange.ts";
import { exchangeContext, requestContext } from "../../../src/rules/exchange-context.ts";
import { contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const origin = "https://graph.microsoft.com/v1.0";
const place = { file: "exchange", line: 1, column: 1 };
const metadata = `${origin}/$metadata#`;

const contract = contractOfPages({
  "v1.0/resources/run.md": resourcePage("run", {
    properties: ["|id|String|Key.|", "|status|String|State.|", "|total|Int32|A number.|"],
    relationships: ["|subject|[user](user.md)|Of whom.|"],
    json: { id: "String" },
  }),
  "v1.0/resources/box.md": resourcePage("box", {
    properties: ["|id|String|Key.|"],
    json: { id: "String" },
  }).replace('"blockType":"resource"', '"blockType":"resource","openType":true'),
  // Its path is written wrongly: the examples call /runs/{id}.
  "v1.0/api/run-get.md": apiPage("Get run", "GET /runns/{id}", {
    response: "`200 OK` response code and a [run](../resources/run.md) object",
    examples: [[`GET ${origin}/runs/1`, 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "id": "1" }']],
  }),
  "v1.0/api/gone-list.md": apiPage("List gone", "GET /gone", {
    response: "`200 OK` response code and a collection of [gone](../resources/gone.md) objects",
  }),
  "v1.0/api/box-list.md": apiPage("List boxes", "GET /boxes", {
    response: "`200 OK` response code and a collection of [box](../resources/box.md) objects",
  }),
  "v1.0/api/run-post.md": apiPage("Create run", "POST /made", {
    response: "`201 Created` response code and a [run](../resources/run.md) object",
  }),
});

interface Sketch {
  readonly method?: string;
  readonly status?: number;
  readonly sent?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The page that it was planned for. */
  readonly file?: string;
  readonly of?: Contract;
}

function bodyOf(value: unknown) {
  const text = JSON.stringify(value);
  return { text, location: place, json: readJson(text, place) };
}

/** What every rule of the catalogue says of a service's answer, by its id. */
function judged(path: string, body: unknown, sketch: Sketch = {}): Record<string, readonly string[]> {
  const { method = "GET", status = 200, sent, file = "v1.0/api/elsewhere.md" } = sketch;
  const { headers = { "Content-Type": "application/json" } } = sketch;
  const response = {
    status,
    reason: "OK",
    startLine: spanAt(place),
    headers: Object.entries(headers).map(([name, value]) => ({ name, value, span: spanAt(place) })),
    ...(body === undefined ? {} : { body: bodyOf(body) }),
    location: place,
  };
  const exchange: Exchange = {
    source: "mock",
    version: "v1.0",
    title: "Asked",
    name: "asked",
    file,
    request: {
      method,
      url: `${origin}${path}`,
      target: spanAt(place),
      headers: [],
      ...(sent === undefined ? {} : { body: bodyOf(sent) }),
      location: place,
    },
    response,
    location: place,
  };
  const asked = requestContext(exchange, sketch.of ?? contract);
  const answered = exchangeContext(asked, response);
  const verdicts = catalogue.flatMap((rule) => {
    if (rule.subject === "page") return [];
    const found = rule.subject === "request" ? rule.judge(asked) : rule.judge(answered);
    const said =
      found === "not-applicable"
        ? [found]
        : found.length === 0
          ? ["pass"]
          : found.map((one) => (one.status === "fail" ? `fail ${one.pointer ?? ""}` : one.reason));
    return [[rule.id, said] as const];
  });
  return Object.fromEntries(verdicts);
}

/** What each of them promises holds or not whatever the pages say: JSON, HTTP, OData, and the text of the request. */
const needNoContract = [
  "body/duplicate-key",
  "body/invalid-json",
  "http/reason-phrase",
  "odata/annotation-name",
  "odata/context-host",
  "odata/context-missing",
  "odata/context-root",
  "odata/etag",
  "odata/next-link",
  "request/malformed",
  "request/not-documented",
  "request/placeholder",
  "request/version",
];

const item = { "@odata.type": "#microsoft.graph.thing", id: "1", at: "2026-01-01T00:00:00Z" };

describe("an answer to a request that no page documents", () => {
  const body = {
    "@odata.context": `${metadata}things`,
    value: [item],
    "@odata.nextLink": `${origin}/nowhere?$skiptoken=1`,
  };

  it("passes no rule that needs the contract, and fails none", () => {
    const found = judged("/nowhere", body);
    const passed = Object.entries(found).filter(([, said]) => said.includes("pass"));
    expect(passed.map(([rule]) => rule).filter((rule) => !needNoContract.includes(rule))).toEqual([]);
    expect(Object.entries(found).filter(([, said]) => said.some((one) => one.startsWith("fail")))).toEqual(
      [],
    );
  });

  it("is not verified by the rules that would look at its status and body, once by each", () => {
    const found = judged("/nowhere", body);
    const unverified = Object.entries(found).filter(([, said]) => said.some((one) => one === "undocumented"));
    expect(unverified).toEqual(
      [
        "body/enum-member",
        "body/format",
        "body/missing-property",
        "body/null",
        "body/range",
        "body/shape",
        "body/type",
        "body/unknown-property",
        "enum/unrequested-member",
        "http/body-missing",
        "http/content-type",
        "http/status",
        "odata/context-path",
        "odata/type-name",
      ].map((rule) => [rule, ["undocumented"]]),
    );
  });

  it("is not verified in what was sent, either", () => {
    const found = judged("/nowhere", undefined, {
      method: "POST",
      status: 204,
      sent: { total: "x" },
      headers: {},
    });
    expect(found["request/body"]).toEqual(["undocumented"]);
    expect(found["request/option-not-supported"]).toEqual(["not-applicable"]);
    expect(judged("/nowhere?$top=1", body)["request/option-not-supported"]).toEqual(["undocumented"]);
  });

  it("is an error that nobody has to promise", () => {
    const found = judged("/nowhere", { error: { code: "NotFound", message: "No." } }, { status: 404 });
    expect(found["body/type"]).toEqual(["not-applicable"]);
    expect(found["http/body-missing"]).toEqual(["not-applicable"]);
    expect(found["error/envelope"]).toEqual(["pass"]);
    expect(found["http/status"]).toEqual(["undocumented"]);
  });
});

describe("an answer whose type has no page", () => {
  const body = { value: [{ id: "1", at: "yesterday" }] };

  it("is not verified by the rules that look into bodies, and says why", () => {
    const found = judged("/gone", body);
    for (const rule of [
      "enum-member",
      "format",
      "null",
      "range",
      "type",
      "unknown-property",
      "missing-property",
    ])
      expect([rule, found[`body/${rule}`]]).toEqual([rule, ["not-in-folder"]]);
    expect(found["http/content-type"]).toEqual(["not-in-folder"]);
  });

  it("passes where the page says enough: its status, and that it is a collection", () => {
    const found = judged("/gone", body);
    expect(found["http/status"]).toEqual(["pass"]);
    expect(found["body/shape"]).toEqual(["pass"]);
    expect(found["http/body-missing"]).toEqual(["pass"]);
  });
});

describe("an answer whose operation and type are known", () => {
  it("is verified by all of them", () => {
    const found = judged("/runns/1", { id: "1", status: "done", total: 3 });
    expect(Object.values(found).flat()).not.toContain("undocumented");
    expect(Object.values(found).flat()).not.toContain("not-in-folder");
    expect(found["body/type"]).toEqual(["pass"]);
    expect(judged("/runns/1", { id: "1", status: "done", total: "3" })["body/type"]).toEqual(["fail /total"]);
  });

  it("promises no body with a status that its page does not name", () => {
    expect(judged("/runns/1", { id: "1" }, { status: 203 })["http/body-missing"]).toEqual(["not-applicable"]);
  });
});

describe("a request that is planned for a page", () => {
  const wrong = { id: "1", total: "many" };

  it("is promised what that page promises, though its path is none of the page's", () => {
    expect(judged("/runs/1", wrong, { file: "v1.0/api/run-get.md" })["body/type"]).toEqual(["fail /total"]);
  });

  it("is promised the page's statuses and bodies with it", () => {
    const file = "v1.0/api/run-get.md";
    expect(judged("/runs/1", wrong, { file })["http/status"]).toEqual(["pass"]);
    expect(judged("/runs/1", wrong, { file, status: 202 })["http/status"]).toEqual(["fail "]);
    expect(judged("/runs/1", undefined, { file })["http/body-missing"]).toEqual(["fail "]);
  });

  it("is promised nothing by a page that it does not come from", () => {
    expect(judged("/runs/1", wrong)["body/type"]).toEqual(["undocumented"]);
  });
});

describe("query/select-projection where the contract knows too little", () => {
  const select = (query: string, body: unknown, sketch?: Sketch) =>
    judged(`/runs/1?$select=${query}`, body, sketch)["query/select-projection"];

  it("does not call a relationship absent, nor a name unselected, of a type that nobody knows", () => {
    expect(select("id,subject", { id: "1" })).toEqual(["undocumented"]);
    expect(select("id", { id: "1", code: "x" })).toEqual(["undocumented"]);
    expect(judged("/gone?$select=id,subject", { value: [{ id: "1" }] })["query/select-projection"]).toEqual([
      "not-in-folder",
    ]);
  });

  it("passes where just the selected names came", () => {
    expect(select("id,status", { id: "1", status: "done" })).toEqual(["pass"]);
  });

  it("knows a relationship by the page that the request comes from", () => {
    const file = "v1.0/api/run-get.md";
    expect(select("id,subject", { id: "1" }, { file })).toEqual(["pass"]);
    expect(select("id,status", { id: "1" }, { file })).toEqual(["fail /status"]);
  });

  it("does not call a name absent that an open type may have, and null leaves out", () => {
    expect(judged("/boxes?$select=id,colour", { value: [{ id: "1" }] })["query/select-projection"]).toEqual([
      "open-type",
    ]);
    expect(judged("/boxes?$select=id", { value: [{}] })["query/select-projection"]).toEqual([
      "fail /value/0/id",
    ]);
  });
});

describe("the other query options where no page promises them", () => {
  it("are held to nothing: what is not as asked is not verified", () => {
    const two = { value: [{ id: "b" }, { id: "a" }] };
    expect(judged("/nowhere?$top=1", two)["query/top"]).toEqual(["undocumented"]);
    expect(judged("/nowhere?$count=true", two)["query/count"]).toEqual(["undocumented"]);
    expect(judged("/nowhere?$orderby=id", two)["query/orderby"]).toEqual(["undocumented"]);
    expect(judged("/nowhere?$expand=runs", two)["query/expand"]).toEqual(["undocumented"]);
    expect(judged("/nowhere?$filter=id eq 'c'", two)["query/filter"]).toEqual(["undocumented"]);
    expect(judged("/nowhere?$filter=id eq 'c'", two)["query/capability"]).toEqual(["undocumented"]);
  });

  it("pass where OData's own promise holds", () => {
    expect(judged("/nowhere?$top=1", { value: [{ id: "b" }] })["query/top"]).toEqual(["pass"]);
  });
});

describe("an undeclared name", () => {
  const box = (item: object) => judged("/boxes", { value: [item] })["body/unknown-property"];

  it("of an open type is not verified", () => {
    expect(box({ id: "1", colour: "red" })).toEqual(["open-type"]);
  });

  it("is nothing to doubt where there is none", () => {
    expect(box({ id: "1", "@odata.etag": "1", "id@x.y": 1 })).toEqual(["pass"]);
  });
});

describe("a request's body", () => {
  it("is not verified where its page says nothing of it", () => {
    expect(
      judged("/made", { id: "1" }, { method: "POST", status: 201, sent: { total: "x" } })["request/body"],
    ).toEqual(["undocumented"]);
  });
});

describe("a value that looks like a placeholder", () => {
  const wrong = (sketch: Sketch = {}) =>
    judged("/runns/1", { id: "1", total: "<number>" }, sketch)["body/type"];

  it("is wrong in a service's answer: nothing is left to a reader there", () => {
    expect(wrong()).toEqual(["fail /total"]);
  });
});
