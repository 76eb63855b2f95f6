import type { Location } from "../base/location.ts";
import type { Span } from "../base/span.ts";
import type { ShownMessage } from "../http/show-message.ts";
import type { Failed, Finding, Judgement, NotVerified, Subject } from "../rules/assertion.ts";
import type { Counted } from "../rules/coverage.ts";
import { countAssertions, failedIn, notVerifiedIn, rulesWith } from "./counts.ts";
import { indented, listPieces, opened } from "./json-text.ts";
import { readingPieces } from "./reading/reading-json.ts";
import type {
  AppliedRule,
  ComparedExample,
  Disagreement,
  Report,
  ShardDetail,
  Side,
  WaivedFinding,
} from "./report.ts";
import type { AssertionCounts } from "./summary.ts";
import type { TrendRun } from "./trend/trend-run.ts";

/** The version of the JSON report's form; it counts up when a reader of the one before would misread it. */
export const reportFormat = 2;

export interface JsonOptions {
  /** Every passed rule by its name, and the messages; otherwise only what is not right, and counts. */
  readonly detail?: boolean;
}

/**
 * The report as JSON, valid against `schemas/report.schema.json`, piece after piece. Two runs over the same input
 * differ in nothing but the provenance. Every row and judgement has a line of its own: a report over thousands of pages
 * stays readable and small.
 */
export function* jsonPieces(report: Report, { detail = false }: JsonOptions = {}): Generator<string> {
  const numbers = new Map<Finding, number>();
  for (const list of [report.findings, report.waived]) {
    list.forEach((each, number) => {
      numbers.set(each, number);
    });
  }
  const { provenance, failOn, summary, coverage, upgrade, baseline, trend } = report;
  const tool = { name: report.tool.name, version: report.tool.version };
  yield opened({
    format: reportFormat,
    tool,
    provenance,
    failOn,
    summary,
    coverage,
    upgrade,
    baseline,
    trend: trend?.map(trendRun),
  });
  yield* listPieces("findings", report.findings, (each) => indented(finding(each), 2));
  yield* listPieces("waived", report.waived, (each) => indented(waivedFinding(each), 2));
  yield* listPieces("systems", report.systems, (each) => JSON.stringify(each));
  yield* listPieces("disagreements", report.disagreements, (each) => indented(disagreement(each), 2));
  yield* listPieces("rules", report.rules, (each) => JSON.stringify(rule(each)));
  yield* listPieces("judgements", report.judgements, (each) =>
    JSON.stringify({ ...judgement(each, numbers), ...(detail ? details(each) : {}) }),
  );
  if (report.reading) yield* readingPieces(report.reading);
  if (report.basis) {
    const { rules, permissions } = report.basis;
    yield `,\n  "basis": ${JSON.stringify({ rules, permissions })}`;
  }
  if (report.shard) yield* shardPieces(report.shard);
  yield "\n}\n";
}

/** What was judged stands here as it is, to be read again. */
function* shardPieces({ number, of, run, floor, coverage, judgements }: ShardDetail): Generator<string> {
  const counted = (all: readonly Counted[]) => all.map(({ name, verified }) => ({ name, verified }));
  const { operations, examples, properties } = coverage;
  const covered = {
    operations: counted(operations),
    examples: counted(examples),
    properties: counted(properties),
  };
  yield `,\n  "shard": ${opened({ number, of, run, floor, coverage: covered }, 1)}`;
  yield* listPieces("judgements", judgements, (each) => JSON.stringify(each));
  yield "\n  }";
}

// Members are written out one by one, here and below: their order must not depend on who built the value.

function finding(value: Finding) {
  const { rule, severity, message, subject, example, source, version, pointer, meant, advice } = value;
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
    newSince: value.newSince,
    baseline: value.baseline,
    fingerprint: value.fingerprint,
  };
}

function trendRun({ at, version, file, verdict, findings, waived, change }: TrendRun) {
  return {
    at,
    version,
    file,
    verdict,
    findings: { error: findings.error, warning: findings.warning, info: findings.info },
    waived,
    change: change && {
      new: change.new,
      still: change.still,
      fixed: change.fixed,
      notJudged: change.notJudged,
    },
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

function rule({ id, promise, idle, sources }: AppliedRule) {
  return {
    id,
    promise,
    ...(idle === undefined ? {} : { idle }),
    sources: sources.map(({ source, assertions }) => ({ source, assertions: counts(assertions) })),
  };
}

function counts({ pass, fail, waived, notVerified, notApplicable }: AssertionCounts): AssertionCounts {
  return { pass, fail, waived, notVerified, notApplicable };
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
  const { kind, source, version, file, title, subject, example, resource } = value;
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
    counts: counts(countAssertions([value])),
    assertions: [
      ...failedIn(value, "fail").map(failed),
      ...failedIn(value, "waived").map(failed),
      ...notVerifiedIn(value).map(notVerified),
    ],
  };
}

function details(value: Judgement) {
  const { request, response } = value;
  return {
    passed: rulesWith(value, "pass"),
    notApplicable: rulesWith(value, "not-applicable"),
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
