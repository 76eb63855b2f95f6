import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installPackage } from "../support/install-package.ts";

const readme = readFileSync("README.md", "utf8");
const folder = mkdtempSync(join(realpathSync(tmpdir()), "readme-"));
const cli = "node_modules/graph-conformance/dist/cli/main.js";
/** Where the mock that runs listens. */
let port = "";

interface Snippet {
  readonly language: string;
  readonly text: string;
  /** The number of the line that it begins in. */
  readonly line: number;
}

const snippets: readonly Snippet[] = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
  ({ 1: language = "", 2: text = "", index }) => ({
    language,
    text,
    line: readme.slice(0, index).split("\n").length,
  }),
);
const inLanguage = (...languages: string[]) =>
  snippets
    .filter(({ language }) => languages.includes(language))
    .map((snippet) => [snippet.line, snippet] as const);

/** The commands of a shell snippet, without the remarks behind them. */
const commandsIn = ({ text }: Snippet): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+#.*/, "").trim())
    .filter((line) => line !== "");
const commands = inLanguage("sh").flatMap(([line, snippet]) =>
  commandsIn(snippet).map((command) => [line, command] as const),
);
const own = commands.filter(([, command]) => command.startsWith("npx graph-conformance "));
const others = commands.filter(([, command]) => !command.startsWith("npx graph-conformance "));

/** What the snippets take for granted: pages, two states of them in a checkout, recordings, shapes, parts of a run. */
function setScene(): void {
  const pages = "fixtures/docs/api-reference";
  for (const place of ["path/to", "old", "new", "."])
    cpSync(pages, join(folder, place, "api-reference"), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder });
  git("init", "-q", "-b", "main");
  git("add", "api-reference");
  git("commit", "-qm", "before");
  for (const given of ["fixtures/earlier", "schemas"])
    cpSync(given, join(folder, given), { recursive: true });
  cpSync("fixtures/earlier", join(folder, "released"), { recursive: true });
  const url =
    "https://graph.microsoft.com/v1.0/identityGovernance/lifecycleWorkflows/workflows/7/runs/8/userProcessingResults";
  const request = { method: "GET", url, headers: [] };
  const response = {
    status: 200,
    headers: [],
    content: { mimeType: "application/json", text: '{ "value": [] }' },
  };
  write("recording.har", { log: { entries: [{ request, response }] } });
  write("shapes/tuesday.json", { format: 1, versions: {} });
  write("mocks.json", {
    mocks: [{ request: { url, method: "GET" }, response: { statusCode: 200, body: { value: [] } } }],
  });
}

function write(file: string, value: unknown): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
}

const { PATH, HOME } = process.env;
/** How the README has the gate try the mock. */
const mockAsTenant = () => ({
  NODE_EXTRA_CA_CERTS: "reports/mock/certificate.pem",
  GRAPH_ENDPOINT: `https://localhost:${port}`,
  AZURE_AUTHORITY_HOST: `https://localhost:${port}`,
  AZURE_TENANT_ID: "any-tenant",
  AZURE_CLIENT_ID: "me",
  AZURE_CLIENT_SECRET: "any",
});

function node(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env: { PATH, HOME, ...env } });
}

/** Runs a function beside a command that goes on until it is interrupted. */
async function beside<T>(
  args: readonly string[],
  until: RegExp,
  use: (told: RegExpExecArray) => T,
): Promise<T> {
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { PATH, HOME } });
  let told = "";
  const ended = new Promise((resolve) => child.once("close", resolve));
  try {
    const heard = await new Promise<RegExpExecArray>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        told += String(chunk);
        const found = until.exec(told);
        if (found) resolve(found);
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      void ended.then(() => reject(new Error(`${args.join(" ")} ended: ${told}`)));
    });
    return use(heard);
  } finally {
    child.kill("SIGINT");
    await ended;
  }
}

const mock = <T>(args: readonly string[], use: () => T) =>
  beside(["mock", ...args, "--port", "0"], /serving https?:\/\/localhost:(\d+)\//, ([, free = ""]) => {
    port = free;
    return use();
  });

