import { type TimedRun, withMethod } from "../timed-run.ts";
import { type Ratios, ratioCells, type Taken, takenCells } from "./taken.ts";

/** What whole processes took, beside what others took that do the least. */
export interface ColdRow {
  readonly label: string;
  readonly taken: Taken;
  readonly floor: Taken;
  readonly ratios: Ratios;
}

/**
 * The results as a Markdown table, with the targets and the method below it. `head` is above the labels, `name` what the
 * processes are called; both are as wide as their columns.
 */
export function renderColdTable(
  run: TimedRun,
  { head, name, rows }: { readonly head: string; readonly name: string; readonly rows: readonly ColdRow[] },
): string {
  const line = (label: string, who: string, [seconds = "", cpu = "", peak = "", written = ""]: string[]) => {
    const names = [label.padEnd(head.length), who.padEnd(name.length)];
    const figures = [seconds.padStart(6), cpu.padStart(6), peak.padStart(7), written.padStart(11)];
    return `| ${[...names, ...figures].join(" | ")} |`;
  };
  const dashes = (width: number) => `:${"-".repeat(width - 1)}`;
  return withMethod(
    [
      `| ${head} | ${" ".repeat(name.length)} |      s |  CPU s |      MB | written, MB |`,
      `| ${dashes(head.length)} | ${dashes(name.length)} | -----: | -----: | ------: | ----------: |`,
      ...rows.flatMap(({ label, taken, floor, ratios }) => [
        line(label, name, takenCells(taken)),
        line("", "floor", takenCells(floor)),
        line("", "÷", ratioCells(ratios)),
      ]),
    ],
    run,
  );
}
