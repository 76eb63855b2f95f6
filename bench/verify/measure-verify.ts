import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load, machine } from "../machine.ts";
import { runCold } from "../process/run-cold.ts";
import { middle, middleRatios, type Taken } from "../process/taken.ts";
import type { Outside } from "../timed-run.ts";
import type { SizeResult, VerifyResults } from "./results.ts";
import { method, settings } from "./settings.ts";
import { targetsOf } from "./targets.ts";
import { plantTrees, type Tree } from "./trees.ts";

const tool = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const floor = fileURLToPath(new URL("read-and-parse.js", import.meta.url));

interface Round {
  readonly verify: Taken;
  readonly floor: Taken;
}

/** Measures `verify` as it was built, beside the least that a reader can do, on one and on three trees of pages. */
export async function measureVerify({ date, progress }: Outside): Promise<VerifyResults> {
  const directory = mkdtempSync(join(tmpdir(), "graph-conformance-bench-"));
  try {
    progress("copying the documentation");
    const { one, three } = plantTrees(directory);
    const rounds = new Map<Tree, Round[]>([
      [one, []],
      [three, []],
    ]);
    const before = load();
    for (let round = 1; round <= settings.rounds; round++) {
      for (const [tree, taken] of rounds) {
        progress(`round ${round} of ${settings.rounds}: ${tree.name}, ${tree.pages} pages`);
        taken.push(await measureTree(tree, join(directory, "out", String(round), tree.name)));
      }
    }
    const sizes = [...rounds].map(([tree, taken]) => sizeResult(tree, taken));
    return {
      date,
      machine: machine(),
      load: { before, after: load() },
      method,
      sizes,
      targets: targetsOf(sizes),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measureTree({ folders }: Tree, output: string): Promise<Round> {
  return {
    floor: await runCold([floor, ...folders], [0]),
    // There are findings, so that 1 is as good as 0.
    verify: await runCold(
      [tool, "verify", ...folders, "--format", "json", "--output", output],
      [0, 1],
      output,
    ),
  };
}

function sizeResult({ name, pages, files, bytes }: Tree, rounds: readonly Round[]): SizeResult {
  return {
    name,
    pages,
    files,
    bytes,
    verify: middle(rounds.map(({ verify }) => verify)),
    floor: middle(rounds.map(({ floor }) => floor)),
    ratios: middleRatios(rounds.map(({ verify, floor }) => [verify, floor])),
  };
}
