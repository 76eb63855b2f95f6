import { describe, expect, it } from "vitest";
import { filter } from "../../../src/rules/query/filter.ts";
import { inShort } from "../../support/pages-of.ts";
import { serviceAnswer } from "./service-answer.ts";

const judge = (query: string, items: readonly unknown[], sketch = {}) =>
  inShort(filter.judge(serviceAnswer(query, { value: items }, sketch)));

describe("query/filter", () => {
  it("passes items that satisfy the filter", () => {
    expect(judge("?$filter=status eq 'done'", [{ id: "1", status: "done" }])).toEqual([]);
  });

  it("reports the first item that does not, with what it has, once", () => {
    const items = [{ status: "done" }, { status: "failed" }, { status: null }];
    expect(judge("?$filter=status eq 'done'", items)).toEqual([
      `fail 6:5 /value/1 an item with "status" "failed" does not satisfy "status eq 'done'"; 2 of 3 items do not`,
    ]);
    expect(judge("?$filter=total gt 2 and total lt 5", [{ total: 5 }])).toEqual([
      'fail 3:5 /value/0 an item with "total" 5 does not satisfy "total gt 2 and total lt 5"; 1 of 1 items does not',
    ]);
  });

  it("compares date-times to their last digit, whatever their offset", () => {
    const query = "?$filter=started ge 2022-08-24T18:27:43.1283747Z";
    expect(judge(query, [{ started: "2022-08-24T20:27:43.1283747+02:00" }])).toEqual([]);
    expect(judge(query, [{ started: "2022-08-24T18:27:43.1283746Z" }])).toHaveLength(1);
  });

  it("judges nothing that is not certain: an absent property, letter case, an accent, a masked member", () => {
    const said = (query: string, item: object) => judge(query, [item]);
    expect(said("?$select=id&$filter=status eq 'done'", { id: "1" })).toBe("not-applicable");
    expect(said("?$filter=status eq 'done'", { status: "Done" })).toBe("not-applicable");
    expect(said("?$filter=status eq 'Zoe'", { status: "Zoë" })).toBe("not-applicable");
    expect(said("?$filter=status eq 'done'", { status: "unknownFutureValue" })).toBe("not-applicable");
    expect(said("?$filter=not startswith(status,'d')", { status: null })).toBe("not-applicable");
    expect(judge("?$filter=status eq 'done'", [{ status: "Done" }, { status: "done" }])).toEqual([]);
  });

  it("knows of members of an enum whether they are equal, and not which is the greater", () => {
    expect(judge("?$filter=phase gt 'queued'", [{ phase: "ended" }])).toBe("not-applicable");
    expect(judge("?$filter=phase gt 'queued'", [{ phase: "queued" }])).toHaveLength(1);
    expect(judge("?$filter=phase eq 'queued'", [{ phase: "ended" }])).toHaveLength(1);
    expect(judge("?$filter=phase eq 'queued'", [{ phase: "queued" }])).toEqual([]);
  });

  it("leaves a value that breaks its type to body/type and body/format", () => {
    expect(judge("?$filter=total eq 2", [{ total: true }])).toBe("not-applicable");
    expect(judge("?$filter=started eq 2022-08-24T18:27:43Z", [{ started: "yesterday" }])).toBe(
      "not-applicable",
    );
    expect(judge("?$filter=status eq 'done'", [{ status: 3 }])).toBe("not-applicable");
  });

  it("judges lists of the item itself, and not what is expanded, which may be a part", () => {
    expect(judge("?$filter=tags/any(t:t eq 'x')", [{ tags: ["y"] }])).toHaveLength(1);
    expect(judge("?$filter=tags/any(t:t eq 'x')", [{ tags: ["y", "x"] }])).toEqual([]);
    expect(judge("?$filter=tasks/any(t:t/name eq 'x')", [{ tasks: [{ name: "y" }] }])).toBe("not-applicable");
  });

  it("judges only what the pages document", () => {
    const failing = [{ status: "failed" }];
    expect(judge("?$filter=status ge 'done'", failing)).toBe("not-applicable");
    expect(judge("?$filter=nobody eq 'done'", failing)).toBe("not-applicable");
    expect(judge("?$filter=status eq 'done'", failing, { options: "Not supported." })).toBe("not-applicable");
  });

  it("judges no empty list, no unreadable filter, no other method, no error, no changes", () => {
    const failing = [{ status: "failed" }];
    expect(judge("?$filter=status eq 'done'", [])).toBe("not-applicable");
    expect(judge("?$filter=status equals 'done'", failing)).toBe("not-applicable");
    expect(judge("?$filter=", failing)).toBe("not-applicable");
    expect(judge("?$filter=status eq 'done'", failing, { method: "POST" })).toBe("not-applicable");
    expect(judge("?$filter=status eq 'done'", failing, { status: 400 })).toBe("not-applicable");
    expect(judge("/delta?$filter=status eq 'done'", failing)).toBe("not-applicable");
  });
});
