import { afterEach, describe, expect, it, vi } from "vitest";
import { runGate } from "../../../src/cli/run-gate.ts";
import { count } from "../../../src/rules/query/count.ts";
import { documentation } from "../../support/documentation.ts";
import { startSignedIn } from "../../support/service.ts";
import { gateSettings, gateWithin } from "../../support/tenant.ts";

const contract = documentation.contract("v1.0");

afterEach(() => {
  vi.restoreAllMocks();
});

/** A rule that fails to judge from so many answers on. */
function breakRule(after: number): void {
  const { judge } = count;
  let judged = 0;
  vi.spyOn(count, "judge").mockImplementation((context) => {
    if (judged++ >= after) throw new Error("a defect");
    return judge(context);
  });
}

const said = /^the rule query\/count failed to judge: a defect$/;

describe("a gate whose rule fails to judge", () => {
  it.each([0, 1, 20])("ends at once behind %i answers, with the defect, and asks no more", async (after) => {
    breakRule(after);
    let sent = 0;
    const judged = gateWithin({ depth: "full", allowWrites: true, concurrency: 4 }, (transport) => {
      return (...request) => {
        sent++;
        return transport(...request);
      };
    });
    await expect(judged).rejects.toThrow(said);
    const atItsEnd = sent;
    await new Promise((done) => setTimeout(done, 20));
    expect(sent).toBe(atItsEnd);
  });

  it("reports what was judged by then, and the failure keeps its stack", async () => {
    const { origin, token, close } = await startSignedIn({ data: "generated" });
    try {
      breakRule(12);
      const settings = gateSettings({ endpoint: origin, credential: { kind: "token", token } });
      const terminal = {
        out: () => {},
        progress: () => {},
        colour: false,
        now: new Date(),
        interrupted: () => new Promise<void>(() => {}),
      };
      const seen: unknown[] = [];
      const onJudgement = (one: unknown) => seen.push(one);
      const { report, failure } = await runGate(settings, { contract, terminal, inputs: [], onJudgement });
      expect(failure).toBeInstanceOf(Error);
      expect(failure).toMatchObject({
        message: expect.stringMatching(said),
        stack: expect.stringContaining("judge-service.ts"),
      });
      expect(report.summary.partial).toMatch(/^it could not go on behind \d+ of \d+ parts of the plan$/);
      expect(report.judgements).toHaveLength(seen.length);
      expect(seen.length).toBeGreaterThan(5);
    } finally {
      await close();
    }
  });
});
