import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { generate } from "selfsigned";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { realClock } from "../../../src/exchange/service/transport/clock.ts";
import { withBudget } from "../../../src/exchange/service/transport/limits.ts";
import type { Message, Transport } from "../../../src/exchange/service/transport/transport.ts";
import { cloudNamed, cloudNames } from "../../../src/exchange/tenant/cloud.ts";
import type { Credential } from "../../../src/exchange/tenant/gate-settings.ts";
import { signIn } from "../../../src/exchange/tenant/sign-in/sign-in.ts";
import { tokenClaims } from "../../../src/exchange/tenant/sign-in/token-claims.ts";
import type { ReceivedMessage } from "../../../src/http/received-message.ts";
import { makeService } from "../../../src/mock/service.ts";
import { documentation } from "../../support/documentation.ts";
import { transportWithin } from "../../support/transport-within.ts";

const authorityHost = "https://login.test";
const who = { tenant: "contoso.onmicrosoft.com", client: "11111111-2222-4333-8444-555555555555" };
const hidden = "hunter2hunter2hunter2";

const entra = transportWithin(makeService({ contracts: [documentation.contract("v1.0")] }));

/** Nobody waits for the pauses between two attempts. */
const clock: typeof realClock = {
  ...realClock,
  sleep: (time, signal) =>
    time === 500 || time === 1000 ? Promise.resolve() : realClock.sleep(time, signal),
};

/** Signs in with the embedded Entra, over a transport that notes what is sent. */
function signingIn(credential: Credential, way: Transport = entra, cloud = "global") {
  const sent: (Message & { readonly url: string })[] = [];
  const settings = { credential, cloud: cloudNamed(cloud), authorityHost, timeLimit: 900_000 };
  const noting: Transport = (url, message, signal) => {
    sent.push({ ...message, url: url.href });
    return way(url, message, signal);
  };
  const source = signIn(settings, noting, new AbortController().signal, clock);
  return { source, sent };
}

const folder = mkdtempSync(join(tmpdir(), "sign-in-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answer = (status: number, json: unknown): ReceivedMessage => ({
  status,
  reason: "",
  headers: [["Content-Type", "application/json"]],
  body: typeof json === "string" ? json : JSON.stringify(json),
});

/** Entra that refuses, and whoever else is asked answering that. */
const refusing =
  (error: Readonly<Record<string, unknown>>, status = 401): Transport =>
  async (url, message, signal) =>
    url.pathname.endsWith("/token") ? answer(status, error) : entra(url, message, signal);

const secret = { kind: "secret", ...who, secret: hidden } as const;

describe("an application that signs in with a secret", () => {
  it("gets a token for the Graph of its cloud, and says who it is without the secret", async () => {
    const { source, sent } = signingIn(secret);
    expect(sent).toEqual([]);
    const claims = tokenClaims(await source.token());
    expect(claims).toMatchObject({ application: who.client });
    expect(claims?.roles).toContain("LifecycleWorkflows.Read.All");
    expect(source.describes).toBe(`application ${who.client}, tenant ${who.tenant}, by a secret`);
    const { body = "", url } = sent.at(-1) ?? {};
    expect(url).toMatch(/^https:\/\/login\.test\/contoso\.onmicrosoft\.com\/oauth2\/v2\.0\/token/);
    const form = new URLSearchParams(body);
    expect(form.get("scope")).toBe("https://graph.microsoft.com/.default");
    expect(form.has("claims")).toBe(false);
  });

  it("keeps the token, and gets another one when it is to be renewed", async () => {
    const { source, sent } = signingIn(secret);
    const [one, other] = await Promise.all([source.token(), source.token()]);
    expect(one).toBe(other);
    const before = sent.length;
    expect(await source.token()).toBe(one);
    expect(sent).toHaveLength(before);
    await source.renew();
    expect(sent.length).toBeGreaterThan(before);
  });

  it("asks nobody but the authority of the settings", async () => {
    const { source, sent } = signingIn(secret);
    await source.token();
    expect(new Set(sent.map(({ url }) => new URL(url).origin))).toEqual(new Set([authorityHost]));
  });
});

describe("an application that signs in where the budget of the run is used up", () => {
  it.each([0, 1])("says so, after %i requests", async (budget) => {
    const { transport, sent } = withBudget(entra, budget);
    const { source } = signingIn(secret, transport);
    const requests = budget === 1 ? "1 request" : "0 requests";
    await expect(source.token()).rejects.toThrow(
      `could not sign in at ${authorityHost}: the budget of ${requests} is used up`,
    );
    expect(sent()).toBe(budget);
  });
});

