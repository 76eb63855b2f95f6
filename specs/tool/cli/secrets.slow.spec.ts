import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { formatNames } from "../../../src/report/formats.ts";
import { startProgram } from "../../support/child-process.ts";
import { planted, tracesIn } from "../../support/planted.ts";
import { type PlantedOptions, startPlantedTenant } from "../../support/planted-tenant.ts";

const folder = mkdtempSync(join(tmpdir(), "secrets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = new Set<() => unknown>();
afterEach(async () => {
  for (const close of open) await close();
  open.clear();
});

const secret = "hunter2~Value.with-16+letters&more";
const who = {
  AZURE_TENANT_ID: "litware.onmicrosoft.com",
  AZURE_CLIENT_ID: "f7d0f2a6-6b1c-4d0e-9a53-3f8a2d1c9b70",
};

/** Every one of them in a file that a gate reads, beside what it is told there. */
function dotEnv(settings: Readonly<Record<string, string>>): string {
  const others = planted.map((value, index) => `SECRET_${index}=${JSON.stringify(value)}`);
  return [...Object.entries(settings).map(([name, value]) => `${name}="${value}"`), ...others].join("\n");
}

let runs = 0;

/** Starts a gate whose settings come from `.env`; all that it prints and writes is looked through at its end. */
function gate(settings: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const cwd = join(folder, `run-${runs++}`);
  mkdirSync(cwd);
  writeFileSync(join(cwd, ".env"), dotEnv(settings));
  const { child, told, ended } = startProgram(["gate", ...argv], { cwd });
  open.add(() => child.kill("SIGKILL"));
  const files = () =>
    readdirSync(cwd, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== ".env")
      .map((entry) => join(entry.parentPath, entry.name));
  return {
    child,
    told,
    log: join(cwd, "reports/gate/judgements.ndjson"),
    async end() {
      const { code } = await ended;
      const texts = new Map(files().map((file) => [file.slice(cwd.length + 1), readFileSync(file, "utf8")]));
      const printed = new Map([...texts, ["stdout", told.out], ["stderr", told.err]]);
      const found = [...printed].flatMap(([name, text]) => {
        const secrets = [secret, encodeURIComponent(secret), JSON.stringify(secret)].filter((one) =>
          text.includes(one),
        );
        const tokens = /eyJ[\w-]+\.eyJ[\w-]+/.exec(text) ?? [];
        return [...tracesIn(text), ...secrets, ...tokens].map((value) => `${name}: ${value}`);
      });
      return { code, files: [...texts.keys()].sort(), found, ...told };
    },
  };
}

async function tenant(options: PlantedOptions) {
  const { origin, token, close } = await startPlantedTenant(options);
  open.add(close);
  const application = {
    ...who,
    AZURE_CLIENT_SECRET: secret,
    AZURE_AUTHORITY_HOST: origin,
    GRAPH_ENDPOINT: origin,
  };
  return { application, origin, token: { GRAPH_ACCESS_TOKEN: token, GRAPH_ENDPOINT: origin } };
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < 30_000; waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
}
const linesIn = (file: string) => (existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0);

const everyFormat = ["--format", formatNames.join(","), "--detail"];
const written = [
  "annotations.txt",
  "badge.svg",
  "comment.md",
  "index.html",
  "junit.xml",
  "report.json",
  "report.md",
  "report.sarif",
].map((name) => `reports/gate/${name}`);

describe("40 values of somebody, in answers, headers, sign-in errors and .env", () => {
  it("are 40 kinds", () => expect(new Set(planted).size).toBe(40));

  it("are in nothing that a conformant gate prints and writes", async () => {
    const { application } = await tenant({ planting: "free texts" });
    const run = await gate(application, ...everyFormat, "--depth", "smoke", "--floor", "0.3").end();
    expect([run.code, run.found], run.out + run.err).toEqual([0, []]);
    expect(run.files).toEqual(written);
  });

  it("are in nothing where every promise is broken, and in no sentence of a finding", async () => {
    const { application } = await tenant({ planting: "everything" });
    const run = await gate(application, ...everyFormat, "--fail-on", "info").end();
    expect([run.code, run.found], run.err).toEqual([1, []]);
    expect(run.files).toEqual(written);
    expect(run.out).toMatch(/^Findings +[\d,]{2,} errors/m);
  });

  it.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
    "are in nothing that is left behind a %s",
    async (signal) => {
      const { token } = await tenant({ planting: "everything", delay: 60 });
      const run = gate(token, ...everyFormat);
      await until(() => linesIn(run.log) > 5);
      run.child.kill(signal);
      const { code, found, files } = await run.end();
      expect([code, found]).toEqual([signal === "SIGKILL" ? null : 1, []]);
      expect(files).toEqual(signal === "SIGKILL" ? ["reports/gate/judgements.ndjson"] : written);
    },
  );

  it("are in no plan", async () => {
    const { application } = await tenant({ planting: "everything" });
    const run = await gate(application, "--plan").end();
    expect([run.code, run.found, run.files], run.err).toEqual([0, [], []]);
    expect(run.out).toContain("Called ");
  });

  it("are in no error of a sign-in, be it the first or one in mid-run", async () => {
    const never = await tenant({ planting: "everything", signsIn: 0 });
    const early = await gate(never.application, ...everyFormat).end();
    expect([early.code, early.found, early.files], early.err).toEqual([2, [], []]);
    expect(early.err).toMatch(/^graph-conformance: [^\n]*could not sign in at [^\n]*AADSTS7000215\)\n$/);
    const once = await tenant({ planting: "free texts", signsIn: 1, refusesAfter: 12 });
    const late = await gate(once.application, ...everyFormat).end();
    expect([late.code, late.found, late.files], late.err).toEqual([1, [], written]);
    expect(late.out).toMatch(/^Not verified +\d+ no-credentials: /m);
  });

  it("are in no error of a service that refuses every token, or answers nobody", async () => {
    const { application, token } = await tenant({ planting: "everything", refusesAfter: 0 });
    const refused = await gate(application, ...everyFormat).end();
    expect([refused.code, refused.found, refused.files]).toEqual([2, [], []]);
    expect(refused.err).toMatch(/^[^\n]*refuses the token: it is expired\n$/);
    const nowhere = await gate({ ...token, GRAPH_ENDPOINT: "http://127.0.0.1:1" }).end();
    expect([nowhere.code, nowhere.found, nowhere.files]).toEqual([2, [], []]);
    const proxy = `http://hunter2:${encodeURIComponent(secret)}@127.0.0.1:1`;
    const behind = { HTTPS_PROXY: proxy, GRAPH_ACCESS_TOKEN: secret, GRAPH_ENDPOINT: "https://graph.test" };
    const unreached = await gate(behind).end();
    expect([unreached.code, unreached.found, unreached.files]).toEqual([2, [], []]);
    expect(unreached.err).not.toContain("hunter2");
  });

  it.each<[what: string, settings: Readonly<Record<string, string>>]>([
    ["two credentials", { ...who, AZURE_CLIENT_SECRET: secret, GRAPH_ACCESS_TOKEN: secret }],
    ["a token with blanks", { GRAPH_ACCESS_TOKEN: `${secret} ${secret}` }],
    [
      "a password in the address",
      { GRAPH_ACCESS_TOKEN: "t", GRAPH_ENDPOINT: `http://a:${encodeURIComponent(secret)}@graph.test` },
    ],
    ["a file that is not there", { ...who, AZURE_CLIENT_CERTIFICATE_PATH: secret }],
  ])("are in no sentence on settings that cannot be: %s", async (_, settings) => {
    const run = await gate(settings, ...everyFormat).end();
    expect([run.code, run.found, run.files], run.err).toEqual([2, [], []]);
    expect(run.err).toMatch(/^graph-conformance: [^\n]+\n$/);
  });
});
