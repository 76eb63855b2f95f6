import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../../src/mock/message.ts";
import { type Page, pageOf } from "../../../src/mock/query/page-of.ts";
import { contractOf } from "../../support/contract-of.ts";
import { type QuerySketch, queryOf } from "./query-of.ts";

const contract = contractOf({
  types: {
    run: {
      keyProperty: "id",
      properties: {
        id: "Edm.String",
        status: "Edm.String",
        total: "Edm.Int32",
        started: "Edm.DateTimeOffset",
        kind: "kind",
        tasks: { type: "Collection(task)", navigation: true },
      },
    },
    task: { properties: { name: "Edm.String" } },
  },
  enums: { kind: { members: ["a", "unknownFutureValue", "b"], onRequest: ["b"] } },
});
const nothing = () => undefined;
const page = (items: readonly Resource[], query: string, sketch: QuerySketch = {}): Page =>
  pageOf(items, queryOf(contract, query, sketch), nothing);
const ids = (items: readonly Resource[]) => items.map(({ id }) => id);

/** All pages from the first one on, by their next tokens. */
function walk(items: readonly Resource[], query: string, sketch: QuerySketch = {}): Page[] {
  const pages = [page(items, query, sketch)];
  for (let next = pages.at(-1)?.next; next; next = pages.at(-1)?.next) {
    const options = query.replace(/[?&]\$skip=\d+/, "").replace(/^[?&]?/, "?");
    pages.push(page(items, `${options}&$skiptoken=${next.skiptoken}`, sketch));
    if (pages.length > items.length + 2) throw new Error("the pages have no end");
  }
  return pages;
}

const numbered = (count: number): Resource[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, total: index }));

describe("pageOf", () => {
  it("gives 100 items unless asked, and leads to the rest", () => {
    const pages = walk(numbered(250), "");
    expect(pages.map(({ items }) => items.length)).toEqual([100, 100, 50]);
    expect(pages.map(({ total }) => total)).toEqual([250, 250, 250]);
    expect(pages.flatMap(({ items }) => ids(items))).toEqual(ids(numbered(250)));
  });

  it("has no next page behind the last item, behind nothing, and behind $top=0", () => {
    expect(page(numbered(100), "")).not.toHaveProperty("next");
    expect(page([], "")).toEqual({ items: [], total: 0 });
    expect(page(numbered(3), "?$top=0")).toEqual({ items: [], total: 3 });
    expect(page(numbered(3), "?$skip=5")).toEqual({ items: [], total: 3 });
  });

  it("counts what $filter leaves, whatever $skip and $top", () => {
    const { items, total } = page(numbered(10), "?$filter=total ge 4&$skip=1&$top=2&$count=true");
    expect(ids(items)).toEqual(["5", "6"]);
    expect(total).toBe(6);
  });

  it("keeps to the preferred size on the next page, though that is not asked for it again", () => {
    const first = page(numbered(10), "", { prefer: "odata.maxpagesize=3" });
    const second = page(numbered(10), `?$skiptoken=${first.next?.skiptoken}`);
    expect(ids(second.items)).toEqual(["3", "4", "5"]);
  });

  it("filters and sorts by what goes out: a member on request is the sentinel", () => {
    const items = [
      { id: "1", kind: "b" },
      { id: "2", kind: "a" },
    ];
    const all = { prefer: "include-unknown-enum-members" };
    expect(ids(page(items, "?$filter=kind eq 'unknownFutureValue'").items)).toEqual(["1"]);
    expect(ids(page(items, "?$filter=kind eq 'b'").items)).toEqual([]);
    expect(ids(page(items, "?$filter=kind eq 'b'", all).items)).toEqual(["1"]);
    expect(page(items, "?$orderby=kind desc").items[0]).toBe(items[0]);
  });

  it("follows relationships by the resource as it is stored", () => {
    const items = [
      { id: "1", kind: "b" },
      { id: "2", kind: "a" },
    ];
    const lookup = (resource: Resource, name: string) =>
      resource === items[0] && name === "tasks" ? [{ name: "x" }] : [];
    const query = queryOf(contract, "?$filter=tasks/any(t:t/name eq 'x')");
    expect(ids(pageOf(items, query, lookup).items)).toEqual(["1"]);
  });

  it("takes what a resource does not have for null", () => {
    const items = [{ id: "1" }, { id: "2", status: "x" }];
    expect(ids(page(items, "?$filter=status eq null").items)).toEqual(["1"]);
    expect(ids(page(items, "?$filter=status ne 'x'").items)).toEqual(["1"]);
    expect(ids(page(items, "?$filter=status eq 'x'").items)).toEqual(["2"]);
  });

  it("touches no more items than the page where nothing is asked of them", () => {
    const touched = new Set<string>();
    const items = new Proxy(numbered(10_000), {
      get(target, name, receiver) {
        if (typeof name === "string" && /^\d+$/.test(name)) touched.add(name);
        return Reflect.get(target, name, receiver);
      },
    });
    expect(page(items, "?$top=5&$skip=7").items).toHaveLength(5);
    expect([...touched].sort()).toEqual(["10", "11", "7", "8", "9"]);
  });

  it("finds by $search", () => {
    const items = [
      { id: "1", status: "well done" },
      { id: "2", status: "open" },
    ];
    expect(ids(page(items, '?$search="done"').items)).toEqual(["1"]);
  });
});

