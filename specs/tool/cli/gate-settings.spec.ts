import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Environment, environmentWith } from "../../../src/cli/environment.ts";
import { gateOptions, gateVariables } from "../../../src/cli/gate-options.ts";
import { readGateSettings } from "../../../src/cli/gate-settings.ts";
import { secretsOf } from "../../../src/exchange/tenant/gate-settings.ts";
import { inFolder } from "./command-line.ts";

const token = { GRAPH_ACCESS_TOKEN: "a-token" };
const who = { AZURE_TENANT_ID: "contoso.com", AZURE_CLIENT_ID: "an-app" };

const settings = (env: Environment, values = {}, repeated = {}) =>
  readGateSettings({ values, repeated }, { ...env });
const withToken = (env: Environment, values = {}, repeated = {}) =>
  settings({ ...token, ...env }, values, repeated);

describe("the settings of a gate", () => {
  it("have their defaults where nothing is said", () => {
    expect(withToken({})).toEqual({
      version: "v1.0",
      depth: "documented",
      cloud: expect.objectContaining({ name: "global" }),
      endpoint: "https://graph.microsoft.com",
      authorityHost: "https://login.microsoftonline.com",
      credential: { kind: "token", token: "a-token" },
      bindings: {},
      concurrency: 4,
      budget: 2000,
      timeLimit: 900_000,
      allowWrites: false,
      floor: 0.6,
      evidence: "shape",
      include: [],
      exclude: [],
      proxy: {},
    });
  });

  it("come from the option before the environment", () => {
    expect(withToken({ GRAPH_DEPTH: "smoke" })).toHaveProperty("depth", "smoke");
    expect(withToken({ GRAPH_SHARD: "1/3" }, { shard: "3/3" })).toHaveProperty("shard", { number: 3, of: 3 });
    expect(withToken({ GITHUB_RUN_ID: "4711" })).toHaveProperty("job", "4711");
    expect(withToken({ GRAPH_DEPTH: "smoke" }, { depth: "full" })).toHaveProperty("depth", "full");
    expect(withToken({ GRAPH_ALLOW_WRITES: "false" }, { "allow-writes": "" })).toHaveProperty(
      "allowWrites",
      true,
    );
    const bind = { GRAPH_BIND: "runId=1, workflowId=2" };
    expect(withToken(bind).bindings).toEqual({ runId: "1", workflowId: "2" });
    expect(withToken(bind, {}, { bind: ["{taskId}=a=b"] }).bindings).toEqual({ taskId: "a=b" });
  });

  it("come from the environment before .env, in which an empty variable counts as none", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, ".env"), 'GRAPH_DEPTH="full"\nGRAPH_FLOOR=0.1\nAZURE_CLIENT_SECRET=\n');
      expect(
        await environmentWith({ GRAPH_FLOOR: "0.9", GRAPH_DEPTH: "", https_proxy: "http://p:1" }, folder),
      ).toEqual({
        GRAPH_DEPTH: "full",
        GRAPH_FLOOR: "0.9",
        HTTPS_PROXY: "http://p:1",
        https_proxy: "http://p:1",
      });
      expect(await environmentWith({}, join(folder, "none"))).toEqual({});
    });
  });

  it("take times in seconds, minutes and hours", () => {
    for (const [text, time] of [
      ["90s", 90_000],
      ["15m", 900_000],
      ["1.5h", 5_400_000],
    ] as const)
      expect(withToken({}, { "time-limit": text }).timeLimit).toBe(time);
  });

  it.each([
    ["us-l4", "https://graph.microsoft.us", "https://login.microsoftonline.us"],
    ["us-l5", "https://dod-graph.microsoft.us", "https://login.microsoftonline.us"],
    ["china", "https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn"],
  ])(
    "take endpoint, authority and scope from the cloud %s, and keep its scope for another endpoint",
    (name, endpoint, authorityHost) => {
      const scope = `${endpoint}/.default`;
      const national = withToken({ GRAPH_CLOUD: name });
      expect(national).toMatchObject({ endpoint, authorityHost, cloud: { scope } });
      const own = withToken({ GRAPH_CLOUD: name, GRAPH_ENDPOINT: "https://localhost:8443/" });
      expect(own).toMatchObject({ endpoint: "https://localhost:8443", authorityHost, cloud: { scope } });
    },
  );

  it("let tokens go to plain http on this machine only", () => {
    expect(withToken({ GRAPH_ENDPOINT: "http://127.0.0.1:8080" }).endpoint).toBe("http://127.0.0.1:8080");
    expect(withToken({ AZURE_AUTHORITY_HOST: "login.test" }).authorityHost).toBe("https://login.test");
    expect(() => withToken({ GRAPH_ENDPOINT: "http://127.0.0.1.test" })).toThrow(
      "GRAPH_ENDPOINT is plain http, where a token could be read on the way",
    );
    expect(() => withToken({ AZURE_AUTHORITY_HOST: "http://login.test" })).toThrow(
      "AZURE_AUTHORITY_HOST is plain",
    );
  });

  it.each<[Environment, Record<string, string>, string]>([
    [
      { GRAPH_CLOUD: "chna" },
      {},
      'GRAPH_CLOUD does not take "chna"; it takes global, us-l4, us-l5, china; did you mean china?',
    ],
    [{ GRAPH_ENDPOINT: "graph.microsoft.com" }, {}, "GRAPH_ENDPOINT is no address of a service"],
    [
      {},
      { endpoint: "https://graph.microsoft.com/v1.0" },
      "--endpoint ends behind the host: https://graph.microsoft.com",
    ],
    [{ GRAPH_ENDPOINT: "https://graph.microsoft.us" }, {}, "set GRAPH_CLOUD=us-l4"],
    [
      { GRAPH_DEPTH: "ful" },
      {},
      'GRAPH_DEPTH does not take "ful"; it takes smoke, documented, full; did you mean full?',
    ],
    [{}, { shard: "4/3" }, '--shard takes a part of so many, such as 1/3, not "4/3"'],
    [{ GRAPH_SHARD: "0/3" }, {}, "GRAPH_SHARD takes a part of so many"],
    [{}, { shard: "third" }, "--shard takes a part of so many"],
    [{ GRAPH_ALLOW_WRITES: "true" }, { shard: "1/3" }, "--shard and --allow-writes do not go together"],
    [{}, { concurrency: "0" }, '--concurrency takes a whole number from 1 to 64, not "0"'],
    [{ GRAPH_BUDGET: "many" }, {}, 'GRAPH_BUDGET takes a whole number from 1 to 1000000, not "many"'],
    [{}, { "time-limit": "15" }, '--time-limit takes a time such as 90s, 15m or 1h, not "15"'],
    [{}, { "time-limit": "0s" }, "--time-limit takes a time"],
    [{}, { floor: "60" }, '--floor takes a number from 0 to 1, not "60"'],
    [{ GRAPH_ALLOW_WRITES: "maybe" }, {}, 'GRAPH_ALLOW_WRITES takes true or false, not "maybe"'],
    [{ GRAPH_BIND: "workflowId" }, {}, "GRAPH_BIND takes a placeholder and its value"],
  ])("are refused in one sentence: %o %o", (env, values, sentence) => {
    expect(() => withToken(env, values)).toThrow(sentence);
  });

  it("are not quoted from the environment, where a secret may have come to the wrong place", () => {
    const secret = "hunter2~Value.with-16+letters&more";
    const own = { AZURE_TENANT_ID: "litware.test", AZURE_CLIENT_ID: "an-app", AZURE_CLIENT_SECRET: secret };
    const variables = gateOptions.map(({ variable }) => variable);
    const refused = [...variables, "AZURE_AUTHORITY_HOST", "AZURE_TENANT_ID"].flatMap((variable) => {
      try {
        settings({ ...own, [variable]: secret });
      } catch (error) {
        return `${variable}: ${error}`;
      }
      return [];
    });
    expect(refused.length).toBeGreaterThan(11);
    expect(refused.filter((sentence) => sentence.includes("hunter2"))).toEqual([]);
  });

  it("stand each in .env.example, and in the help of the command", () => {
    const example = readFileSync(".env.example", "utf8");
    const told = gateVariables.join("\n");
    const named = gateOptions.map(({ variable }) => variable);
    for (const { text, variable } of gateOptions) expect(text).toContain(`(${variable})`);
    for (const name of told.match(/\b(?:AZURE|GRAPH|HTTPS|NO)\w*_\w+/g) ?? []) named.push(name);
    expect(named.filter((name) => !new RegExp(`^# ${name}=`, "m").test(example))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(["AZURE_CLIENT_SECRET", "GRAPH_CLOUD", "HTTPS_PROXY"]));
  });
});

