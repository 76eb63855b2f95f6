import { isObject } from "../base/is-object.ts";
import { UsageError } from "../base/usage-error.ts";
import { reportFormat } from "./json.ts";
import { readSchema } from "./read-schema.ts";
import { readText } from "./read-text.ts";
import type { Report } from "./report.ts";

/** What is read of a report that was written as JSON. */
export type WrittenReport = Pick<Report, "tool" | "provenance" | "summary" | "basis" | "shard"> & {
  readonly file: string;
};

/**
 * Reads a report that was written as JSON, and holds it to `schemas/report.schema.json`.
 *
 * @throws UsageError for a file that is unreadable or no such report
 */
export function readReport(file: string): WrittenReport {
  return reportOf(file, readJsonReport(file));
}

/** The same, of what is in the file. @throws UsageError where that is no such report */
export function reportOf(file: string, value: unknown): WrittenReport {
  expectFormat(file, value);
  const isReport = readSchema<Omit<WrittenReport, "file">>("report.schema.json");
  if (!isReport(value)) {
    const [{ instancePath = "", message = "" } = {}] = isReport.errors ?? [];
    throw new UsageError(
      `"${file}" is no report.json of graph-conformance: ${instancePath || "it"} ${message}`,
    );
  }
  return { ...value, file };
}

/** @throws UsageError for a report in another form than this tool writes */
export function expectFormat(file: string, value: unknown): void {
  if (
    !isObject(value) ||
    // A contract, or what changed.
    "types" in value ||
    "changes" in value ||
    typeof value.format !== "number" ||
    value.format === reportFormat
  )
    return;
  throw new UsageError(
    `"${file}" has form ${value.format} of the report, and this tool reads form ${reportFormat}: use one version of the tool for both`,
  );
}

/** What is in the file of a report, whatever it is. @throws UsageError where that is no JSON */
export function readJsonReport(file: string): unknown {
  const text = readText(file, "report");
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`"${file}" is no report.json of graph-conformance: it is not JSON`);
  }
}