describe("a cloud", () => {
  it.each(cloudNames)("%s has its own place to sign in, and its own Graph", async (name) => {
    const cloud = cloudNamed(name);
    const sent: string[] = [];
    const way: Transport = async (url, message) => {
      // MSAL knows by heart where most clouds give tokens.
      if (url.pathname.endsWith("openid-configuration"))
        return entra(url, message, new AbortController().signal);
      sent.push(`${url.host} ${new URLSearchParams(message.body).get("scope")}`);
      return answer(200, { token_type: "Bearer", expires_in: 3599, access_token: "a-token" });
    };
    const { authorityHost: host } = cloud;
    const source = signIn({ credential: secret, cloud, authorityHost: host, timeLimit: 1_000 }, way);
    expect(await source.token()).toBe("a-token");
    expect(sent).toEqual([`${new URL(host).host} ${new URL(cloud.endpoint).origin}/.default`]);
  });

  it("is not waited for longer than a part of the run", async () => {
    let calls = 0;
    const way: Transport = () => {
      calls++;
      return new Promise(() => {});
    };
    const settings = { credential: secret, cloud: cloudNamed("global"), authorityHost, timeLimit: 400 };
    const source = signIn(settings, way, new AbortController().signal, clock);
    await expect(source.token()).rejects.toThrow(
      "could not sign in at https://login.test: no answer within 0.1 s",
    );
    expect(calls).toBe(3);
  });
});

