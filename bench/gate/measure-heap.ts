import { httpTransport } from "../../src/exchange/service/transport/http-transport.ts";
import { collector } from "../process/collector.ts";
import type { RecordedGate } from "./record-gate.ts";
import { settings } from "./settings.ts";

/** What is in use of the heap, behind a forced collection, when so many exchanges were judged in this process. */
export interface HeapLook {
  readonly exchanges: number;
  /** Millions of bytes. */
  readonly heap: number;
}

export interface HeapResult {
  /** Within one gate. */
  readonly within: readonly HeapLook[];
  /** Behind each of several gates. */
  readonly behind: readonly HeapLook[];
}

/** Runs a gate again and again, and looks what it leaves behind. */
export async function measureHeap(
  { sent, judged, judge }: RecordedGate,
  progress: (text: string) => void,
): Promise<HeapResult> {
  const collect = collector();
  const look = (exchanges: number): HeapLook => {
    collect();
    return { exchanges, heap: Math.round(process.memoryUsage().heapUsed / 1e5) / 10 };
  };
  const within: HeapLook[] = [];
  const behind: HeapLook[] = [];
  for (let gate = 1; gate <= settings.gatesInOneProcess; gate++) {
    progress(`memory: gate ${gate} of ${settings.gatesInOneProcess}`);
    const every = Math.floor(judged / settings.looks);
    await judge(httpTransport(), (count) => {
      if (gate === 1 && count % every === 0) within.push(look(count));
    });
    behind.push(look(gate * sent.length));
  }
  return { within, behind };
}

/** How far the heap has grown since the first third of a gate, at its end or behind all of them; millions of bytes. */
export function growthOf({ within, behind }: HeapResult): number {
  const first = within[Math.floor(within.length / 3) - 1]?.heap ?? Number.NaN;
  return Math.round(Math.max(within.at(-1)?.heap ?? 0, behind.at(-1)?.heap ?? 0) - first);
}
