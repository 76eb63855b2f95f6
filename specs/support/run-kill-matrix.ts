import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Fault } from "../../src/mock/faults/fault.ts";
import { buildScript } from "./build-script.ts";
import { type MatrixRow, type MatrixSource, matrixSources } from "./kill-matrix.ts";

/** Which row a process is to make; without a name it is the one without a fault. */
export interface RowAsked {
  readonly source: MatrixSource;
  readonly name: string;
}

/**
 * For each source the row without a fault, and one for each of the faults, in their order. Every core works on some of
 * them.
 */
export async function runKillMatrix(
  faults: readonly Pick<Fault, "name">[],
  sources: readonly MatrixSource[] = matrixSources,
): Promise<MatrixRow[]> {
  const names = ["", ...faults.map(({ name }) => name)];
  const asked = sources.flatMap((source) => names.map((name) => ({ source, name })));
  const script = await buildScript("specs/support/kill-matrix-worker.ts");
  const startWorker = () => fork(script, { serialization: "advanced" });
  const workers = Array.from({ length: Math.min(availableParallelism(), asked.length) }, startWorker);
  const rows: MatrixRow[] = [];
  const queue = asked.entries();
  const work = async (worker: ChildProcess) => {
    for (const [index, one] of queue) rows[index] = await rowFrom(worker, one);
  };
  try {
    await Promise.all(workers.map(work));
    return rows;
  } finally {
    for (const worker of workers) worker.kill();
  }
}

function rowFrom(worker: ChildProcess, asked: RowAsked): Promise<MatrixRow> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null) =>
      reject(new Error(`the worker ended with ${code} at the fault "${asked.name}"`));
    worker.once("exit", end);
    worker.once("message", (row) => {
      worker.off("exit", end);
      // What the worker sends is a row: it is this repository's own.
      resolve(row as unknown as MatrixRow);
    });
    worker.send(asked);
  });
}
