import { beforeAll, describe, expect, it } from "vitest";
import { faults } from "../../../src/mock/faults/faults.ts";
import { holeIn, type MatrixRow } from "../../support/kill-matrix.ts";
import { runKillMatrix } from "../../support/run-kill-matrix.ts";

describe("the suite, run against the service", () => {
  let rows: readonly MatrixRow[] = [];
  beforeAll(async () => {
    rows = await runKillMatrix(faults);
  }, 120_000);

  /** What there is to say of a row: nothing when it is no hole. */
  const flaws = (row: MatrixRow | undefined) =>
    row === undefined ? ["there is no row"] : [holeIn(row) ?? [], row.messages].flat();

  it("finds nothing where no promise is broken", () => {
    expect(flaws(rows[0])).toEqual([]);
    expect(rows[0]?.exchanges).toBeGreaterThan(300);
  });

  for (const { name, breaks, expect: expected } of faults) {
    const said =
      "rule" in expected ? `finds ${expected.rule} alone` : `verifies nothing, for ${expected.reason},`;
    it(`${said} where ${breaks} (${name})`, () => {
      const row = rows.find(({ fault }) => fault?.name === name);
      expect(row && holeIn(row) === undefined ? [] : flaws(row)).toEqual([]);
    });
  }

  it("tells a fault by its findings: one that expects another rule is a hole", () => {
    const row = rows.find(({ fault }) => fault?.name === "no-count");
    const fault = { name: "no-count", expect: { rule: "query/top" } };
    expect(row && holeIn({ ...row, fault })).toBe("query/top finds nothing; query/count finds something");
  });
});
