import { describe, expect, it } from "vitest";
import { count } from "../../../src/rules/query/count.ts";
import { expand } from "../../../src/rules/query/expand.ts";
import { orderby } from "../../../src/rules/query/orderby.ts";
import { selectProjection } from "../../../src/rules/query/select-projection.ts";
import { top } from "../../../src/rules/query/top.ts";
import type { ExchangeRule } from "../../../src/rules/rule.ts";
import { type ExampleSketch, exampleOf, ok } from "../../support/example-of.ts";
import { inShort } from "../../support/pages-of.ts";
import { serviceAnswer } from "./service-answer.ts";

/** The rule's verdict on a body (from line 63 on) in the answer to a query. */
function judging(rule: ExchangeRule) {
  return (query: string, body: unknown, sketch: ExampleSketch = {}) =>
    inShort(
      rule.judge(
        exampleOf({
          request: `GET https://graph.microsoft.com/v1.0/teams/7/runs${query}`,
          response: ok(body),
          ...sketch,
        }),
      ),
    );
}

const list = (...items: readonly unknown[]) => ({ value: items });

describe("query/select-projection", () => {
  const judge = judging(selectProjection);

  it("passes the selected properties, the key and control information", () => {
    const item = { "@odata.etag": "W/1", id: "1", status: "done" };
    expect(judge("?$select=status", list(item))).toEqual([]);
    expect(judge("?select=Status", list(item))).toEqual([]);
    expect(judge("/1?$select=status", item)).toEqual([]);
  });

  it("reports a selected property that is absent, at the first item without it", () => {
    expect(judge("?$select=id,status", list({ id: "1", status: null }, { id: "2" }, { id: "3" }))).toEqual([
      'fail 69:5 /value/1/status "status" is selected and absent',
    ]);
  });

  it("reports an unselected property once", () => {
    expect(judge("?$select=id", list({ id: "1", total: 3 }, { id: "2", total: 4 }))).toEqual([
      'fail 67:16 /value/0/total "total" is not selected; the request selects id',
    ]);
  });

  it("lets relationships come and stay away", () => {
    expect(judge("?$select=id,owner", list({ id: "1", tasks: [] }))).toEqual([]);
    expect(judge("?$select=id&$expand=tasks", list({ id: "1", tasks: [] }))).toEqual([]);
  });

  it("leaves a property that the type does not have to body/unknown-property", () => {
    expect(judge("?$select=id", list({ id: "1", stauts: "done" }))).toEqual([]);
  });

  it("judges nothing without items, of *, of delta, and where the page does not support $select", () => {
    expect(judge("?$select=id", list())).toBe("not-applicable");
    expect(judge("?$select=*", list({ id: "1" }))).toBe("not-applicable");
    expect(judge("/delta?$select=status", list({ id: "1" }))).toBe("not-applicable");
    expect(judge("?$select=status", list({ id: "1" }), { options: "Not supported." })).toBe("not-applicable");
  });

  it("judges no body that cannot be read to its end", () => {
    const response = 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "value": [ { "id": "1" ';
    expect(judge("?$select=id,status", list(), { response })).toBe("not-applicable");
  });
});

describe("query/expand", () => {
  const judge = judging(expand);

  it("is said of the items that lack it, which weighs on services alone", () => {
    expect(
      judge("?$expand=tasks($select=id),Owner", list({ id: "1", tasks: [], owner: null }, { id: "2" })),
    ).toEqual([
      'fail 70:5 /value/1/tasks "tasks" is expanded and absent from an item; where there is none it is null or []',
      'fail 70:5 /value/1/Owner "Owner" is expanded and absent from an item; where there is none it is null or []',
    ]);
  });

  it("understands casts", () => {
    expect(judge("/1?$expand=microsoft.graph.run/tasks", { id: "1", tasks: [] })).toEqual([]);
  });

  it("reports an absent relationship at the first item", () => {
    expect(judge("?$expand=tasks", list({ id: "1" }))).toEqual([
      'fail 65:5 /value/0/tasks "tasks" is expanded and absent',
    ]);
  });

  it("reports a scalar where nobody documents the relationship, and leaves the others to body/type", () => {
    expect(judge("/1?$expand=walks", { id: "1", walks: 3 })).toEqual([
      'fail 65:12 /walks "walks" is expanded, but 3 is no resource',
    ]);
    expect(judge("/1?$expand=tasks", { id: "1", tasks: 3 })).toEqual([]);
  });

  it("judges nothing of an error that comes as a success", () => {
    const wrong = { error: { code: "a", message: "b" } };
    expect(judge("/1?$expand=tasks", wrong)).toBe("not-applicable");
    expect(judge("?$expand=tasks", wrong)).toBe("not-applicable");
  });

  it("judges nothing without items, and of *", () => {
    expect(judge("?$expand=tasks", list())).toBe("not-applicable");
    expect(judge("?$expand=*", list({ id: "1" }))).toBe("not-applicable");
  });
});

describe("query/orderby", () => {
  const judge = judging(orderby);
  const totals = (...numbers: readonly unknown[]) => list(...numbers.map((total) => ({ total })));

  it("passes items in order, either way", () => {
    expect(judge("?$orderby=total", totals(1, 2, 2, 10))).toEqual([]);
    expect(judge("?$orderby=total desc", totals(10, 2, 1))).toEqual([]);
    expect(judge("?$orderby=total+desc", totals(10, 2, 1))).toEqual([]);
  });

  it("reports the first pair out of order", () => {
    expect(judge("?$orderby=total", totals(1, 10, 2, 1))).toEqual([
      'fail 71:5 /value/2 "total" is 2 behind 10; $orderby asks for ascending order',
    ]);
    expect(judge("?$orderby=total desc", totals(1, 2))).toHaveLength(1);
  });

  it("compares by the second key where the first is equal", () => {
    const query = "?$orderby=status,total desc";
    expect(
      judge(query, list({ status: "a", total: 2 }, { status: "A", total: 1 }, { status: "b", total: 9 })),
    ).toEqual([]);
    expect(judge(query, list({ status: "a", total: 1 }, { status: "a", total: 2 }))).toHaveLength(1);
  });

  it("compares date-times as times and texts without letter case", () => {
    const times = ["2024-01-01T12:00:00+02:00", "2024-01-01T11:00:00Z"];
    expect(judge("?$orderby=started", list(...times.map((started) => ({ started }))))).toEqual([]);
    expect(judge("?$orderby=status", list({ status: "adele" }, { status: "Bob" }))).toEqual([]);
    expect(judge("?$orderby=status", list({ status: "Bob" }, { status: "adele" }))).toHaveLength(1);
  });

  it("judges no pair whose order is a matter of taste", () => {
    expect(judge("?$orderby=total", totals(1, null, 2))).toBe("not-applicable");
    expect(judge("?$orderby=status", list({ status: "zoë" }, { status: "zoe" }))).toBe("not-applicable");
    expect(judge("?$orderby=owner/mail", list({ owner: { mail: "b" } }, { owner: {} }))).toBe(
      "not-applicable",
    );
    expect(judge("?$orderby=status", list({ status: "PT2M" }, { status: "PT10M" }))).toBe("not-applicable");
    expect(judge("?$orderby=total", totals(1, null, 2, 3))).toEqual([]);
    expect(judge("?$orderby=status", list({ status: "PT4M" }, { status: "PT2M" }))).toHaveLength(1);
  });

  it("judges nothing with a single item", () => {
    expect(judge("?$orderby=total", totals(1))).toBe("not-applicable");
  });
});

describe("query/top", () => {
  const judge = judging(top);

  it("passes as many items as asked for, or fewer", () => {
    expect(judge("?$top=2", list({ id: "1" }, { id: "2" }))).toEqual([]);
    expect(judge("?$top=2", list())).toEqual([]);
  });

  it("reports more", () => {
    expect(judge("?$top=1", list({ id: "1" }, { id: "2" }))).toEqual([
      "fail 64:12 /value the page holds 2 items; $top asks for 1",
    ]);
  });

  it("judges neither one resource nor a $top that is no number", () => {
    expect(judge("/1?$top=1", { id: "1" })).toBe("not-applicable");
    expect(judge("?$top=n", list({ id: "1" }))).toBe("not-applicable");
  });
});

describe("query/count", () => {
  const judge = judging(count);
  const whole = { annotation: '<!-- { "blockType": "response", "@odata.type": "microsoft.graph.run" } -->' };
  const counted = (total: unknown, ...items: readonly unknown[]) => ({ "@odata.count": total, value: items });

  it("passes the number of items", () => {
    expect(judge("?$count=true", counted(1, { id: "1" }), whole)).toEqual([]);
    expect(judge("?$count=true&$skip=4", counted(5, { id: "5" }), whole)).toEqual([]);
  });

  it("reports an absent count", () => {
    expect(judge("?$count=true", list({ id: "1" }))).toEqual([
      'fail 63:1 /@odata.count "@odata.count" is asked for by $count=true and absent',
    ]);
  });

  it("reports fewer than the items shown, also where the example is shortened", () => {
    expect(judge("?$count=true", counted(1, { id: "1" }, { id: "2" }))).toEqual([
      'fail 64:19 /@odata.count "@odata.count" is 1; the response holds 2 items',
    ]);
  });

  it("reports more than the items only where this is all there is", () => {
    expect(judge("?$count=true", counted(9, { id: "1" }), whole)).toHaveLength(1);
    expect(judge("?$count=true", counted(9, { id: "1" }))).toEqual([]);
    expect(judge("?$count=true&$top=1", counted(9, { id: "1" }), whole)).toEqual([]);
    const paged = { ...counted(9, { id: "1" }), "@odata.nextLink": "https://graph.microsoft.com/v1.0/x" };
    expect(judge("?$count=true", paged, whole)).toEqual([]);
  });

  it("judges nothing that was not counted", () => {
    expect(judge("?$count=false", list({ id: "1" }))).toBe("not-applicable");
  });
});

describe("query/orderby on a service", () => {
  it("knows of members of an enum that equal ones stand together, and no more", () => {
    const list = (...value: readonly object[]) => ({ value });
    const judge = (query: string, body: object) => inShort(orderby.judge(serviceAnswer(query, body)));
    const phases = (...values: readonly string[]) =>
      list(...values.map((phase, total) => ({ phase, total })));
    for (const query of ["?$orderby=phase", "?$orderby=phase desc", "?$orderby=phase,total"]) {
      expect(judge(query, phases("queued", "queued", "running", "ended"))).toEqual([]);
      expect(judge(query, phases("ended", "running", "queued"))).toBe("not-applicable");
      expect(judge(query, phases("queued", "running", "queued"))).toEqual([
        'fail 11:5 /value/2 "phase" is "queued" again behind another value; $orderby puts equal values side by side',
      ]);
    }
    const sentinels = phases("unknownFutureValue", "queued", "unknownFutureValue");
    expect(judge("?$orderby=phase", sentinels)).toBe("not-applicable");
    const tied = list(
      { total: 1, phase: "ended" },
      { total: 1, phase: "queued" },
      { total: 2, phase: "ended" },
    );
    expect(judge("?$orderby=total,phase", tied)).toEqual([]);
  });
});
