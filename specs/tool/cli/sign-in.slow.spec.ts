import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { generate } from "selfsigned";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningMock, startMock } from "../../../src/mock/http/start-mock.ts";
import { startProgram } from "../../support/child-process.ts";
import { documentation } from "../../support/documentation.ts";

const hidden = "hunter2-hunter2-hunter2";
const who = {
  AZURE_TENANT_ID: "contoso.onmicrosoft.com",
  AZURE_CLIENT_ID: "11111111-2222-4333-8444-555555555555",
};

let mock: RunningMock;
let issuer: Server;
let folder = "";
let now = new Date();
/** Told of every answer of the mock: how many there were. */
let onAnswer: (count: number) => void = () => {};
const answers: { readonly target: string; readonly status: number }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sign-in-"));
  mock = await startMock({
    contracts: [documentation.contract("v1.0")],
    tls: true,
    now: () => now,
    onAnswer({ target }, { status }) {
      answers.push({ target, status });
      onAnswer(answers.length);
    },
  });
  writeFileSync(join(folder, "trusted.pem"), mock.certificate ?? "");
  issuer = createServer(async ({ headers }, response) => {
    if (headers.authorization !== `Bearer ${hidden}`) {
      response.writeHead(403).end(hidden);
      return;
    }
    const token = await assertion("api://AzureADTokenExchange");
    response.end(JSON.stringify({ value: token, oidcToken: token }));
  });
  await new Promise<void>((ready) => issuer.listen(0, "127.0.0.1", ready));
});

afterAll(async () => {
  await mock.close();
  issuer.closeAllConnections();
  await new Promise((done) => issuer.close(done));
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  answers.length = 0;
  now = new Date();
  onAnswer = () => {};
});

const keys = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

function assertion(audience: string): Promise<string> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return new SignJWT({ iss: "https://token.test", sub: "repo:contoso/gate", aud: audience })
    .setProtectedHeader({ alg: "RS256", kid: "1" })
    .setExpirationTime("10m")
    .sign(privateKey);
}

