import { describe, expect, it } from "vitest";
import { showPlan } from "../../../src/cli/show-plan.ts";
import { obtainExchanges } from "../../../src/exchange/service/obtain-exchanges.ts";
import type { Transport } from "../../../src/exchange/service/transport/transport.ts";
import { planGate } from "../../../src/exchange/tenant/gate-plan.ts";
import { makeService } from "../../../src/mock/service.ts";
import { documentation } from "../../support/documentation.ts";
import { listOf, signIn } from "../../support/service.ts";
import { gateSettings } from "../../support/tenant.ts";
import { transportWithin } from "../../support/transport-within.ts";

const contract = documentation.contract("v1.0");
const list = "GET /identityGovernance/lifecycleWorkflows/workflows/{}/runs/{}/userProcessingResults";
const planOf = (given: Parameters<typeof gateSettings>[0] = {}, roles: readonly string[] = []) =>
  planGate(contract, gateSettings(given), { roles, scopes: [] });

describe("the plan of a gate", () => {
  it("says from which collection each placeholder is bound, and which value was given", () => {
    const binds = (given = {}) => planOf({ bindings: given }).operations.find(({ id }) => id === list)?.binds;
    const workflows = "/identityGovernance/lifecycleWorkflows/workflows";
    expect(binds()).toEqual([
      { placeholder: "{workflowId}", from: workflows, given: false, documented: false },
      { placeholder: "{runId}", from: `${workflows}/{workflowId}/runs`, given: false, documented: false },
    ]);
    expect(binds({ workflowId: "7" })?.[0]).toMatchObject({ from: "7", given: true });
    const result = planOf()
      .operations.find(({ id }) => id === `${list}/{}`)
      ?.binds.at(-1);
    expect(result).toMatchObject({ placeholder: "{userProcessingResultId}", documented: true });
  });

  it("calls what is chosen, and writes only where that is allowed", () => {
    const called = (given = {}) => planOf(given).operations.filter(({ left }) => left === undefined);
    expect(called().some(({ writes }) => writes)).toBe(false);
    const writing = called({ allowWrites: true, bindings: { subjectId: "u", workflowId: "7" } });
    expect(writing.some(({ writes }) => writes)).toBe(true);
    const unnamed = planOf({ allowWrites: true }).operations.filter(({ left }) => left !== undefined);
    expect(unnamed).toMatchObject([{ writes: true, left: "no-data" }]);
    expect(called({ include: [list] }).map(({ id }) => id)).toEqual([list]);
  });

  it("names the documented permissions that the token has, and the least privileged that it lacks", () => {
    const include = ["*/runs/{}/userProcessingResults/{}"];
    const none = planOf({ include });
    expect(none.has).toEqual([]);
    expect(none.lacks).toHaveLength(1);
    const [least = ""] = none.lacks;
    expect(planOf({ include }, [least])).toMatchObject({ has: [least], lacks: [] });
    // A higher one does as well.
    expect(planOf({ include }, ["LifecycleWorkflows.ReadWrite.All"]).lacks).toEqual([]);
    expect(planGate(contract, gateSettings()).lacks).toEqual([]);
  });

  it("is at most as many requests as are sent, at every depth, and never more than the budget", async () => {
    for (const depth of ["smoke", "documented", "full"] as const) {
      const within = transportWithin(makeService({ contracts: [contract], data: "generated" }));
      let sent = 0;
      const transport: Transport = (...asked) => {
        sent++;
        return within(...asked);
      };
      const token = await signIn("http://localhost", within);
      const tenant = {
        origin: "http://localhost",
        source: "tenant",
        ids: "listed",
        token,
        transport,
      } as const;
      await listOf(obtainExchanges({ ...tenant, contract, depth }));
      const { most } = planOf({ depth });
      expect(most, depth).toBeGreaterThanOrEqual(sent);
      expect(most, depth).toBeLessThan(sent * 4 + 100);
    }
    expect(planOf({ budget: 50 }).most).toBe(50);
  });

  it("is told in words, in eighty columns", () => {
    const include = [list, "*/runs/{}/userProcessingResults/{}", "*activatewithscope"];
    const lines = showPlan(planOf({ include, budget: 20 }));
    expect(lines.split("\n").filter((line) => line.length > 80)).toEqual([]);
    const text = lines.replace(/\n {6,}(?=\/)/g, "");
    expect(text).toContain("Called       2 of 3 operations, with at most 20 requests\n");
    expect(text).toContain(`  ${list}\n      {workflowId} from /identityGovernance/`);
    expect(lines.replace(/\s+/g, " ")).toContain("lifecycleWorkflows/workflows, which no page lists");
    expect(text).toContain("Left out, since writing was not allowed (--allow-writes):\n  POST /");
    expect(text).toContain("Writes       nothing\n");
    expect(text).toMatch(/Lacks {8}LifecycleWorkflows\./);
  });
});
