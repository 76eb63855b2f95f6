import { open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { makeFolder } from "../base/make-folder.ts";
import { isOwnOutput } from "../base/own-output.ts";
import { UsageError, whyNotWritten } from "../base/usage-error.ts";
import type { FormFile } from "./formats.ts";
import { detailsFolder, indexFile } from "./html/view.ts";

/** Pieces of a few hundred characters are put together for the file system. */
const pieceLength = 1 << 16;

/** The path from the folder of the report, or a folder in it, to another file. */
type PathTo = (file: string, folder?: string) => string;

/** One form of a report: the file in the report's folder, with those beside it that belong to it. */
export interface WrittenForm {
  readonly file: string;
  readonly files: (pathTo: PathTo) => Iterable<FormFile>;
}

/** A form that is one file. */
export function oneForm(file: string, render: (pathTo: PathTo) => FormFile["text"]): WrittenForm {
  return { file, files: (pathTo) => [{ file, text: render(pathTo) }] };
}

/** Writes several forms into one folder. @throws UsageError when the folder or a file cannot be written */
export async function writeForms(forms: readonly WrittenForm[], output: string): Promise<readonly string[]> {
  const pathTo: PathTo = (file, folder = "") =>
    relative(resolve(output, folder), resolve(file)).replaceAll("\\", "/");
  const written = new Set<string>();
  for (const { files } of forms) {
    for (const { file, text } of files(pathTo)) {
      const path = join(output, file);
      const folder = dirname(path);
      await orRefuse(folder, async () => makeFolder(folder));
      await orRefuse(path, () => writeWhole(path, text));
      written.add(path);
    }
  }
  if (forms.some(({ file }) => file === indexFile)) await removeEarlier(output, written);
  return forms.map(({ file }) => join(output, file));
}

/** Removes the documents that a report before this one had beside it, and nothing else. */
async function removeEarlier(output: string, written: ReadonlySet<string>): Promise<void> {
  const folder = join(output, detailsFolder);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith(".html"))) {
    const path = join(folder, name);
    if (!written.has(path) && isOwnOutput(await headOf(path))) await rm(path, { force: true });
  }
}

async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2048), 0, 2048, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A run that is interrupted, or a disk that is full, leaves no half of a report under its name. */
async function writeWhole(path: string, text: FormFile["text"]): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, typeof text === "string" ? text : together(text));
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
    const why = whyNotWritten(error);
    // A renderer's own error has no code and is a defect.
    if (why === undefined) throw error;
    throw new UsageError(`cannot write the report to "${path}": ${why}`);
  }
}
