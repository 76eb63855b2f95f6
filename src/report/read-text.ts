import { readFileSync } from "node:fs";
import { UsageError } from "../base/usage-error.ts";

/** The text of a file that somebody named; `what` says what it was to be. @throws UsageError when it is unreadable */
export function readText(file: string, what: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    const why = code === "ENOENT" ? "it does not exist" : code === "EISDIR" ? "it is a folder" : code;
    throw new UsageError(`cannot read the ${what} "${file}": ${why}`);
  }
}
