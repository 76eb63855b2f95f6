import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QueryOptions } from "../../../src/docs/page.ts";
import { contractOf } from "../../support/contract-of.ts";
import { askFor, type QuerySketch, queryOf } from "./query-of.ts";

const options = (...listed: readonly string[]): QueryOptions => ({
  kind: "listed",
  options: listed,
  location: { file: "api/runs.md", line: 1, column: 1 },
});
const contract = contractOf({
  types: {
    entity: { keyProperty: "id", abstract: true, properties: { id: "Edm.String" } },
    run: {
      base: "entity",
      keyProperty: "id",
      properties: {
        status: { type: "Edm.String", filter: ["eq", "ne"], orderby: true },
        total: { type: "Edm.Int32", filter: [] },
        wait: { type: "Edm.Duration", orderby: true },
        place: "place",
        tags: { type: "Collection(Edm.String)", orderby: true },
        tasks: { type: "Collection(task)", navigation: true },
        owner: { type: "user", navigation: true },
        parent: { type: "run", navigation: true },
        runs: { type: "Collection(run)", navigation: true },
      },
    },
    race: {
      properties: {
        name: "Edm.String",
        length: "Edm.Int32",
        done: "Edm.Boolean",
        begun: "Edm.DateTimeOffset",
        kind: "runKind",
        whatever: "Edm.Untyped",
        place: "place",
        tasks: { type: "Collection(task)", navigation: true },
      },
    },
    longRun: { base: "run", properties: { reason: "Edm.String" } },
    place: { properties: { city: "Edm.String", other: "elsewhere" } },
    task: { base: "entity", properties: { name: "Edm.String" } },
    user: { base: "entity", properties: { mail: "Edm.String", manager: { type: "user", navigation: true } } },
    openThing: { open: true, properties: { name: "Edm.String" } },
    partial: { base: "missing", complete: false, properties: { name: "Edm.String" } },
  },
  enums: { runKind: ["fast", "slow"] },
  operations: [
    { method: "GET", path: "/runs", queryOptions: options("$select", "$top", "$filter") },
    { method: "GET", path: "/none", queryOptions: { kind: "none" } },
    { method: "GET", path: "/unsaid" },
    { method: "GET", path: "/runs/{id}", queryOptions: options("$select", "$count") },
  ],
});
const [listed, none, unsaid, one] = contract.operations;
const read = (query: string, sketch: QuerySketch = {}) => queryOf(contract, query, sketch);
/** The message of the refusal; undefined when there is none. */
const refusal = (query: string, sketch: QuerySketch = {}) => {
  const answer = askFor(contract, query, sketch);
  if (!("code" in answer)) return undefined;
  expect(answer).toMatchObject({ status: 400, code: "BadRequest" });
  return answer.message;
};

