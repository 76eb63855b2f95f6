import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** A page's bytes as they are on disk; `why` says in words why it is not to be changed. */
export type Original = { readonly text: string } | { readonly why: string };

/** The text of a page that was read at a time, or why it is left as it is. */
export function readOriginal(file: string, readAt: number): Original {
  return attempt(() => {
    const bytes = readFileSync(file);
    // The time of the change, which nobody can set back, in whole milliseconds as the other one.
    if (Math.floor(statSync(file).ctimeMs) > readAt) return { why: changed };
    const text = bytes.toString("utf8");
    return Buffer.from(text).equals(bytes) ? { text } : { why: "it is not UTF-8 throughout" };
  });
}

/**
 * Puts a text into the place of the one that a file has: whole or not at all, with the file's mode and owner, behind
 * a symbolic link into what it leads to. What another program has written there in the meantime stays. Gives the
 * reason, in words, where nothing was written.
 */
export function writeMended(file: string, before: string, after: string): string | undefined {
  const written = attempt(() => {
    const real = realpathSync(file);
    const { mode, uid, gid } = statSync(real);
    // Whoever may write everything asks no mode.
    if ((mode & 0o222) === 0) return { why: "it is read-only" };
    accessSync(real, constants.W_OK);
    const temporary = join(dirname(real), `.${basename(real)}.${process.pid}.tmp`);
    try {
      writeFileSync(temporary, after, { flag: "wx" });
      chmodSync(temporary, mode & 0o7777);
      if (statSync(temporary).uid !== uid || statSync(temporary).gid !== gid) chownSync(temporary, uid, gid);
      if (!readFileSync(real).equals(Buffer.from(before))) return { why: changed };
      renameSync(temporary, real);
      return { text: after };
    } finally {
      rmSync(temporary, { force: true });
    }
  });
  return "why" in written ? written.why : undefined;
}

const changed = "it was changed while it was judged";

function attempt(act: () => Original): Original {
  try {
    return act();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EACCES" || code === "EPERM") return { why: "permission denied" };
    if (code === "EROFS") return { why: "its disk is read-only" };
    if (code === "ENOSPC" || code === "EDQUOT") return { why: "its disk is full" };
    if (code === "ENOENT") return { why: "it is gone" };
    return { why: error instanceof Error ? error.message : String(error) };
  }
}
