import { type Target, targetLine } from "../target.ts";
import type { Repair, Repairs } from "./measure-repairs.ts";

/** By kind: what was mended, what the pages could tell, and what was found of it. */
export function renderRepairs({ repairs, gone }: Repairs): string {
  const kinds = [...new Set(repairs.map(({ kind }) => kind))].sort();
  const excluded = repairs.filter((each) => each.excluded !== undefined);
  const reasons = [...new Set(excluded.map(({ kind, excluded: reason }) => `${kind}: ${reason}`))].sort();
  return [
    "| kind                                        | mended | excluded | can be told | had a finding |     % |",
    "| :------------------------------------------ | -----: | -------: | ----------: | ------------: | ----: |",
    ...kinds.map((kind) =>
      row(
        kind,
        repairs.filter((each) => each.kind === kind),
      ),
    ),
    row("all", repairs),
    "",
    targetLine(targetOf(repairs)),
    "",
    "Excluded:",
    ...reasons.map(
      (reason) =>
        `  ${excluded.filter(({ kind, excluded: own }) => `${kind}: ${own}` === reason).length} × ${reason}`,
    ),
    "",
    "Findings of the first year that the second has no more, at lines that changed and elsewhere (another page was mended):",
    ...gone.map(
      ({ rule, mended, otherwise }) =>
        `  ${rule.padEnd(32)} ${String(mended).padStart(5)} ${String(otherwise).padStart(5)}`,
    ),
    "",
  ].join("\n");
}

/** The mended places without a finding, then those with one, then where what is excluded stands. */
export function listRepairs({ repairs }: Repairs): string {
  const told = repairs.filter(({ excluded }) => excluded === undefined);
  const shown = ({ kind, file, line, before, after, rules }: Repair) =>
    `${kind} | ${file}:${line} | ${rules.join(", ") || "no finding"}\n  - ${before.trim()}\n  + ${after.trim()}`;
  const excluded = repairs
    .filter((each) => each.excluded !== undefined)
    .map((each) => `${each.kind}: ${each.excluded} | ${each.file}:${each.line}`);
  return [
    ...[...told].sort((a, b) => a.rules.length - b.rules.length).map(shown),
    "",
    "Excluded places:",
    ...excluded.sort(),
  ].join("\n");
}

export function targetOf(repairs: readonly Repair[]): Target {
  const told = repairs.filter(({ excluded }) => excluded === undefined);
  const share = told.length === 0 ? 1 : told.filter(({ rules }) => rules.length > 0).length / told.length;
  return {
    promise: "at least 85 % of what the pages alone can tell had a finding",
    measured: `${(100 * share).toFixed(1)} %`,
    met: share >= 0.85,
  };
}

function row(kind: string, those: readonly Repair[]): string {
  const told = those.filter(({ excluded }) => excluded === undefined);
  const found = told.filter(({ rules }) => rules.length > 0).length;
  const cells = [
    [String(those.length), 6],
    [String(those.length - told.length), 8],
    [String(told.length), 11],
    [String(found), 13],
    [told.length === 0 ? "" : ((100 * found) / told.length).toFixed(0), 5],
  ] as const;
  return `| ${[kind.padEnd(43), ...cells.map(([text, width]) => text.padStart(width))].join(" | ")} |`;
}
