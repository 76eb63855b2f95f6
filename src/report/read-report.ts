import { readFileSync } from "node:fs";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isObject } from "../base/is-object.ts";
import { UsageError } from "../base/usage-error.ts";
import { reportFormat } from "./json.ts";
import type { Report } from "./report.ts";

/** What is read of a report that was written as JSON. */
export type WrittenReport = Pick<Report, "tool" | "provenance" | "summary" | "basis" | "shard"> & {
  readonly file: string;
};

const schemaFile = new URL("../../schemas/report.schema.json", import.meta.url);

let compiled: ValidateFunction<Omit<WrittenReport, "file">> | undefined;

/**
 * Reads a report that was written as JSON, and holds it to `schemas/report.schema.json`.
 *
 * @throws UsageError for a file that is unreadable or no such report
 */
export function readReport(file: string): WrittenReport {
  const value = readJsonReport(file);
  if (isObject(value) && typeof value.format === "number" && value.format !== reportFormat)
    throw new UsageError(
      `"${file}" has form ${value.format} of the report, and this tool reads form ${reportFormat}: use one version of the tool for both`,
    );
  compiled ??= compile();
  if (!compiled(value)) {
    const [{ instancePath = "", message = "" } = {}] = compiled.errors ?? [];
    throw new UsageError(
      `"${file}" is no report.json of graph-conformance: ${instancePath || "it"} ${message}`,
    );
  }
  return { ...value, file };
}

function compile(): ValidateFunction<Omit<WrittenReport, "file">> {
  const ajv = new Ajv2020({ strict: true, strictRequired: false });
  addFormats.default(ajv);
  return ajv.compile<Omit<WrittenReport, "file">>(JSON.parse(readFileSync(schemaFile, "utf8")));
}

/** What is in the file of a report, whatever it is. @throws UsageError where that is no JSON */
export function readJsonReport(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    const why = code === "ENOENT" ? "it does not exist" : code === "EISDIR" ? "it is a folder" : code;
    throw new UsageError(`cannot read the report "${file}": ${why}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`"${file}" is no report.json of graph-conformance: it is not JSON`);
  }
}
