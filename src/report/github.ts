import type { Severity } from "../rules/assertion.ts";
import { type Alike, onceEach } from "./alike.ts";
import { timesPhrase } from "./news.ts";
import { severities } from "./order.ts";
import { hintOf } from "./phrases.ts";
import type { Report } from "./report.ts";
import { workflowCommand } from "./workflow-command.ts";

const command: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

// GitHub shows ten annotations of a kind for a step, and drops the rest without a word.
const shownOfAKind = 10;

/**
 * The findings as workflow commands, which GitHub Actions makes annotations of where a step prints them:
 * `::error file=run.md,line=43,title=body/type::…`. The gravest come first; what GitHub would drop is counted.
 */
export function renderGithub({ findings, summary }: Report): string {
  const lines = severities.flatMap((severity) => {
    const own = onceEach(findings.filter((finding) => finding.severity === severity));
    const left = own.length - shownOfAKind;
    const shown = own.slice(0, left > 0 ? shownOfAKind - 1 : shownOfAKind);
    const others = own.slice(shown.length).reduce((sum, { times }) => sum + times, 0);
    return [
      ...shown.map(annotation),
      ...(left > 0
        ? [workflowCommand(command[severity], {}, `and ${others} more of ${severity} in the report`)]
        : []),
    ];
  });
  return `${[...lines, workflowCommand("notice", { title: "graph-conformance" }, summary.sentence)].join("\n")}\n`;
}

function annotation(alike: Alike): string {
  const { finding } = alike;
  const { severity, rule, message, source, span } = finding;
  const hint = hintOf(finding);
  const said = `${source === "documented" ? "" : `${source}: `}${message}${timesPhrase(alike.times)}`;
  const properties = {
    file: span.file,
    line: span.start.line,
    endLine: span.end.line,
    col: span.start.column,
    // A column behind the line would be taken for one of the first line.
    ...(span.end.line === span.start.line ? { endColumn: span.end.column } : {}),
    title: rule,
  };
  return workflowCommand(
    command[severity],
    properties,
    hint === undefined ? said : `${said} (hint: ${hint})`,
  );
}
