import type { Target } from "../target.ts";
import type { WaitResult } from "./measure-gate.ts";
import { growthOf, type HeapResult } from "./measure-heap.ts";
import { settings } from "./settings.ts";

/** What was promised of a gate, and whether it holds. */
export function targetsOf([late, prompt]: readonly WaitResult[], heap: HeapResult): readonly Target[] {
  const { mostTime, mostProcessor, mostGrowth } = settings;
  const ratio = late?.ratio ?? Number.NaN;
  const gate = prompt?.gate.processor ?? Number.NaN;
  const bare = prompt?.bare.processor ?? Number.NaN;
  const growth = growthOf(heap);
  return [
    {
      promise: `answers after ${late?.wait} ms: less than ${mostTime} times what the bare loop takes`,
      measured: `${ratio.toFixed(2)}`,
      met: ratio < mostTime,
    },
    {
      promise: `answers at once: less than ${mostProcessor} ms of the processor for each exchange`,
      measured: `${gate.toFixed(2)} ms, the bare loop ${bare.toFixed(2)} ms`,
      met: gate < mostProcessor,
    },
    {
      promise: `memory flat: the heap grows by less than ${mostGrowth} MB from the first third of a gate on`,
      measured: `${growth} MB over ${heap.behind.at(-1)?.exchanges} exchanges`,
      met: growth < mostGrowth,
    },
  ];
}
