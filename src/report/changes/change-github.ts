import type { Level } from "../../diff/change.ts";
import { annotationLines, workflowCommand } from "../workflow-command.ts";
import type { ChangeReport, WeighedChange } from "./change-report.ts";

const command: Readonly<Record<Level, "error" | "warning" | "notice">> = {
  breaking: "error",
  risky: "warning",
  compatible: "notice",
  sharpened: "notice",
};

/** What breaks, or may break, as workflow commands at the lines of the later contract; the sentence for all. */
export function renderChangeGithub({ changes, summary }: ChangeReport): string {
  const kinds = (["breaking", "risky"] as const).map((level) => ({
    command: command[level],
    name: level,
    annotations: changes
      .filter((change) => change.level === level)
      .map((change) => ({ line: annotation(change), times: 1 })),
  }));
  return annotationLines(kinds, summary.sentence);
}

function annotation({ level, rule, message, breaks, places: [{ before, after }] }: WeighedChange): string {
  const { file, line, column } = (after ?? before)?.location ?? {};
  const place = after && file !== undefined ? { file, line, col: column } : {};
  return workflowCommand(command[level], { ...place, title: rule }, `${message}. ${breaks}`);
}
