import type { Severity } from "../rules/assertion.ts";
import { isKnown } from "./baseline/outcome.ts";
import { type CauseGroup, causePhrase, causesOf, commonHint } from "./causes.ts";
import { severities } from "./order.ts";
import type { PathOptions } from "./phrases.ts";
import type { Report } from "./report.ts";
import { annotationLines, workflowCommand } from "./workflow-command.ts";

const command: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/**
 * What is wrong as workflow commands, which GitHub Actions makes annotations of where a step prints them, one for each
 * cause: `::error file=run.md,line=43,title=body/type::…`. The gravest come first; what GitHub would drop is counted, and
 * what a baseline has is left out.
 */
export function renderGithub({ findings, summary }: Report, options: PathOptions = {}): string {
  const causes = causesOf(findings.filter((finding) => !isKnown(finding)));
  const kinds = severities.map((severity) => ({
    command: command[severity],
    name: severity,
    annotations: causes
      .filter((cause) => cause.severity === severity)
      .map((cause) => ({ line: annotation(cause, options), times: cause.findings.length })),
  }));
  return annotationLines(kinds, summary.sentence);
}

function annotation(cause: CauseGroup, { inRepository = (file) => file }: PathOptions): string {
  const { severity, first } = cause;
  const { rule, span } = first;
  const hint = commonHint(cause);
  const said = causePhrase(cause);
  const properties = {
    file: inRepository(span.file),
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
