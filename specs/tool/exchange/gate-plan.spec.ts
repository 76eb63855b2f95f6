import { describe, expect, it } from "vitest";
import { showPlan } from "../../../src/cli/show-plan.ts";
import { planGate } from "../../../src/exchange/tenant/gate-plan.ts";
import { documentation } from "../../support/documentation.ts";
import { gateSettings } from "../../support/tenant.ts";

const contract = documentation.contract("v1.0");
const list = "GET /identityGovernance/lifecycleWorkflows/workflows/{}/runs/{}/userProcessingResults";
const planOf = (given: Parameters<typeof gateSettings>[0] = {}, roles: readonly string[] = []) =>
  planGate(contract, gateSettings(given), { roles, scopes: [] });

describe("the plan of a gate", () => {
  it("says from which collection each placeholder is bound, and which value was given", () => {
    const binds = (given = {}) => planOf({ bindings: given }).operations.find(({ id }) => id === list)?.binds;
    const workflows = "/identityGovernance/lifecycleWorkflows/workflows";
    expect(binds()).toEqual([
      { placeholder: "{workflowId}", from: workflows, given: false },
      { placeholder: "{runId}", from: `${workflows}/{workflowId}/runs`, given: false },
    ]);
    expect(binds({ workflowId: "7" })?.[0]).toEqual({ placeholder: "{workflowId}", from: "7", given: true });
  });

  it("calls what is chosen, and writes only where that is allowed", () => {
    const called = (given = {}) => planOf(given).operations.filter(({ left }) => left === undefined);
    expect(called().some(({ writes }) => writes)).toBe(false);
    expect(called({ allowWrites: true }).some(({ writes }) => writes)).toBe(true);
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

  it("is told in words", () => {
    const text = showPlan(
      planOf({ include: [list, "*/runs/{}/userProcessingResults/{}", "*activatewithscope"], budget: 1_500 }),
    );
    expect(text).toContain("Called       2 of 3 operations, with at most 1,500 requests\n");
    expect(text).toContain(`  ${list}\n      {workflowId} from /identityGovernance/`);
    expect(text).toContain("Left out, since writing was not allowed (--allow-writes):\n  POST /");
    expect(text).toContain("Writes       nothing\n");
    expect(text).toMatch(/Lacks {8}LifecycleWorkflows\./);
  });
});
