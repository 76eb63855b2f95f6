import { ratioCells, takenCells } from "../process/taken.ts";
import { targetLine } from "../target.ts";
import type { VerifyResults } from "./results.ts";

/** The results as a Markdown table, with the targets and the method below it. */
export function renderTable({ sizes, targets, method, machine, load, date }: VerifyResults): string {
  return [
    "| pages           |          |      s |  CPU s |      MB | written, MB |",
    "| :-------------- | :------- | -----: | -----: | ------: | ----------: |",
    ...sizes.flatMap(({ pages, verify, floor, ratios }) => [
      line(pages.toLocaleString("en-US"), "verify", takenCells(verify)),
      line("", "floor", takenCells(floor)),
      line("", "÷", ratioCells(ratios)),
    ]),
    "",
    ...targets.map(targetLine),
    "",
    `${date}, ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.platform}; load ${load.before} before, ${load.after} after.`,
    ...method,
    "",
  ].join("\n");
}

function line(
  pages: string,
  name: string,
  [seconds = "", cpu = "", peak = "", written = ""]: string[],
): string {
  const cells = [pages.padEnd(15), name.padEnd(8), seconds.padStart(6), cpu.padStart(6), peak.padStart(7)];
  return `| ${[...cells, written.padStart(11)].join(" | ")} |`;
}
