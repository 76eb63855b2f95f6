import { gzipSync } from "node:zlib";
import type { ArtifactLocation, Log, ReportingDescriptor, Result, Run } from "sarif";
import { groupBy } from "../base/group-by.ts";
import { grouped } from "./phrases.ts";
import type { Report, Waiver } from "./report.ts";
import { visibleText } from "./visible-text.ts";

/** What GitHub's code scanning takes and shows of an upload. */
export interface SarifLimits {
  /** Of a run with more results it takes none. */
  readonly taken: number;
  /** Of more it keeps those that weigh most, and shows the others nowhere. */
  readonly shown: number;
  readonly gzipBytes: number;
}

/** https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads (November 2026). */
const codeScanning: SarifLimits = { taken: 25_000, shown: 5_000, gzipBytes: 10_000_000 };

/** What one run of the tool says. */
export interface SarifRun {
  readonly tool: Report["tool"];
  readonly rules: readonly ReportingDescriptor[];
  /** Those that code scanning is to have first, the mildest last. */
  readonly results: readonly Result[];
  /** The waiver of each result that is accepted, and so is none. */
  readonly waived: readonly Waiver[];
  readonly properties: NonNullable<Run["properties"]>;
}

/**
 * The text of a SARIF 2.1.0 log. What is over the limits is cut from the end, where the mildest stand, and said in a
 * notification, as is what will not be shown.
 *
 * Results are what is to be an open alert, and nothing else. Neither `suppressions` nor `baselineState` is among the
 * properties that code scanning supports (https://docs.github.com/code-security/code-scanning, "SARIF support for code
 * scanning"): a suppressed result opens an alert, and one that is open stays so when it is suppressed
 * (https://github.com/github/codeql-action/issues/1230). What is no longer among the results of an upload it closes as
 * fixed. So what a waiver accepts is counted by waiver in the properties of the run, and report.json has each.
 */
export function sarifText(run: SarifRun, limits = codeScanning): string {
  const all = run.results;
  let count = Math.min(all.length, limits.taken);
  for (;;) {
    const text = `${JSON.stringify(logOf(run, all.slice(0, count), limitSentences(all.length, count, limits)), null, 2)}\n`;
    const over = count === 0 || text.length < limits.gzipBytes ? 0 : gzipSync(text).length / limits.gzipBytes;
    if (over <= 1) return text;
    count = Math.floor((count / over) * 0.95);
  }
}

/** `11 of 25,011 results are left out, ...`: what a reader of the results does not see. */
function limitSentences(all: number, count: number, { shown }: SarifLimits): readonly string[] {
  const left = all - count;
  return [
    ...(left > 0
      ? [`${grouped(left)} of ${grouped(all)} results are left out, the mildest: code scanning takes no more`]
      : []),
    ...(count > shown
      ? [`code scanning shows ${grouped(shown)} of these ${grouped(count)} results, the gravest`]
      : []),
  ];
}

function logOf(
  { tool, rules, waived, properties }: SarifRun,
  results: readonly Result[],
  limited: readonly string[],
): Log {
  const notifications = limited.map((text) => ({ level: "warning" as const, message: { text } }));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: tool.name, semanticVersion: tool.version, rules: [...rules] } },
        ...(notifications.length === 0
          ? {}
          : { invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }] }),
        // SARIF 2.1.0, section 3.14.14: what a relative path begins from, wherever that is.
        originalUriBaseIds: { [sourceRoot]: { description: { text: "The root of the repository." } } },
        columnKind: "utf16CodeUnits",
        results: [...results],
        properties: waived.length === 0 ? properties : { ...properties, waived: countByWaiver(waived) },
      },
    ],
  };
}

const sourceRoot = "%SRCROOT%";

/** Where a file lies: below the root of the repository, where its path is relative. */
export function artifactLocation(file: string): ArtifactLocation {
  const uri = sarifUri(file);
  return uri.startsWith("file:") || uri.startsWith("../") ? { uri } : { uri, uriBaseId: sourceRoot };
}

/** RFC 3986: a relative reference, or a file URI for an absolute path. */
function sarifUri(file: string): string {
  const path = file
    .split("/")
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd")))
    .join("/");
  if (/^[a-z]:\//i.test(file)) return `file:///${path}`;
  return file.startsWith("/") ? `file://${path}` : path;
}

/** What is accepted, why, by whom and how often. */
function countByWaiver(waived: readonly Waiver[]) {
  return [...groupBy(waived, (waiver) => waiver)].map(([{ reason, owner, expires, link }, all]) => ({
    results: all.length,
    justification: visibleText(`${reason} (${owner}, until ${expires}, ${link})`),
  }));
}
