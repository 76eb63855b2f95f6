import { mkdir, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { UsageError } from "../base/usage-error.ts";
import { type FormatName, formats } from "./formats.ts";
import type { Report } from "./report.ts";

/**
 * Writes a report into a folder, which is made when it is missing, in each of the formats asked, and
 * resolves to the paths of the files. Links in the HTML lead from that folder to the files of the report.
 * Throws a UsageError when the folder or a file cannot be written.
 */
export async function writeReport(
  report: Report,
  names: readonly FormatName[],
  output: string,
): Promise<readonly string[]> {
  const pathTo = (file: string) => relative(resolve(output), resolve(file)).replaceAll("\\", "/");
  await orRefuse(output, () => mkdir(output, { recursive: true }));
  const written: string[] = [];
  for (const name of new Set(names)) {
    const path = join(output, formats[name].file);
    await orRefuse(path, () => writeFile(path, formats[name].render(report, { pathTo })));
    written.push(path);
  }
  return written;
}

async function orRefuse(path: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    // A renderer's own error has no code and is a defect.
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new UsageError(
      `cannot write the report to "${path}": ${reasons[String(error.code)] ?? error.code}`,
    );
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EEXIST: "a file stands in its way",
  EISDIR: "a folder stands in its way",
  ENOSPC: "no space is left",
  ENOTDIR: "a part of the path is a file",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
};