describe("readQuery", () => {
  it("fills in the defaults", () => {
    expect(read("")).toMatchObject({
      expand: [],
      orderby: [],
      skip: 0,
      count: false,
      pageSize: 100,
      allMembers: false,
      applied: [],
    });
    expect(read("")).not.toHaveProperty("select");
  });

  it("writes names as the contract does, whatever their letter case", () => {
    const query = read("?$select=STATUS,Place/City&$orderby=Status desc,wait&$expand=Owner");
    expect(query.select).toEqual([
      { path: ["status"], text: "status" },
      { path: ["place", "city"], text: "place/city" },
    ]);
    expect(query.orderby).toEqual([
      { path: ["status"], descending: true, type: "Edm.String" },
      { path: ["wait"], descending: false, type: "Edm.Duration" },
    ]);
    expect(query.expand).toMatchObject([{ name: "owner", collection: false, recursive: false }]);
  });

  it("reads an option without its $, escaped, in any letter case", () => {
    expect(read("?top=5&%24SKIP=2&$Count=TRUE")).toMatchObject({ top: 5, skip: 2, count: true, pageSize: 5 });
  });

  it.each([
    [
      "?$select=nmae",
      "could not find a property named 'nmae' on type 'microsoft.graph.run', which $select names",
    ],
    [
      "?$select=place/town",
      "could not find a property named 'town' on type 'microsoft.graph.place', which $select names",
    ],
    [
      "?$filter=nmae eq 'a'",
      "could not find a property named 'nmae' on type 'microsoft.graph.run', which $filter names",
    ],
    [
      "?$filter=tasks/any(t:t/nmae eq 'a')",
      "could not find a property named 'nmae' on type 'microsoft.graph.task', which $filter names",
    ],
    [
      "?$orderby=nmae",
      "could not find a property named 'nmae' on type 'microsoft.graph.run', which $orderby names",
    ],
    [
      "?$expand=nmae",
      "could not find a property named 'nmae' on type 'microsoft.graph.run', which $expand names",
    ],
    [
      "?$expand=owner($select=nmae)",
      "could not find a property named 'nmae' on type 'microsoft.graph.user', which $select names",
    ],
    ["?$select=status/x", "could not find a property named 'x' on type 'Edm.String', which $select names"],
  ])("refuses a name that the type does not have: %s", (query, message) => {
    expect(refusal(query)).toBe(message);
  });

  it.each([
    ["name eq 3", "'name' of the type Edm.String against a number (position 0)"],
    ["length eq '3'", "'length' of the type Edm.Int32 against a string (position 0)"],
    ["3 lt length and done eq 'true'", "'done' of the type Edm.Boolean against a string (position 16)"],
    ["done in (true, 1)", "'done' of the type Edm.Boolean against a number (position 0)"],
    ["begun ge 5", "'begun' of the type Edm.DateTimeOffset against a number (position 0)"],
    ["kind eq true", "'kind' of the type microsoft.graph.runKind against a boolean (position 0)"],
    ["name", "'name' of the type Edm.String against a boolean (position 0)"],
    ["not (done or length)", "'length' of the type Edm.Int32 against a boolean (position 13)"],
    ["tasks/any(t:t/name eq 1)", "'tasks/name' of the type Edm.String against a number (position 12)"],
    ["place/city eq 1", "'place/city' of the type Edm.String against a number (position 0)"],
  ])("refuses a value that the property cannot have: %s", (filter, message) => {
    expect(refusal(`?$filter=${filter}`, { type: "race" })).toBe(`$filter holds ${message}`);
  });

  it.each([
    "name eq '3' and length eq 3 and done eq true and begun ge 2026-01-01T00:00:00Z",
    "done",
    "not done",
    "name eq null and length ne null and done eq null",
    "begun ge '2026-01-01T00:00:00Z' and kind eq 'fast'",
    "length in (1, 2.5)",
    "whatever eq 3 or whatever eq true or whatever",
    "length(name) eq 3 and indexof(name,'a') eq 1 and substring(name,1) eq 'a'",
    "place/other/x eq 3",
    "tasks/any(t:t/name eq 'a')",
    "done eq (length gt 3)",
  ])("takes one that it can have, and a function of the property for what it is: %s", (filter) => {
    expect(refusal(`?$filter=${filter}`, { type: "race" })).toBeUndefined();
  });

  it("refuses the alias of a parameter, which is no property", () => {
    expect(refusal("?$filter=name eq @p&@p='x'", { type: "race" })).toBe(
      'the parameter alias "@p" of $filter is not served',
    );
  });

  it("takes the names of derived types, casts, and any name of a type that is not wholly known", () => {
    for (const query of [
      "?$select=reason",
      "?$select=microsoft.graph.longRun/reason",
      "?$select=place/other/x",
    ]) {
      expect(refusal(query), query).toBeUndefined();
    }
    expect(refusal("?$select=microsoft.graph.longRun/nmae")).toBe(
      "could not find a property named 'nmae' on type 'microsoft.graph.longRun', which $select names",
    );
    for (const type of ["openThing", "partial", null]) {
      expect(
        refusal("?$select=x,y/z&$filter=x eq 1&$orderby=x&$expand=x", { type }),
        `${type}`,
      ).toBeUndefined();
    }
  });

  it.each([
    ["?$filter=status eq", "$filter", 9],
    ["?$select=a b", "$select", 0],
    ["?$orderby=status up", "$orderby", 0],
    ["?$expand=owner($nothing=1)", "$expand", 6],
  ])("says where %s cannot be read", (query, option, offset) => {
    expect(refusal(query)).toMatch(`the value of ${option} has a syntax error at position ${offset}: `);
  });

  it.each([
    ["?$top=-1", "the value '-1' of $top is not a non-negative integer"],
    ["?$top=", "the value '' of $top is not a non-negative integer"],
    ["?$top=1.5", "the value '1.5' of $top is not a non-negative integer"],
    ["?$skip=-1", "the value '-1' of $skip is not a non-negative integer"],
    ["?$count=yes", "the value 'yes' of $count is neither true nor false"],
    ["?$top=1&top=2", "the query option '$top' is there more than once"],
    ["?$nothing=1", "the query option '$nothing' is not supported"],
    ["?$apply=x", "the query option '$apply' is not supported"],
    ["?$format=xml", "the format 'xml' is not supported; $format is json"],
    [
      "?$skiptoken=abc",
      "the value of $skiptoken is none that this list has given out; follow @odata.nextLink as it is",
    ],
    ["?$orderby=tags", "the value of property 'tags' has no place in the order of $orderby"],
    ["?$orderby=total", "$orderby is not documented for property 'total' of type 'microsoft.graph.run'"],
    [
      "?$expand=status",
      "property 'status' of type 'microsoft.graph.run' is no relationship that $expand takes",
    ],
    [
      "?$expand=place",
      "property 'place' of type 'microsoft.graph.run' is no relationship that $expand takes",
    ],
    ["?$expand=owner,Owner", "$expand names 'owner' twice"],
  ])("refuses %s", (query, message) => {
    expect(refusal(query)).toBe(message);
  });

  it("refuses an operator that the page does not document for the property, and only that", () => {
    expect(refusal("?$filter=startsWith(status,'a')", listed ? { operation: listed } : {})).toBe(
      "operator 'startsWith' of $filter is not documented for property 'status' of type 'microsoft.graph.run' (position 11)",
    );
    expect(
      refusal("?$filter=status eq 'a' or status ne 'b'", listed ? { operation: listed } : {}),
    ).toBeUndefined();
  });

  it("refuses an option that the page does not list", () => {
    expect(refusal("?$orderby=status", listed ? { operation: listed } : {})).toBe(
      "the query option '$orderby' is not supported here: the page of GET /runs does not list it",
    );
    expect(refusal("?$select=id", none ? { operation: none } : {})).toBe(
      "the query option '$select' is not supported here: the page of GET /none does not list it",
    );
    expect(refusal("?$select=id&$top=2", listed ? { operation: listed } : {})).toBeUndefined();
    expect(refusal("?$select=id&$orderby=status", unsaid ? { operation: unsaid } : {})).toBeUndefined();
  });

  it("refuses the options of lists for one resource, unless its page lists them", () => {
    const sketch = { collection: false, ...(one ? { operation: one } : {}) };
    expect(refusal("?$top=1", { collection: false })).toBe(
      "the query option '$top' is for collections, and this is one resource",
    );
    expect(refusal("?$select=id&$count=true", sketch)).toBeUndefined();
    expect(refusal("?$select=id&$expand=owner", { collection: false })).toBeUndefined();
  });

  it("ignores what has no $ and is none of OData's", () => {
    expect(refusal("?startDateTime=x&startDateTime=y&whatever&format=pdf")).toBeUndefined();
  });

  it("refuses what would keep the service busy", () => {
    const many = (count: number, separator: string, text: string) =>
      Array.from({ length: count }, () => text).join(separator);
    expect(refusal(`?$filter=${many(200, " or ", "total eq 1")}`)).toBeUndefined();
    expect(refusal(`?$filter=${many(201, " or ", "total eq 1")}`)).toBe(
      "$filter has more than 200 conditions",
    );
    expect(refusal(`?$filter=total in (${many(201, ",", "1")})`)).toBe(
      "$filter has more than 200 conditions",
    );
    expect(refusal(`?$orderby=${many(17, ",", "status")}`)).toBe("$orderby has more than 16 properties");
    expect(refusal(`?$search=${many(33, " ", "a")}`)).toMatch("the value of $search is not readable");
  });

  it("has an answer for whatever is asked", () => {
    const options = fc.constantFrom(
      "$select",
      "$expand",
      "$filter",
      "$orderby",
      "$search",
      "$top",
      "$skiptoken",
    );
    const words = fc.constantFrom(
      ..."id status tasks owner $levels=max $select= $expand= ( ) , ; / ' \" : * eq any or 1 . @ $it ä".split(
        " ",
      ),
    );
    const value = fc.array(words, { maxLength: 20 }).map((all) => encodeURIComponent(all.join("")));
    fc.assert(
      fc.property(options, value, (option, text) => {
        const answer = askFor(contract, `?${option}=${text}`);
        if ("code" in answer) expect(answer).toMatchObject({ status: 400, code: "BadRequest" });
      }),
      { numRuns: 500 },
    );
  });

  it("sets the page by $top, the preference and the largest page", () => {
    const size = (query: string, prefer = "") => read(query, { prefer }).pageSize;
    expect(size("?$top=5")).toBe(5);
    expect(size("?$top=5000")).toBe(999);
    expect(size("?$top=0")).toBe(0);
    expect(size("", "odata.maxpagesize=7")).toBe(7);
    expect(size("?$top=5", "odata.maxpagesize=7")).toBe(5);
    expect(size("?$top=9", "odata.maxpagesize=7")).toBe(7);
    expect(size("?$top=500&$expand=owner")).toBe(100);
    expect(size("?$top=500&$expand=owner($expand=manager)")).toBe(20);
  });

  it("says which preferences are applied", () => {
    const applied = (prefer: string, sketch: QuerySketch = {}) => read("", { prefer, ...sketch }).applied;
    expect(applied("odata.maxpagesize=5, include-unknown-enum-members, other")).toEqual([
      "odata.maxpagesize=5",
      "include-unknown-enum-members",
    ]);
    expect(applied("odata.maxpagesize=5000")).toEqual(["odata.maxpagesize=999"]);
    expect(applied("odata.maxpagesize=5", { collection: false })).toEqual([]);
    expect(applied("")).toEqual([]);
  });
});

