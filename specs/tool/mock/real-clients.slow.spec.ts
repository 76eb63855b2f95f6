import { createHash, generateKeyPairSync, X509Certificate } from "node:crypto";
import { generateKeyPair, SignJWT } from "jose";
import { generate } from "selfsigned";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isObject } from "../../../src/base/is-object.ts";
import { type MockOptions, type RunningMock, startMock } from "../../../src/mock/http/start-mock.ts";
import { documentation } from "../../support/documentation.ts";
import { type RealClient, startClient } from "./real-client.ts";

const contracts = [documentation.contract("v1.0"), documentation.contract("beta")];
const tenant = "contoso.onmicrosoft.com";
const clientSecret = "a secret";

const workflows = "/identityGovernance/lifecycleWorkflows/workflows";
const workflow = `${workflows}/14879e66-9ea9-48d0-804d-8fea672d0341`;
const results = `${workflow}/runs/dad77a47-6eda-4de7-bc37-fe8eb5aaf17d/userProcessingResults`;
const result = `${results}/78b83505-6967-4168-a7ea-4921c0543ce9`;
const scope =
  "/identityGovernance/lifecycleWorkflows/deletedItems/workflows/78799042-265a-4e8f-8d61-94a2dcd2d395/executionScope/dad77a47-6eda-4de7-bc37-fe8eb5aaf17d";
const reprocessedRuns = `${scope}/reprocessedRuns`;

/** The service as it is, and in other settings; all are trusted by the one client. */
const settings = {
  plain: {},
  big: { items: 10_000 },
  enough: { roles: ["LifecycleWorkflows.Read.All"] },
  lacking: { roles: ["User.Read.All"] },
  busy: { throttle: { every: 2, retryAfter: 1 } },
} satisfies Readonly<Record<string, Partial<MockOptions>>>;

let mocks: Readonly<Record<keyof typeof settings, RunningMock>>;
let client: RealClient;
let stranger: RealClient;

beforeAll(async () => {
  const start = (options: Partial<MockOptions>) => startMock({ contracts, tls: true, ...options });
  mocks = {
    plain: await start(settings.plain),
    big: await start(settings.big),
    enough: await start(settings.enough),
    lacking: await start(settings.lacking),
    busy: await start(settings.busy),
  };
  client = await startClient(...Object.values(mocks).map(({ certificate = "" }) => certificate));
  stranger = await startClient();
});

afterAll(async () => {
  await Promise.all([client.stop(), stranger.stop()]);
  await Promise.all(Object.values(mocks).map((mock) => mock.close()));
});

/** Signs in with a secret; from then on the client asks that service. */
function signInTo({ origin }: RunningMock): Promise<unknown> {
  return client.call("signIn", { origin, tenant, clientSecret });
}

async function bodyOf(name: string, input: Readonly<Record<string, unknown>>) {
  const body = await client.call(name, input);
  if (!isObject(body)) throw new Error(`${name} gives no object`);
  return body;
}

