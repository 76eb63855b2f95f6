import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../src/base/usage-error.ts";
import { load, machine } from "../machine.ts";
import { runCold } from "../process/run-cold.ts";
import { middle, middleRatios, type Taken } from "../process/taken.ts";
import type { Target } from "../target.ts";
import type { Outside } from "../timed-run.ts";
import type { DiffResults, SidesResult } from "./results.ts";
import { method, settings } from "./settings.ts";

const tool = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const floor = fileURLToPath(new URL("read-plainly.js", import.meta.url));

/** An old and a new contract of one kind. */
interface Sides {
  readonly name: SidesResult["name"];
  readonly paths: readonly string[];
  readonly rounds: { readonly diff: Taken; readonly floor: Taken }[];
}

/**
 * Measures `diff` as it was built, of two folders of pages and of their contracts, beside plainly reading the same.
 *
 * @throws UsageError where the pages of Graph are not there
 */
export async function measureDiff({ date, progress }: Outside): Promise<DiffResults> {
  for (const corpus of settings.corpora)
    if (!existsSync(corpus)) throw new UsageError(`${corpus} is not there; nothing was measured`);
  const directory = mkdtempSync(join(tmpdir(), "graph-conformance-bench-"));
  try {
    const contracts: string[] = [];
    for (const [index, corpus] of settings.corpora.entries()) {
      progress(`deriving ${corpus}`);
      const output = join(directory, String(index));
      await runCold([tool, "derive", corpus, "--output", output], [0]);
      contracts.push(join(output, "v1.0", "contract.json"));
    }
    const all: Sides[] = [
      { name: "folders", paths: settings.corpora, rounds: [] },
      { name: "contract.json", paths: contracts, rounds: [] },
    ];
    const before = load();
    for (let round = 1; round <= settings.rounds; round++) {
      for (const { name, paths, rounds } of all) {
        progress(`round ${round} of ${settings.rounds}: ${name}`);
        const output = join(directory, "out", `${round} ${name}`);
        rounds.push({
          floor: await runCold([floor, ...paths], [0]),
          // There are breaking changes, so that 1 is as good as 0.
          diff: await runCold(
            [tool, "diff", ...paths, "--format", "json", "--output", output],
            [0, 1],
            output,
          ),
        });
      }
    }
    const sides = all.map(sidesResult);
    return {
      date,
      machine: machine(),
      load: { before, after: load() },
      method,
      sides,
      targets: targetsOf(sides),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function sidesResult({ name, paths, rounds }: Sides): SidesResult {
  const files = paths.flatMap(filesBelow);
  return {
    name,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    diff: middle(rounds.map(({ diff }) => diff)),
    floor: middle(rounds.map((round) => round.floor)),
    ratios: middleRatios(rounds.map((round) => [round.diff, round.floor])),
  };
}

function filesBelow(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".md")).map((name) => join(path, name));
}

function targetsOf(sides: readonly SidesResult[]): Target[] {
  return sides.flatMap(({ name, diff }) => {
    const most = name === "folders" ? settings.most.folders : settings.most.contracts;
    return [
      {
        promise: `diff of two ${name} under ${most} s`,
        measured: `${diff.seconds} s`,
        met: diff.seconds < most,
      },
      {
        promise: `diff of two ${name} under ${settings.mostMemory} MB`,
        measured: `${diff.peakMegabytes} MB`,
        met: diff.peakMegabytes < settings.mostMemory,
      },
    ];
  });
}
