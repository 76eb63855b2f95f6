import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** As it is published: to read each file of `src` anew takes most of the time of a short run. */
const program = resolve("dist/cli/main.js");

export interface RunningProgram {
  readonly child: ChildProcessWithoutNullStreams;
  /** What it has printed by now. */
  readonly told: { readonly out: string; readonly err: string };
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** Starts the command line in a process of its own, in a folder or here, with nothing of our environment but how to find programs. */
export function startProgram(
  argv: readonly string[],
  { cwd = ".", env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): RunningProgram {
  const { PATH = "", HOME = "", TMPDIR } = process.env;
  const own = { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...env };
  const child = spawn(process.execPath, [program, ...argv], { cwd, env: own });
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
