import type { ArtifactLocation, Log, ReportingDescriptor, Result, Run, Suppression } from "sarif";
import type { Report, Waiver } from "./report.ts";
import { visibleText } from "./visible-text.ts";

/** What code scanning takes of a run; of more it takes none. */
const mostResults = 25_000;

/** What one run of the tool says. */
export interface SarifRun {
  readonly tool: Report["tool"];
  readonly rules: readonly ReportingDescriptor[];
  /** Those that code scanning is to have first. */
  readonly results: readonly Result[];
  /** What waivers accept. */
  readonly waived: readonly { readonly result: Result; readonly waiver: Waiver }[];
  readonly properties: NonNullable<Run["properties"]>;
}

/** The text of a SARIF 2.1.0 log, the accepted results with a suppression each. */
export function sarifText({ tool, rules, results, waived, properties }: SarifRun): string {
  const shown = results.slice(0, mostResults);
  const accepted = waived.slice(0, mostResults - shown.length);
  const left = results.length + waived.length - shown.length - accepted.length;
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: tool.name, semanticVersion: tool.version, rules: [...rules] } },
        // SARIF 2.1.0, section 3.14.14: what a relative path begins from, wherever that is.
        originalUriBaseIds: { [sourceRoot]: { description: { text: "The root of the repository." } } },
        columnKind: "utf16CodeUnits",
        results: [
          // SARIF 2.1.0, section 3.27.23: either all results of a run have suppressions or none has.
          ...shown.map((result) => ({ ...result, suppressions: [] })),
          ...accepted.map(({ result, waiver }) => ({ ...result, suppressions: [suppression(waiver)] })),
        ],
        properties: {
          ...properties,
          ...(left > 0 ? { left: `${left} results more than code scanning takes` } : {}),
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
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

function suppression({ reason, owner, expires, link }: Waiver): Suppression {
  return {
    kind: "external",
    status: "accepted",
    justification: visibleText(`${reason} (${owner}, until ${expires}, ${link})`),
  };
}
