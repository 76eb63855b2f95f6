import type { Log, ReportingDescriptor, Result, Suppression } from "sarif";
import type { Location } from "../base/location.ts";
import type { Severity } from "../rules/assertion.ts";
import type { Finding, Report, RuleEntry, WaivedFinding } from "./report.ts";
import { shownHint } from "./shown-hint.ts";
import { visibleText } from "./visible-text.ts";

const level: Readonly<Record<Severity, Result.level>> = { error: "error", warning: "warning", info: "note" };

/**
 * The report as SARIF 2.1.0, for code scanning. Results are the findings, and the waived ones with a
 * suppression. What was not verified is no result, only a count: a viewer would show it as an alert.
 */
export function renderSarif(report: Report): string {
  const indexes = new Map(report.rules.map(({ id }, index) => [id, index]));
  const disagreements = report.disagreements.map(({ rule, sentence }) => `${rule}: ${visibleText(sentence)}`);
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            rules: report.rules.map(descriptor),
          },
        },
        columnKind: "utf16CodeUnits",
        results: [
          // SARIF 2.1.0, section 3.27.23: either all results of a run have suppressions or none has.
          ...report.findings.map((finding) => ({ ...result(finding, indexes), suppressions: [] })),
          ...report.waived.map((finding) => ({
            ...result(finding, indexes),
            suppressions: [suppression(finding)],
          })),
        ],
        properties: {
          verdict: report.summary.sentence,
          assertions: report.summary.assertions,
          ...(disagreements.length === 0 ? {} : { disagreements }),
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor({ id, promise, page }: RuleEntry): ReportingDescriptor {
  return {
    id,
    ...(promise === "" ? {} : { shortDescription: { text: promise } }),
    help: { text: promise || id, ...(page === "" ? {} : { markdown: page }) },
  };
}

function result(finding: Finding, indexes: ReadonlyMap<string, number>): Result {
  const { rule, severity, message, pointer, operation, example, source, version, fingerprint, cause } =
    finding;
  const hint = shownHint(finding);
  const ruleIndex = indexes.get(rule);
  const place = [operation, example, pointer].filter((part) => part !== undefined && part !== "").join(" ");
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: level[severity],
    message: { text: visibleText(hint === undefined ? message : `${message} (hint: ${hint})`) },
    locations: [
      {
        physicalLocation: physicalLocation(finding.location),
        ...(place === "" ? {} : { logicalLocations: [{ fullyQualifiedName: place }] }),
      },
    ],
    // A service may break what its page breaks; a viewer would take the two for one.
    partialFingerprints: {
      "graphConformance/v1": source === "documented" ? fingerprint : `${fingerprint}/${source}`,
    },
    properties: { source, version, operation, example, pointer, cause },
  };
}

function physicalLocation({ file, line, column }: Location) {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: line, startColumn: column },
  };
}

/** RFC 3986: a relative reference, or a file URI for an absolute path. */
function uriOf(file: string): string {
  const path = file
    .split("/")
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd")))
    .join("/");
  if (/^[a-z]:\//i.test(file)) return `file:///${path}`;
  return file.startsWith("/") ? `file://${path}` : path;
}

function suppression({ waiver }: WaivedFinding): Suppression {
  const { reason, owner, expires, link } = waiver;
  return {
    kind: "external",
    status: "accepted",
    justification: visibleText(`${reason} (${owner}, until ${expires}, ${link})`),
  };
}
