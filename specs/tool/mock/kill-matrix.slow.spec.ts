import { beforeAll, describe, expect, it } from "vitest";
import type { Expectation } from "../../../src/mock/faults/fault.ts";
import { faults } from "../../../src/mock/faults/faults.ts";
import { expectedOn, holeIn, type MatrixRow, matrixSources } from "../../support/kill-matrix.ts";
import { runKillMatrix } from "../../support/run-kill-matrix.ts";

let rows: readonly MatrixRow[] = [];
beforeAll(async () => {
  rows = await runKillMatrix(faults);
}, 300_000);

/** What there is to say of a row: nothing when it is no hole. */
const flaws = (row: MatrixRow | undefined) =>
  row === undefined ? ["there is no row"] : [holeIn(row) ?? [], row.messages].flat();

const words = (expected: Expectation | undefined) => {
  if (!expected) return "finds nothing";
  return "rule" in expected ? `finds ${expected.rule} alone` : `verifies nothing, for ${expected.reason},`;
};

describe.each(matrixSources)("the suite, run against a service as a %s", (source) => {
  const rowOf = (name?: string) => rows.find((row) => row.source === source && row.fault?.name === name);

  it("finds nothing where no promise is broken", () => {
    expect(flaws(rowOf())).toEqual([]);
    expect(rowOf()?.exchanges).toBeGreaterThan(300);
  });

  for (const { name, breaks, ...expects } of faults) {
    it(`${words(expectedOn(source, expects))} where ${breaks} (${name})`, () => {
      const row = rowOf(name);
      expect(row && holeIn(row) === undefined ? [] : flaws(row)).toEqual([]);
    });
  }

  it("tells a fault by its findings: one that expects another rule is a hole", () => {
    const row = rowOf("no-count");
    const fault = { name: "no-count", expect: { rule: "query/top" } };
    expect(row && holeIn({ ...row, fault })).toBe("query/top finds nothing; query/count finds something");
  });
});
