import { ratioCells, takenCells } from "../process/taken.ts";
import { targetLine } from "../target.ts";
import type { DiffResults } from "./results.ts";

/** The results as a Markdown table, with the targets and the method below it. */
export function renderTable({ sides, targets, method, machine, load, date }: DiffResults): string {
  return [
    "| sides         |       |      s |  CPU s |      MB | written, MB |",
    "| :------------ | :---- | -----: | -----: | ------: | ----------: |",
    ...sides.flatMap(({ name, diff, floor, ratios }) => [
      line(name, "diff", takenCells(diff)),
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
  sides: string,
  name: string,
  [seconds = "", cpu = "", peak = "", written = ""]: string[],
): string {
  const cells = [sides.padEnd(13), name.padEnd(5), seconds.padStart(6), cpu.padStart(6), peak.padStart(7)];
  return `| ${[...cells, written.padStart(11)].join(" | ")} |`;
}
