import { targetLine } from "../target.ts";
import { circumstances } from "../timed-run.ts";
import type { GateResults } from "./measure-gate.ts";
import { settings } from "./settings.ts";

/** The results as a Markdown table, with the heap, the targets and the method below it. */
export function renderTable(results: GateResults): string {
  const { method, requests, waits, heap, targets } = results;
  const looks = (of: typeof heap.within) =>
    of.map(({ exchanges, heap: used }) => `${exchanges}: ${used}`).join(", ");
  return [
    "| answers after |           |      s | CPU ms for each exchange |",
    "| ------------: | :-------- | -----: | -----------------------: |",
    ...waits.flatMap(({ wait, gate, bare, ratio }) => [
      line(`${wait} ms`, "gate", gate.seconds.toFixed(2), gate.processor.toFixed(2)),
      line("", "bare loop", bare.seconds.toFixed(2), bare.processor.toFixed(2)),
      line("", "÷", ratio.toFixed(2), ""),
    ]),
    "",
    `Heap in MB by exchanges, within a gate: ${looks(heap.within)}`,
    `and behind ${heap.behind.length} of them: ${looks(heap.behind)}`,
    "",
    ...targets.map(targetLine),
    "",
    `${requests} requests, ${settings.concurrency} at a time; ${circumstances(results)}`,
    ...method,
    "",
  ].join("\n");
}

function line(wait: string, who: string, seconds: string, processor: string): string {
  return `| ${wait.padStart(13)} | ${who.padEnd(9)} | ${seconds.padStart(6)} | ${processor.padStart(24)} |`;
}
