import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import { obtainExchanges } from "../../../src/exchange/service/obtain-exchanges.ts";
import { planOf } from "../../../src/exchange/tenant/plan-of.ts";
import { planText } from "../../../src/exchange/tenant/plan-text.ts";
import { tokenGrants } from "../../../src/exchange/tenant/token-grants.ts";
import { makeService } from "../../../src/mock/service.ts";
import { documentation } from "../../support/documentation.ts";
import { listOf, signIn, versions } from "../../support/service.ts";
import { transportWithin } from "../../support/transport-within.ts";

const contracts = versions.map((version) => documentation.contract(version));
const [released, beta] = ["v1.0", "beta"].map((version) =>
  documentation.contract(version as "v1.0" | "beta"),
);
const workflows = "/identityGovernance/lifecycleWorkflows/workflows";

function tokenWith(claims: object): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
}

function planned(setting: Partial<Parameters<typeof planOf>[1]> = {}) {
  return planOf(released ?? expect.fail(), { writes: false, ...setting });
}

describe("the plan of a gate", () => {
  it("says what would be called, and why the rest would not", () => {
    const { operations } = planned();
    expect(operations.filter(({ notCalled }) => !notCalled)).toHaveLength(8);
    expect(operations.filter(({ notCalled }) => notCalled)).toMatchObject([
      { method: "POST", notCalled: { reason: "write-not-allowed" } },
    ]);
  });

  it("says what each placeholder would be bound from, and whether a page lists that", () => {
    const { placeholders } = planned();
    const told = (placeholder: string) => placeholders.find((one) => one.placeholder === placeholder);
    expect(placeholders.find(({ collection }) => collection === workflows)).toEqual({
      placeholder: "{workflowId}",
      collection: workflows,
      documented: false,
    });
    expect(told("{userProcessingResultId}")?.documented).toBeDefined();
    expect(placeholders.some(({ documented }) => documented)).toBe(true);
  });

  it("says which value was given, and fails for one that is for nothing", () => {
    const { placeholders } = planned({ bindings: new Map([["workflowId", "w-7"]]) });
    expect(placeholders.filter(({ value }) => value === "w-7").length).toBeGreaterThan(0);
    expect(() => planned({ bindings: new Map([["nobody", "w-7"]]) })).toThrow(UsageError);
  });

  it("writes what was named, and nothing else", () => {
    const removal = "DELETE";
    const plan = (bindings: ReadonlyMap<string, string>) =>
      planOf(beta ?? expect.fail(), { writes: true, bindings }).operations.find(
        ({ method }) => method === removal,
      );
    expect(plan(new Map())?.notCalled?.message).toBe(
      "no value is given for {workflowId}, {userProcessingResultId}, {id}",
    );
    const ids = { workflowId: "w", userProcessingResultId: "u", reprocessedRunId: "r" };
    expect(plan(new Map(Object.entries(ids)))?.notCalled).toBeUndefined();
  });

  it("says what the token grants, and which least privileged permission it lacks for what would be called", () => {
    const read = planned({ token: tokenWith({ roles: ["LifecycleWorkflows.Read.All"] }) }).permissions;
    expect(read.granted).toEqual({ scheme: "application", permissions: ["LifecycleWorkflows.Read.All"] });
    const none = planned({ token: tokenWith({ roles: ["User.Read.All"] }) }).permissions;
    expect(none.lacking.length).toBeGreaterThan(read.lacking.length);
    expect(none.lacking[0]?.permission).toMatch(/^LifecycleWorkflows\.Read/);
    expect(planned({ token: "opaque" }).permissions).toEqual({ lacking: [], unnamed: [] });
  });

  it("is at most as many requests as are sent, at every depth, and never more than the budget", async () => {
    for (const depth of ["smoke", "documented", "full"] as const) {
      const service = makeService({ contracts, data: "generated" });
      let sent = 0;
      const within = transportWithin(service);
      const token = await signIn("http://localhost", within);
      const input = {
        contract: released ?? expect.fail(),
        origin: "http://localhost",
        token,
        source: "tenant",
      } as const;
      await listOf(
        obtainExchanges({
          ...input,
          ids: "listed",
          depth,
          transport: (...asked) => {
            sent++;
            return within(...asked);
          },
        }),
      );
      const { mostRequests } = planned({ depth });
      expect(mostRequests, depth).toBeGreaterThanOrEqual(sent);
      expect(mostRequests, depth).toBeLessThan(sent * 4 + 100);
    }
    expect(planned({ budget: 50 }).mostRequests).toBe(50);
  });
});

describe("the plan of a gate in a terminal", () => {
  const token = tokenWith({ scp: "LifecycleWorkflows.Read.All openid" });
  const text = planText(planned({ token, budget: 10, bindings: new Map([["workflowId", "w-7"]]) }));

  it("fits into eighty columns and says all of it", () => {
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(text).toContain("v1.0: 8 of 9 operations would be called.");
    expect(text).toContain("Would be written\n  nothing");
    expect(text).toContain("write-not-allowed: it may change something");
    expect(text).toContain("(no page lists it)");
    expect(text).toContain("the token grants LifecycleWorkflows.Read.All, openid");
    expect(text).toContain("At most 10 requests, which is the budget.");
    expect(text.replace(/\s+/g, "")).toContain(
      "{workflowId}of/identityGovernance/lifecycleWorkflows/workflows:w-7",
    );
  });

  it("holds nothing of the token but what it grants", () => {
    for (const part of token.split(".")) expect(text).not.toContain(part);
  });
});

describe("what a token grants", () => {
  it("is read from its claims, and unknown where there are none", () => {
    expect(tokenGrants(tokenWith({ roles: ["A"] }))).toEqual({ scheme: "application", permissions: ["A"] });
    expect(tokenGrants(tokenWith({ scp: "A B" }))).toEqual({
      scheme: "delegated-work",
      permissions: ["A", "B"],
    });
    expect(tokenGrants(tokenWith({}))).toEqual({ scheme: "application", permissions: [] });
    for (const opaque of ["", "opaque", "a.b.c", "a..c"]) expect(tokenGrants(opaque)).toBeUndefined();
  });
});
