import type { Log, ReportingDescriptor, Result, Run, Suppression } from "sarif";
import type { Report, Waiver } from "./report.ts";
import { visibleText } from "./visible-text.ts";

/** What one run of the tool says. */
export interface SarifRun {
  readonly tool: Report["tool"];
  readonly rules: readonly ReportingDescriptor[];
  readonly results: readonly Result[];
  /** What waivers accept. */
  readonly waived: readonly { readonly result: Result; readonly waiver: Waiver }[];
  readonly properties: NonNullable<Run["properties"]>;
}

/** The text of a SARIF 2.1.0 log, the accepted results with a suppression each. */
export function sarifText({ tool, rules, results, waived, properties }: SarifRun): string {
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: tool.name, semanticVersion: tool.version, rules: [...rules] } },
        columnKind: "utf16CodeUnits",
        results: [
          // SARIF 2.1.0, section 3.27.23: either all results of a run have suppressions or none has.
          ...results.map((result) => ({ ...result, suppressions: [] })),
          ...waived.map(({ result, waiver }) => ({ ...result, suppressions: [suppression(waiver)] })),
        ],
        properties,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** RFC 3986: a relative reference, or a file URI for an absolute path. */
export function sarifUri(file: string): string {
  const path = file
    .split("/")
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd")))
    .join("/");
  if (/^[a-z]:\//i.test(file)) return `file:///${path}`;
  return file.startsWith("/") ? `file://${path}` : path;
}

function suppression({ reason, owner, expires, link }: Waiver): Suppression {
  return {
    kind: "external",
    status: "accepted",
    justification: visibleText(`${reason} (${owner}, until ${expires}, ${link})`),
  };
}