describe("the credential of a gate", () => {
  it.each<[Environment, object]>([
    [
      { ...who, AZURE_CLIENT_SECRET: "s" },
      { kind: "secret", secret: "s" },
    ],
    [
      { ...who, AZURE_CLIENT_CERTIFICATE_PATH: "c.pem" },
      { kind: "certificate", file: "c.pem" },
    ],
    [
      { ...who, AZURE_CLIENT_CERTIFICATE_PATH: "c.pem", AZURE_CLIENT_CERTIFICATE_PASSWORD: "p" },
      { kind: "certificate", file: "c.pem", password: "p" },
    ],
    [
      { ...who, AZURE_FEDERATED_TOKEN_FILE: "t" },
      { kind: "federated-file", file: "t" },
    ],
    [
      { ...who, ACTIONS_ID_TOKEN_REQUEST_URL: "https://u", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "r" },
      { kind: "github", url: "https://u", token: "r" },
    ],
    [
      {
        SYSTEM_OIDCREQUESTURI: "https://u",
        SYSTEM_ACCESSTOKEN: "r",
        AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: "i",
        AZURESUBSCRIPTION_TENANT_ID: "contoso.com",
        AZURESUBSCRIPTION_CLIENT_ID: "an-app",
      },
      { kind: "azure-devops", url: "https://u", token: "r", connection: "i" },
    ],
  ])("is the one that is set: %o", (env, credential) => {
    expect(settings(env).credential).toEqual({ tenant: "contoso.com", client: "an-app", ...credential });
  });

  it("is a secret where one is set, also in a workflow that could do without", () => {
    const offered = { ACTIONS_ID_TOKEN_REQUEST_URL: "https://u", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "r" };
    expect(settings({ ...who, ...offered, AZURE_CLIENT_SECRET: "s" }).credential).toHaveProperty(
      "kind",
      "secret",
    );
  });

  it("is taken from @azure/identity where that is asked for", () => {
    expect(settings(who, { credential: "cli" }).credential).toEqual({ kind: "cli", tenant: "contoso.com" });
    expect(settings({}, { credential: "managed-identity" }).credential).toEqual({ kind: "managed-identity" });
  });

  it("is a bare token, whatever it was pasted with", () => {
    expect(settings({ GRAPH_ACCESS_TOKEN: " Bearer abc\n" }).credential).toEqual({
      kind: "token",
      token: "abc",
    });
    expect(() => settings({ GRAPH_ACCESS_TOKEN: "a b" })).toThrow("GRAPH_ACCESS_TOKEN is no token");
  });

  it.each<[Environment, Record<string, string>, string]>([
    [{}, {}, "nobody can sign in: set one of GRAPH_ACCESS_TOKEN, AZURE_CLIENT_SECRET"],
    [
      { ...token, ...who, AZURE_CLIENT_SECRET: "s" },
      {},
      "GRAPH_ACCESS_TOKEN and AZURE_CLIENT_SECRET are set, and only one of them can sign in: leave one",
    ],
    [token, { credential: "cli" }, "GRAPH_ACCESS_TOKEN and --credential cli are set"],
    [{ AZURE_CLIENT_SECRET: "s" }, {}, "AZURE_CLIENT_SECRET needs the tenant: set AZURE_TENANT_ID"],
    [{ AZURE_TENANT_ID: "t", AZURE_CLIENT_SECRET: "s" }, {}, "needs the application: set AZURE_CLIENT_ID"],
    [
      { ...who, AZURE_TENANT_ID: "common", AZURE_CLIENT_SECRET: "s" },
      {},
      "to which no application can sign in",
    ],
    [
      { ...who, AZURE_TENANT_ID: "https://x/y", AZURE_CLIENT_SECRET: "s" },
      {},
      "neither the id of a tenant nor a domain",
    ],
    [{ GITHUB_ACTIONS: "true" }, {}, "permissions: id-token: write"],
    [{ SYSTEM_OIDCREQUESTURI: "https://u" }, {}, "lacks SYSTEM_ACCESSTOKEN"],
    [
      { SYSTEM_OIDCREQUESTURI: "https://u", SYSTEM_ACCESSTOKEN: "r" },
      {},
      "lacks AZURESUBSCRIPTION_SERVICE_CONNECTION_ID",
    ],
    [token, { credential: "clii" }, "--credential does not take"],
  ])("is refused when it is not one: %o %o", (env, values, sentence) => {
    expect(() => settings(env, values)).toThrow(sentence);
  });

  it("is never in what is refused", () => {
    const hidden = "hunter2hunter2";
    const wrong = [
      { AZURE_CLIENT_SECRET: hidden },
      { ...who, AZURE_CLIENT_SECRET: hidden, GRAPH_ACCESS_TOKEN: hidden },
      { GRAPH_ACCESS_TOKEN: `${hidden} ${hidden}` },
      { ...token, GRAPH_ENDPOINT: `https://me:${hidden}@graph.test` },
    ];
    for (const env of wrong) {
      expect(() => settings(env)).toThrow();
      expect(() => settings(env)).not.toThrow(hidden);
    }
  });

  it("is told to who conceals it, with the password of a proxy", () => {
    const HTTPS_PROXY = "http://me:a%20word@proxy.test:3128";
    const all = settings({
      ...who,
      AZURE_CLIENT_CERTIFICATE_PATH: "c",
      AZURE_CLIENT_CERTIFICATE_PASSWORD: "p",
      HTTPS_PROXY,
    });
    expect(secretsOf(all)).toEqual(["p", "me", "a%20word", "a word"]);
    expect(secretsOf(withToken({ HTTPS_PROXY: "me:word@proxy.test:3128" }))).toEqual([
      "a-token",
      "me",
      "word",
      "word",
    ]);
    expect(secretsOf(withToken({}))).toEqual(["a-token"]);
  });
});
