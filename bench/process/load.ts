import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Server } from "./server.ts";

export interface Load {
  readonly perSecond: number;
  /** Answers that were no success. */
  readonly refused: number;
  /** How much of a core the loader itself needed, 0 to 1. */
  readonly busy: number;
  /** How long half of the requests waited at most, 99 of 100, and the last. */
  readonly milliseconds: { readonly half: number; readonly p99: number; readonly longest: number };
}

const loader = fileURLToPath(new URL("../servers/load.js", import.meta.url));

/** Sends the requests of a file to a server from another process, over and over, for some seconds. */
export async function load(
  server: Server,
  file: string,
  connections: number,
  seconds: number,
): Promise<Load> {
  const numbers = [server.port, connections, seconds].map(String);
  const child = spawn(process.execPath, [loader, file, ...numbers, server.authorization], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`the loader ended with ${code}`);
  const value: Load = JSON.parse(text);
  return value;
}
