import { describe, expect, it } from "vitest";
import type { Contract } from "../../../src/contract/contract.ts";
import { judgeTraffic, trafficOf } from "../../../src/exchange/recorded/judge-traffic.ts";
import { readHar } from "../../../src/exchange/recorded/read-har.ts";
import type { Assertion } from "../../../src/rules/assertion.ts";
import { contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const root = "https://graph.microsoft.com/v1.0";

/** What is said of an answer to a request, be it recorded: all that did not pass. */
function judged(contract: Contract, request: string, answer: object, status = 200): readonly Assertion[] {
  const [method = "GET", path = ""] = request.split(" ");
  const entry = {
    request: { method, url: `${root}${path}`, headers: [] },
    response: {
      status,
      headers: [{ name: "Content-Type", value: "application/json" }],
      content: { text: JSON.stringify(answer) },
    },
  };
  const entries = readHar([entry], [{ file: "a.har", line: 1, column: 1 }]);
  const { exchanges } = trafficOf([{ file: "a.har", entries }]);
  const [judgement] = [...judgeTraffic(exchanges, () => contract)];
  return (judgement?.assertions ?? []).filter(({ status: one }) => one === "fail" || one === "not-verified");
}

/** `error body/type`, `undocumented http/status`. */
function inShort(assertions: readonly Assertion[]): string[] {
  return assertions.map((one) => `${"reason" in one ? one.reason : one.severity} ${one.rule}`);
}

const row = (name: string, type: string, text: string) => `|${name}|${type}|${text}|`;
const thing = resourcePage("thing", {
  properties: [
    row("id", "String", "The key."),
    row("name", "String", "A name."),
    row("colour", "String", "The possible values are: `red`, `green`."),
    row("state", "thingState", "The possible values are: `open`, `closed`, `unknownFutureValue`."),
    row("other", "String", "Another."),
    row("secret", "String", "This property is never returned on a GET operation."),
    row("later", "Boolean", "Do not use – reserved for future use."),
    row("extra", "String", "It is not returned by default."),
    row("@microsoft.graph.mode", "String", "How it is made."),
  ],
  json: { id: "String", name: "String" },
});
const contract = contractOfPages({
  "resources/thing.md": thing,
  "resources/other-family-thing.md": resourcePage("thing", {
    properties: [row("limit", "Int32", "Of another family.")],
    json: { id: "String" },
  }),
  "resources/plain.md": resourcePage("plain", {
    properties: [row("address", "String", "Where."), row("count", "Int32", "How many.")],
    json: { address: "String" },
  }).replace('"blockType"', '"baseType":"microsoft.graph.entity","blockType"'),
  "api/thing-get.md": apiPage("Get thing", "GET /things/{id}", {
    response: "`200 OK` and a [thing](../resources/thing.md) object",
  }),
  "api/thing-list.md": apiPage("List things", "GET /things", {
    response: "`200 OK` and a collection of [thing](../resources/thing.md) objects",
  }),
  "api/plain-get.md": apiPage("Get plain", "GET /plain", {
    response: "`200 OK` and a [plain](../resources/plain.md) object",
  }),
});
const whole = { id: "1", name: "a", colour: "red", state: "open", other: "b" };
const { other, ...lacking } = whole;

describe("what a real service leaves out", () => {
  it("is one info for each type", () => {
    const said = judged(contract, "GET /things/1", { id: "1", state: "open" });
    expect(inShort(said)).toEqual(["info body/missing-property"]);
    expect(said[0]).toMatchObject({
      message: expect.stringContaining(
        '"name", "colour", "other" did not come, documented properties of thing',
      ),
    });
    expect(inShort(judged(contract, "GET /things", { value: [lacking, lacking] }))).toEqual([
      "info body/missing-property",
    ]);
  });

  it("is nothing where the page says that it does not come, or where another family's page has it", () => {
    expect(inShort(judged(contract, "GET /things/1", whole))).toEqual([]);
  });

  it("is an error where it is the key, or was selected by name", () => {
    const { id, ...keyless } = whole;
    expect(inShort(judged(contract, "GET /things/1", keyless))).toEqual(["error body/missing-property"]);
    expect(inShort(judged(contract, "GET /things/1?$select=id,name", { id: "1" }))).toContain(
      "error query/select-projection",
    );
  });

  it("is not the id of a type that nobody gives a key", () => {
    expect(inShort(judged(contract, "GET /plain", { address: "a", count: 1 }))).toEqual([]);
  });
});

describe("a value that is new", () => {
  it("is an error for an enumeration and an info for a listed value, once for each property", () => {
    const value = ["x", "x", "y"].map((text, index) => ({
      ...whole,
      id: `${index}`,
      state: text,
      colour: text,
    }));
    const said = judged(contract, "GET /things", { value });
    expect(inShort(said)).toEqual(["info body/enum-member", "error body/enum-member"]);
    expect(said[1]).toMatchObject({ message: expect.stringContaining('; neither is "y"') });
  });
});
