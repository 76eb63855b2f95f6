import { isObject } from "../../base/is-object.ts";
import { UsageError } from "../../base/usage-error.ts";
import type { Finding, Judgement, Subject } from "../../rules/assertion.ts";
import type { Source } from "../../rules/exchange.ts";
import type { reportFormat } from "../json.ts";
import { byText } from "../order.ts";
import { expectFormat, readJsonReport, reportOf, type WrittenReport } from "../read-report.ts";
import { readSchema } from "../read-schema.ts";
import type { Basis, Report } from "../report.ts";
import { type Baseline, knownFinding, nameOfJudged } from "./baseline.ts";
import type { KnownFinding } from "./outcome.ts";

/** What a baseline that was written as one looks like. */
export interface BaselineFile {
  readonly format: typeof reportFormat;
  readonly form: "baseline";
  readonly tool: Report["tool"];
  readonly sources: readonly Source[];
  readonly inputs: readonly string[];
  readonly basis?: Basis;
  readonly judged: readonly string[];
  readonly findings: readonly KnownFinding[];
}

/**
 * Reads a baseline: what `--update-baseline` wrote, or any `report.json` of verify, gate, traffic or merge. What a waiver
 * accepts there is no part of it, nor is what is said of waivers: the day of a waiver would mean nothing.
 *
 * @throws UsageError for a file that is unreadable, of another form, or no report
 */
export function readBaseline(file: string): Baseline {
  const value = readJsonReport(file);
  expectFormat(file, value);
  if (!isObject(value) || value.form !== "baseline")
    return baselineOfReport(reportOf(file, value) as WrittenDetail);
  const isBaseline = readSchema<BaselineFile>("baseline.schema.json");
  if (!isBaseline(value)) {
    const [{ instancePath = "", message = "" } = {}] = isBaseline.errors ?? [];
    throw new UsageError(
      `"${file}" is no baseline of graph-conformance: ${instancePath || "it"} ${message}; --update-baseline writes a new one where there is none`,
    );
  }
  const { tool, sources, inputs, basis, judged, findings } = value;
  return { version: tool.version, sources, inputs, judged, findings, ...(basis ? { basis } : {}) };
}

/** Of the judgements of a written report what is needed here: which finding is theirs. */
type WrittenJudgement = Pick<Judgement, "source" | "version" | "file" | "subject" | "example"> & {
  readonly assertions: readonly {
    readonly rule: string;
    readonly status: string;
    readonly finding?: number;
    readonly reason?: string;
    readonly pointer?: string;
  }[];
};

/** All of a written report that is compared with others. The schema of the report has accepted it. */
export type WrittenDetail = WrittenReport & {
  readonly findings: readonly Finding[];
  readonly waived: readonly Finding[];
  readonly rules: readonly { readonly id: string }[];
  readonly judgements: readonly WrittenJudgement[];
};

/** What a baseline would have of a report. */
export function baselineOfReport(report: WrittenDetail): Baseline {
  const { tool, provenance, basis, summary, findings, judgements } = report;
  const places = new Map<number, WrittenJudgement>();
  for (const judgement of judgements) {
    for (const { status, finding } of judgement.assertions)
      if (status === "fail" && finding !== undefined) places.set(finding, judgement);
  }
  return {
    version: tool.version,
    sources: summary.sources.map(({ source }) => source),
    inputs: provenance.inputs,
    judged: namesOf(judgements),
    ...(basis ? { basis } : {}),
    findings: findings.flatMap((finding, number) =>
      isAboutWaiver(finding) ? [] : knownFinding(finding, places.get(number)),
    ),
  };
}

/** What was judged, each once, by name. */
export function namesOf(
  judgements: readonly Pick<Judgement, "source" | "version" | "file" | "subject">[],
): readonly string[] {
  return [...new Set(judgements.flatMap((judgement) => nameOfJudged(judgement) ?? []))].sort(byText);
}

/** No baseline makes an expired waiver good. */
export function isAboutWaiver({ subject }: { readonly subject: Subject }): boolean {
  return subject.kind === "waiver";
}