describe("$expand", () => {
  it("reads the nested options against the related type", () => {
    const { expand } = read(
      "?$expand=tasks($select=Name;$filter=name eq 'a';$orderby=name desc;$top=2;$count=true)",
    );
    expect(expand).toMatchObject([
      {
        name: "tasks",
        collection: true,
        query: {
          select: [{ path: ["name"], text: "name" }],
          orderby: [{ path: ["name"], descending: true }],
          top: 2,
          pageSize: 2,
          count: true,
        },
      },
    ]);
  });

  it("is every relationship with *", () => {
    expect(read("?$expand=*").expand.map(({ name }) => name)).toEqual(["tasks", "owner", "parent", "runs"]);
  });

  it("goes on with $levels as far as there are relationships, and no further than the limit", () => {
    const depth = (query: string) => {
      let [at] = read(query).expand;
      let count = 0;
      for (; at; at = at.query.expand[0]) count++;
      return count;
    };
    expect(depth("?$expand=parent($levels=3)")).toBe(3);
    expect(depth("?$expand=parent($levels=max)")).toBe(10);
    expect(depth("?$expand=runs($levels=max)")).toBe(3);
    expect(depth("?$expand=owner($levels=max)")).toBe(1);
  });

  it("is refused when it is too deep or too wide", () => {
    const deep = (depth: number, name: string): string =>
      depth === 1 ? name : `${name}($expand=${deep(depth - 1, name)})`;
    expect(refusal(`?$expand=${deep(4, "parent")}`)).toBeUndefined();
    expect(refusal(`?$expand=${deep(5, "parent")}`)).toBe("$expand is nested more than 4 deep");
    expect(refusal(`?$expand=${deep(4, "runs")}`)).toBe("$expand has more than 3 lists in each other");
    const wide = Array.from({ length: 33 }, (_, index) => `x${index}`).join();
    expect(refusal(`?$expand=${wide}`, { type: null })).toBe("$expand has more than 32 items");
  });
});
