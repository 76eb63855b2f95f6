import { describe, expect, it } from "vitest";
import { faults } from "../../../src/mock/faults/faults.ts";
import {
  expectedOn,
  holeIn,
  type MatrixRow,
  type MatrixSource,
  matrixSources,
  rulesOn,
  rulesWithoutFault,
} from "../../support/kill-matrix.ts";
import { renderRows, tableHead } from "../../support/kill-matrix-table.ts";

type Faulty = NonNullable<MatrixRow["fault"]>;

/** A row in which each of some rules has found something, and two things were throttled. */
function row(expected?: Faulty["expect"], ...rules: string[]): MatrixRow {
  return {
    source: "mock",
    ...(expected ? { fault: { name: "no-count", expect: expected } } : {}),
    findings: new Map(rules.map((rule) => [rule, { count: 3, severity: "error" }])),
    reasons: new Map([["throttled", 2]]),
    exchanges: 1,
    messages: rules.map((rule) => `${rule}: something is wrong`),
  };
}

/** The same of a tenant. */
const onTenant = (of: MatrixRow): MatrixRow => ({ ...of, source: "tenant" });

describe("the kill matrix", () => {
  it.each(matrixSources)("has a fault for every rule that is judged on a %s", (source) => {
    expect(rulesWithoutFault(faults, source)).toEqual([]);
    expect(rulesOn(source)).toContain("query/filter");
  });

  it.each(matrixSources)("has a hole where the last fault of a rule is gone from a %s", (source) => {
    const others = faults.filter(({ name }) => !name.endsWith("-select-list"));
    expect(rulesWithoutFault(others, source)).toEqual(["odata/context-select"]);
    expect(rulesWithoutFault([], source)).toEqual(rulesOn(source));
  });

  it.each(matrixSources)("asks for no fault of a rule by which no %s is judged", (source) => {
    expect(rulesOn(source)).not.toContain("annotation/unbound");
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

describe("what a fault expects of a tenant", () => {
  const expect503 = { expect: { reason: "service-error" }, onTenant: { reason: "throttled" } } as const;

  it("is what it expects of a mock, unless it says otherwise", () => {
    const asked = (source: MatrixSource, fault: Omit<Faulty, "name">) => expectedOn(source, fault);
    expect(asked("tenant", { expect: { rule: "body/type" } })).toEqual({ rule: "body/type" });
    expect(asked("tenant", expect503)).toEqual({ reason: "throttled" });
    expect(asked("mock", expect503)).toEqual({ reason: "service-error" });
  });

  it("is nothing where no tenant is judged by the rule, and that holds its rule to no fault", () => {
    const unjudged = { name: "no-count", expect: { rule: "annotation/unbound" } };
    expect(expectedOn("tenant", unjudged)).toBeUndefined();
    expect(holeIn({ ...onTenant(row()), fault: unjudged })).toBeUndefined();
    expect(holeIn({ ...onTenant(row(undefined, "query/top")), fault: unjudged })).toBe(
      "query/top finds something",
    );
  });

  it("leaves a hole where the tenant is told something else than that", () => {
    const told = { ...row(), fault: { name: "unavailable", ...expect503 } };
    expect(holeIn(told)).toBe("nothing is left unverified for service-error");
    expect(holeIn(onTenant(told))).toBeUndefined();
  });
});

describe("the table of the kill matrix", () => {
  const kept = { rule: "query/count" } as const;

  it("says of each fault what it breaks, which rule finds it, how often, and how grave that is by source", () => {
    const tenant = onTenant(row(kept));
    const mild = { ...tenant, findings: new Map([["query/count", { count: 4, severity: "info" as const }]]) };
    expect(renderRows([row(kept, "query/count"), mild])).toMatch(
      /^✓ no-count +@odata\.count does not come +query\/count +3 E +4 I$/,
    );
    expect(renderRows([row({ reason: "throttled" })])).toMatch(/^✓ no-count .* \(throttled\) +2$/);
  });

  it("shows a dash where no tenant is judged by the rule", () => {
    const unjudged = { name: "no-count", expect: { rule: "annotation/unbound" } };
    expect(renderRows([{ ...onTenant(row()), fault: unjudged }])).toMatch(/ -$/);
  });

  it("says below a hole why it is one, with a finding of each rule", () => {
    expect(renderRows([row(kept, "query/top"), onTenant(row(kept, "query/count"))]).split("\n")).toEqual([
      expect.stringMatching(/^✗ no-count .* 0 +3 E$/),
      "    mock: query/count finds nothing; query/top finds something",
      "    query/top: something is wrong",
    ]);
  });

  it("is no wider than 120 columns", () => {
    const found = { count: 9999, severity: "warning" } as const;
    const rows = faults.map((fault) => {
      const rule = "rule" in fault.expect ? fault.expect.rule : "";
      const told = { ...row(), fault, findings: new Map([[rule, found]]) };
      return renderRows([told, onTenant(told)]).split("\n")[0] ?? "";
    });
    expect(Math.max(...[tableHead, ...rows].map((line) => line.length))).toBeLessThanOrEqual(120);
  });
});
