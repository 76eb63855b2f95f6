import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { Taken } from "./taken.ts";

const preload = new URL("report-usage.js", import.meta.url).href;

/**
 * Runs Node with these arguments to its end; it may write into `output`. What it says on stderr is kept in `errorsFile`, where
 * one is named: a pipe loses the end of what is said by a process that exits at once.
 * @throws Error when it ends with another exit code
 */
export async function runCold(
  args: readonly string[],
  exitCodes: readonly number[],
  output?: string,
  errorsFile?: string,
): Promise<Taken> {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", preload, ...args], {
    stdio: ["ignore", "ignore", errorsFile === undefined ? "pipe" : openSync(errorsFile, "w"), "pipe"],
  });
  const ended = once(child, "exit").then(([code]) => ({ code, at: performance.now() }));
  const [errors, usage] = await Promise.all([child.stderr, child.stdio[3]].map(read));
  const { code, at } = await ended;
  if (!exitCodes.includes(code)) throw new Error(`node ${args.join(" ")} ended with ${code}\n${errors}`);
  const { cpuSeconds, peakBytes }: Record<string, number> = JSON.parse(usage ?? "");
  if (cpuSeconds === undefined || peakBytes === undefined) throw new Error(`no usage: ${usage}`);
  return {
    seconds: (at - began) / 1000,
    cpuSeconds,
    peakMegabytes: peakBytes / 1e6,
    written: output === undefined ? 0 : bytesIn(output),
  };
}

async function read(stream: unknown): Promise<string> {
  return stream instanceof Readable ? text(stream) : "";
}

function bytesIn(directory: string): number {
  return readdirSync(directory).reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
}