beforeAll(async () => {
  write("package.json", { name: "reader", private: true, type: "module" });
  installPackage(folder, [
    "@azure/msal-node",
    "@microsoft/microsoft-graph-client",
    "@playwright/test",
    "ajv",
    "ajv-formats",
    "typescript",
  ]);
  setScene();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what the README says to type", () => {
  it.each(own)("runs in a project that has the package (line %i: %s)", async (_, command) => {
    const args = command.split(/\s+/).slice(2);
    const [name = ""] = args;
    if (name === "mock") return mock(args.slice(1), () => {});
    if (args.includes("--watch")) return beside(args, /conformant/, () => {});
    const asks = name === "gate" || name === "merge";
    const run = () => {
      if (name === "merge")
        for (const part of [1, 2, 3])
          node(
            [cli, "gate", "--shard", `${part}/3`, "--output", `part-${part}`, "--format", "json"],
            mockAsTenant(),
          );
      return node([cli, ...args], asks ? mockAsTenant() : {});
    };
    const { status, stderr } = await (asks ? mock(["--tls", "--data", "generated"], run) : run());
    expect(stderr).not.toMatch(/error|usage|unknown/i);
    // There are findings on the pages of the package, and a change breaks or does not.
    expect([0, 1]).toContain(status);
  });

  it("else is for a clone, by scripts that there are, or sets what the next one takes", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    for (const [, command] of others) {
      if (/^(?:export |cp \.env\.example \.env$)/.test(command)) continue;
      const parts = command.split(" && ");
      for (const part of parts) {
        const script = /^npm run ([\w:-]+)/.exec(part)?.[1];
        expect(script === undefined ? /^npm cit?$/.test(part) : script in scripts, command).toBe(true);
      }
    }
    for (const name of Object.keys(mockAsTenant())) expect(readme).toContain(`${name}=`);
    expect(existsSync(".env.example")).toBe(true);
  });

  it.each(inLanguage("js"))("in JavaScript runs as it stands (line %i)", async (_, { text, line }) => {
    const file = `line-${line}.mjs`;
    const [, says] = /console\.log\(.*\); \/\/ (.*)/.exec(text) ?? [];
    const isTls = text.includes("https://localhost");
    const { status, stdout, stderr } = await mock(isTls ? ["--tls"] : [], () => {
      write(file, text.replaceAll("8080", port));
      const env = isTls ? { NODE_EXTRA_CA_CERTS: "reports/mock/certificate.pem" } : {};
      return node([file], text.includes("process.env.TOKEN") ? { TOKEN: token() } : env);
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    if (says !== undefined) expect(stdout.trim()).toBe(says);
    if (text.includes("workflows.select")) expect(stdout).toContain("displayName");
  });

  it("in TypeScript is sound, under the strictest options and without types of Node asked for", () => {
    for (const [line, { text }] of inLanguage("ts")) write(`types/line-${line}.ts`, `${text}\nexport {};\n`);
    write("tsconfig.json", {
      compilerOptions: {
        target: "ES2022",
        module: "NodeNext",
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
      },
      include: ["types"],
    });
    const { status, stdout } = node(["node_modules/typescript/bin/tsc"]);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it("shows what verify prints, and the gate", async () => {
    const shown = new Map(inLanguage("text").map(([, { text }]) => [text.slice(0, 20), text] as const));
    const env = { COLUMNS: "116" };
    const printed = new Map([
      ["✗ not conformant: 20", node([cli, "verify", "path/to/api-reference"], env).stdout],
      [
        "✓ conformant, except",
        (
          await mock(["--tls", "--data", "generated"], () =>
            node([cli, "gate"], { ...mockAsTenant(), ...env }),
          )
        ).stdout,
      ],
    ]);
    for (const [start, out] of printed)
      for (const line of shown.get(start)?.split("\n") ?? [start])
        if (line !== "…") expect(`${out}\n`).toContain(`${line}\n`);
  });

  it.each(inLanguage("bash"))("in Bash is a hook that runs in a checkout (line %i)", (_, { text, line }) => {
    write(`hooks/line-${line}`, text);
    const run = () =>
      spawnSync("sh", [`hooks/line-${line}`], { cwd: folder, encoding: "utf8", env: { PATH, HOME } });
    const { status, stdout, stderr } = run();
    expect(stderr).not.toMatch(/error|usage|unknown/i);
    expect([0, 1], stdout).toContain(status);
  });

  it("has no snippet that none of these tries", () => {
    // C# needs a compiler that users of Node do not have: check:dotnet points its client at the mock in the same way.
    const tried = new Set(["sh", "js", "ts", "json", "text", "yaml", "bash", "cs"]);
    expect(snippets.filter(({ language }) => !tried.has(language))).toEqual([]);
    for (const [line, { text }] of inLanguage("json"))
      expect(() => JSON.parse(text), `line ${line}`).not.toThrow();
  });
});

/** A token of the mock on the port, for any client. */
function token(): string {
  const body =
    "grant_type=client_credentials&client_id=me&client_secret=any&scope=https://graph.microsoft.com/.default";
  const ask = `const { access_token } = await (await fetch("http://localhost:${port}/any-tenant/oauth2/v2.0/token", {
    method: "POST", body: new URLSearchParams(${JSON.stringify(body)}) })).json(); console.log(access_token);`;
  return node(["--input-type=module", "--eval", ask]).stdout.trim();
}
