import { describe, expect, it } from "vitest";
import { judgeExchange } from "../../../src/rules/judge.ts";
import { Memory } from "../../../src/rules/memory.ts";
import { serviceAnswer } from "./service-answer.ts";

interface Answer {
  readonly query: string;
  /** `key value`, the value of the property that is sorted by. */
  readonly items: readonly string[];
  readonly next?: string;
  readonly method?: string;
}

/** What query/orderby says of the last of some answers about the runs of a team, sorted by a property. */
function said(name: string, ...answers: readonly Answer[]): readonly string[] {
  const memory = new Memory();
  const judged = answers.map(({ query, items, next, method = "GET" }) => {
    const value = items.map((item) => {
      const [id = "", text = ""] = item.split(" ");
      return { id, [name]: text === "null" ? null : text };
    });
    const link = next === undefined ? {} : { "@odata.nextLink": next };
    const { exchange, contract } = serviceAnswer(query, { ...link, value }, { method });
    return judgeExchange(exchange, contract, { memory });
  });
  return (judged.at(-1)?.assertions ?? []).flatMap((each) =>
    each.rule === "query/orderby" && each.status !== "not-applicable"
      ? [`${each.status}${"message" in each ? ` ${each.message}` : ""}`]
      : [],
  );
}

const up = (name: string, ...items: readonly string[]): Answer => ({ query: `?$orderby=${name}`, items });
const down = (name: string, ...items: readonly string[]): Answer => ({
  query: `?$orderby=${name} desc`,
  items,
});
const phase = (...answers: readonly Answer[]) => said("phase", ...answers);
const isSame = (name: string, after: string, before: string) =>
  `"${name}" is "${after}" behind "${before}" in both orders; the descending one is the reverse of the ascending one`;

describe("query/orderby, of the members of an enum", () => {
  it("finds the same order both ways, whichever comes first", () => {
    const same = ["1 running", "2 queued", "3 queued"];
    const fault = `fail ${isSame("phase", "queued", "running")}`;
    expect(phase(up("phase", ...same), down("phase", ...same))).toEqual([fault]);
    expect(phase(down("phase", ...same), up("phase", ...same))).toEqual([fault]);
  });

  it("takes the reverse of whatever the order is, with ties in any order", () => {
    const way = up("phase", "1 running", "2 queued", "3 queued", "4 ended");
    expect(phase(way, down("phase", "4 ended", "3 queued", "2 queued", "1 running"))).toEqual(["pass"]);
    expect(phase(way, down("phase", "4 ended", "2 queued", "3 queued", "1 running"))).toEqual(["pass"]);
    expect(phase(way, down("phase", "4 ended", "1 running", "2 queued", "3 queued"))).toEqual([
      `fail ${isSame("phase", "queued", "running")}`,
    ]);
  });

  it("says only that it may be so where the items have changed in between", () => {
    const moved = down("phase", "1 running", "2 queued", "3 ended");
    expect(phase(up("phase", "1 running", "2 queued", "3 queued"), moved)).toEqual([
      `not-verified ${isSame("phase", "queued", "running")}; the items are not the same in both`,
    ]);
  });

  it("is silent where a part of either came, something was written, or nothing compares", () => {
    const same = ["1 running", "2 queued"];
    const cut = { next: "https://graph.microsoft.com/v1.0/teams/7/runs?$skiptoken=a" };
    expect(phase({ ...up("phase", ...same), ...cut }, down("phase", ...same))).toEqual([]);
    expect(phase(up("phase", ...same), { ...down("phase", ...same), ...cut })).toEqual([]);
    const write = { query: "", items: [], method: "POST" };
    expect(phase(up("phase", ...same), write, down("phase", ...same))).toEqual([]);
    const filtered = { ...down("phase", ...same), query: "?$orderby=phase desc&$filter=phase eq 'ended'" };
    expect(phase(up("phase", ...same), filtered)).toEqual([]);
    const hidden = ["1 unknownFutureValue", "2 queued", "3 null"];
    expect(phase(up("phase", ...hidden), down("phase", ...hidden))).toEqual([]);
    expect(phase(down("phase", ...same))).toEqual([]);
  });
});

describe("query/orderby, of texts", () => {
  const status = (...answers: readonly Answer[]) => said("status", ...answers);

  it("finds the same order both ways where no collation is certain", () => {
    const same = ["1 a-b", "2 a_c"];
    expect(status(up("status", ...same), down("status", ...same))).toEqual([
      `fail ${isSame("status", "a_c", "a-b")}`,
    ]);
    expect(status(up("status", ...same), down("status", ...same.toReversed()))).toEqual(["pass"]);
  });

  it("is silent where two texts may be one to a collation", () => {
    const ties = ["1 a-b", "2 ab"];
    expect(status(up("status", ...ties), down("status", ...ties))).toEqual([]);
    const accents = ["1 é", "2 è"];
    expect(status(up("status", ...accents), down("status", ...accents))).toEqual([]);
  });
});
