import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../../src/mock/message.ts";
import { contextUrl } from "../../../src/mock/query/context-url.ts";
import { nextLinkOf } from "../../../src/mock/query/next-link.ts";
import { pageOf } from "../../../src/mock/query/page-of.ts";
import { present } from "../../../src/mock/query/present.ts";
import { catalogue } from "../../../src/rules/catalogue.ts";
import type { Outcome } from "../../../src/rules/rule.ts";
import { exampleOf, ok } from "../../support/example-of.ts";
import { queryOf } from "./query-of.ts";

const page = { options: "This method supports OData query parameters." };
const { contract } = exampleOf({ ...page });
const type = contract.types["microsoft.graph.run"];
const rules = catalogue.flatMap((rule) =>
  rule.subject === "exchange" && /^(?:body|enum|odata|query)\//.test(rule.id) ? [rule] : [],
);

/** What the rules say of the service's answer to a query. */
function findings(items: readonly Resource[], query: string): (Outcome & { readonly rule: string })[] {
  const asked = queryOf(contract, query);
  const { items: found, total, next } = pageOf(items, asked, follow);
  const view = { contract, follow, ...(type ? { type } : {}) };
  const origin = "https://graph.microsoft.com";
  const target = `/v1.0/teams/7/runs${query}`;
  const segments = [{ name: "teams", key: "7" }, { name: "runs" }];
  const body = {
    "@odata.context": contextUrl({
      origin,
      version: "v1.0",
      segments,
      query: asked,
      collection: true,
      entity: false,
    }),
    ...(asked.count ? { "@odata.count": total } : {}),
    ...(next ? { "@odata.nextLink": nextLinkOf({ origin, target, ...next }) } : {}),
    value: found.map((item) => present(item, asked, view)),
  };
  const context = exampleOf({ ...page, request: `GET ${origin}${target}`, response: ok(body) });
  return rules.flatMap((rule) => {
    const verdicts = rule.judge(context);
    return verdicts === "not-applicable" ? [] : verdicts.map((outcome) => ({ rule: rule.id, ...outcome }));
  });
}

const follow = (_: Resource, name: string) =>
  name === "owner" ? { id: "u1", mail: "a@b.c" } : name === "tasks" ? [{ id: "t1", name: "x" }] : undefined;

const resource = fc.record({
  status: fc.option(fc.constantFrom("open", "Done", "a b", "")),
  total: fc.option(fc.integer({ min: 0, max: 9 })),
  started: fc.option(fc.constantFrom("2022-08-24T23:28:11Z", "2022-08-25T00:28:11+02:00")),
});
const resources = fc
  .array(resource, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((each, index): Resource => ({ id: `${index}`, ...each })));
const names = ["id", "status", "total", "started"];
const option = (name: string, values: readonly string[]) =>
  fc.option(fc.constantFrom(...values)).map((value) => (value === null ? [] : [`${name}=${value}`]));
const select = fc
  .uniqueArray(fc.constantFrom(...names, "STATUS"), {
    selector: (name) => name.toLowerCase(),
    maxLength: 4,
  })
  .map((list) => (list.length === 0 ? [] : [`$select=${list}`]));

describe("an answer made by the query", () => {
  it("is found right by the rules, whatever is asked", () => {
    const query = fc.tuple(
      select,
      option("$expand", ["owner", "tasks($select=name)", "owner($select=mail),tasks($count=true)"]),
      option("$orderby", ["status", "total desc", "started,total", "status desc,started desc"]),
      option("$filter", ["total gt 3", "status eq 'open'", "started ne null"]),
      option("$top", ["1", "2", "5"]),
      option("$skip", ["1", "3"]),
      option("$count", ["true", "false"]),
    );
    fc.assert(
      fc.property(resources, query, (items, options) => {
        expect(findings(items, `?${options.flat().join("&")}`.replaceAll(" ", "%20"))).toEqual([]);
      }),
    );
  });
});
