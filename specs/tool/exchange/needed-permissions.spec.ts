import { describe, expect, it } from "vitest";
import { neededPermissions } from "../../../src/exchange/tenant/needed-permissions.ts";
import { contractOf } from "../../support/contract-of.ts";
import { gateSettings } from "../../support/tenant.ts";

describe("the permissions that a gate needs", () => {
  const location = { file: "runs.md", line: 1, column: 1 };
  const row = (scheme: "application" | "delegated-work", ...permissions: string[]) => ({
    scheme,
    permissions,
    location,
  });
  const contract = contractOf({
    operations: [
      {
        method: "GET",
        path: "/runs",
        permissions: [row("application", "Run.Read.All", "Run.ReadWrite.All")],
      },
      {
        method: "GET",
        path: "/tasks",
        permissions: [row("application", "Run.Read.All", "Run.ReadWrite.All")],
      },
      { method: "POST", path: "/runs", permissions: [row("application", "Run.ReadWrite.All")] },
      { method: "GET", path: "/me/runs", permissions: [row("delegated-work", "Run.Read")] },
    ],
  });

  it("are those of what it may call, once each", () => {
    const needed = (given: Parameters<typeof gateSettings>[0]) =>
      neededPermissions(contract, gateSettings(given));
    expect(needed({})).toEqual([["Run.Read.All", "Run.ReadWrite.All"]]);
    expect(needed({ allowWrites: true })).toEqual([
      ["Run.Read.All", "Run.ReadWrite.All"],
      ["Run.ReadWrite.All"],
    ]);
    expect(needed({ credential: { kind: "cli" } })).toEqual([["Run.Read"]]);
    expect(needed({ exclude: ["/runs", "/tasks"] })).toEqual([]);
  });
});
