/** The caller asked for something that cannot be done. Its message is one sentence, shown without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Why a file or a folder could not be written, in words behind a colon; undefined for an error that is not the system's,
 * which is a defect.
 */
export function whyNotWritten(error: unknown): string | undefined {
  if (!(error instanceof Error && "code" in error)) return undefined;
  return reasons[String(error.code)] ?? String(error.code);
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
