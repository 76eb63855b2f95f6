import { describe, expect, it } from "vitest";
import { evidenceKey } from "../../../src/cli/evidence-key.ts";
import type { Credential } from "../../../src/exchange/tenant/gate-settings.ts";

const application = { tenant: "contoso.onmicrosoft.com", client: "c" };
const secret: Credential = { kind: "secret", ...application, secret: "s3cret~Value" };
const github: Credential = {
  kind: "github",
  ...application,
  url: "https://token.example",
  token: "of-this-job",
};

describe("what ids are hashed with", () => {
  it("is the same for the shards of a run, which have a secret or a key in common", () => {
    const job = "4711";
    expect(evidenceKey({ credential: secret, job })).toBe(evidenceKey({ credential: secret, job }));
    const other: Credential = { ...github, token: "of-another-job" };
    const given = { evidenceKey: "a long text of somebody's own", job };
    expect(evidenceKey({ credential: github, ...given })).toBe(evidenceKey({ credential: other, ...given }));
  });

  it("is another one for another secret and in another run, and shows neither", () => {
    const keys = [
      evidenceKey({ credential: secret }),
      evidenceKey({ credential: secret, job: "4711" }),
      evidenceKey({ credential: secret, job: "4712" }),
      evidenceKey({ credential: { ...secret, secret: "another" } }),
      evidenceKey({ credential: { kind: "token", token: "a.b.c" } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.join(" ")).not.toMatch(/s3cret|4711|a\.b\.c/);
  });

  it("is drawn anew where nothing secret is in common", () => {
    for (const credential of [github, { kind: "cli" } as const])
      expect(evidenceKey({ credential, job: "4711" })).not.toBe(evidenceKey({ credential, job: "4711" }));
  });
});
