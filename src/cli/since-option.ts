import { execFileSync } from "node:child_process";
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../base/usage-error.ts";
import { pagesAmong } from "../docs/folder.ts";
import type { Reading } from "../docs/read-in-context.ts";
import { dependentPages } from "../exchange/dependent-pages.ts";
import type { Documentation } from "../exchange/judge-documentation.ts";
import { counted, grouped } from "../report/phrases.ts";
import type { CommandOption } from "./command.ts";

export const sinceOption: CommandOption = {
  name: "since",
  value: "REVISION",
  text: "only what changed since a revision of git, and the pages that depend on it",
};

/** Whether a file is another one than it was, is new, or is gone. */
type IsChanged = (file: string) => boolean;

/**
 * Asks git what changed below some paths since a revision; what nobody has added yet is new.
 *
 * @throws UsageError where there is no git, no checkout, or no such revision
 */
export function changedSince(revision: string, paths: readonly string[]): IsChanged {
  const changed = new Set<string>();
  for (const folder of new Set(paths.map(placeOf))) {
    const root = git(folder, revision, ["rev-parse", "--show-toplevel"]).trim();
    // A revision that looks like an option is none.
    const commit = git(folder, revision, [
      "rev-parse",
      "--verify",
      "--end-of-options",
      `${revision}^{commit}`,
    ]).trim();
    // Of a renamed file the old name is gone, and the new one is new.
    const names = [
      git(root, revision, ["diff", "--name-only", "--no-renames", "-z", commit]),
      git(root, revision, ["ls-files", "--others", "--exclude-standard", "-z"]),
    ];
    for (const name of names.flatMap((list) => list.split("\0")))
      if (name !== "") changed.add(join(root, name));
  }
  const real = new Map<string, string>();
  return (file) => {
    const path = resolve(file);
    const folder = dirname(path);
    // The checkout may be reached by a link, which git does not name it by.
    const known = real.get(folder) ?? (existsSync(folder) ? realpathSync(folder) : folder);
    real.set(folder, known);
    return changed.has(join(known, path.slice(folder.length)));
  };
}

function placeOf(path: string): string {
  const full = resolve(path);
  return statSync(full, { throwIfNoEntry: false })?.isDirectory() ? full : dirname(full);
}

function git(folder: string, revision: string, args: readonly string[]): string {
  try {
    return execFileSync("git", ["-C", folder, ...args], {
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "pipe"],
    }).toString();
  } catch (error) {
    throw new UsageError(`--since ${revision}: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return "there is no git";
  const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  const [line = ""] = said.trim().split("\n");
  if (/not a git repository/i.test(line)) return "the pages lie in no git checkout";
  if (/needed a single revision|unknown revision|bad revision/i.test(line))
    return "git knows no such revision";
  return line.replace(/^fatal: /, "") || "git could not tell what changed";
}

/** A revision, and what changed since. */
export interface Since {
  readonly revision: string;
  readonly isChanged: IsChanged;
  /** Of all pages of the reading. */
  readonly documentation: Documentation;
}

/** What of a reading is judged where only changes count. */
export interface ReadingSince {
  readonly reading: Reading;
  /** `main: 3 pages changed, 14 depend on them, 3,324 are not judged`. */
  readonly phrase: string;
}

/** Leaves of what was asked for what changed since a revision, and what depends on it. */
export function readingSince(reading: Reading, { revision, isChanged, documentation }: Since): ReadingSince {
  const dependent = dependentPages(documentation, isChanged);
  const all = pagesAmong(reading.asked);
  const asked = reading.asked.filter((page) => isChanged(page.file) || dependent.has(page));
  const judged = pagesAmong(asked);
  const changed = judged.filter(({ file }) => isChanged(file)).length;
  const phrase = [
    `${counted(changed, "page")} changed`,
    `${grouped(judged.length - changed)} depend on ${changed === 1 ? "it" : "them"}`,
    `${grouped(all.length - judged.length)} not judged`,
  ].join(", ");
  return { reading: { ...reading, asked }, phrase: `${revision}: ${phrase}` };
}
