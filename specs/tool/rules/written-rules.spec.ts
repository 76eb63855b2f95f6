import { describe, expect, it } from "vitest";
import { notAsSent } from "../../../src/rules/body/not-as-sent.ts";
import { headerMissing } from "../../../src/rules/http/header-missing.ts";
import { selectOnly } from "../../../src/rules/query/select-only.ts";
import type { ExchangeRule } from "../../../src/rules/rule.ts";
import { contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { type Asking, answerTo } from "./answer-to.ts";
import { judgePages } from "./judge-pages.ts";

const contract = contractOfPages({
  "v1.0/resources/flow.md": resourcePage("flow", {
    properties: [
      "|id|String|Key.|",
      "|name|String|Name.|",
      "|size|Int32|How big.|",
      "|state|String|The possible values are: `open`, `closed`.|",
      "|due|DateTimeOffset|When.|",
      "|by|String|Read-only.|",
      "|note|String|Returned only on `$select`.|",
      "|clientSecret|String|A secret.|",
      "|kind|String|The possible values are: `standard`, and `reserved`.|",
    ],
    json: { id: "String" },
  }),
  "v1.0/api/flow-list.md": apiPage("List flows", "GET /flows", {
    response: "`200 OK` and a collection of [flow](../resources/flow.md) objects",
  }),
  "v1.0/api/flow-post.md": apiPage("Create flow", "POST /flows", {
    response: "`201 Created` and a [flow](../resources/flow.md) object",
  }),
  "v1.0/api/flow-update.md": apiPage("Update flow", "PATCH /flows/{id}", {
    response: "`200 OK` and a [flow](../resources/flow.md) object",
  }),
  "v1.0/api/flow-copy.md": apiPage("flow: copy", "POST /flows/{id}/copy", {
    response: "`202 Accepted` response code and an `Operation-Location` header",
  }),
  "v1.0/api/flow-rename.md": apiPage("flow: rename", "POST /flows/{id}/rename", {
    response: "`200 OK` and a [flow](../resources/flow.md) object",
  }),
});

/** The page of a setting, and neither one of its GET nor of what holds it. */
const alone = contractOfPages({
  "v1.0/resources/settings.md": resourcePage("settings", {
    properties: ["|name|String|Name.|", "|size|Int32|How big.|"],
    json: { name: "String" },
  }),
  "v1.0/api/settings-update.md": apiPage("Update settings", "PATCH /admin/port/settings", {
    response: "`200 OK` and an updated [settings](../resources/settings.md) object",
  }),
  "v1.0/api/settings-reset.md": apiPage("settings: reset", "POST /admin/port/reset", {
    response: "`200 OK` and a [settings](../resources/settings.md) object",
  }),
});

const json = { "Content-Type": "application/json" };
const patch = (body: string) =>
  `PATCH https://graph.microsoft.com/v1.0/flows/w-1\nContent-Type: application/json\n\n${body}`;
const answer = (body: string) => `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${body}`;

function said(
  rule: ExchangeRule,
  path: string,
  body: unknown,
  asking: Asking = {},
  headers = json,
  of = contract,
) {
  const verdicts = rule.judge(answerTo(of, path, body, headers, asking));
  return verdicts === "not-applicable"
    ? verdicts
    : verdicts.map((one) => `${one.status} ${one.pointer ?? one.message}`);
}

describe("body/not-as-sent", () => {
  const changed = (sent: object, came: object, asking: Asking = {}) =>
    said(
      notAsSent,
      "/flows/1",
      { id: "1", ...came },
      { method: "PATCH", sent, requestHeaders: json, ...asking },
    );

  it("finds another text, number and member", () => {
    expect(changed({ name: "a" }, { name: "b" })).toEqual(["fail /name"]);
    expect(changed({ size: 1 }, { size: 2 })).toEqual(["fail /size"]);
    expect(changed({ state: "open" }, { state: "closed" })).toEqual(["fail /state"]);
    expect(changed({ due: "2026-01-01T00:00:00Z" }, { due: "2026-01-02T00:00:00Z" })).toEqual(["fail /due"]);
    const created = said(
      notAsSent,
      "/flows",
      { id: "1", name: "b" },
      { method: "POST", sent: { name: "a" }, status: 201 },
    );
    expect(created).toEqual(["fail /name"]);
  });

  it("finds what a PATCH changed otherwise where no page says what its path leads to, and takes no action for one", () => {
    const asked = (method: string, path: string) =>
      said(notAsSent, path, { name: "b" }, { method, sent: { name: "a" } }, json, alone);
    expect(asked("PATCH", "/admin/port/settings")).toEqual(["fail /name"]);
    expect(asked("POST", "/admin/port/reset")).toBe("not-applicable");
  });

  it("takes what a service writes in its own way", () => {
    expect(changed({ due: "2026-01-01T01:00:00+01:00" }, { due: "2026-01-01T00:00:00.000Z" })).toEqual([]);
    expect(changed({ state: "Open" }, { state: "open" })).toEqual([]);
    expect(changed({ name: "Ada@Example.com" }, { name: "ada@example.com" })).toEqual([]);
    expect(changed({ name: "a" }, { name: "extension_1b_a" })).toEqual([]);
  });

  it("leaves alone what is the service's to say, what does not come, and what breaks its type", () => {
    for (const [sent, came] of [
      [{ by: "a" }, { by: "b" }],
      [{ id: "2" }, {}],
      [{ clientSecret: "a" }, { clientSecret: "b" }],
      [{ name: null }, { name: "a" }],
      [{ name: "a" }, {}],
    ] as const)
      expect(changed(sent, came)).toBe("not-applicable");
    expect(changed({ state: "open" }, { state: "ajar" })).toEqual([]);
  });

  it("does not compare what an action takes with what it returns, nor an error", () => {
    const asking = { method: "POST", sent: { name: "a" } };
    expect(said(notAsSent, "/flows/1/rename", { id: "1", name: "b" }, asking)).toBe("not-applicable");
    expect(changed({ name: "a" }, { name: "b" }, { status: 400 })).toBe("not-applicable");
  });
});

describe("an answer to a write that a page shows", () => {
  const shown = '{ "id": "w-1", "name": "Vistula", "size": 3 }';
  const outcomes = (sent: string, came: string, read = shown) =>
    judgePages({
      "resources/flow.md": resourcePage("flow", {
        properties: ["|id|String|Key.|", "|name|String|Name.|", "|size|Int32|How big.|"],
        json: { id: "String", name: "String", size: 1 },
      }),
      "api/flow-get.md": apiPage("Get flow", "GET /flows/{id}", {
        response: "`200 OK` response code and a [flow](../resources/flow.md) object",
        examples: [[`GET https://graph.microsoft.com/v1.0/flows/w-1`, answer(read)]],
      }),
      "api/flow-update.md": apiPage("Update flow", "PATCH /flows/{id}", {
        body: "Supply a JSON representation of a [flow](../resources/flow.md) object.",
        response: "`200 OK` response code and a [flow](../resources/flow.md) object",
        examples: [[patch(sent), answer(came)]],
      }),
    })
      .flatMap(({ assertions }) => assertions)
      .filter(({ rule, status }) => rule === notAsSent.id && status !== "not-applicable")
      .map((each) => `${each.status} ${"pointer" in each ? each.pointer : ""}`);

  it("is not verified where it is the sample that the page of the GET shows, with nothing of what was sent", () => {
    expect(outcomes('{ "name": "Odra" }', shown)).toEqual(["not-verified "]);
    expect(outcomes('{ "name": "Odra" }', shown, `{ "value": [${shown}] }`)).toEqual(["not-verified "]);
  });

  it("is wrong where it is no page's sample, or has another value that was sent", () => {
    expect(outcomes('{ "name": "Odra" }', '{ "id": "w-1", "name": "Warta", "size": 3 }')).toEqual([
      "fail /name",
    ]);
    expect(outcomes('{ "name": "Odra" }', shown.replace("w-1", "w-2"))).toEqual(["fail /name"]);
    expect(outcomes('{ "name": "Odra", "size": 3 }', shown)).toEqual(["fail /name"]);
  });

  it("is right where it has what was sent", () => {
    expect(outcomes('{ "name": "Vistula" }', shown)).toEqual(["pass "]);
  });
});

describe("http/header-missing", () => {
  it("finds a promised header that is absent, and none that is there", () => {
    const asking = { method: "POST", status: 202 };
    const copy = "/flows/1/copy";
    expect(said(headerMissing, copy, undefined, asking, json)).toEqual([
      'fail the response has no header "Operation-Location"; the page promises it with 202',
    ]);
    expect(
      said(headerMissing, copy, undefined, asking, { ...json, "operation-location": "a" } as typeof json),
    ).toEqual([]);
    expect(said(headerMissing, copy, undefined, { ...asking, status: 400 })).toBe("not-applicable");
  });

  it("finds a 201 without a Location", () => {
    const asking = { method: "POST", status: 201 };
    expect(said(headerMissing, "/flows", { id: "1" }, asking)).toEqual([
      'fail the response has no header "Location", which says where what was created is',
    ]);
    expect(
      said(headerMissing, "/flows", { id: "1" }, asking, { ...json, Location: "a" } as typeof json),
    ).toEqual([]);
  });
});

describe("query/select-only", () => {
  it("finds once what comes unasked, and not what was asked for or is null", () => {
    const value = [
      { id: "1", note: "a" },
      { id: "2", note: "b" },
    ];
    expect(said(selectOnly, "/flows", { value })).toEqual(["fail /value/0/note"]);
    expect(said(selectOnly, "/flows?$select=id,note", { value })).toEqual([]);
    expect(said(selectOnly, "/flows", { value: [{ id: "1", note: null }] })).toEqual([]);
  });

  it("does not take the name of a member for a property that is reserved", () => {
    expect(said(selectOnly, "/flows", { value: [{ id: "1", kind: "reserved" }] })).toEqual([]);
  });
});