function itemsIn({ value }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

describe("@azure/msal-node", () => {
  const signIn = (credential: Readonly<Record<string, unknown>>) =>
    bodyOf("signIn", { origin: mocks.plain.origin, tenant, ...credential });
  const assertionOf = async (claims: Readonly<Record<string, unknown>>) => {
    const { privateKey } = await generateKeyPair("RS256");
    return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "1" }).sign(privateKey);
  };
  const federated = {
    iss: "https://token.actions.githubusercontent.com",
    sub: "repo:contoso/gate:ref:refs/heads/main",
    aud: "api://AzureADTokenExchange",
    exp: Math.floor(Date.now() / 1000) + 600,
  };

  it("signs in with a secret, and gets an application's token for an hour", async () => {
    const { tokenType, claims, seconds } = await signIn({ clientSecret });
    expect(tokenType).toBe("Bearer");
    expect(claims).toMatchObject({ aud: "https://graph.microsoft.com", appidacr: "1", idtyp: "app" });
    expect(seconds).toBeGreaterThan(3500);
    expect(await bodyOf("get", { path: result })).toHaveProperty("id");
  });

  it("signs in with a certificate, and is refused when another key signs for it", async () => {
    const made = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
    const { cert } = await generate([{ name: "commonName", value: "an app" }], {
      keyPair: made,
      algorithm: "sha256",
    });
    const thumbprintSha256 = createHash("sha256").update(new X509Certificate(cert).raw).digest("hex");
    const certificate = { thumbprintSha256, privateKey: made.privateKey, x5c: cert };
    const { claims } = await signIn({ clientCertificate: certificate });
    expect(claims).toMatchObject({ appidacr: "2" });
    expect(await bodyOf("get", { path: result })).toHaveProperty("id");

    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
    await expect(signIn({ clientCertificate: { ...certificate, privateKey } })).rejects.toMatchObject({
      code: "invalid_client",
      message: expect.stringContaining("AADSTS700027"),
    });
  });

  it("signs in with the token of another issuer, and is refused when it is meant for something else", async () => {
    const { claims } = await signIn({ clientAssertion: await assertionOf(federated) });
    expect(claims).toMatchObject({ appidacr: "2" });
    expect(await bodyOf("get", { path: result })).toHaveProperty("id");
    const clientAssertion = await assertionOf({ ...federated, aud: "sts.amazonaws.com" });
    await expect(signIn({ clientAssertion })).rejects.toMatchObject({
      code: "invalid_client",
      message: expect.stringContaining("AADSTS700212"),
    });
  });

  it("gets nowhere when it was not told to trust the certificate", async () => {
    const attempt = stranger.call("signIn", { origin: mocks.plain.origin, tenant, clientSecret });
    await expect(attempt).rejects.toMatchObject({ code: "endpoints_resolution_error" });
  });
});

describe("@microsoft/microsoft-graph-client", () => {
  // One client has one token at a time, and some specs take another.
  beforeEach(() => signInTo(mocks.plain));

  it("lists and gets what the examples show", async () => {
    const list = await bodyOf("get", { path: results });
    expect(itemsIn(list).map(({ id }) => id)).toContain("78b83505-6967-4168-a7ea-4921c0543ce9");
    expect(await bodyOf("get", { path: result })).toMatchObject({
      id: "78b83505-6967-4168-a7ea-4921c0543ce9",
      processingStatus: "completed",
      workflowExecutionType: "onDemand",
    });
  });

  it("gets Graph's error for what does not exist", async () => {
    await expect(client.call("get", { path: `${results}/no-such-result` })).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it("selects properties, and gets no others", async () => {
    const query = { select: ["id", "failedTasksCount"] };
    const list = await bodyOf("get", { path: results, query });
    const names = itemsIn(list).map((item) => Object.keys(item).filter((name) => !name.includes("@")));
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names.map((one) => one.sort().join()))).toEqual(new Set(["failedTasksCount,id"]));
  });

  it("filters, and gets 400 for a filter that is none", async () => {
    const filtered = (filter: string) => bodyOf("get", { path: results, query: { filter } });
    const all = itemsIn(await bodyOf("get", { path: results }));
    const failed = itemsIn(await filtered("id eq '78b83505-6967-4168-a7ea-4921c0543ce9'"));
    expect(all.length).toBeGreaterThan(1);
    expect(failed.map(({ id }) => id)).toEqual(["78b83505-6967-4168-a7ea-4921c0543ce9"]);
    await expect(filtered("id eq")).rejects.toMatchObject({ statusCode: 400 });
  });

  it("sees a member that was added later only when it prefers to", async () => {
    const types = async (headers: Readonly<Record<string, string>>) => {
      const response = await bodyOf("getRaw", { path: reprocessedRuns, headers });
      const list: Record<string, unknown> = JSON.parse(String(response.text));
      const sent: unknown = isObject(response.headers) ? response.headers["preference-applied"] : undefined;
      return { types: new Set(itemsIn(list).map((item) => item.workflowExecutionType)), applied: sent };
    };
    const plain = await types({});
    expect(plain.types).toContain("unknownFutureValue");
    expect(plain.types).not.toContain("activatedWithScope");
    expect(plain.applied).toBeUndefined();
    const preferred = await types({ Prefer: "include-unknown-enum-members" });
    expect(preferred.types).toContain("activatedWithScope");
    expect(preferred.types).not.toContain("unknownFutureValue");
    expect(preferred.applied).toBe("include-unknown-enum-members");
  });

  it("sends a batch, and gets an answer to each of its requests", async () => {
    const steps = [
      { id: "1", url: result },
      { id: "2", url: `${results}/no-such-result` },
      { id: "3", url: results },
    ];
    expect(await client.call("batch", { version: "v1.0", steps })).toMatchObject([
      { id: "1", status: 200, body: { id: "78b83505-6967-4168-a7ea-4921c0543ce9" } },
      { id: "2", status: 404, body: { error: { code: expect.any(String) } } },
      { id: "3", status: 200, body: { value: expect.any(Array) } },
    ]);
  });

  it("sends a batch in which one request waits for another, in vain when that one fails", async () => {
    const answersAfter = (first: string) => {
      const steps = [
        { id: "1", url: first },
        { id: "2", url: result, dependsOn: ["1"] },
      ];
      return client.call("batch", { version: "v1.0", steps });
    };
    expect(await answersAfter(results)).toMatchObject([
      { id: "1", status: 200 },
      { id: "2", status: 200 },
    ]);
    expect(await answersAfter(`${results}/no-such-result`)).toMatchObject([
      { id: "1", status: 404 },
      { id: "2", status: 424 },
    ]);
  });

  it("removes a reference, which is then gone", async () => {
    const ids = async () =>
      itemsIn(await bodyOf("get", { path: reprocessedRuns, version: "beta" })).map(({ id }) => String(id));
    const [id = "", ...others] = await ids();
    const reference = { path: `${reprocessedRuns}/${id}/$ref`, version: "beta" };
    expect(await client.call("delete", reference)).toBeNull();
    expect(await ids()).toEqual(others);
    await expect(client.call("delete", reference)).rejects.toMatchObject({ statusCode: 404 });
    expect(await ids()).toEqual(others);
  });

  it("is answered with 401 for a token that is none, and for none: it sends it to no host it was not told of", async () => {
    const { origin } = mocks.plain;
    const asked = { path: results };
    await client.call("useToken", { origin, token: "rubbish" });
    await expect(client.call("get", asked)).rejects.toMatchObject({
      statusCode: 401,
      code: "InvalidAuthenticationToken",
      message: expect.stringContaining("CompactToken parsing failed"),
    });
    await client.call("useToken", { origin, token: "rubbish", host: "graph.test" });
    await expect(client.call("get", asked)).rejects.toMatchObject({
      statusCode: 401,
      code: "InvalidAuthenticationToken",
      message: "Access token is empty.",
    });
  });
});

