import { describe, expect, it } from "vitest";
import { capability } from "../../../src/rules/query/capability.ts";
import { filter } from "../../../src/rules/query/filter.ts";
import { inShort } from "../../support/pages-of.ts";
import { type AnswerSketch, serviceAnswer } from "./service-answer.ts";

const answered = (query: string, items: readonly unknown[] = [{ id: "1" }], sketch: AnswerSketch = {}) =>
  inShort(capability.judge(serviceAnswer(query, { value: items }, sketch)));
const error = { error: { code: "BadRequest", message: "not taken" } };
const refused = (query: string, sketch: AnswerSketch = {}, body: unknown = error) =>
  inShort(capability.judge(serviceAnswer(query, body, { status: 400, ...sketch })));

describe("query/capability", () => {
  it("passes a documented operator and option that are served", () => {
    expect(answered("?$filter=status eq 'done'")).toEqual([]);
    expect(answered("?$filter=NOT STARTSWITH(status,'d')&$top=5&$format=json")).toEqual([]);
    expect(answered("?$filter=started le 2022-01-01T00:00:00Z")).toEqual([]);
  });

  it("reports a documented operator that is refused", () => {
    expect(refused("?$filter=status eq 'done'")).toEqual([
      'fail 1:1 /query/$filter eq on "status" is refused with 400; the pages document it',
    ]);
    expect(refused("?$filter=startswith(status,'d')&$top=5")).toEqual([
      'fail 1:1 /query/$filter $top and startsWith on "status" are refused with 400; the pages document them',
    ]);
  });

  it("reports a listed option that is refused", () => {
    for (const query of ["?$top=5", "?$skip=0", "?$select=id,note", "?$orderby=status desc"])
      expect([query, refused(query)]).toEqual([query, [expect.stringContaining("is refused with 400")]]);
    expect(refused("?$top=5")).toEqual([
      "fail 1:1 /query/$top $top is refused with 400; the pages document it",
    ]);
  });

  it("says nothing of an order by several properties that is refused: pages say by what a list can be sorted", () => {
    expect(refused("?$orderby=status")).toHaveLength(1);
    expect(refused("?$orderby=status,status desc")).toBe("not-applicable");
  });

  it("reports an undocumented operator that is taken, and whether it is ignored", () => {
    expect(answered("?$filter=total ge 5", [{ total: 5 }])).toEqual([
      'fail 1:1 /query/$filter "ge" on "total" is answered with 200; the pages document eq, lt, gt for it',
    ]);
    expect(answered("?$filter=total ge 5", [{ total: 3 }, { total: 7 }])).toEqual([
      'fail 1:1 /query/$filter "ge" on "total" is answered with 200 and ignored: 1 of 2 items do not satisfy the filter; the pages document eq, lt, gt for it',
    ]);
    expect(answered("?$filter=not(total eq 5)")).toEqual([expect.stringContaining('"not" on "total"')]);
    expect(answered("?$filter=note eq 'x'")).toEqual([
      'fail 1:1 /query/$filter "eq" on "note" is answered with 200; the pages document no operator for it',
    ]);
  });

  it("reports an option that the page does not list and the service takes", () => {
    expect(answered("?$count=true&$top=1")).toEqual([
      'fail 1:1 /query/$count "$count" is answered with 200; the page supports $filter, $orderby, $select, $skip, $top',
    ]);
    expect(answered("?$top=1", [], { options: "Not supported." })).toEqual([
      'fail 1:1 /query/$top "$top" is answered with 200; the page supports no query options',
    ]);
  });

  it("passes the refusal of what is not documented", () => {
    expect(refused("?$filter=total ge 5")).toEqual([]);
    expect(refused("?$count=true")).toEqual([]);
  });

  it("takes what an example of the page shows for documented", () => {
    const example = "https://graph.microsoft.com/v1.0/teams/7/runs?$filter=note eq 'a'&$count=true";
    expect(answered("?$filter=note eq 'x'&$count=true", undefined, { example })).toEqual([]);
    expect(refused("?$filter=note eq 'x'", { example })).toHaveLength(1);
    expect(answered("?$filter=note ne 'x'", undefined, { example })).toHaveLength(1);
  });

  it("takes no refusal for broken that may have another reason", () => {
    const queries = [
      "?$filter=status eq",
      "?$filter=status eq 5",
      "?$filter=total eq 'many'",
      "?$filter=status eq 'a' or status eq 'b'",
      "?$filter=status eq 'a'&$orderby=status",
      "?$top=all",
      "?$top=0",
      "?$select=nobody",
      "?$orderby=note",
      "?$filter=status eq 'a'&$skiptoken=X",
    ];
    for (const query of queries) expect([query, refused(query)]).toEqual([query, "not-applicable"]);
    const advanced = { error: { code: "Request_UnsupportedQuery", message: "set ConsistencyLevel" } };
    expect(refused("?$filter=status ne 'a'", {}, advanced)).toBe("not-applicable");
  });

  it("judges nothing without options, of what the pages leave open, of other errors and methods", () => {
    expect(answered("")).toBe("not-applicable");
    expect(answered("?$skiptoken=X")).toBe("not-applicable");
    expect(refused("?$top=1", { options: "" })).toBe("not-applicable");
    expect(refused("?$top=1", { status: 429 })).toBe("not-applicable");
    expect(refused("?$top=1", { probe: "anonymous" })).toBe("not-applicable");
    expect(answered("?$count=true", undefined, { method: "POST" })).toBe("not-applicable");
  });

  it("never reports what query/filter reports", () => {
    const items = [{ status: "failed", total: 1, note: "n", started: "2022-01-01T00:00:00Z" }];
    const values = { status: "'done'", total: "9", note: "'x'", started: "2023-01-01T00:00:00Z" };
    for (const [name, value] of Object.entries(values)) {
      for (const operator of ["eq", "ne", "lt", "gt", "ge", "le"]) {
        const context = serviceAnswer(`?$filter=${name} ${operator} ${value}`, { value: items });
        const findings = [filter, capability].flatMap((rule) => {
          const verdicts = rule.judge(context);
          return verdicts === "not-applicable" ? [] : verdicts;
        });
        expect(findings.length).toBeLessThanOrEqual(1);
      }
    }
  });
});
