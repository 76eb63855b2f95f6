import { rename, rm, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { makeFolder } from "../base/make-folder.ts";
import { UsageError } from "../base/usage-error.ts";
import { type FormatName, formats } from "./formats.ts";
import type { JsonOptions } from "./json.ts";
import type { Report } from "./report.ts";

/** Pieces of a few hundred characters are put together for the file system. */
const pieceLength = 1 << 16;

/**
 * Writes a report into a folder, which is made when it is missing, in each of the formats asked, and
 * resolves to the paths of the files. Links in the HTML lead from that folder to the files of the report.
 * A file has its name when it is whole. Throws a UsageError when the folder or a file cannot be written.
 */
export function writeReport(
  report: Report,
  names: readonly FormatName[],
  output: string,
  options: JsonOptions = {},
): Promise<readonly string[]> {
  const asked = [...new Set(names)].map((name): WrittenForm => {
    const { file, render } = formats[name];
    return { file, render: (pathTo) => render(report, { ...options, pathTo }) };
  });
  return writeForms(asked, output);
}

/** One form of a report: the file in the report's folder, and its text in pieces. */
export interface WrittenForm {
  readonly file: string;
  readonly render: (pathTo: (file: string) => string) => Iterable<string>;
}

/** Writes several forms into one folder. @throws UsageError when the folder or a file cannot be written */
export async function writeForms(forms: readonly WrittenForm[], output: string): Promise<readonly string[]> {
  const pathTo = (file: string) => relative(resolve(output), resolve(file)).replaceAll("\\", "/");
  await orRefuse(output, async () => makeFolder(output));
  const written: string[] = [];
  for (const { file, render } of forms) {
    const path = join(output, file);
    await orRefuse(path, () => writeWhole(path, render(pathTo)));
    written.push(path);
  }
  return written;
}

/** A run that is interrupted, or a disk that is full, leaves no half of a report under its name. */
async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, together(pieces));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function* together(pieces: Iterable<string>): Generator<string> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < pieceLength) continue;
    yield text;
    text = "";
  }
  yield text;
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
  ENOENT: "no folder can be made there",
  ENOSPC: "no space is left",
  ENOTDIR: "a part of the path is a file",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
};
