import type { ArtifactChange, ArtifactLocation, Fix, Region, ReportingDescriptor, Result } from "sarif";
import { groupBy } from "../base/group-by.ts";
import type { Edit, Span } from "../base/span.ts";
import type { Finding, Fix as FindingFix, Severity } from "../rules/assertion.ts";
import { isKnown } from "./baseline/outcome.ts";
import { outcomePhrases } from "./baseline/phrases.ts";
import { fixPhrase } from "./fix-phrase.ts";
import { freshAndGravestFirst } from "./order.ts";
import { hintOf, type PathOptions } from "./phrases.ts";
import type { Report, RuleEntry } from "./report.ts";
import { artifactLocation, sarifText } from "./sarif-log.ts";
import { visibleText } from "./visible-text.ts";

const level: Readonly<Record<Severity, Result.level>> = { error: "error", warning: "warning", info: "note" };

/**
 * The report as SARIF 2.1.0, for code scanning. Results are the findings, those that a baseline knows too: they are there.
 * What was not verified, is waived, or was fixed since the baseline is no result, only a count: code scanning would show it
 * as an open alert (see `sarifText`).
 */
export function renderSarif(report: Report, { inRepository = (file) => file }: PathOptions = {}): string {
  const indexes = new Map(report.rules.map(({ id }, index) => [id, index]));
  const shown: Shown = { indexes, at: (file) => artifactLocation(inRepository(file)) };
  const disagreements = report.disagreements.map(({ rule, sentence }) => `${rule}: ${visibleText(sentence)}`);
  return sarifText({
    tool: report.tool,
    rules: report.rules.map(descriptor),
    results: freshAndGravestFirst(report.findings).map((finding) => result(finding, shown)),
    waived: report.waived.map(({ waiver }) => waiver),
    properties: {
      verdict: report.summary.sentence,
      assertions: report.summary.assertions,
      ...(disagreements.length === 0 ? {} : { disagreements }),
      ...(report.baseline ? { baseline: outcomePhrases(report.baseline) } : {}),
    },
  });
}

/** What results are shown by. */
interface Shown {
  readonly indexes: ReadonlyMap<string, number>;
  readonly at: (file: string) => ArtifactLocation;
}

function descriptor({ id, promise, page }: RuleEntry): ReportingDescriptor {
  return {
    id,
    properties: { tags: [id.replace(/\/.*/s, "")] },
    ...(promise === "" ? {} : { shortDescription: { text: promise } }),
    help: { text: promise || id, ...(page === "" ? {} : { markdown: page }) },
  };
}

function result(finding: Finding, { indexes, at }: Shown): Result {
  const { rule, severity, message, pointer, subject, example, source, version, cause } = finding;
  const hint = hintOf(finding);
  const ruleIndex = indexes.get(rule);
  const named = subject.kind === "operation" || subject.kind === "type" ? subject.id : undefined;
  const place = [named, example, pointer].filter((part) => part !== undefined && part !== "").join(" ");
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: level[severity],
    message: { text: visibleText(hint === undefined ? message : `${message} (hint: ${hint})`) },
    locations: [
      {
        physicalLocation: physicalLocation(finding.span, at),
        ...(place === "" ? {} : { logicalLocations: [{ fullyQualifiedName: place }] }),
      },
    ],
    partialFingerprints: marks(finding),
    ...(finding.baseline === undefined ? {} : { baselineState: isKnown(finding) ? "unchanged" : "new" }),
    ...relatedLocations(finding, at),
    ...(finding.fix ? { fixes: [fixOf(finding.fix, at)] } : {}),
    properties: { source, version, subject, example, pointer, meant: finding.meant, cause: cause.id },
  };
}

/** A service may break what its page breaks; a viewer would take the two for one. */
function marks({ source, fingerprint }: Pick<Finding, "source" | "fingerprint">) {
  return { "graphConformance/v1": source === "documented" ? fingerprint : `${fingerprint}/${source}` };
}

function physicalLocation(span: Span, at: Shown["at"]) {
  return { artifactLocation: at(span.file), region: regionOf(span) };
}

/** Lines and columns alone: offsets count other characters when a file has a byte order mark or other line ends. */
function regionOf({ start, end }: Span): Region {
  const { line, column } = start;
  return { startLine: line, startColumn: column, endLine: end.line, endColumn: end.column };
}

/** Where the contract says so. */
function relatedLocations({ promise }: Finding, at: Shown["at"]): Pick<Result, "relatedLocations"> {
  if (!promise) return {};
  const message = { text: visibleText(promise.text) };
  return { relatedLocations: [{ id: 1, physicalLocation: physicalLocation(promise.span, at), message }] };
}

/** SARIF 2.1.0, section 3.55: one change for each file. */
function fixOf({ edits }: FindingFix, at: Shown["at"]): Fix {
  const changes = [...groupBy(edits, ({ span }) => span.file)].map(
    ([file, own]): ArtifactChange => ({
      artifactLocation: at(file),
      replacements: own.map(replacement),
    }),
  );
  return { description: { text: visibleText(fixPhrase(edits)) }, artifactChanges: changes };
}

function replacement({ span, text }: Edit) {
  return { deletedRegion: regionOf(span), ...(text === "" ? {} : { insertedContent: { text } }) };
}
