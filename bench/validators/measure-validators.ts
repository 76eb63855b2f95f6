import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load, machine } from "../machine.ts";
import { runCold } from "../process/run-cold.ts";
import { middle, type Taken } from "../process/taken.ts";
import type { Outside } from "../timed-run.ts";
import { method, settings, type ToolName, targetsOf, toolNames, type ValidatorResults } from "./results.ts";
import { type Forms, writeForms } from "./write-forms.ts";

const program = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const peer = (path: string): string => program(`bench/node_modules/${path}/dist/cli.js`);

interface Turn {
  readonly taken: Taken;
  /** How many faults it told. */
  readonly told: number;
}

/** One process of each tool on the same examples, which writes into `directory` at most. */
const tools: Readonly<Record<ToolName, (forms: Forms, directory: string) => Promise<Turn>>> = {
  "graph-conformance": async ({ pages }, directory) => {
    const options = ["--format", "json", "--no-cache", "--output", directory];
    const taken = await runCold([program("dist/cli/main.js"), "verify", pages, ...options], [1], directory);
    const { summary } = JSON.parse(readFileSync(join(directory, "report.json"), "utf8"));
    return { taken, told: summary.findings.error };
  },
  oav: async ({ swagger }, directory) => {
    const log = join(directory, "oav.log");
    const taken = await runCold([peer("oav"), "validate-example", swagger, "-f", log], [1]);
    return { taken, told: timesIn(readFileSync(log, "utf8"), /^ {2}code: /gm) };
  },
  "openapi-examples-validator": async ({ openapi }, directory) => {
    const said = join(directory, "said.txt");
    const taken = await runCold([peer("openapi-examples-validator"), openapi], [1], undefined, said);
    return { taken, told: timesIn(readFileSync(said, "utf8"), /"examplePath"/g) };
  },
};

/** Measures `verify` beside two tools that validate examples. @throws Error when one of them does not find what was planted */
export async function measureValidators({ date, progress }: Outside): Promise<ValidatorResults> {
  const directory = mkdtempSync(join(tmpdir(), "graph-conformance-bench-"));
  try {
    const all = settings.sizes.map((size) => writeForms(join(directory, String(size)), size));
    const turns = new Map(all.map((forms) => [forms, toolNames.map((): Turn[] => [])]));
    const before = load();
    for (let round = 1; round <= settings.rounds; round++) {
      for (const [forms, taken] of turns) {
        for (const [index, name] of toolNames.entries()) {
          progress(`round ${round} of ${settings.rounds}: ${forms.examples} examples, ${name}`);
          const turn = await tools[name](forms, mkdtempSync(join(directory, "out-")));
          if (turn.told !== forms.faulty) {
            throw new Error(
              `${name} tells ${turn.told} faults of ${forms.examples} examples, not ${forms.faulty}`,
            );
          }
          taken[index]?.push(turn);
        }
      }
    }
    const sizes = [...turns].map(([{ examples, faulty }, taken]) => ({
      examples,
      faulty,
      tools: toolNames.map((name, index) => {
        const taking = middle((taken[index] ?? []).map((turn) => turn.taken));
        return { name, ...taking, cpuMicroseconds: Math.round((taking.cpuSeconds * 1e6) / examples) };
      }),
    }));
    const after = load();
    return {
      date,
      machine: machine(),
      load: { before, after },
      method,
      sizes,
      targets: sizes.flatMap(targetsOf),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const timesIn = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
