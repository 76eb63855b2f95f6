import { readFileSync } from "node:fs";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { UsageError } from "../base/usage-error.ts";
import { parseWaivers, type WaiverFile } from "./parse-waivers.ts";
import type { Waiver } from "./report.ts";

const schemaFile = new URL("../../schemas/waivers.schema.json", import.meta.url);

/**
 * Reads a waiver file, validated against `schemas/waivers.schema.json`; each waiver knows its line.
 * Throws a UsageError for a file that is unreadable, is not JSON, or breaks the schema.
 */
export function readWaivers(file: string): readonly Waiver[] {
  const text = read(file);
  compiled ??= compile();
  return parseWaivers(text, file.replaceAll("\\", "/"), compiled);
}

let compiled: ValidateFunction<WaiverFile> | undefined;

function compile(): ValidateFunction<WaiverFile> {
  const ajv = new Ajv2020({ strict: true, strictRequired: false });
  addFormats.default(ajv);
  return ajv.compile<WaiverFile>(JSON.parse(readFileSync(schemaFile, "utf8")));
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    const why = code === "ENOENT" ? "it does not exist" : code === "EISDIR" ? "it is a folder" : code;
    throw new UsageError(`cannot read the waiver file "${file}": ${why}`);
  }
}
