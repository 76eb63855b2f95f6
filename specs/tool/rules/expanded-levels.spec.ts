import { describe, expect, it } from "vitest";
import { count } from "../../../src/rules/query/count.ts";
import { expand } from "../../../src/rules/query/expand.ts";
import { selectProjection } from "../../../src/rules/query/select-projection.ts";
import { top } from "../../../src/rules/query/top.ts";
import type { ExchangeRule } from "../../../src/rules/rule.ts";
import { contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { answerTo } from "./answer-to.ts";

const list = { response: "`200 OK` and a collection of [team](../resources/team.md) objects" };
const contract = contractOfPages({
  "v1.0/resources/team.md": resourcePage("team", {
    properties: ["|id|String|Key.|", "|motto|String|A text.|"],
    relationships: ["|runs|[run](run.md) collection|Runs.|", "|lead|[team](team.md)|Who leads.|"],
    json: { id: "String", motto: "String" },
  }),
  "v1.0/resources/run.md": resourcePage("run", {
    properties: ["|id|String|Key.|", "|total|Int32|A number.|", "|note|String|A text.|"],
    relationships: ["|team|[team](team.md)|Whose it is.|"],
    json: { id: "String", total: 0, note: "String" },
  }),
  "v1.0/api/team-list.md": apiPage("List teams", "GET /teams", list),
});

function said(rule: ExchangeRule, expanded: string, ...value: readonly object[]) {
  const verdicts = rule.judge(answerTo(contract, `/teams?$expand=${expanded}`, { value }));
  return verdicts === "not-applicable" ? verdicts : verdicts.map((one) => [one.status, one.pointer]);
}

const team = (...runs: readonly object[]) => ({ id: "1", motto: "", runs });

describe("the options inside an $expand", () => {
  it("select what related resources have, and nothing else", () => {
    const runs = "runs($select=id,total)";
    expect(said(selectProjection, runs, team({ id: "2", total: 3 }))).toEqual([]);
    expect(said(selectProjection, runs, team(), team({ id: "2" }))).toEqual([
      ["fail", "/value/1/runs/0/total"],
    ]);
    expect(said(selectProjection, runs, team({ id: "2", total: 3, note: "" }))).toEqual([
      ["fail", "/value/0/runs/0/note"],
    ]);
    expect(said(selectProjection, "lead($select=id)", { id: "1", lead: { id: "2", motto: "" } })).toEqual([
      ["fail", "/value/0/lead/motto"],
    ]);
    expect(said(selectProjection, "lead($select=id)", { id: "1", lead: null })).toBe("not-applicable");
    expect(said(selectProjection, "runs", team({ id: "2" }))).toBe("not-applicable");
  });

  it("expand related resources in turn", () => {
    const runs = "runs($select=id;$expand=team)";
    expect(said(expand, runs, team({ id: "2", team: null }))).toEqual([]);
    expect(said(selectProjection, runs, team({ id: "2", team: null }))).toEqual([]);
    expect(said(expand, runs, team({ id: "2" }))).toEqual([["fail", "/value/0/runs/0/team"]]);
    const deep = "runs($expand=team($expand=lead))";
    expect(said(expand, deep, team({ id: "2", team: { id: "3" } }))).toEqual([
      ["fail", "/value/0/runs/0/team/lead"],
    ]);
  });

  it("bound each list of its own", () => {
    const [one, other] = [{ id: "2" }, { id: "3" }];
    expect(said(top, "runs($top=1)", team(one), team(other))).toEqual([]);
    expect(said(top, "runs($top=1)", team(one), team(one, other))).toEqual([["fail", "/value/1/runs"]]);
    expect(said(top, "lead($top=1)", { id: "1", lead: one })).toBe("not-applicable");
  });

  it("count each list of its own, of which not all may come", () => {
    const runs = "runs($count=true)";
    const counted = (number: number) => ({ ...team({ id: "2" }), "runs@odata.count": number });
    expect(said(count, runs, counted(1), counted(30))).toEqual([]);
    expect(said(count, runs, counted(1), team({ id: "2" }))).toEqual([["fail", "/value/1/runs@odata.count"]]);
    expect(said(count, runs, counted(0))).toEqual([["fail", "/value/0/runs@odata.count"]]);
    expect(said(count, "runs($count=false)", team({ id: "2" }))).toBe("not-applicable");
  });

  it("are nothing that is held to where the page does not list $expand, nor of references", () => {
    const section =
      "## Optional query parameters\n\nThis method supports the `$top` OData query parameter.\n\n";
    const page = apiPage("List teams", "GET /teams", list).replace("## Request body", `${section}$&`);
    const none = contractOfPages({ "v1.0/api/team-list.md": page });
    const value = [team({ id: "2" })];
    const path = "/teams?$expand=runs($select=total;$top=0;$count=true)";
    for (const rule of [selectProjection, top, count, expand])
      expect(rule.judge(answerTo(none, path, { value }))).toBe("not-applicable");
    expect(said(selectProjection, "runs/$ref($select=total)", ...value)).toBe("not-applicable");
  });
});
