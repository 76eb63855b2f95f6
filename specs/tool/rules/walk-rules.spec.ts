import { describe, expect, it } from "vitest";
import { unsureOf } from "../../../src/rules/differing.ts";
import { exchangeContext, requestContext } from "../../../src/rules/exchange-context.ts";
import { judgeExchange } from "../../../src/rules/judge.ts";
import { Memory } from "../../../src/rules/memory.ts";
import type { ExchangeContext } from "../../../src/rules/rule.ts";
import { serviceAnswer } from "./service-answer.ts";

const list = "https://graph.microsoft.com/v1.0/teams/7/runs";
const rules = [
  "service/broken-walk",
  "body/duplicate-item",
  "query/incomplete",
  "query/count",
  "query/top",
  "query/capability",
];

interface Answer {
  readonly query?: string;
  readonly items: readonly object[];
  /** The query of the page that the link leads to. */
  readonly next?: string;
  readonly count?: number;
  readonly prefer?: string;
}

/** What is found in the last of some answers, where the plain list, read again, is what it was. */
function said(...answers: readonly Answer[]): readonly string[] {
  const first = answers.findIndex(({ query = "", prefer }) => query === "" && prefer === undefined);
  const pages = answers.slice(first).findIndex(({ next }) => next === undefined);
  return saidWith(first < 0 ? undefined : answers.slice(first, first + pages + 1), answers).flatMap(
    ({ status, rule, message }) => (status === "fail" ? [`${rule} ${message}`] : []),
  );
}

/** What the rules say of the last answer; what it was compared with is then read again, if there are answers. */
function saidWith(again: readonly Answer[] | undefined, answers: readonly Answer[]) {
  const memory = new Memory();
  const judged = answers.map((answer) => {
    const { exchange, contract } = contextOf(answer);
    const judgement = judgeExchange(exchange, contract, { memory });
    if (!unsureOf(judgement) || !again) return judgement;
    expect(memory.comparedWith(exchange)).toBe(list);
    memory.readAgain(exchange, again.map(contextOf));
    return judgeExchange(exchange, contract, { memory });
  });
  return (judged.at(-1)?.assertions ?? []).flatMap((each) =>
    each.status !== "pass" && each.status !== "not-applicable" && rules.includes(each.rule)
      ? [{ status: each.status, rule: each.rule, message: "message" in each ? each.message : "" }]
      : [],
  );
}

function contextOf({ query = "", items, next, count, prefer }: Answer): ExchangeContext {
  const body = {
    ...(count === undefined ? {} : { "@odata.count": count }),
    ...(next === undefined ? {} : { "@odata.nextLink": `${list}${next}` }),
    value: items,
  };
  const context = serviceAnswer(query, body, {
    options: "Supports `$select`, `$filter`, `$orderby`, `$top` and `$count`.",
  });
  const { request } = context.exchange;
  const headers = prefer ? [{ name: "Prefer", value: prefer, span: request.target }] : [];
  const exchange = { ...context.exchange, request: { ...request, headers } };
  return exchangeContext(requestContext(exchange, context.contract), context.response);
}

const items = (...ids: readonly string[]) => ids.map((id) => ({ id, status: `s${id}`, total: Number(id) }));

describe("service/broken-walk", () => {
  const first = { items: items("1"), next: "?$skiptoken=a" };
  const second = { query: "?$skiptoken=a", items: items("2"), next: "?$skiptoken=b" };

  it("finds a circle of two links, and of three", () => {
    const circle =
      "service/broken-walk the links run in a circle: this one leads back to an earlier page of the list";
    expect(said(first, { ...second, next: "" })).toEqual([circle]);
    const third = { query: "?$skiptoken=b", items: items("3"), next: "?$skiptoken=a" };
    expect(said(first, second, third)).toEqual([circle]);
    expect(said(first, second, { ...third, next: "?$skiptoken=c" })).toEqual([]);
  });

  it("finds links that end before the items do that were counted", () => {
    const counted = { ...first, query: "?$count=true", count: 3 };
    const end = { query: "?$skiptoken=a", items: items("2") };
    expect(said(counted, end)).toEqual([
      'service/broken-walk the links end behind 2 items; "@odata.count" says 3',
    ]);
    expect(said({ ...counted, count: 2 }, end)).toEqual([]);
  });

  it("finds links that end before the items of the plain list have come, from the first page on", () => {
    const plain = { items: items("1", "2", "3") };
    const prefer = "odata.maxpagesize=2";
    const page = { items: items("1", "2"), prefer };
    expect(said(plain, page)).toEqual([
      "service/broken-walk the links end behind 2 items; the plain list has 3",
    ]);
    expect(
      said(plain, { ...page, next: "?$skiptoken=a" }, { query: "?$skiptoken=a", items: items("3"), prefer }),
    ).toEqual([]);
    // In OData at large $top ends the list.
    expect(said(plain, { query: "?$top=2", items: items("1", "2") })).toEqual([]);
  });
});

