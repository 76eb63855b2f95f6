import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import { withOneMore } from "../../../src/mock/faults/changed-answer.ts";
import { faultNamed, faults } from "../../../src/mock/faults/faults.ts";
import { withOption, withoutOptions } from "../../../src/mock/faults/with-option.ts";
import type { ServiceRequest } from "../../../src/mock/message.ts";
import { catalogue } from "../../../src/rules/catalogue.ts";

describe("the faults", () => {
  it("have names of their own, in order", () => {
    const names = faults.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names.filter((name) => !/^[a-z\d]+(?:-[a-z\d]+)*$/.test(name))).toEqual([]);
  });

  it("expect rules that there are", () => {
    const expected = faults.flatMap(({ expect: { ...outcome } }) =>
      "rule" in outcome ? [outcome.rule] : [],
    );
    const ids = catalogue.map(({ id }) => id);
    expect(expected.filter((rule) => !ids.includes(rule))).toEqual([]);
  });

  it("change a request, an answer or the door", () => {
    expect(faults.filter(({ request, response, open }) => !request && !response && !open)).toEqual([]);
  });

  it("are found by their name", () => {
    expect(faultNamed("no-count").expect).toEqual({ rule: "query/count" });
  });

  it("are none by another name, and the nearest is told", () => {
    expect(() => faultNamed("no-cuont")).toThrow(UsageError);
    expect(() => faultNamed("no-cuont")).toThrow('"no-cuont" is no fault; did you mean no-count?');
    expect(() => faultNamed("everything at once")).toThrow(
      /^"everything at once" is no fault; there are accept-bad-body, /,
    );
  });
});

describe("a request with other query options", () => {
  const request = (target: string): ServiceRequest => ({
    method: "GET",
    target,
    headers: {},
    body: "",
    origin: "http://localhost",
  });

  it.each([
    ["/v1.0/runs?$top=1&$skip=2", "/v1.0/runs?$skip=2"],
    ["/v1.0/runs?%24top=1", "/v1.0/runs"],
    ["/v1.0/runs?$TOP=1&$filter=a%20eq%20'b?'", "/v1.0/runs?$filter=a%20eq%20'b?'"],
    ["/v1.0/runs", "/v1.0/runs"],
    ["/v1.0/runs?%=1&$top=1", "/v1.0/runs?%=1"],
  ])("loses one: %s", (target, left) => {
    expect(withoutOptions(request(target), ["$top"]).target).toBe(left);
  });

  it("has another value of one, and keeps the others", () => {
    expect(withOption(request("/v1.0/runs?$select=id&$top=1"), "$select", "id,name").target).toBe(
      "/v1.0/runs?$select=id%2Cname&$top=1",
    );
    expect(withOption(request("/v1.0/runs?$top=1"), "$select", "id").target).toBe("/v1.0/runs?$top=1");
  });
});

describe("a collection with one item more", () => {
  it("has one like the last one under another key, and counts it", () => {
    const json = { "@odata.count": 2, value: [{ id: "1" }, { id: "2" }] };
    expect(withOneMore({ status: 200, headers: {}, json }).json).toEqual({
      "@odata.count": 3,
      value: [{ id: "1" }, { id: "2" }, { id: "5" }],
    });
  });

  it("is what it was where there is no item, no collection, or no success", () => {
    for (const json of [{ value: [] }, { id: "1" }, undefined]) {
      const response = { status: 200, headers: {}, json };
      expect(withOneMore(response)).toBe(response);
    }
    const failed = { status: 400, headers: {}, json: { value: [{ id: "1" }] } };
    expect(withOneMore(failed)).toBe(failed);
  });
});
