import { parentPort, workerData } from "node:worker_threads";
import { UsageError } from "../base/usage-error.ts";
import { readSide } from "./contract-side.ts";
import type { ReadInThread, SideInThread } from "./sides.ts";

// The program of the thread that reads one side of a comparison.
const { name, version } = workerData as SideInThread;
parentPort?.postMessage(await answer());

async function answer(): Promise<ReadInThread> {
  try {
    return { side: await readSide(name, version) };
  } catch (error) {
    // Its class does not pass from thread to thread.
    if (error instanceof UsageError) return { usage: error.message };
    throw error;
  }
}
