import { describe, expect, it } from "vitest";
import { mayBeCalled } from "../../../src/exchange/tenant/floor.ts";
import type { GateSettings } from "../../../src/exchange/tenant/gate-settings.ts";
import { contractOf } from "../../support/contract-of.ts";

const location = { file: "runs.md", line: 1, column: 1 };

const { operations } = contractOf({
  operations: [
    { method: "GET", path: "/silent" },
    {
      method: "GET",
      path: "/me/runs",
      permissions: [
        { scheme: "delegated-work", permissions: ["Run.Read"], location },
        { scheme: "application", permissions: [], location },
      ],
    },
    {
      method: "GET",
      path: "/runs",
      permissions: [{ scheme: "application", permissions: ["Run.Read.All"], location }],
    },
    { method: "POST", path: "/runs" },
  ],
});

const jwt = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.x`;
const secret = { kind: "secret", secret: "s", tenant: "t", client: "c" } as const;

function counted(credential: GateSettings["credential"], allowWrites = false): string[] {
  return operations.filter(mayBeCalled({ credential, allowWrites })).map(({ id }) => id);
}

describe("what the floor of a gate counts", () => {
  it("is what whoever signs in may call, by the word of the page", () => {
    expect(counted(secret)).toEqual(["GET /silent", "GET /runs"]);
    expect(counted({ kind: "token", token: jwt({ roles: ["Run.Read.All"] }) })).toEqual(counted(secret));
    const user = ["GET /silent", "GET /me/runs", "GET /runs"];
    expect(counted({ kind: "token", token: jwt({ scp: "Run.Read openid" }) })).toEqual(user);
    expect(counted({ kind: "cli" })).toEqual(user);
  });

  it("has what a row with an empty cell leaves open, and not what one calls not supported", () => {
    const ids = ({ unsaid }: { unsaid?: true }) =>
      contractOf({
        operations: [
          {
            method: "GET",
            path: "/runs",
            permissions: [
              { scheme: "application", permissions: [], ...(unsaid ? { unsaid } : {}), location },
            ],
          },
        ],
      }).operations.filter(mayBeCalled({ credential: secret, allowWrites: false }));
    expect(ids({ unsaid: true })).toHaveLength(1);
    expect(ids({})).toHaveLength(0);
  });

  it("has what writes only where writing is allowed", () => {
    expect(counted(secret, true)).toEqual(["GET /silent", "GET /runs", "POST /runs"]);
  });

  it("does not leave out what a token is only missing: that is what the floor is for", () => {
    expect(counted({ kind: "token", token: jwt({ roles: [] }) })).toContain("GET /runs");
    expect(counted({ kind: "token", token: "opaque" })).toContain("GET /runs");
  });
});
