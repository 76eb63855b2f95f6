import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { startMock } from "../../../src/mock/http/start-mock.ts";
import { type RunningProgram, startProgram } from "../../support/child-process.ts";
import { documentation } from "../../support/documentation.ts";
import { startSignedIn } from "../../support/service.ts";

const folder = mkdtempSync(join(tmpdir(), "gate-"));
afterAll(() => rmSync(folder, { recursive: true }));

const open = new Set<() => unknown>();
afterEach(async () => {
  for (const close of open) await close();
  open.clear();
});

const secret = "s3cret~Value.with-16+letters";
let runs = 0;

/** Starts a gate in a folder of its own. */
function gate(env: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const cwd = mkdtempSync(join(folder, `run-${runs++}-`));
  const running = startProgram(["gate", ...argv], { cwd, env });
  open.add(() => running.child.kill("SIGKILL"));
  return { ...running, cwd };
}

function reportOf(cwd: string) {
  return JSON.parse(readFileSync(join(cwd, "reports/gate/report.json"), "utf8"));
}

/** The embedded service over TLS, and the environment of somebody who gates it. */
async function mockTenant(options: Partial<Parameters<typeof startMock>[0]> = {}) {
  const asked: string[] = [];
  const mock = await startMock({
    contracts: [documentation.contract("v1.0")],
    tls: true,
    onAnswer: ({ method, target }) => asked.push(`${method} ${target}`),
    ...options,
  });
  open.add(mock.close);
  const certificate = join(folder, `certificate-${runs}.pem`);
  writeFileSync(certificate, mock.certificate ?? "");
  const env = {
    AZURE_TENANT_ID: "contoso.onmicrosoft.com",
    AZURE_CLIENT_ID: "f7d0f2a6-6b1c-4d0e-9a53-3f8a2d1c9b70",
    AZURE_CLIENT_SECRET: secret,
    AZURE_AUTHORITY_HOST: mock.origin,
    GRAPH_ENDPOINT: mock.origin,
    NODE_EXTRA_CA_CERTS: certificate,
  };
  return { asked, env };
}

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A service on this machine that answers everybody with a token alike. */
async function tenant(answer: Answering, token = "a.token.for-nobody") {
  const refusal = { error: { code: "InvalidAuthenticationToken", message: "Access token is empty." } };
  const challenge = { "WWW-Authenticate": 'Bearer realm=""' };
  const server: Server = createServer((request, response) =>
    request.headers.authorization === undefined
      ? json(401, refusal, challenge)(request, response)
      : answer(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.add(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { GRAPH_ENDPOINT: `http://127.0.0.1:${port}`, GRAPH_ACCESS_TOKEN: token };
}

const json =
  (status: number, body: unknown, headers = {}): Answering =>
  (_, response) =>
    response.writeHead(status, { ...headers, "Content-Type": "application/json" }).end(JSON.stringify(body));

/** The embedded service, each of its answers after a while; some have a body that never ends. */
async function slowTenant(drips: (url: string) => boolean = () => false) {
  const { origin, token, close } = await startSignedIn({ contracts: [documentation.contract("v1.0")] });
  open.add(close);
  const forward: Answering = ({ url = "", method, headers }, response) => {
    const { host, ...rest } = headers;
    if (drips(url)) return response.writeHead(200, { "Content-Type": "application/json" }).write("{");
    return setTimeout(async () => {
      const sent = Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]);
      const answer = await fetch(origin + url, { method: method ?? "GET", headers: sent }).catch(
        () => undefined,
      );
      if (!answer) return response.destroy();
      const text = (await answer.text()).replaceAll(origin, `http://${host}`);
      const { server, connection, ...kept } = Object.fromEntries(answer.headers);
      delete kept["content-length"];
      return response.writeHead(answer.status, kept).end(text);
    }, 200);
  };
  return tenant(forward, token);
}

async function until(holds: () => boolean, { ended }: Pick<RunningProgram, "ended">): Promise<void> {
  let over = false;
  ended.then(() => {
    over = true;
  });
  while (!holds() && !over) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe("graph-conformance gate, as a user starts it", () => {
  it("signs in over TLS, is conformant, writes nothing to the tenant, and keeps the secret", async () => {
    const { asked, env } = await mockTenant();
    const run = gate(
      env,
      "--format",
      "html,json,junit,sarif,markdown,github",
      "--detail",
      "--profile",
      "p.json",
    );
    expect(await run.ended, run.told.err + run.told.out).toEqual({ code: 0, signal: null });
    expect(run.told.out).toMatch(/^✓ conformant/m);
    expect(run.told.out).toContain(env.AZURE_CLIENT_ID);
    const methods = asked.filter((line) => !line.includes("/oauth2/") && !line.startsWith("GET "));
    expect(methods).toEqual([]);
    const output = join(run.cwd, "reports/gate");
    const files = ["annotations.txt", "index.html", "junit.xml", "report.json", "report.md", "report.sarif"];
    expect(readdirSync(output).sort()).toEqual(files);
    const profile = readFileSync(join(run.cwd, "p.json"), "utf8");
    expect(profile).toContain('"members": {"completed": ');
    const said = [
      profile,
      ...files.map((file) => readFileSync(join(output, file), "utf8")),
      run.told.out,
      run.told.err,
    ];
    expect(said.filter((text) => text.includes(secret) || /eyJ[\w-]+\.eyJ/.test(text))).toEqual([]);
  });

  it("asks for nothing but a token when it is to say what it would do", async () => {
    const { asked, env } = await mockTenant({ roles: ["LifecycleWorkflows.Read.All"] });
    const run = gate(env, "--plan", "--bind", "workflowId=7");
    expect(await run.ended, run.told.err).toEqual({ code: 0, signal: null });
    expect(asked.filter((line) => !line.includes("/oauth2/") && !line.includes("/.well-known/"))).toEqual([]);
    expect(run.told.out).toContain("{workflowId} is 7, as given");
    expect(run.told.out).toContain("Permissions  has LifecycleWorkflows.Read.All\n");
    expect(existsSync(join(run.cwd, "reports"))).toBe(false);
  });

  it("is conformant on a tenant in which no documented id exists", async () => {
    const { env } = await mockTenant({ data: "generated" });
    const run = gate(env, "--depth", "full");
    expect((await run.ended).code, run.told.out).toBe(0);
    const { coverage, summary } = reportOf(run.cwd);
    expect(coverage.operations.missing).toEqual([]);
    expect(summary.findings).toEqual({ error: 0, warning: 0, info: 0 });
  });

  it("takes its settings from .env, and exits 1 on a broken promise", async () => {
    const { env } = await mockTenant({ fault: "unknown-member" });
    const { NODE_EXTRA_CA_CERTS, ...settings } = env;
    const cwd = mkdtempSync(join(folder, "env-"));
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(join(cwd, ".env"), lines.join(""));
    const run = startProgram(["gate"], { cwd, env: { NODE_EXTRA_CA_CERTS } });
    expect((await run.ended).code, run.told.err).toBe(1);
    expect(run.told.out).toMatch(/^✗ not conformant/m);
  });

  it("exits 1 on an empty tenant, and says how little was verified", async () => {
    const env = await tenant(json(200, { "@odata.context": "", value: [] }));
    const run = gate(env);
    const { code } = await run.ended;
    expect(code, run.told.err).toBe(1);
    expect(run.told.out).toMatch(/under the floor of 0\.6/);
    expect(reportOf(run.cwd).coverage.properties.verified).toBe(0);
  });

  it("exits 1 where everything is refused, and finds nothing broken in it", async () => {
    const denied = { code: "Authorization_RequestDenied", message: "Insufficient privileges." };
    const run = gate(await tenant(json(403, { error: denied })));
    expect((await run.ended).code, run.told.err).toBe(1);
    const { summary } = reportOf(run.cwd);
    expect(summary.findings).toMatchObject({ error: 0 });
    expect(summary.sentence).toContain("0 of");
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "ended by %s, leaves a report that says it is partial, and exits 2",
    async (signal) => {
      const run = gate(await slowTenant());
      const log = join(run.cwd, "reports/gate/judgements.ndjson");
      await until(() => existsSync(log) && readFileSync(log, "utf8").includes("\n"), run);
      run.child.kill(signal);
      expect(await run.ended).toEqual({ code: 2, signal: null });
      const { summary, judgements } = reportOf(run.cwd);
      expect(summary.partial).toMatch(/^ended by a signal behind \d+ of \d+ parts of the plan$/);
      expect(summary.verdict).not.toBe("conformant");
      expect(judgements.length).toBeGreaterThan(0);
      expect(run.told.out).toContain("partial: ended by a signal");
      expect(existsSync(log)).toBe(false);
    },
  );

  it("ends when its time is over, with a report of what it judged by then", async () => {
    const run = gate(await slowTenant(), "--time-limit", "2s", "--floor", "1");
    expect((await run.ended).code, run.told.err).toBe(1);
    expect(run.told.out).toMatch(/^(?:Not verified)? +\d+ budget: /m);
    const { judgements } = reportOf(run.cwd);
    const reasons = JSON.stringify(judgements);
    expect(reasons).toContain("the time limit of 2 seconds is over");
    expect(judgements.length).toBeGreaterThan(10);
  });

  it("does not wait for a body that never ends longer than its time, and verifies others meanwhile", async () => {
    const limits = ["--time-limit", "12s", "--floor", "0.1", "--concurrency", "32"];
    const run = gate(await slowTenant((url) => url.includes("$orderby")), ...limits);
    const { code } = await run.ended;
    const { findings, judgements } = reportOf(run.cwd);
    expect([code, findings], run.told.err + run.told.out).toEqual([0, []]);
    expect(JSON.stringify(judgements)).toContain("not waited for: the time limit of 12 seconds is over");
  });

  it("does not wait for who never signs it in, nor sends more than its budget to be signed in", async () => {
    let asked = 0;
    const silent: Server = createServer(() => asked++);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    open.add(() => {
      silent.closeAllConnections();
      silent.close();
    });
    const origin = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const { AZURE_TENANT_ID, AZURE_CLIENT_ID } = (await mockTenant()).env;
    const env = { AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET: secret };
    const run = gate({ ...env, AZURE_AUTHORITY_HOST: origin, GRAPH_ENDPOINT: origin }, "--time-limit", "1s");
    expect((await run.ended).code).toBe(2);
    expect(run.told.err).toMatch(/^graph-conformance: [^\n]* could not sign in[^\n]*\n$/);
    expect(asked).toBeGreaterThan(0);
    const { env: known } = await mockTenant();
    const poor = gate(known, "--budget", "1");
    expect((await poor.ended).code).toBe(2);
    expect(poor.told.err).toMatch(/the budget of 1 request is used up\n$/);
  });

  it("ended by SIGKILL, leaves every judgement until then", async () => {
    const run = gate(await slowTenant());
    const log = join(run.cwd, "reports/gate/judgements.ndjson");
    await until(() => existsSync(log) && readFileSync(log, "utf8").split("\n").length > 3, run);
    run.child.kill("SIGKILL");
    await run.ended;
    const lines = readFileSync(log, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).source)).toEqual(lines.map(() => "tenant"));
  });

  it("exits 2 with one sentence when nobody can sign in, or nothing answers", async () => {
    const nobody = gate({});
    expect((await nobody.ended).code).toBe(2);
    expect(nobody.told.err).toMatch(/^graph-conformance: nobody can sign in[^\n]*\n$/);
    const { env } = await mockTenant();
    const nowhere = gate({
      ...env,
      AZURE_AUTHORITY_HOST: "https://localhost:1",
      GRAPH_ENDPOINT: "https://localhost:1",
    });
    expect((await nowhere.ended).code).toBe(2);
    expect(nowhere.told.err.trimEnd().split("\n")).toHaveLength(1);
    expect(nowhere.told.err).not.toContain(secret);
  });
});
