import { describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import { readJson } from "../../../src/http/read-json.ts";
import type { Assertion } from "../../../src/rules/assertion.ts";
import type { Source } from "../../../src/rules/exchange.ts";
import { judgeExchange } from "../../../src/rules/judge.ts";
import { contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { judgePages } from "./judge-pages.ts";

const place = { file: "answer", line: 1, column: 1 };
const asked = "https://graph.microsoft.com/v1.0/people/1";

function pages(body: object) {
  return {
    "v1.0/resources/person.md": resourcePage("person", {
      properties: [
        "|id|String|Key.|",
        "|kind|String|What they are. The possible values are: `guest`, `member`.|",
        "|born|DateTimeOffset|When.|",
        "|age|Int32|How old.|",
        "|code|String|A code. Maximum length is 3 characters.|",
      ],
      json: { id: "String", kind: "String", born: "String (timestamp)", age: 1, code: "String" },
    }),
    "v1.0/api/person-get.md": apiPage("Get person", "GET /people/{id}", {
      response: "`200 OK` response code and a [person](../resources/person.md) object",
      examples: [
        [`GET ${asked}`, `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify(body)}`],
      ],
    }),
  };
}

const contract = contractOfPages(pages({}));

/** The assertions on an answer with that body, shown on a page or sent by a service. */
function judged(body: object, source: Source): readonly Assertion[] {
  if (source === "documented") return judgePages(pages(body)).flatMap(({ assertions }) => assertions);
  const text = JSON.stringify(body);
  const headers = [{ name: "Content-Type", value: "application/json", span: spanAt(place) }];
  const exchange = {
    source,
    version: "v1.0",
    title: "Get person",
    name: "get_person",
    file: "v1.0/api/person-get.md",
    request: { method: "GET", url: asked, target: spanAt(place), headers: [], location: place },
    response: {
      status: 200,
      reason: "OK",
      startLine: spanAt(place),
      headers,
      body: { text, location: place, json: readJson(text, place) },
      location: place,
    },
    location: place,
  } as const;
  return judgeExchange(exchange, contract).assertions;
}

/** What is said of the values in it: `rule status pointer`. */
function said(body: object, source: Source): string[] {
  return judged(body, source)
    .flatMap((each) => (each.status === "fail" || each.status === "not-verified" ? each : []))
    .filter(({ pointer = "" }) => /^\/\w/.test(pointer))
    .filter(({ rule }) => rule !== "body/missing-property")
    .map(({ rule, status, pointer }) => `${rule} ${status} ${pointer}`);
}

describe("a value that an author leaves to the reader", () => {
  it.each([
    ["body/enum-member", { kind: "Mary Jones <mary@contoso.com>" }],
    ["body/format", { born: "{date}" }],
    ["body/type", { age: "Integer" }],
    ["body/range", { code: "<a code>" }],
  ])("is not verified by %s on a page, and wrong where a service sends it", (rule, values) => {
    const [name] = Object.keys(values);
    const body = { id: "1", ...values };
    expect(said(body, "documented")).toEqual([`${rule} not-verified /${name}`]);
    for (const source of ["tenant", "recorded", "mock"] as const) {
      expect(said(body, source)).toEqual([`${rule} fail /${name}`]);
    }
  });

  it("is a wrong context where a service sends it", () => {
    const body = {
      "@odata.context": "https://graph.microsoft.com/{version}/$metadata#people/$entity",
      id: "1",
    };
    const statuses = (source: Source) =>
      judged(body, source).filter(
        ({ rule, status }) => rule === "odata/context-root" && status !== "not-applicable",
      );
    expect(statuses("documented").map(({ status }) => status)).toEqual(["not-verified"]);
    expect(statuses("tenant").map(({ status }) => status)).toEqual(["fail"]);
  });
});
