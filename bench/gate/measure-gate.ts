import { setMaxListeners } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { httpTransport } from "../../src/exchange/service/transport/http-transport.ts";
import { load, machine } from "../machine.ts";
import { median } from "../median.ts";
import { ask } from "../process/ask.ts";
import { freePort } from "../process/free-port.ts";
import { startServer } from "../process/server.ts";
import type { Outside, TimedRun } from "../timed-run.ts";
import { type HeapResult, measureHeap } from "./measure-heap.ts";
import { type RecordedGate, recordGate, type Sent } from "./record-gate.ts";
import { method, settings } from "./settings.ts";
import { targetsOf } from "./targets.ts";

const late = fileURLToPath(new URL("../servers/late.js", import.meta.url));

interface Taken {
  readonly seconds: number;
  /** Milliseconds for each exchange. */
  readonly processor: number;
}

export interface WaitResult {
  /** How long an answer takes, milliseconds. */
  readonly wait: number;
  readonly gate: Taken;
  readonly bare: Taken;
  /** The time of a gate beside that of the bare loop before it; of the rounds the one in the middle. */
  readonly ratio: number;
}

export interface GateResults extends TimedRun {
  readonly requests: number;
  readonly waits: readonly WaitResult[];
  readonly heap: HeapResult;
}

/** Measures a gate beside a loop that sends the same requests over the same transport and looks at no answer. */
export async function measureGate(outside: Outside): Promise<GateResults> {
  const { date, progress } = outside;
  const directory = mkdtempSync(join(tmpdir(), "graph-conformance-bench-"));
  try {
    const port = await freePort("127.0.0.1");
    progress("recording what a gate asks, and is answered");
    const gate = await recordGate(`http://127.0.0.1:${port}`);
    const answers = join(directory, "answers.json");
    writeFileSync(answers, JSON.stringify(gate.answers));
    const before = load();
    const waits: WaitResult[] = [];
    for (const wait of settings.waits) {
      waits.push(
        await withService(answers, port, wait, () => {
          progress(`${gate.sent.length} requests whose answers take ${wait} ms`);
          return measureWait(gate, wait);
        }),
      );
    }
    const heap = await withService(answers, port, 0, () => measureHeap(gate, progress));
    return {
      date,
      machine: machine(),
      load: { before, after: load() },
      method,
      requests: gate.sent.length,
      waits,
      heap,
      targets: targetsOf(waits, heap),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function withService<T>(
  answers: string,
  port: number,
  wait: number,
  measure: () => Promise<T>,
): Promise<T> {
  const server = await startServer({
    name: "the service that answers late",
    args: () => [late, answers, String(port), String(wait)],
    firstAnswer: async () => {
      await ask(port, { method: "GET", target: "/" });
      return "";
    },
    patience: 10_000,
    port,
  });
  try {
    return await measure();
  } finally {
    await server.stop();
  }
}

async function measureWait({ sent, judge }: RecordedGate, wait: number): Promise<WaitResult> {
  const rounds: { readonly bare: Taken; readonly gate: Taken }[] = [];
  for (let round = 0; round < settings.rounds; round++) {
    const bare = await taken(sent.length, () => bareLoop(sent));
    const gate = await taken(sent.length, () => judge(httpTransport()));
    rounds.push({ bare, gate });
  }
  const middle = (of: "bare" | "gate"): Taken => ({
    seconds: rounded(median(rounds.map((round) => round[of].seconds))),
    processor: rounded(median(rounds.map((round) => round[of].processor))),
  });
  const ratio = rounded(median(rounds.map(({ bare, gate }) => gate.seconds / bare.seconds)));
  return { wait, gate: middle("gate"), bare: middle("bare"), ratio };
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}

async function bareLoop(sent: readonly Sent[]): Promise<void> {
  const transport = httpTransport();
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const rest = sent.values();
  const loop = async () => {
    for (const { url, message } of rest) await transport(url, message, signal);
  };
  await Promise.all(Array.from({ length: settings.concurrency }, loop));
}

async function taken(count: number, run: () => Promise<unknown>): Promise<Taken> {
  const before = process.cpuUsage();
  const began = performance.now();
  await run();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - began) / 1_000, processor: (user + system) / 1_000 / count };
}
