#!/usr/bin/env node
import { UsageError } from "../base/usage-error.ts";
import { runCommand } from "./run-command.ts";
import { runShortly } from "./short-run.ts";

// Whoever read the output may have seen enough (`| head`): what is still to be written has no reader.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

// Not for what runs for long.
const short = ["verify", "derive", "diff"];
if (short.includes(process.argv[2] ?? "") && !process.argv.includes("--watch")) runShortly();

// The only place that catches: a usage error is one sentence, a defect keeps its stack.
try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    progress: process.stderr.isTTY ? (text) => process.stderr.write(`\r\u001b[K${text}`) : () => {},
    ...(process.stderr.isTTY ? {} : { log: (line) => process.stderr.write(`${line}\n`) }),
    ...(process.stdout.isTTY ? { clear: () => process.stdout.write("\u001b[H\u001b[2J\u001b[3J") } : {}),
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    ...columns(),
    now: new Date(),
    sideThread: new URL("../../dist/cli/side-thread.js", import.meta.url),
    interrupted: () =>
      new Promise((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
      }),
  });
} catch (error) {
  const text =
    error instanceof UsageError
      ? `graph-conformance: ${error.message}`
      : `graph-conformance: this is a defect of the tool, please report it\n${error instanceof Error ? error.stack : error}`;
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
}

/** What a pipe is read in is told by the shell, if at all. */
function columns(): { readonly columns?: number } {
  const told = process.stdout.columns ?? Number(process.env.COLUMNS ?? "");
  return told > 0 ? { columns: told } : {};
}
