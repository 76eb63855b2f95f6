import { parseWaivers, type WaiverFile } from "./parse-waivers.ts";
import { readSchema } from "./read-schema.ts";
import { readText } from "./read-text.ts";
import type { Waiver } from "./report.ts";

/**
 * Reads a waiver file, validated against `schemas/waivers.schema.json`; each waiver knows its line.
 * Throws a UsageError for a file that is unreadable, is not JSON, or breaks the schema.
 */
export function readWaivers(file: string): readonly Waiver[] {
  const text = readText(file, "waiver file").replace(/^\uFEFF/, "");
  return parseWaivers(
    text,
    file.replaceAll("\\", "/"),
    readSchema<WaiverFile>("waivers.schema.json", { allErrors: true }),
  );
}
