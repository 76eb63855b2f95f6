import { describe, expect, it } from "vitest";
import { unknownProperty } from "../../../src/rules/body/unknown-property.ts";
import { contextPath } from "../../../src/rules/odata/context-path.ts";
import { nextLink } from "../../../src/rules/odata/next-link.ts";
import { count } from "../../../src/rules/query/count.ts";
import { selectProjection } from "../../../src/rules/query/select-projection.ts";
import type { ExchangeRule } from "../../../src/rules/rule.ts";
import { serviceAnswer } from "./service-answer.ts";

const root = "https://graph.microsoft.com/v1.0";

function said(rule: ExchangeRule, body: object, query = "") {
  const verdicts = rule.judge(serviceAnswer(query, body, { options: "Supports `$select` and `$count`." }));
  return verdicts === "not-applicable" ? verdicts : verdicts.map(({ status }) => status);
}

describe("control information without its prefix, as in OData 4.01", () => {
  it.each(["@odata.", "@"])("means the same: %s", (prefix) => {
    const value = [{ id: "1" }];
    const link = (to: string) => ({ [`${prefix}nextLink`]: to, value });
    expect(said(nextLink, link(`${root}/teams/7/runs`))).toEqual(["fail"]);
    expect(said(nextLink, link(`${root}/teams/7/runs?$skiptoken=a`))).toEqual([]);
    expect(said(nextLink, link("/teams/7/runs?$skiptoken=a"))).toEqual(["fail"]);
    expect(said(count, { [`${prefix}count`]: 3, value }, "?$count=true")).toEqual(["fail"]);
    expect(said(count, { [`${prefix}count`]: 1, value }, "?$count=true")).toEqual([]);
    const context = (path: string) => ({ [`${prefix}context`]: `${root}/$metadata#${path}`, value });
    expect(said(contextPath, context("teams('8')/runs"))).toEqual(["fail"]);
    expect(said(contextPath, context("teams('7')/runs"))).toEqual([]);
  });
});

describe("an operation in a body", () => {
  it("is control information, and no property", () => {
    const value = [{ id: "1", "#microsoft.graph.stop": {} }];
    expect(said(unknownProperty, { value, "#microsoft.graph.stopAll": {} })).toEqual([]);
    expect(said(unknownProperty, { value: [{ id: "1", "microsoft.graph.stop": {} }] })).toEqual(["fail"]);
    expect(said(selectProjection, { value }, "?$select=id")).toEqual([]);
  });
});
