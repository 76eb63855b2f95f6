import type { Location } from "../base/location.ts";
import type { ShownMessage } from "../http/show-message.ts";
import type { Assertion, Judgement } from "../rules/assertion.ts";
import { withStatus } from "./count-assertions.ts";
import { byText } from "./order.ts";
import type { ComparedExample, Disagreement, Finding, Report, Side, WaivedFinding } from "./report.ts";

/**
 * The report as JSON, valid against `schemas/report.schema.json`. Two runs over the same input differ in
 * nothing but the provenance. Passed and not applicable assertions are only named, one id for each, and
 * every judgement has a line of its own: a report over thousands of pages stays readable and small.
 */
export function renderJson(report: Report): string {
  const head = {
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
  const judgements = report.judgements.map((each) => `\n    ${JSON.stringify(judgement(each))}`);
  const text = JSON.stringify(head, null, 2);
  return `${text.slice(0, -"\n}".length)},\n  "judgements": [${judgements.join(",")}\n  ]\n}\n`;
}

// Members are written out one by one, here and below: their order must not depend on who built the value.

function finding(value: Finding) {
  const { rule, severity, message, pointer, operation, example, source, version, fingerprint, cause, hint } =
    value;
  return {
    rule,
    severity,
    message,
    location: location(value.location),
    pointer,
    operation,
    example,
    source,
    version,
    fingerprint,
    cause,
    hint,
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

function comparedExample({ example, operation, location: place, pointer, sides }: ComparedExample) {
  return { example, operation, location: location(place), pointer, sides: sides.map(side) };
}

function side({ source, right, pointer, shows, judgement }: Side) {
  return { source, right, pointer, shows, judgement };
}

function judgement(value: Judgement) {
  const { kind, source, version, file, title, operation, example, resource, request, response } = value;
  return {
    kind,
    source,
    version,
    file,
    title,
    location: location(value.location),
    operation,
    example,
    resource,
    passed: ids(value, "pass"),
    notApplicable: ids(value, "not-applicable"),
    assertions: value.assertions
      .filter(({ status }) => status !== "pass" && status !== "not-applicable")
      .map(assertion),
    request: request && message(request),
    response: response && message(response),
  };
}

function ids(value: Judgement, status: "pass" | "not-applicable"): readonly string[] {
  return withStatus(value, status)
    .map(({ rule }) => rule)
    .sort(byText);
}

function assertion(value: Assertion) {
  const { rule, status, severity, pointer, message, hint, reason, cause, fingerprint } = value;
  return {
    rule,
    status,
    severity,
    location: location(value.location),
    pointer,
    message,
    hint,
    reason,
    cause,
    fingerprint,
  };
}

function message({ text, location: place }: ShownMessage) {
  return { location: location(place), text };
}

function location({ file, line, column }: Location): Location {
  return { file, line, column };
}