describe("@microsoft/microsoft-graph-client against the service in other settings", () => {
  it("walks through ten thousand items page by page, each once, or stops where it likes", async () => {
    await signInTo(mocks.big);
    const { values, complete } = await bodyOf("iterate", { path: results, property: "id" });
    const ids = Array.isArray(values) ? values : [];
    expect(complete).toBe(true);
    expect(ids.length).toBeGreaterThanOrEqual(10_000);
    expect(new Set(ids).size).toBe(ids.length);
    const some = await bodyOf("iterate", { path: results, property: "id", limit: 250 });
    expect(some).toEqual({ values: ids.slice(0, 250), complete: false });
  });

  it("is refused without a documented permission", async () => {
    await signInTo(mocks.lacking);
    await expect(client.call("get", { path: result })).rejects.toMatchObject({
      statusCode: 403,
      code: "Authorization_RequestDenied",
      message: expect.stringContaining("Insufficient privileges to complete the operation."),
    });
    await signInTo(mocks.enough);
    expect(await bodyOf("get", { path: result })).toHaveProperty("id");
  });

  it("waits as long as Retry-After says when it is throttled, and sees 429 when it does not wait", async () => {
    await signInTo(mocks.busy);
    const statusOf = async (retries: boolean) => {
      const { status, headers } = await bodyOf("getRaw", { path: result, retries });
      return [status, isObject(headers) ? headers["retry-after"] : undefined];
    };
    expect(await statusOf(false)).toEqual([200, undefined]);
    expect(await statusOf(false)).toEqual([429, "1"]);
    expect(await statusOf(false)).toEqual([200, undefined]);
    const asked = performance.now();
    expect(await statusOf(true)).toEqual([200, undefined]);
    expect(performance.now() - asked).toBeGreaterThan(990);
  });
});
