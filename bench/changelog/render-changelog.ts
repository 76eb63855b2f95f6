import { type Target, targetLine } from "../target.ts";
import type { Looked } from "./measure-changelog.ts";
import type { Kind } from "./read-changelog.ts";

/** The kinds that are promised to be found, and those that are told beside them. */
const promised: readonly Kind[] = [
  "property",
  "relationship",
  "method",
  "enum member",
  "permission",
  "announced change",
];
const beside: readonly Kind[] = ["parameter", "enum type", "type"];

/** By kind: what was announced, what the pages of both dates can show, and what of that the changes tell. */
export function renderChangelog(looked: readonly Looked[]): string {
  const kinds = (some: readonly Kind[]): string[] =>
    some.map((kind) =>
      row(
        kind,
        looked.filter((each) => each.kind === kind),
      ),
    );
  const counted = looked.filter(({ kind }) => promised.includes(kind));
  const missed = looked.filter((each) => "missed" in each && each.missed.length > 0);
  const unshown = looked.filter((each) => "reason" in each);
  return [
    "|                  | announced | can be shown | found | of it with its whole | recall % |",
    "| :--------------- | --------: | -----------: | ----: | -------------------: | -------: |",
    ...kinds(promised),
    row("all of these", counted),
    ...kinds(beside),
    "",
    targetLine(changelogTarget(looked)),
    "",
    "Not found:",
    ...(missed.length === 0 ? ["  none"] : missed.map((each) => `  ${lineOf(each)}`)),
    "",
    "Cannot be shown by the pages of both dates:",
    ...reasonsOf(unshown),
    "",
  ].join("\n");
}

/** Each claim that cannot be shown, with its reason, then each that was found, and by which rule. */
export function listChangelog(looked: readonly Looked[]): string {
  const unshown = looked.filter((each) => "reason" in each).map((each) => `- ${lineOf(each)}`);
  const found = looked
    .filter((each) => "found" in each && each.missed.length === 0)
    .map((each) => `+ ${lineOf(each)}`);
  return [...unshown.sort(), "", ...found.sort()].join("\n");
}

export function changelogTarget(looked: readonly Looked[]): Target {
  const counted = looked.filter(({ kind }) => promised.includes(kind));
  const shown = counted.filter((each) => "found" in each);
  const found = shown.filter(isFound);
  const recall = found.length / shown.length;
  return {
    promise:
      "at least 95 % of the announced additions and changes of properties, relationships, methods, members and permissions that can be shown are among the changes",
    measured: `${(recall * 100).toFixed(1)} % (${found.length} of ${shown.length})`,
    met: recall >= 0.95,
  };
}

function isFound(looked: Looked): boolean {
  return "found" in looked && looked.missed.length === 0;
}

function row(title: string, looked: readonly Looked[]): string {
  const shown = looked.filter((each) => "found" in each);
  const found = shown.filter(isFound);
  const whole = found.filter((each) => "found" in each && each.found.every(({ within }) => within));
  const recall = shown.length === 0 ? "" : ((100 * found.length) / shown.length).toFixed(1);
  const cells = [
    title.padEnd(16),
    String(looked.length).padStart(9),
    String(shown.length).padStart(12),
    String(found.length).padStart(5),
    String(whole.length).padStart(20),
    recall.padStart(8),
  ];
  return `| ${cells.join(" | ")} |`;
}

function reasonsOf(unshown: readonly Looked[]): string[] {
  const counts = new Map<string, number>();
  for (const each of unshown) {
    const line = `${each.kind}: ${"reason" in each ? each.reason : ""}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].sort().map(([line, count]) => `  ${count} × ${line}`);
}

function lineOf(looked: Looked): string {
  const { claim } = looked;
  const where = claim.owners.length === 0 ? "" : ` of ${claim.owners.join(", ")}`;
  const what = `${claim.date} ${looked.kind} "${claim.name}"${where}`;
  if ("reason" in looked) return `${what}: ${looked.reason}`;
  if (looked.missed.length > 0) return `${what}: no change at ${looked.missed.join(", ")}`;
  const rules = [...new Set(looked.found.map(({ rule, within }) => (within ? `${rule}, with it` : rule)))];
  return `${what}: ${rules.join("; ")}`;
}
