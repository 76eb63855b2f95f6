import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FileChanges } from "../../../src/cli/file-changes.ts";
import { readMetadataOption } from "../../../src/cli/metadata-option.ts";
import { readReportOptions } from "../../../src/cli/report-options.ts";
import { watchPages } from "../../../src/cli/watch-pages.ts";
import type { Reading } from "../../../src/docs/read-in-context.ts";
import { commandLine } from "./command-line.ts";

const own = "fixtures/docs/api-reference/v1.0";
export const get = "api/identitygovernance-userprocessingresult-get.md";
export const list = "api/identitygovernance-run-list-userprocessingresults.md";
export const run = "resources/identitygovernance-run.md";
export const result = "resources/identitygovernance-userprocessingresult.md";
export const permissions = "includes/permissions/identitygovernance-userprocessingresult-get-permissions.md";

/** Some pages that come with the tool, in a folder of their own. */
export function someDocs(folder: string): string {
  const docs = join(folder, "api-reference/v1.0");
  for (const file of [get, list, run, result, permissions]) cpSync(join(own, file), join(docs, file));
  return docs;
}

/** An edit of the folder; gives the files that an editor would have touched by it. */
export type Edit = (docs: string) => readonly string[];

export /** What a watch has said. */
interface Watched {
  readonly out: string;
  readonly code: number;
  /** How often the screen was emptied. */
  readonly cleared: number;
  /** What the last report says, byte for byte. */
  readonly report: string;
}

/** Watches the folder while these edits are made, each of them before or after all is judged, as `hurried` says. */
export async function watched(
  docs: string,
  edits: readonly { readonly edit: Edit; readonly hurried: boolean }[],
  { metadata, ...options }: Readonly<Record<string, string>> = {},
): Promise<Watched> {
  const output = join(docs, "../../watched");
  const printed: string[] = [];
  const left = [...edits];
  let [interrupt, isHurried, cleared] = [() => {}, false, 0];
  const changes: FileChanges = {
    get waiting() {
      return isHurried;
    },
    async next() {
      const next = left.shift();
      isHurried = left[0]?.hurried ?? false;
      if (next) return next.edit(docs);
      interrupt();
      return new Promise((resolve) => setImmediate(() => resolve(undefined)));
    },
    close: () => {},
  };
  const values = { format: "json", output, ...options };
  const held = readReportOptions(values, output);
  const setting = {
    readBy: {},
    metadataOf: async ({ pages }: Reading) => (metadata ? readMetadataOption([metadata], { pages }) : {}),
    metadataFiles: metadata === undefined ? [] : [metadata],
    held,
    heldOf: () => readReportOptions(values, output),
    heldFiles: [options.waivers, options.baseline].flatMap((file) => file ?? []),
    showing: { ...held.showing, isWritten: true },
    changesOf: () => changes,
  };
  const code = await watchPages([join(docs, "..")], setting, {
    out: (text) => printed.push(text),
    progress: () => {},
    clear: () => {
      cleared++;
    },
    colour: false,
    now: new Date("2026-11-22T12:00:00Z"),
    interrupted: () =>
      new Promise((resolve) => {
        interrupt = resolve;
      }),
  });
  return { out: printed.join(""), code, cleared, report: readFileSync(join(output, "report.json"), "utf8") };
}

export async function cold(docs: string, ...options: readonly string[]) {
  const output = join(docs, "../../cold");
  const argv = ["verify", join(docs, ".."), "--no-cache", "--format", "json", "--output", output, ...options];
  const { code } = await commandLine(...argv);
  return { code, report: readFileSync(join(output, "report.json"), "utf8") };
}

/** Replaces a text on a page that is there. */
export function replacing(file: string, from: string, to: string): Edit {
  return (docs) => {
    const path = join(docs, file);
    if (existsSync(path)) writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    return [path];
  };
}

export const restoring =
  (file: string): Edit =>
  (docs) => {
    mkdirSync(join(docs, file, ".."), { recursive: true });
    cpSync(join(own, file), join(docs, file));
    return [join(docs, file)];
  };

export const removing =
  (file: string): Edit =>
  (docs) => {
    rmSync(join(docs, file), { force: true });
    return [join(docs, file)];
  };

export const renaming =
  (file: string, to: string): Edit =>
  (docs) => {
    if (existsSync(join(docs, file))) renameSync(join(docs, file), join(docs, to));
    return [join(docs, file), join(docs, to)];
  };
