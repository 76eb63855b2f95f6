import { describe, expect, it } from "vitest";
import { faults } from "../../../src/mock/faults/faults.ts";
import { holeIn, type MatrixRow, rulesWithoutFault, serviceRules } from "../../support/kill-matrix.ts";
import { renderRow, tableHead } from "../../support/kill-matrix-table.ts";

/** A row in which each of some rules has found something, and two things were throttled. */
function row(expected?: NonNullable<MatrixRow["fault"]>["expect"], ...rules: string[]): MatrixRow {
  return {
    ...(expected ? { fault: { name: "no-count", expect: expected } } : {}),
    findings: new Map(rules.map((rule) => [rule, 3])),
    reasons: new Map([["throttled", 2]]),
    exchanges: 1,
    messages: rules.map((rule) => `${rule}: something is wrong`),
  };
}

describe("the kill matrix", () => {
  it("has a fault for every rule that is judged on a service", () => {
    expect(rulesWithoutFault(faults)).toEqual([]);
    expect(serviceRules).toContain("query/filter");
  });

  it("has a hole where the last fault of a rule is gone", () => {
    const others = faults.filter(({ name }) => name !== "drop-expanded");
    expect(rulesWithoutFault(others)).toEqual(["query/expand"]);
    expect(rulesWithoutFault([])).toEqual(serviceRules);
  });

  it("asks for no fault of a rule that only documentation is judged by", () => {
    expect(serviceRules).not.toContain("annotation/unbound");
  });

  it("has no hole where just the expected rule finds something", () => {
    expect(holeIn(row({ rule: "body/type" }, "body/type"))).toBeUndefined();
    expect(holeIn(row({ reason: "throttled" }))).toBeUndefined();
    expect(holeIn(row())).toBeUndefined();
  });

  it("has a hole where a fault expects a rule that finds nothing", () => {
    expect(holeIn(row({ rule: "body/type" }))).toBe("body/type finds nothing");
    expect(holeIn(row({ rule: "body/type" }, "body/range"))).toBe(
      "body/type finds nothing; body/range finds something",
    );
  });

  it("has a hole where another rule finds something beside the expected one", () => {
    expect(holeIn(row({ rule: "body/type" }, "body/type", "http/status", "body/range"))).toBe(
      "body/range, http/status find something",
    );
    expect(holeIn(row({ reason: "throttled" }, "http/status"))).toBe("http/status finds something");
  });

  it("has a hole where something is found though nothing is broken, or nothing is hindered", () => {
    expect(holeIn(row(undefined, "query/top"))).toBe("query/top finds something");
    expect(holeIn(row({ reason: "service-error" }))).toBe("nothing is left unverified for service-error");
  });
});

describe("the table of the kill matrix", () => {
  const kept = { rule: "query/count" } as const;

  it("says of each fault what it breaks, which rule finds it, and how often", () => {
    expect(renderRow(row(kept, "query/count")).split(/ {2,}/)).toEqual([
      "✓",
      "no-count",
      "@odata.count does not come",
      "query/count",
      "3",
    ]);
    expect(renderRow(row({ reason: "throttled" }))).toMatch(/^✓ {2}no-count .* unverified: throttled +2$/);
  });

  it("says below a hole why it is one, with a finding of each rule", () => {
    expect(renderRow(row(kept, "query/top")).split("\n")).toEqual([
      expect.stringMatching(/^✗ {2}no-count .* 3$/),
      "    query/count finds nothing; query/top finds something",
      "    query/top: something is wrong",
    ]);
  });

  it("is no wider than 120 columns", () => {
    const rows = faults.map((fault) => renderRow({ ...row(), fault, findings: new Map([["a", 9999]]) }));
    const lines = [tableHead, ...rows.flatMap((text) => text.split("\n"))];
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  });
});