describe("an application that signs in with a certificate", () => {
  const rsa = (passphrase?: string) =>
    generateKeyPairSync("rsa", {
      modulusLength: 2048,
      privateKeyEncoding: {
        type: "pkcs8",
        format: "pem",
        ...(passphrase === undefined ? {} : { cipher: "aes-256-cbc", passphrase }),
      },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
  const file = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  let key = "";
  let certificate = "";
  beforeAll(async () => {
    const keyPair = rsa();
    key = keyPair.privateKey;
    ({ cert: certificate } = await generate([{ name: "commonName", value: "an app" }], {
      keyPair,
      algorithm: "sha256",
    }));
  });
  const by = (path: string, password?: string) =>
    signingIn({
      kind: "certificate",
      ...who,
      file: path,
      ...(password === undefined ? {} : { password }),
    }).source.token();

  it("gets a token, in whichever order they stand in the file", async () => {
    expect(tokenClaims(await by(file("one.pem", `${certificate}\n${key}`)))).toBeDefined();
    expect(tokenClaims(await by(file("other.pem", `${key}\r\n${certificate}`)))).toBeDefined();
  });

  it("opens a locked key with its password", async () => {
    const locked = createPrivateKey(key).export({
      type: "pkcs8",
      format: "pem",
      cipher: "aes-256-cbc",
      passphrase: hidden,
    });
    const path = file("locked.pem", `${certificate}\n${locked}`);
    expect(tokenClaims(await by(path, hidden))).toBeDefined();
    await expect(by(path)).rejects.toThrow(
      "the key of the certificate is locked: set AZURE_CLIENT_CERTIFICATE_PASSWORD",
    );
    await expect(by(path, `${hidden}!`)).rejects.toThrow(
      /^AZURE_CLIENT_CERTIFICATE_PASSWORD does not open the key of the certificate$/,
    );
  });

  it.each<[string, () => string | Buffer, string]>([
    [
      "app.pfx",
      () => Buffer.from([0x30, 0x82, 1, 2]),
      "no PEM file; a PFX is converted by: openssl pkcs12 -in ",
    ],
    ["text.pem", () => "hello", "is no PEM file: it has no line -----BEGIN CERTIFICATE-----"],
    ["bare.pem", () => certificate, "has no private key: the file has to hold the certificate and its key"],
    ["key.pem", () => key, "has no certificate: the file has to hold it and its key"],
    ["foreign.pem", () => `${certificate}\n${rsa().privateKey}`, "belongs to none of its certificates"],
  ])("is told what is wrong with %s", async (name, content, sentence) => {
    await expect(by(file(name, content()))).rejects.toThrow(sentence);
  });

  it("is told that the file is not there", async () => {
    await expect(by(join(folder, "none.pem"))).rejects.toThrow(
      "the file of AZURE_CLIENT_CERTIFICATE_PATH cannot be read: it does not exist",
    );
  });
});

describe("an application that signs in with the token of another issuer", () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let issued = 0;
  const assertion = (audience: string, seconds = 600) =>
    new SignJWT({ iss: "https://token.test", sub: "repo:contoso/gate", aud: audience, jti: String(++issued) })
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(privateKey);
  const assertionIn = ({ body = "" }: Message) => new URLSearchParams(body).get("client_assertion");
  const assertionsOf = (sent: readonly Message[]) => sent.map(assertionIn).filter((one) => one !== null);

  it("reads it from its file at each sign-in anew", async () => {
    const file = join(folder, "token");
    const { source, sent } = signingIn({ kind: "federated-file", ...who, file });
    const [first, second] = [
      await assertion("api://AzureADTokenExchange"),
      await assertion("api://AzureADTokenExchange"),
    ];
    writeFileSync(file, `${first}\n`);
    await source.token();
    writeFileSync(file, second);
    await source.renew();
    expect(assertionsOf(sent)).toEqual([first, second]);
    writeFileSync(file, hidden);
    const { source: late } = signingIn({ kind: "federated-file", ...who, file });
    await expect(late.token()).rejects.toThrow(
      /^the file of AZURE_FEDERATED_TOKEN_FILE holds no token \(a JWT\)$/,
    );
  });

  it("asks GitHub for it at each sign-in, for the audience of the cloud", async () => {
    const asked: string[] = [];
    const way: Transport = async (url, message, signal) => {
      if (url.host !== "actions.test") return entra(url, message, signal);
      asked.push(`${message.method} ${url.href} ${message.headers.Authorization}`);
      return answer(200, { value: await assertion(url.searchParams.get("audience") ?? "") });
    };
    const url = "https://actions.test/token?api-version=2.0";
    const { source, sent } = signingIn({ kind: "github", ...who, url, token: hidden }, way);
    await source.token();
    await source.renew();
    const audience = "api%3A%2F%2FAzureADTokenExchange";
    expect(asked).toEqual(new Array(2).fill(`GET ${url}&audience=${audience} Bearer ${hidden}`));
    expect(new Set(assertionsOf(sent))).toHaveProperty("size", 2);
    await signingIn({ kind: "github", ...who, url, token: hidden }, way, "us-l4").source.token();
    expect(asked.at(-1)).toContain("AzureADTokenExchangeUSGov");
  });

  it("asks Azure DevOps for it, for its service connection", async () => {
    const asked: string[] = [];
    const way: Transport = async (url, message, signal) => {
      if (url.host !== "devops.test") return entra(url, message, signal);
      asked.push(`${message.method} ${url.href} ${message.headers.Authorization}`);
      return answer(200, { oidcToken: await assertion("api://AzureADTokenExchange") });
    };
    const url = "https://devops.test/oidctoken";
    const connection = "a-connection";
    await signingIn({ kind: "azure-devops", ...who, url, token: hidden, connection }, way).source.token();
    expect(asked).toEqual([`POST ${url}?api-version=7.1&serviceConnectionId=${connection} Bearer ${hidden}`]);
  });

  it.each<[string, ReceivedMessage, string]>([
    ["refuses", answer(403, { message: hidden }), "the answer was 403"],
    ["leads to a page to sign in on", answer(302, hidden), "the answer was 302"],
    [
      "answers with something else",
      answer(200, { oidcToken: `${hidden} ${hidden}` }),
      "holds no token (a JWT)",
    ],
    ["answers with no JSON", answer(200, hidden), "holds no token (a JWT)"],
  ])("says in a sentence of its own that the issuer %s", async (_, given, sentence) => {
    const way: Transport = async (url, message, signal) =>
      url.host === "devops.test" ? given : entra(url, message, signal);
    const credential = {
      kind: "azure-devops",
      ...who,
      url: "https://devops.test/",
      token: hidden,
      connection: "c",
    } as const;
    const failure = await signingIn(credential, way).source.token().then(String, String);
    expect(failure).toContain(sentence);
    expect(failure).not.toContain(hidden);
  });

  it("sends its token to no plain http", async () => {
    const { source, sent } = signingIn({
      kind: "github",
      ...who,
      url: "http://actions.test/",
      token: hidden,
    });
    await expect(source.token()).rejects.toThrow("ACTIONS_ID_TOKEN_REQUEST_URL is plain http");
    expect(JSON.stringify(sent)).not.toContain(hidden);
  });

  it("is told that it came too late", async () => {
    const file = join(folder, "token");
    writeFileSync(file, await assertion("api://AzureADTokenExchange", -10));
    await expect(signingIn({ kind: "federated-file", ...who, file }).source.token()).rejects.toThrow(
      "the assertion is expired, or not valid yet: check the clock, and who renews the token (AADSTS700024)",
    );
  });
});

describe("a sign-in that is refused", () => {
  it.each([
    [7000215, "AZURE_CLIENT_SECRET is no secret of the application"],
    [7000222, "AZURE_CLIENT_SECRET is expired"],
    [700016, "the tenant has no such application"],
    [90002, "there is no such tenant in this cloud"],
    [700213, "no federated credential of the application has the subject of the token"],
    [70021, "no federated credential of the application fits the token"],
    [700027, "the certificate is not registered with the application"],
    [99999, "it was refused (AADSTS99999)"],
  ])("by AADSTS%d is one sentence, without a word of who refused it", async (code, sentence) => {
    const error = {
      error: "invalid_client",
      error_description: `AADSTS${code}: Invalid '${hidden}' Bearer ${hidden}. Trace ID: ${hidden}`,
      error_codes: [code],
    };
    const { source } = signingIn(secret, refusing(error));
    const failure = await source.token().then(String, String);
    expect(failure).toContain(
      `application ${who.client}, tenant ${who.tenant} could not sign in at ${authorityHost}: `,
    );
    expect(failure).toContain(sentence);
    expect(failure).toContain(`(AADSTS${code})`);
    expect(failure).not.toContain(hidden);
    expect(failure).not.toContain("\n");
  });

  it.each<[string, Transport, string]>([
    [
      "in another way",
      refusing({ error: "temporarily_unavailable" }, 400),
      "it was refused (temporarily_unavailable)",
    ],
    ["with a page", async () => answer(407, `<html>${hidden}`), "the answer was 407, and no token"],
    [
      "by a page that says nothing",
      async () => answer(200, `<html>${hidden}`),
      "what answers there is no JSON",
    ],
    ["by an answer without a token", async () => answer(200, {}), "the answer was 200, and no token"],
    [
      "by nobody",
      async () => Promise.reject(Object.assign(new Error(hidden), { code: "ENOTFOUND" })),
      "there is no such host",
    ],
    [
      "since its certificate is not trusted",
      async () => Promise.reject(Object.assign(new Error(hidden), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" })),
      "NODE_EXTRA_CA_CERTS",
    ],
  ])("%s is one sentence, too", async (_, way, sentence) => {
    const failure = await signingIn(secret, way).source.token().then(String, String);
    expect(failure).toMatch(/^UsageError: application /);
    expect(failure).toContain(sentence);
    expect(failure).not.toContain(hidden);
  });

  it("is tried again where nobody answered, not where somebody refused", async () => {
    let calls = 0;
    const shaky: Transport = async (url, message, signal) => {
      if (++calls < 3) throw Object.assign(new Error(), { code: "ECONNRESET" });
      return entra(url, message, signal);
    };
    await expect(signingIn(secret, shaky).source.token()).resolves.toContain(".");
    const { source, sent } = signingIn(secret, refusing({ error: "invalid_client", error_codes: [7000215] }));
    await expect(source.token()).rejects.toThrow("AADSTS7000215");
    expect(sent.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("sends the secret nowhere when the authority names a place that is not safe", async () => {
    const way: Transport = async (url, message, signal) =>
      url.pathname.endsWith("openid-configuration")
        ? answer(200, {
            issuer: `${authorityHost}/${who.tenant}/v2.0`,
            authorization_endpoint: `${authorityHost}/a`,
            token_endpoint: "http://evil.test/token",
            jwks_uri: `${authorityHost}/keys`,
          })
        : entra(url, message, signal);
    const { source, sent } = signingIn(secret, way);
    await expect(source.token()).rejects.toThrow("over plain http, where no secret goes");
    expect(JSON.stringify(sent)).not.toContain(hidden);
  });
});

describe("a token that somebody else got", () => {
  it("is told by whose it is, as far as it can be read, and there is no other", async () => {
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString("base64url");
    const token = `${part({ alg: "none" })}.${part({ tid: "a-tenant", appid: "an-app", upn: "ada@contoso.com" })}.x`;
    const { source } = signingIn({ kind: "token", token });
    expect(source.describes).toBe("the token of GRAPH_ACCESS_TOKEN, application an-app, tenant a-tenant");
    expect([await source.token(), await source.renew()]).toEqual([token, token]);
    expect(signingIn({ kind: "token", token: "opaque" }).source.describes).toBe(
      "the token of GRAPH_ACCESS_TOKEN",
    );
  });
});
