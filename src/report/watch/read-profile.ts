import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isObject } from "../../base/is-object.ts";
import { UsageError } from "../../base/usage-error.ts";
import { mergeProfiles } from "../../profile/merge-profiles.ts";
import { profileFormat, type ShapeProfile } from "../../profile/shape-profile.ts";
import { readSchema } from "../read-schema.ts";
import { readText } from "../read-text.ts";

/**
 * Reads a profile, or all `.json` of a folder together: those of shards, or of several days.
 *
 * @throws UsageError for what is unreadable, or no profile of this form
 */
export function readProfile(path: string): ShapeProfile {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder) return readFile(path);
  const files = readdirSync(path).filter((file) => file.endsWith(".json"));
  if (files.length === 0) throw new UsageError(`"${path}" is a folder without a profile (.json)`);
  return mergeProfiles(files.sort().map((file) => readFile(join(path, file))));
}

function readFile(file: string): ShapeProfile {
  const value = parse(readText(file, "profile"), file);
  if (!isObject(value) || !("versions" in value) || !("format" in value))
    throw new UsageError(`"${file}" is no shape profile: gate and traffic write one with --profile`);
  if (value.format !== profileFormat)
    throw new UsageError(
      `"${file}" has the form ${JSON.stringify(value.format)} of another version of this tool, which reads ${profileFormat}: write it anew`,
    );
  const isProfile = readSchema<ShapeProfile>("profile.schema.json");
  if (isProfile(value)) return value;
  const [{ instancePath = "", message = "breaks its schema" } = {}] = isProfile.errors ?? [];
  throw new UsageError(`"${file}" is no whole shape profile: ${instancePath || "it"} ${message}`);
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`"${file}" is no shape profile: it is not JSON`);
  }
}
