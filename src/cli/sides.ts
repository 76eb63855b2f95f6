import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { UsageError } from "../base/usage-error.ts";
import type { GraphVersion } from "../docs/page.ts";
import { isBuilt } from "../docs/tool-digest.ts";
import { type ContractSide, namesPages, readSide } from "./contract-side.ts";

/** What the thread is told. */
export interface SideInThread {
  readonly name: string;
  readonly version: GraphVersion | undefined;
}

/** What it answers: the side, or the sentence of a usage error. */
export type ReadInThread = { readonly side: ContractSide } | { readonly usage: string };

/**
 * Reads both sides of a comparison. Two sides of pages are read at once, the old one in a thread of its own, where
 * there is a program for it.
 *
 * @throws UsageError as `readSide` does; where both sides are wrong, of the old one
 */
export async function readSides(
  old: string,
  next: string,
  version: GraphVersion | undefined,
  program: URL | undefined,
): Promise<readonly [ContractSide, ContractSide]> {
  // Where the sources are run, a thread would run what was built of others.
  if (!program || !isBuilt || !namesPages(old) || !namesPages(next))
    return [await readSide(old, version), await readSide(next, version)];
  const [before, after] = await Promise.allSettled([
    readInThread(program, { name: old, version }),
    readSide(next, version),
  ]);
  if (before.status === "rejected") throw before.reason;
  if (after.status === "rejected") throw after.reason;
  return [before.value, after.value];
}

async function readInThread(program: URL, told: SideInThread): Promise<ContractSide> {
  const [answer] = (await once(new Worker(program, { workerData: told }), "message")) as [ReadInThread];
  if ("usage" in answer) throw new UsageError(answer.usage);
  return answer.side;
}