describe("body/duplicate-item", () => {
  it("finds a key twice on one page and on two, and not where the page is read again", () => {
    expect(said({ items: items("1", "2", "1") })).toEqual([
      'body/duplicate-item "id" "1" comes twice in the list',
    ]);
    const first = { items: items("1"), next: "?$skiptoken=a" };
    const second = { query: "?$skiptoken=a", items: items("2", "1") };
    expect(said(first, second)).toEqual([
      'body/duplicate-item "id" "1" comes on an earlier page of the list, too',
    ]);
    const right = { ...second, items: items("2", "3") };
    expect(said(first, right)).toEqual([]);
    expect(said(first, right, right)).toEqual([]);
    expect(said(first, first)).toEqual([]);
  });
});

describe("query/incomplete", () => {
  const plain = { items: items("1", "2", "3") };

  it("finds an item that satisfies a filter and does not come with it", () => {
    const query = "?$filter=total gt 1";
    expect(said(plain, { query, items: items("2") })).toEqual([
      'query/incomplete 1 of 2 items that satisfy "total gt 1" are left out with $filter',
    ]);
    expect(said(plain, { query, items: [] })).toHaveLength(1);
    expect(said(plain, { query, items: items("3", "2") })).toEqual([]);
    // The list is not known.
    expect(said({ query, items: [] })).toEqual([]);
    expect(said({ ...plain, next: "?$skiptoken=a" }, { query, items: [] })).toEqual([]);
  });

  it("finds an item that comes no more when the list is sorted or cut to some properties", () => {
    const lost = { query: "?$orderby=status", items: items("1", "2") };
    expect(said(plain, lost)).toEqual([
      "query/incomplete 1 of 3 items of the plain list are left out with $orderby",
    ]);
    expect(said(plain, { ...lost, items: items("1", "2", "3") })).toEqual([]);
    expect(said(plain, { query: "?$select=status", items: [{ status: "s1" }] })).toEqual([]);
    expect(said(plain, { query: "?$top=1", items: items("1") })).toEqual([]);
  });

  it("knows a list of several pages, and compares what came on all pages of an answer", () => {
    const pages = [
      { items: items("1", "2"), next: "?$skiptoken=a" },
      { query: "?$skiptoken=a", items: items("3") },
    ];
    const query = "?$filter=total gt 1";
    expect(said(...pages, { query, items: items("3") })).toEqual([
      'query/incomplete 1 of 2 items that satisfy "total gt 1" are left out with $filter',
    ]);
    expect(said(...pages, { query, items: items("3", "2") })).toEqual([]);
    const sorted = { query: "?$orderby=status", items: items("1", "2"), next: "?$skiptoken=b" };
    const last = { query: "?$skiptoken=b", items: items("3") };
    expect(said(...pages, sorted)).toEqual([]);
    expect(said(...pages, sorted, last)).toEqual([]);
    expect(said(...pages, { ...sorted, items: items("1", "4") }, last)).toEqual([
      "query/incomplete 1 of 3 items of the plain list are left out with $orderby",
    ]);
    expect(said(...pages, { ...sorted, items: items("1") }, last)).toEqual([
      "service/broken-walk the links end behind 2 items; the plain list has 3",
    ]);
    // An item that came twice is one that may have moved.
    const moved = { query: "?$skiptoken=a", items: items("2") };
    expect(said(...pages.slice(0, 1), moved, { query, items: [] })).toEqual([]);
  });

  it("misses no item without a value where the filter asks for other ones: stores differ on that", () => {
    const list = { items: [...items("1", "2"), { id: "3", status: null, total: 3 }] };
    const query = "?$filter=status ne 's1'";
    expect(said(list, { query, items: items("2") })).toEqual([]);
    expect(said(list, { query, items: [] })).toHaveLength(1);
  });
});

