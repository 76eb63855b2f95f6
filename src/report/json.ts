import type { Location } from "../base/location.ts";
import type { Span } from "../base/span.ts";
import type { ShownMessage } from "../http/show-message.ts";
import type { Failed, Finding, Judgement, NotVerified, Subject } from "../rules/assertion.ts";
import { failedIn, notVerifiedIn, rulesWith } from "./counts.ts";
import type { ComparedExample, Disagreement, Report, Side, WaivedFinding } from "./report.ts";

/** The version of this form; it counts up when a reader of the one before would misread it. */
const format = 2;

/**
 * The report as JSON, valid against `schemas/report.schema.json`. Two runs over the same input differ in
 * nothing but the provenance. Passed and not applicable assertions are only named, one id for each, and
 * every judgement has a line of its own: a report over thousands of pages stays readable and small.
 */
export function renderJson(report: Report): string {
  const head = {
    format,
    tool: { name: report.tool.name, version: report.tool.version },
    provenance: report.provenance,
    failOn: report.failOn,
    summary: report.summary,
    findings: report.findings.map(finding),
    waived: report.waived.map(waivedFinding),
    systems: report.systems,
    disagreements: report.disagreements.map(disagreement),
    rules: report.rules.map(({ id, promise }) => ({ id, promise })),
  };
  const numbers = new Map<Finding, number>();
  for (const list of [report.findings, report.waived]) {
    list.forEach((each, number) => {
      numbers.set(each, number);
    });
  }
  const judgements = report.judgements.map((each) => `\n    ${JSON.stringify(judgement(each, numbers))}`);
  const text = JSON.stringify(head, null, 2);
  return `${text.slice(0, -"\n}".length)},\n  "judgements": [${judgements.join(",")}\n  ]\n}\n`;
}

// Members are written out one by one, here and below: their order must not depend on who built the value.

function finding(value: Finding) {
  const { rule, severity, message, subject, example, source, version, pointer, meant, advice, fingerprint } =
    value;
  return {
    rule,
    severity,
    message,
    subject: subjectOf(subject),
    example,
    source,
    version,
    span: spanOf(value.span),
    pointer,
    promise: value.promise && { span: spanOf(value.promise.span), text: value.promise.text },
    meant,
    advice,
    fix: value.fix && { edits: value.fix.edits.map(({ span, text }) => ({ span: spanOf(span), text })) },
    cause: { id: value.cause.id, span: spanOf(value.cause.span), sentence: value.cause.sentence },
    fingerprint,
  };
}

function waivedFinding(value: WaivedFinding) {
  const { fingerprint, rule, scope, source, reason, owner, expires, link } = value.waiver;
  return {
    ...finding(value),
    waiver: {
      fingerprint,
      rule,
      scope,
      source,
      reason,
      owner,
      expires,
      link,
      location: location(value.waiver.location),
    },
  };
}

function disagreement({ rule, version, sentence, why, right, wrong, examples }: Disagreement) {
  return { rule, version, sentence, why, right, wrong, examples: examples.map(comparedExample) };
}

function comparedExample({ example, operation, span, pointer, sides }: ComparedExample) {
  return { example, operation, span: spanOf(span), pointer, sides: sides.map(side) };
}

function side({ source, right, pointer, shows, judgement }: Side) {
  return { source, right, pointer, shows, judgement };
}

function judgement(value: Judgement, numbers: ReadonlyMap<Finding, number>) {
  const failed = (finding: Failed) => assertion(finding, numbers.get(finding));
  const { kind, source, version, file, title, subject, example, resource, request, response } = value;
  return {
    kind,
    source,
    version,
    file,
    title,
    location: location(value.location),
    subject: subjectOf(subject),
    example,
    resource,
    passed: rulesWith(value, "pass"),
    notApplicable: rulesWith(value, "not-applicable"),
    assertions: [
      ...failedIn(value, "fail").map(failed),
      ...failedIn(value, "waived").map(failed),
      ...notVerifiedIn(value).map(notVerified),
    ],
    request: request && message(request),
    response: response && message(response),
  };
}

/** What a failure says stands among the findings, or among the waived, under this number. */
function assertion({ rule, status, transcript }: Failed, finding: number | undefined) {
  return { rule, status, finding, transcript: transcript && spanOf(transcript) };
}

function notVerified(value: NotVerified) {
  const { rule, status, severity, reason, message, pointer, transcript, fingerprint } = value;
  return {
    rule,
    status,
    severity,
    reason,
    message,
    span: spanOf(value.span),
    pointer,
    transcript: transcript && spanOf(transcript),
    fingerprint,
  };
}

function message({ text, location: place }: ShownMessage) {
  return { location: location(place), text };
}

function location({ file, line, column }: Location): Location {
  return { file, line, column };
}

function spanOf({ file, start, end }: Span): Span {
  return {
    file,
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}

function subjectOf({ kind, id }: Subject): Subject {
  return { kind, id };
}
