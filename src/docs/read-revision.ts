import { execFileSync } from "node:child_process";
import { join } from "node:path/posix";
import { UsageError } from "../base/usage-error.ts";

/** A file of a git checkout as it was in a revision. */
export interface RevisionFile {
  /** Where it lies below the root of the checkout. */
  readonly file: string;
  readonly bytes: Buffer;
}

/** A revision as git understands it, and a file or a folder in it: `main~3:api-reference/v1.0`. */
export interface Revision {
  readonly revision: string;
  readonly path: string;
}

/** Takes `REVISION:PATH` apart; undefined for what is none. A drive letter is no revision. */
export function revisionIn(name: string): Revision | undefined {
  const colon = name.indexOf(":");
  const looksLikeDrive = /^[a-z]:(?:[\\/]|$)/i.test(name);
  if (colon < 1 || looksLikeDrive || name.startsWith("-")) return undefined;
  const path = name.slice(colon + 1).replace(/\/+$/, "");
  // Git takes `main:./` and `main:../`, but neither without the stroke.
  return { revision: name.slice(0, colon), path: path.replace(/(?:^|\/)\.{1,2}$/, "$&/") };
}

/** Whether git, where there is a checkout here, knows a revision of that name. */
export function isRevision(name: string): boolean {
  if (name.startsWith("-")) return false;
  try {
    execFileSync("git", ["rev-parse", "--verify", "--quiet", `${name}^{commit}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * The files of a revision at a path, or the one file that it is; `isWanted` says of which the content is needed.
 *
 * @throws UsageError where there is no git, no checkout here, or no such revision or path
 */
export function readRevision(
  { revision, path }: Revision,
  isWanted: (file: string) => boolean,
): RevisionFile[] {
  const named = `${revision}:${path}`;
  const kind = git(["cat-file", "-t", named], named).toString().trim();
  if (kind === "blob") return [{ file: path, bytes: git(["cat-file", "blob", named], named) }];
  if (kind !== "tree") throw new UsageError(`${named} is neither a file nor a folder`);
  const listed = git(["ls-tree", "--full-tree", "-r", "-z", named], named).toString().split("\0");
  const wanted = listed.flatMap((line) => {
    const [, id, inner] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return id !== undefined && inner !== undefined && isWanted(inner) ? [{ id, inner }] : [];
  });
  const batch = git(["cat-file", "--batch"], named, wanted.map(({ id }) => `${id}\n`).join(""));
  let at = 0;
  return wanted.map(({ inner }) => {
    const head = batch.indexOf("\n", at);
    const size = Number(batch.subarray(at, head).toString().split(" ")[2]);
    const bytes = batch.subarray(head + 1, head + 1 + size);
    at = head + 1 + size + 1;
    return { file: join(path, inner), bytes };
  });
}

function git(args: readonly string[], named: string, input = ""): Buffer {
  try {
    return execFileSync("git", args, { input, maxBuffer: 2 ** 31 - 1, stdio: ["pipe", "pipe", "pipe"] });
  } catch (error) {
    throw new UsageError(`${named} cannot be read: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT")
    return "there is no such path, and no git to ask for a revision";
  const said = "stderr" in error && Buffer.isBuffer(error.stderr) ? error.stderr.toString() : "";
  const [first = error.message] = said.split("\n");
  return `it is no path here, and git says: ${first.replace(/^(?:fatal|error): /i, "")}`;
}
