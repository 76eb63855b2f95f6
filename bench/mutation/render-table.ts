import { partition } from "../../src/base/partition.ts";
import { type Target, targetLine } from "../target.ts";
import { classes } from "./classes.ts";
import type { Seeded } from "./measure-mutation.ts";

/** By class: how many can be known and are found, and what became of the others. */
export function renderTable(seeded: readonly Seeded[]): string {
  const lines = classes.map(({ name }) =>
    line(
      name,
      seeded.filter(({ kind }) => kind === name),
    ),
  );
  return [
    "| class                          | seeded | can be known | found |     % | elsewhere | not verified | silent | second |  unknowable: found | not verified | silent |",
    "| :----------------------------- | -----: | -----------: | ----: | ----: | --------: | -----------: | -----: | -----: | -----------------: | -----------: | -----: |",
    ...lines,
    line("all", seeded),
    "",
    ...targetsOf(seeded).map(targetLine),
    "",
  ].join("\n");
}

/** Every defect that was not found as it should be, for who mends it. */
export function renderMisses(seeded: readonly Seeded[]): string {
  return seeded
    .filter(
      ({ fate, others, defect }) =>
        others.length > 0 || (fate !== "found" && (!defect.unknowable || fate === "silent")),
    )
    .map(({ kind, file, defect, fate, others }) =>
      [
        `${kind} | ${fate} | ${file}:${defect.line} ${defect.pointer ?? ""} | ${defect.what}${defect.unknowable ? ` | ${defect.unknowable}` : ""}`,
        ...others.map((other) => `    ${other}`),
      ].join("\n"),
    )
    .join("\n");
}

export function targetsOf(seeded: readonly Seeded[]): Target[] {
  const rate = (those: readonly Seeded[]) =>
    part(those.filter(({ fate }) => fate === "found").length, those.length);
  const knowable = seeded.filter(({ defect }) => !defect.unknowable);
  const byClass = classes.map(({ name }) => ({
    name,
    found: rate(knowable.filter(({ kind }) => kind === name)),
  }));
  const worst = byClass.reduce((a, b) => (b.found < a.found ? b : a));
  const single = part(
    seeded.filter(({ fate, others }) => others.length === (fate === "elsewhere" ? 1 : 0)).length,
    seeded.length,
  );
  const passed = seeded.filter(({ defect, fate }) => defect.unknowable && fate === "silent").length;
  return [
    {
      promise: "at least 99 % found at their rule, pointer and line",
      measured: percent(rate(knowable)),
      met: rate(knowable) >= 0.99,
    },
    {
      promise: "no class under 90 %",
      measured: `${worst.name}, ${percent(worst.found)}`,
      met: worst.found >= 0.9,
    },
    { promise: "no second finding in at least 98 %", measured: percent(single), met: single >= 0.98 },
    { promise: "what cannot be known is never passed", measured: String(passed), met: passed === 0 },
  ];
}

function line(name: string, those: readonly Seeded[]): string {
  const [known, unknown] = partition(those, ({ defect }) => !defect.unknowable);
  const count = (of: readonly Seeded[], fate: string) => of.filter((each) => each.fate === fate).length;
  const second = those.filter(({ fate, others }) => others.length > (fate === "elsewhere" ? 1 : 0)).length;
  const cells = [
    [those.length, 6],
    [known.length, 12],
    [count(known, "found"), 5],
    [(100 * part(count(known, "found"), known.length)).toFixed(0), 5],
    [count(known, "elsewhere"), 9],
    [count(known, "not-verified"), 12],
    [count(known, "silent"), 6],
    [second, 6],
    [count(unknown, "found") + count(unknown, "elsewhere"), 18],
    [count(unknown, "not-verified"), 12],
    [count(unknown, "silent"), 6],
  ] as const;
  return `| ${[name.padEnd(30), ...cells.map(([value, width]) => String(value).padStart(width))].join(" | ")} |`;
}

function part(some: number, all: number): number {
  return all === 0 ? 1 : some / all;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
