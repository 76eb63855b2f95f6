import type { Level } from "../../diff/change.ts";
import { workflowCommand } from "../workflow-command.ts";
import type { ChangeReport, WeighedChange } from "./change-report.ts";

const command: Readonly<Record<Level, "error" | "warning" | "notice">> = {
  breaking: "error",
  risky: "warning",
  compatible: "notice",
  sharpened: "notice",
};

// GitHub shows ten annotations of a kind for a step, and drops the rest without a word.
const shownOfAKind = 10;

/** What breaks, or may break, as workflow commands at the lines of the later contract; the sentence for all. */
export function renderChangeGithub({ changes, summary }: ChangeReport): string {
  const lines = (["breaking", "risky"] as const).flatMap((level) => {
    const own = changes.filter((change) => change.level === level);
    const left = own.length - shownOfAKind;
    const shown = own.slice(0, left > 0 ? shownOfAKind - 1 : shownOfAKind);
    return [
      ...shown.map(annotation),
      ...(left > 0
        ? [
            workflowCommand(
              command[level],
              {},
              `and ${own.length - shown.length} more of ${level} in the report`,
            ),
          ]
        : []),
    ];
  });
  return `${[...lines, workflowCommand("notice", { title: "graph-conformance" }, summary.sentence)].join("\n")}\n`;
}

function annotation({ level, rule, message, breaks, places: [{ before, after }] }: WeighedChange): string {
  const { file, line, column } = (after ?? before)?.location ?? {};
  const place = after && file !== undefined ? { file, line, col: column } : {};
  return workflowCommand(command[level], { ...place, title: rule }, `${message}. ${breaks}`);
}