const issuerOrigin = () => `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
const inFolder = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

interface Ended {
  readonly code: number | null;
  readonly err: string;
  /** All that was printed and written. */
  readonly all: string;
}

let runs = 0;

/** Runs the gate as a user does, in a folder of its own, with nothing in the environment but that. */
async function gate(env: Readonly<Record<string, string>>, dotEnv = ""): Promise<Ended> {
  const cwd = join(folder, `run-${++runs}`);
  mkdirSync(cwd);
  if (dotEnv !== "") writeFileSync(join(cwd, ".env"), dotEnv);
  const { told, ended } = startProgram(["gate", "--format", "html,json,junit,sarif"], {
    cwd,
    env: {
      GRAPH_ENDPOINT: mock.origin,
      AZURE_AUTHORITY_HOST: mock.origin,
      NODE_EXTRA_CA_CERTS: join(folder, "trusted.pem"),
      ...env,
    },
  });
  const { code } = await ended;
  const files = readdirSync(cwd, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== ".env")
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  return { code, err: told.err, all: [told.out, told.err, ...files].join("\n") };
}

const signIns = () => answers.filter(({ target }) => /\/token(?:\?|$)/.test(target)).length;
const asked = () => answers.filter(({ target }) => target.startsWith("/v1.0/"));

/** It signed in, was answered, and told nobody how. */
function expectGated({ code, err, all }: Ended): void {
  expect({ code, err }).toEqual({ code: 0, err: expect.any(String) });
  expect(asked().filter(({ status }) => status === 200).length).toBeGreaterThan(10);
  expect(all).not.toContain(hidden);
  expect(all).not.toMatch(/eyJ[\w-]+\.eyJ/);
  expect(all).not.toContain("PRIVATE KEY");
}

describe("the gate as a process of its own, over TLS", () => {
  it("signs in with a secret that stands in .env, and says who it is", async () => {
    const lines = Object.entries({ ...who, AZURE_CLIENT_SECRET: hidden }).map(
      ([name, value]) => `${name}="${value}"`,
    );
    const ended = await gate({}, lines.join("\n"));
    expectGated(ended);
    expect(ended.all).toContain(
      `application ${who.AZURE_CLIENT_ID}, tenant ${who.AZURE_TENANT_ID}, by a secret`,
    );
    expect(signIns()).toBe(1);
  });

  it("signs in with a certificate", async () => {
    const keyPair = keys;
    const { cert } = await generate([{ name: "commonName", value: "an app" }], {
      keyPair,
      algorithm: "sha256",
    });
    const file = inFolder("app.pem", `${cert}\n${keys.privateKey}`);
    expectGated(await gate({ ...who, AZURE_CLIENT_CERTIFICATE_PATH: file }));
  });

  it("signs in with the token of another issuer, from a file, of GitHub and of Azure DevOps", async () => {
    const file = inFolder("assertion", await assertion("api://AzureADTokenExchange"));
    expectGated(await gate({ ...who, AZURE_FEDERATED_TOKEN_FILE: file }));
    answers.length = 0;
    const github = {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${issuerOrigin()}/?a=b`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: hidden,
    };
    expectGated(await gate({ ...who, ...github }));
    answers.length = 0;
    const devOps = {
      SYSTEM_OIDCREQUESTURI: issuerOrigin(),
      SYSTEM_ACCESSTOKEN: hidden,
      AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: "a-connection",
    };
    expectGated(await gate({ ...who, ...devOps }));
  });

  it("gets another token when the first one expires in the midst of the run", async () => {
    onAnswer = (count) => {
      if (count === 30) now = new Date(now.getTime() + 2 * 3_600_000);
    };
    const ended = await gate({ ...who, AZURE_CLIENT_SECRET: hidden });
    expectGated(ended);
    expect(signIns()).toBe(2);
    expect(asked().filter(({ status }) => status === 401).length).toBeGreaterThan(0);
    expect(ended.all).not.toContain("no-credentials");
  });

  it("keeps what it learnt when a token that cannot be renewed expires", async () => {
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: "an-app",
      client_secret: hidden,
      scope: "https://graph.microsoft.com/.default",
    });
    const plain = await startMock({
      contracts: [documentation.contract("v1.0")],
      now: () => now,
      onAnswer: ({ target }, { status }) => {
        answers.push({ target, status });
        onAnswer(answers.length);
      },
    });
    try {
      const response = await fetch(`${plain.origin}/contoso.com/oauth2/v2.0/token`, {
        method: "POST",
        body: form,
      });
      const { access_token: token } = (await response.json()) as { access_token: string };
      onAnswer = (count) => {
        if (count === 60) now = new Date(now.getTime() + 2 * 3_600_000);
      };
      const { code, all } = await gate({
        GRAPH_ENDPOINT: plain.origin,
        GRAPH_ACCESS_TOKEN: token,
        GRAPH_FLOOR: "0",
      });
      expect(code).toBe(0);
      expect(all).toContain("no-credentials");
      expect(all).not.toContain(token);
    } finally {
      await plain.close();
    }
  });

  it.each<[string, () => Readonly<Record<string, string>>, RegExp]>([
    ["nothing", () => ({}), /^graph-conformance: nobody can sign in: set one of /],
    [
      "two credentials",
      () => ({ ...who, AZURE_CLIENT_SECRET: hidden, GRAPH_ACCESS_TOKEN: hidden }),
      /^graph-conformance: GRAPH_ACCESS_TOKEN and AZURE_CLIENT_SECRET are set/,
    ],
    [
      "a token that is none",
      () => ({ GRAPH_ACCESS_TOKEN: hidden }),
      /^graph-conformance: https:\/\/localhost:\d+ refuses the token: it is not valid there\n$/,
    ],
    [
      "a PFX",
      () => ({ ...who, AZURE_CLIENT_CERTIFICATE_PATH: inFolder("app.pfx", "0\u0001") }),
      /openssl pkcs12 -in \S+app\.pfx -out \S+app\.pem -nodes\n$/,
    ],
    [
      "a workflow whose own token is refused",
      () => ({
        ...who,
        ACTIONS_ID_TOKEN_REQUEST_URL: issuerOrigin(),
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: `${hidden}-${hidden}`,
      }),
      /^graph-conformance: GitHub gave no token to sign in with: the answer was 403\n$/,
    ],
    [
      "a certificate that nobody vouches for",
      () => ({ ...who, AZURE_CLIENT_SECRET: hidden, NODE_EXTRA_CA_CERTS: "" }),
      /could not sign in at https:\/\/localhost:\d+: its certificate is not trusted: .* NODE_EXTRA_CA_CERTS .*\n$/,
    ],
    [
      "@azure/identity that is not installed",
      () => ({ GRAPH_CREDENTIAL: "cli" }),
      /--credential cli needs a package that is not installed: npm install @azure\/identity@4\.13\.1\n$/,
    ],
    [
      "a proxy that is not there",
      () => ({
        ...who,
        AZURE_CLIENT_SECRET: hidden,
        AZURE_AUTHORITY_HOST: "https://login.test",
        HTTPS_PROXY: `http://me:${hidden}@127.0.0.1:9`,
      }),
      /could not sign in at https:\/\/login\.test: the proxy does not answer \(ECONNREFUSED\)\n$/,
    ],
  ])("ends with one sentence on %s", async (_, env, sentence) => {
    const { code, err, all } = await gate(env());
    expect(err).toMatch(sentence);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(2);
    expect(all).not.toContain(hidden);
  });

  it("is told which audience its token lacks", async () => {
    const file = inFolder("aimless", await assertion("sts.amazonaws.com"));
    const { code, err } = await gate({ ...who, AZURE_FEDERATED_TOKEN_FILE: file });
    expect(err).toContain(
      "no federated credential of the application has the audience of the token (AADSTS700212)",
    );
    expect(code).toBe(2);
  });
});
