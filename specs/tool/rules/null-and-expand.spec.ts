import { describe, expect, it } from "vitest";
import { bodyNull } from "../../../src/rules/body/null.ts";
import { expand } from "../../../src/rules/query/expand.ts";
import type { ExchangeRule } from "../../../src/rules/rule.ts";
import { contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { answerTo } from "./answer-to.ts";

const contract = contractOfPages({
  "v1.0/resources/team.md": resourcePage("team", {
    properties: [
      "|id|String|Key.|",
      "|tags|String collection|Words.|",
      "|labels|String collection|Words. Null when there are none.|",
      "|motto|String|A text.|",
    ],
    relationships: ["|runs|[team](team.md) collection|Runs.|", "|lead|[team](team.md)|Who leads.|"],
    json: { id: "String" },
  }),
  "v1.0/api/team-list.md": apiPage("List teams", "GET /teams", {
    response: "`200 OK` and a collection of [team](../resources/team.md) objects",
  }),
});

function said(rule: ExchangeRule, path: string, ...value: readonly object[]) {
  const verdicts = rule.judge(answerTo(contract, path, { value }));
  return verdicts === "not-applicable"
    ? verdicts
    : verdicts.map((one) => [one.status, one.pointer, "weighs" in one ? one.weighs : undefined]);
}

describe("body/null of a collection", () => {
  const weighs = { documented: "warning", mock: "error", tenant: "warning" };

  it("finds once a collection that is null", () => {
    expect(said(bodyNull, "/teams", { id: "1", tags: null }, { id: "2", tags: null })).toEqual([
      ["fail", "/value/0/tags", weighs],
    ]);
  });

  it("takes an empty one, one that the page says may be null, and another null", () => {
    expect(said(bodyNull, "/teams", { id: "1", tags: [], labels: null, motto: null })).not.toContainEqual(
      expect.arrayContaining(["fail"]),
    );
  });
});

describe("query/expand of several items", () => {
  const items = [{ id: "1", lead: { id: "3" } }, { id: "2" }] as const;

  it("finds the item without the name, which weighs on services alone", () => {
    expect(said(expand, "/teams?$expand=lead", ...items)).toEqual([
      ["fail", "/value/1/lead", { mock: "error", tenant: "warning" }],
    ]);
  });

  it("takes null where there is none", () => {
    expect(said(expand, "/teams?$expand=lead", items[0], { id: "2", lead: null })).toEqual([]);
  });
});
