import type { Severity } from "../rules/assertion.ts";
import { type Alike, onceEach } from "./alike.ts";
import { isKnown } from "./baseline/outcome.ts";
import { timesPhrase } from "./news.ts";
import { severities } from "./order.ts";
import { hintOf } from "./phrases.ts";
import type { Report } from "./report.ts";
import { annotationLines, workflowCommand } from "./workflow-command.ts";

const command: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/**
 * The findings as workflow commands, which GitHub Actions makes annotations of where a step prints them:
 * `::error file=run.md,line=43,title=body/type::…`. The gravest come first; what GitHub would drop is counted, and what
 * a baseline has is left out.
 */
export function renderGithub({ findings, summary }: Report): string {
  const fresh = findings.filter((finding) => !isKnown(finding));
  const kinds = severities.map((severity) => ({
    command: command[severity],
    name: severity,
    annotations: onceEach(fresh.filter((finding) => finding.severity === severity)).map((alike) => ({
      line: annotation(alike),
      times: alike.times,
    })),
  }));
  return annotationLines(kinds, summary.sentence);
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
