import { targetLine } from "../target.ts";
import type { MockResults } from "./results.ts";

/** The results as a Markdown table, with the targets and the method below it. */
export function renderTable({ sizes, flatness, targets, method, machine, prism, date }: MockResults): string {
  const names = [
    "operations",
    "start-up, ms: mock",
    "Prism",
    "bare",
    "requests/s: mock",
    "Prism",
    "bare",
    "× Prism",
    "÷ bare",
    "changing",
  ];
  const rows = sizes.map(({ operations, startUp, requestsPerSecond, timesPrism, ofBare, ofBareChanging }) => [
    count(operations),
    ...[startUp.mock, startUp.prism, startUp.bare].map(count),
    ...[requestsPerSecond.mock, requestsPerSecond.prism, requestsPerSecond.bare].map(count),
    String(timesPrism),
    ofBare.toFixed(2),
    ofBareChanging.toFixed(2),
  ]);
  const flat = [
    "last / first",
    "",
    "",
    "",
    flatness.mock.toFixed(2),
    "",
    flatness.bare.toFixed(2),
    "",
    "",
    "",
  ];
  return [
    line(names, names),
    `| ${names.map((name) => `${"-".repeat(name.length - 1)}:`).join(" | ")} |`,
    ...[...rows, flat].map((row) => line(row, names)),
    "",
    ...targets.map(targetLine),
    "",
    `${date}, ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.platform}; Prism ${prism}.`,
    ...method,
    "",
  ].join("\n");
}

function line(cells: readonly string[], names: readonly string[]): string {
  return `| ${cells.map((cell, index) => cell.padStart(names[index]?.length ?? 0)).join(" | ")} |`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
