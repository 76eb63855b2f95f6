import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../../src/cli/run-command.ts";

/** Runs the command line in this process; `out` is what it printed. */
export function commandLine(...argv: string[]): Promise<{ code: number; out: string }> {
  return whileRunning(argv, async () => {});
}

/** The same for a command that runs until it is interrupted, which comes when `use` has done with it. */
export async function whileRunning(
  argv: readonly string[],
  use: (printed: string) => Promise<void>,
): Promise<{ code: number; out: string }> {
  const printed: string[] = [];
  const code = await runCommand(argv, {
    out: (text) => printed.push(text),
    progress: () => {},
    colour: false,
    now: new Date("2026-11-22T12:00:00Z"),
    interrupted: () => use(printed.join("")),
  });
  return { code, out: printed.join("") };
}

/** Runs a function with an empty folder that is gone afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "graph-conformance-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
