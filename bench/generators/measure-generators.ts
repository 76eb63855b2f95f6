import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { corpus } from "../../specs/support/corpus.ts";
import { build, dotnetVersion, type Ran, run } from "../../specs/support/dotnet/dotnet.ts";
import { generate, type KiotaLanguage, kiotaIn } from "../../specs/support/dotnet/kiota.ts";
import { openapi } from "../../src/contract/openapi/openapi.ts";
import { type Machine, machine } from "../machine.ts";

/** `bench/results/generators.json` */
export interface GeneratorResults {
  readonly date: string;
  readonly machine: Machine;
  readonly paths: number;
  readonly operations: number;
  readonly generators: readonly Taken[];
}

/** What a generator made of openapi.json, and what a compiler made of that. */
export interface Taken {
  readonly generator: string;
  /** True where nothing is missing of what it makes, and it compiles. */
  readonly takes: boolean;
  /** What the generator calls an error, and what the compiler does. */
  readonly errors: { readonly generator: number; readonly compiler: number };
  readonly first?: string;
  /** Why it was not tried. */
  readonly skipped?: string;
}

interface Outside {
  readonly date: string;
  readonly progress: (text: string) => void;
}

const home = "bench/generators";
// Below that folder, so that what is made there finds its libraries; nothing of it is kept.
const folder = `${home}/built`;
const description = `${folder}/openapi.json`;

const tool = (name: string, ...args: string[]) =>
  run(process.execPath, [join(home, "node_modules", name), ...args]);

/** The whole of v1.0 of July 2021 through each generator, one after the other. */
export async function measureGenerators({ date, progress }: Outside): Promise<GeneratorResults> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const document = openapi((await corpus()).contract("v1.0"));
  await writeFile(description, JSON.stringify(document));
  const items = Object.values(document.paths ?? {}).map((item) => Object.keys(item ?? {}).length);
  const generators: Taken[] = [];
  for (const [name, take] of all) {
    progress(name);
    generators.push({ generator: name, ...(await take()) });
  }
  await rm(folder, { recursive: true, force: true });
  const operations = items.reduce((sum, count) => sum + count, 0);
  return { date, machine: machine(), paths: items.length, operations, generators };
}

type Take = () => Promise<Omit<Taken, "generator">>;

const all: readonly (readonly [string, Take])[] = [
  ["redocly lint 1.34, its recommended rules", lint],
  ["openapi-typescript 7.13", () => typescript(openapiTypescript)],
  ["orval 7.13, axios", () => typescript(() => orval("axios"))],
  ["orval 7.13, fetch", () => typescript(() => orval("fetch"))],
  ["Kiota 1.38, C#", () => kiota("CSharp", compileCSharp)],
  ["Kiota 1.38, TypeScript", () => kiota("TypeScript", () => tsc(`${folder}/TypeScript/graphClient.ts`))],
  ["Kiota 1.38, Python", () => kiota("Python", compilePython)],
];

async function lint(): ReturnType<Take> {
  const asked = ["--extends", "recommended", "--format", "json", "--max-problems", "1"];
  const { output } = await tool("@redocly/cli/bin/cli.js", "lint", description, ...asked);
  const errors = Number(/"errors": (\d+)/.exec(output)?.[1] ?? Number.NaN);
  return { takes: errors === 0, errors: { generator: errors, compiler: 0 } };
}

function openapiTypescript(): Promise<readonly [Ran, string]> {
  const made = `${folder}/openapi-typescript.ts`;
  return tool("openapi-typescript/bin/cli.js", description, "--output", made).then((ran) => [ran, made]);
}

function orval(client: "axios" | "fetch"): Promise<readonly [Ran, string]> {
  const made = `${folder}/orval-${client}/graph.ts`;
  const asked = ["--input", description, "--output", made, "--client", client];
  return tool("orval/dist/bin/orval.js", ...asked).then((ran) => [ran, made]);
}

async function typescript(make: () => Promise<readonly [Ran, string]>): ReturnType<Take> {
  const [ran, made] = await make();
  return judged(ran, ran.ok ? await tsc(made) : undefined);
}

async function kiota(language: KiotaLanguage, compile: () => Promise<Ran>): ReturnType<Take> {
  const skipped = (why: string) => ({ takes: false, errors: { generator: 0, compiler: 0 }, skipped: why });
  if (dotnetVersion() === undefined) return skipped("dotnet is not on the PATH");
  const made = `${folder}/${language}`;
  const ran = await generate(await kiotaIn("built/dotnet"), description, language, made);
  return judged(ran, ran.ok ? await compile() : undefined);
}

const compileCSharp = () => build(`${folder}/CSharp/GraphClient.csproj`, `${folder}/dotnet`);
const compilePython = () => run("python3", ["-m", "compileall", "-q", `${folder}/Python`]);

async function tsc(made: string): Promise<Ran> {
  const config = `${folder}/tsconfig.json`;
  const options = { strict: true, noEmit: true, skipLibCheck: true, target: "es2022", types: ["node"] };
  const modules = { module: "esnext", moduleResolution: "bundler", forceConsistentCasingInFileNames: true };
  const files = [made.slice(folder.length + 1)];
  await writeFile(config, JSON.stringify({ compilerOptions: { ...options, ...modules }, files }));
  const { bin } = JSON.parse(await readFile("node_modules/typescript/package.json", "utf8"));
  return run(process.execPath, [join("node_modules/typescript", bin.tsc), "--project", config]);
}

const faults = /^.*(?:\berror (?:TS|CS)\d+|\*\*\* |^fail: ).*$/gm;

function judged(made: Ran, compiled: Ran | undefined): Omit<Taken, "generator"> {
  const said = [made, compiled].map((ran) => [...new Set(ran?.output.match(faults) ?? [])]);
  const [own = [], compiler = []] = said;
  const first = compiler[0] ?? (made.ok ? undefined : (own[0] ?? made.output.trim().split("\n").at(-1)));
  return {
    takes: made.ok && compiled?.ok === true,
    errors: { generator: (made.output.match(faults) ?? []).length, compiler: compiler.length },
    ...(first === undefined ? {} : { first: first.replace(/^.*?\b(?=error )/, "").slice(0, 160) }),
  };
}