const resource = fc.record({
  status: fc.option(fc.constantFrom("open", "Open", "done", "failed", "")),
  total: fc.option(fc.integer({ min: 0, max: 5 })),
  started: fc.option(
    fc.constantFrom("2022-08-24T23:28:11Z", "2022-08-25T00:28:11+02:00", "2022-08-24T23:28:11.1348863Z"),
  ),
});
const resources = fc
  .array(resource, { maxLength: 30 })
  .map((all) => all.map((each, index): Resource => ({ id: `${index}`, ...each })));

describe("the pages of random data", () => {
  const holds: Readonly<Record<string, (item: Resource) => boolean>> = {
    "status eq 'open'": ({ status }) => typeof status === "string" && status.toLowerCase() === "open",
    "total gt 2": ({ total }) => typeof total === "number" && total > 2,
    "total eq null or total le 1": ({ total }) => total === null || (typeof total === "number" && total <= 1),
    "not(status eq 'done')": ({ status }) => status !== "done",
    "total in (1,3)": ({ total }) => total === 1 || total === 3,
    "started ge 2022-08-24T23:00:00Z": ({ started }) =>
      typeof started === "string" && Date.parse(started) >= Date.parse("2022-08-24T23:00:00Z"),
    "startswith(status,'o')": ({ status }) => typeof status === "string" && /^o/i.test(status),
  };

  it("hold just the items that satisfy $filter", () => {
    fc.assert(
      fc.property(resources, fc.constantFrom(...Object.keys(holds)), (items, filter) => {
        const { items: found, total } = page(items, `?$filter=${encodeURIComponent(filter)}`);
        expect(ids(found)).toEqual(ids(items.filter((item) => holds[filter]?.(item))));
        expect(total).toBe(found.length);
      }),
    );
  });

  /** Like the service's own order, said in another way. */
  const rank = (value: unknown): number | string => {
    if (value === null || value === undefined) return Number.NEGATIVE_INFINITY;
    if (typeof value === "number") return value;
    const text = String(value);
    return /^\d{4}-/.test(text) ? Date.parse(text) + (text.includes(".") ? 0.5 : 0) : text.toLowerCase();
  };
  const inOrder = (before: unknown, after: unknown, descending: boolean): boolean => {
    const [one, other] = descending ? [after, before] : [before, after];
    if (one === null) return true;
    return other !== null && rank(one) <= rank(other);
  };

  it("come in the order of $orderby, first key first, and else as stored", () => {
    const key = fc.tuple(fc.constantFrom("status", "total", "started"), fc.boolean());
    fc.assert(
      fc.property(
        resources,
        fc.uniqueArray(key, { minLength: 1, selector: ([name]) => name }),
        (items, keys) => {
          const orderby = keys.map(([name, descending]) => `${name}${descending ? " desc" : ""}`).join();
          const { items: sorted } = page(items, `?$orderby=${orderby}`);
          expect(ids(sorted).sort()).toEqual(ids(items).sort());
          for (const [index, after] of sorted.entries()) {
            const before = sorted[index - 1];
            if (!before) continue;
            const decisive = keys.find(([name]) => rank(before[name]) !== rank(after[name]));
            if (!decisive) expect(Number(before.id)).toBeLessThan(Number(after.id));
            else expect(inOrder(before[decisive[0]], after[decisive[0]], decisive[1])).toBe(true);
          }
        },
      ),
    );
  });

  it("give every item once, with and without $top, $skip, filter, order and preference", () => {
    const asked = fc.record({
      items: resources,
      top: fc.option(fc.integer({ min: 1, max: 12 })),
      skip: fc.option(fc.integer({ min: 0, max: 35 })),
      size: fc.option(fc.integer({ min: 1, max: 12 })),
      filter: fc.option(fc.constantFrom(...Object.keys(holds))),
      orderby: fc.option(fc.constantFrom("status", "total desc", "started,status desc")),
    });
    fc.assert(
      fc.property(asked, ({ items, top, skip, size, filter, orderby }) => {
        const found = [
          ...(filter === null ? [] : [`$filter=${encodeURIComponent(filter)}`]),
          ...(orderby === null ? [] : [`$orderby=${orderby}`]),
        ];
        const sketch = { prefer: size === null ? "" : `odata.maxpagesize=${size}` };
        const whole = page(items, `?${["$top=999", ...found].join("&")}`).items;
        const options = [
          ...found,
          ...(top === null ? [] : [`$top=${top}`]),
          ...(skip === null ? [] : [`$skip=${skip}`]),
        ];
        const pages = walk(items, `?${options.join("&")}`, sketch);
        expect(pages.flatMap((each) => ids(each.items))).toEqual(ids(whole).slice(skip ?? 0));
        for (const each of pages) {
          expect(each.total).toBe(whole.length);
          expect(each.items.length).toBeLessThanOrEqual(Math.min(top ?? 100, size ?? 100));
        }
      }),
    );
  });
});
