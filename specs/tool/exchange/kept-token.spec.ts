import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import type { DeadlineOptions } from "../../../src/exchange/service/transport/limits.ts";
import { cloudNamed } from "../../../src/exchange/tenant/cloud.ts";
import { azureIdentity } from "../../../src/exchange/tenant/sign-in/azure-identity.ts";
import { keepToken } from "../../../src/exchange/tenant/sign-in/kept-token.ts";
import { quickClock } from "../../support/quick-clock.ts";

const minute = 60_000;

/** A run of a day. */
function runOf(now: () => number): DeadlineOptions {
  const limit = 24 * 60 * minute;
  return { limit, end: now() + limit, clock: { now, sleep: () => new Promise(() => {}) } };
}

const run = runOf(Date.now);

/** Tokens that live an hour, and a clock that is set by hand. */
function keeping() {
  const clock = { now: 0, failure: undefined as Error | undefined, acquired: 0 };
  const source = keepToken(
    "",
    async () => {
      clock.acquired++;
      if (clock.failure) throw clock.failure;
      return { token: `t${clock.acquired}`, expires: clock.now + 60 * minute };
    },
    runOf(() => clock.now),
  );
  return { clock, source };
}

describe("a token that is kept", () => {
  it("serves until five minutes before it expires", async () => {
    const { clock, source } = keeping();
    expect(await source.token()).toBe("t1");
    clock.now = 54 * minute;
    expect(await source.token()).toBe("t1");
    clock.now = 55 * minute;
    expect(await source.token()).toBe("t2");
  });

  it("is got once for all who ask at the same time", async () => {
    const { clock, source } = keeping();
    expect(await Promise.all([source.token(), source.renew(), source.token()])).toEqual(["t1", "t1", "t1"]);
    expect(clock.acquired).toBe(1);
  });

  it("is not waited for beyond the end of the run, and not asked for behind it", async () => {
    let asked = 0;
    const clock = quickClock(0);
    const hanging = () => {
      asked++;
      return new Promise<never>(() => {});
    };
    const source = keepToken("who hangs", hanging, { limit: 90_000, end: 90_000, clock });
    const sentence = "who hangs, could not sign in: the time limit of 90 seconds is over";
    await expect(source.token()).rejects.toThrow(sentence);
    expect(clock.now()).toBe(90_000);
    await expect(source.renew()).rejects.toThrow(sentence);
    expect(asked).toBe(1);
  });

  it("serves to its end when no other is to be had, which is not asked for again at once", async () => {
    const { clock, source } = keeping();
    await source.token();
    clock.failure = new UsageError("no");
    clock.now = 56 * minute;
    expect(await source.token()).toBe("t1");
    expect(await source.token()).toBe("t1");
    expect(clock.acquired).toBe(2);
    clock.now = 60 * minute;
    await expect(source.token()).rejects.toThrow("no");
    clock.failure = undefined;
    clock.now = 61 * minute;
    expect(await source.token()).toBe("t4");
  });

  it("is none when nobody can sign in, and nobody is asked again at once", async () => {
    const { clock, source } = keeping();
    clock.failure = new UsageError("no");
    await expect(source.token()).rejects.toThrow("no");
    await expect(source.renew()).rejects.toThrow("no");
    expect(clock.acquired).toBe(1);
  });
});

describe("@azure/identity", () => {
  const setting = { cloud: cloudNamed("china"), authorityHost: "https://login.chinacloudapi.cn" };
  const made: unknown[] = [];
  const packageWith = (getToken: (scope: string) => Promise<unknown>) => async () => {
    class Source {
      constructor(options: object) {
        made.push(options);
      }
      getToken = getToken;
    }
    return { AzureCliCredential: Source, ManagedIdentityCredential: Source };
  };

  it("gives the token of its credential, for the scope of the cloud", async () => {
    const load = packageWith(async (scope) => ({
      token: scope,
      expiresOnTimestamp: Date.now() + 60 * minute,
    }));
    const source = azureIdentity({ kind: "cli", tenant: "a-tenant" }, setting, run, load);
    expect(await source.token()).toBe("https://microsoftgraph.chinacloudapi.cn/.default");
    expect(made.at(-1)).toEqual({
      tenantId: "a-tenant",
      authorityHost: setting.authorityHost,
      processTimeoutInMs: run.limit,
    });
    expect(source.describes).toBe("whoever is signed in to the Azure CLI, tenant a-tenant");
    const managed = azureIdentity({ kind: "managed-identity", client: "an-app" }, setting, run, load);
    await managed.token();
    expect(made.at(-1)).toEqual({ clientId: "an-app", authorityHost: setting.authorityHost });
    expect(managed.describes).toBe("the managed identity of this machine, application an-app");
  });

  it("is asked for where it is not installed", async () => {
    const source = azureIdentity({ kind: "managed-identity" }, setting, run, () =>
      Promise.reject(new Error("x")),
    );
    await expect(source.token()).rejects.toThrow(
      "--credential managed-identity needs a package that is not installed: npm install @azure/identity@4.13.1",
    );
  });

  it.each<["cli" | "managed-identity", string, string]>([
    ["cli", "Please run 'az login' hunter2hunter2", "run az login"],
    ["cli", "Azure CLI could not be found. hunter2hunter2", "az is not installed"],
    ["cli", "AADSTS50076: hunter2hunter2", "run az login (AADSTS50076)"],
    ["managed-identity", "hunter2hunter2", "there is none, or it may not sign in"],
  ])("is never quoted: %s, %s", async (kind, message, sentence) => {
    const load = packageWith(() => Promise.reject(new Error(message)));
    const failure = await azureIdentity({ kind }, setting, run, load).token().then(String, String);
    expect(failure).toMatch(/^UsageError: /);
    expect(failure).toContain(sentence);
    expect(failure).not.toContain("hunter2");
  });
});