describe("query/count", () => {
  it("finds a number of all items that is not that of the plain list", () => {
    const pages = [
      { items: items("1", "2"), next: "?$skiptoken=a" },
      { query: "?$skiptoken=a", items: items("3") },
    ];
    const counted = { query: "?$count=true", items: items("1", "2"), next: "?$skiptoken=b" };
    expect(said(...pages, { ...counted, count: 6 })).toEqual([
      'query/count "@odata.count" is 6; the plain list has 3 items',
    ]);
    expect(said(...pages, { ...counted, count: 3 })).toEqual([]);
    expect(said({ ...counted, count: 6 })).toEqual([]);
    const filtered = { ...counted, query: "?$filter=total gt 1&$count=true" };
    expect(said(...pages, { ...filtered, count: 2 })).toEqual([]);
  });
});

describe("a page that a link led to", () => {
  it("is held to the options of the request that began the walk, and to none that the service has put in", () => {
    const first = { query: "?$top=1", items: items("1"), next: "?$skip=1&$skiptoken=a" };
    const second = { query: "?$skip=1&$skiptoken=a", items: items("2", "3") };
    expect(said(first, second)).toEqual(["query/top the page holds 2 items; $top asks for 1"]);
    expect(said(first, { ...second, items: items("2") })).toEqual([]);
    expect(said(second).join()).toContain('query/capability "$skip" is answered with 200');
  });
});

describe("a difference to an earlier answer", () => {
  const plain = { items: items("1", "2", "3") };
  const lost = { query: "?$orderby=status", items: items("1", "2") };
  const message = "1 of 3 items of the plain list are left out with $orderby";

  it("is not verified where the list was not read again, or has changed", () => {
    const rule = { status: "not-verified", rule: "query/incomplete" };
    expect(saidWith(undefined, [plain, lost])).toEqual([
      { ...rule, message: `${message}; the list was not read again, and may have changed` },
    ]);
    const changed = `${message}; the list, read again, has changed`;
    expect(saidWith([lost], [plain, lost])).toEqual([{ ...rule, message: changed }]);
    const other = { items: items("1", "2", "3").map((item) => ({ ...item, total: 7 })) };
    expect(saidWith([other], [plain, lost])).toEqual([{ ...rule, message: changed }]);
    expect(saidWith([plain], [plain, lost])).toEqual([{ status: "fail", rule: "query/incomplete", message }]);
    const pages = [
      { items: items("1", "2"), next: "?$skiptoken=a" },
      { query: "?$skiptoken=a", items: items("3") },
    ];
    expect(saidWith(pages, [...pages, lost])).toEqual([
      { status: "fail", rule: "query/incomplete", message },
    ]);
    expect(saidWith(pages.slice(0, 1), [...pages, lost])).toEqual([{ ...rule, message: changed }]);
  });
});

describe("the memory of a walk", () => {
  it("keeps to what came before a page, also where the page is judged once more", () => {
    const memory = new Memory();
    const exchangeOf = (query: string, ids: readonly string[], next: string) => {
      const body = { "@odata.nextLink": `${list}${next}`, value: items(...ids) };
      return serviceAnswer(query, body);
    };
    const first = exchangeOf("", ["1"], "?$skiptoken=a");
    judgeExchange(first.exchange, first.contract, { memory });
    const second = exchangeOf("?$skiptoken=a", ["2"], "?$skiptoken=b");
    const past = memory.before(second.exchange);
    const remembers = { before: () => past, keep: memory.keep.bind(memory) };
    for (const _ of ["once", "once more"]) {
      const { assertions } = judgeExchange(second.exchange, second.contract, { memory: remembers });
      expect(
        assertions.filter(({ status, rule }) => status === "fail" && rule === "body/duplicate-item"),
      ).toEqual([]);
    }
    expect(past.walk?.keys.values()).toEqual(["1"]);
    const third = memory.before(exchangeOf("?$skiptoken=b", [], "").exchange);
    expect(third.walk?.keys.values()).toEqual(["1", "2"]);
    expect([third.walk?.keys.size, past.walk?.keys.size, third.walk?.urls.size]).toEqual([2, 1, 2]);
  });
});
