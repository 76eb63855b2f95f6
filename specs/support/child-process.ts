import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const loader = import.meta.resolve("tsx");

export interface RunningProgram {
  readonly child: ChildProcess;
  /** What it has printed by now. */
  readonly told: { readonly out: string; readonly err: string };
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** Starts the command line in a process of its own, in a folder, with nothing of our environment but how to find programs. */
export function startProgram(
  argv: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): RunningProgram {
  const { PATH = "", HOME = "", TMPDIR } = process.env;
  const own = { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...env };
  const child = spawn(process.execPath, ["--import", loader, program, ...argv], { cwd, env: own });
  const told = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    told.out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    told.err += String(chunk);
  });
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal }));
  return { child, told, ended };
}
