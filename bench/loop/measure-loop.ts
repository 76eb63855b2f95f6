import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../src/base/usage-error.ts";
import { load, machine } from "../machine.ts";
import { median } from "../median.ts";
import { runCold } from "../process/run-cold.ts";
import { type Outside, type TimedRun, withMethod } from "../timed-run.ts";

const tool = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const corpus = "../shared/corpus/graph-v1.0-2021-07";

export const settings = { rounds: 3, saves: 8, one: 1000, save: 150 };

/** Milliseconds; medians but for `cold`. */
interface LoopResult {
  readonly name: string;
  /** A process that reads that page and nothing else. */
  readonly plain: number;
  readonly cold: number;
  readonly warm: number;
  /** From the writing of the file to the last line of what is found on it. */
  readonly saved: number;
}

export interface LoopResults extends TimedRun {
  readonly loops: readonly LoopResult[];
}

/**
 * Judges one page among all of Graph's, and saves it while it is watched.
 *
 * @throws UsageError where the pages of Graph are not there
 */
export async function measureLoop({ date, progress }: Outside): Promise<LoopResults> {
  if (!existsSync(corpus)) throw new UsageError(`${corpus} is not there; nothing was measured`);
  const directory = mkdtempSync(join(tmpdir(), "graph-conformance-bench-"));
  const before = load();
  try {
    const loops: LoopResult[] = [];
    for (const [name, copies] of [
      ["3,341 pages", ["v1.0/a"]],
      ["10,023 pages, three copies", ["v1.0/a", "beta/b", "v1.0/c"]],
    ] as const) {
      progress(name);
      const folder = join(directory, String(copies.length));
      for (const copy of copies) cpSync(corpus, join(folder, copy), { recursive: true });
      loops.push(await measured(name, folder, join(directory, "out")));
    }
    const targets = loops.slice(0, 1).flatMap(({ warm, saved }) => [
      {
        promise: `one page under ${settings.one} ms, warm`,
        measured: `${warm} ms`,
        met: warm < settings.one,
      },
      {
        promise: `told under ${settings.save} ms after a save`,
        measured: `${saved} ms`,
        met: saved < settings.save,
      },
    ]);
    return { date, machine: machine(), load: { before, after: load() }, method, loops, targets };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measured(name: string, folder: string, output: string): Promise<LoopResult> {
  const page = join(folder, "v1.0/a/api/user-get.md");
  const options = ["--context", folder, "--cache", join(folder, "../cache"), "--format", "json"];
  const one = [tool, "verify", page, ...options, "--output", output];
  const took = async (args: readonly string[]) => Math.round((await runCold(args, [0, 1])).seconds * 1000);
  const several = async (args: readonly string[]) => {
    const times: number[] = [];
    for (let round = 0; round < settings.rounds; round++) times.push(await took(args));
    return median(times);
  };
  const plain = await several(["-e", `require("node:fs").readFileSync(${JSON.stringify(page)})`]);
  const cold = await took(one);
  return {
    name,
    plain,
    cold,
    warm: await several(one),
    saved: await savedWhileWatched(page, folder, options),
  };
}

/** Breaks an example of the page and mends it, each once all is judged again. */
async function savedWhileWatched(page: string, folder: string, options: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [tool, "verify", folder, "--watch", ...options], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let told = "";
  child.stdout.on("data", (chunk) => {
    told += String(chunk);
  });
  const heard = async (text: RegExp) => {
    while (!text.test(told)) await once(child.stdout, "data");
  };
  const ended = once(child, "exit");
  await heard(/^Watching/m);
  const right = readFileSync(page, "utf8");
  const wrong = right.replace('"displayName": "', '"displayNme": "');
  const times: number[] = [];
  for (let save = 0; save < settings.saves; save++) {
    told = "";
    const began = performance.now();
    writeFileSync(page, save % 2 === 0 ? wrong : right);
    await heard(/^Saved.*^Judged /ms);
    times.push(performance.now() - began);
    await heard(/judged all/);
  }
  child.kill("SIGINT");
  await ended;
  return Math.round(median(times));
}

/** The figures as a Markdown table, with the targets and the method below it. */
export function renderLoop(results: LoopResults): string {
  const rows = results.loops.map(
    ({ name, plain, cold, warm, saved }) => `| ${name} | ${plain} | ${cold} | ${warm} | ${saved} |`,
  );
  return withMethod(
    [
      "| one page among | only read, ms | cold, ms | warm cache, ms | after a save, ms |",
      "| :-- | --: | --: | --: | --: |",
      ...rows,
    ],
    results,
  );
}

const method = [
  "`verify api/user-get.md --context DIR` from a new process: first without anything kept, then with what that run kept (the",
  "median of three); and `verify DIR --watch`, where a name in the page's example is broken and mended eight times, each once",
  "all pages are judged again: the median of the times from the writing of the file to the last line of the page's findings.",
];
