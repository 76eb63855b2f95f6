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
  return notWritten[String(error.code)] ?? String(error.code);
}

/** Why a file or a folder could not be read, in words behind a colon. */
export function whyNotRead(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return notRead[code] ?? (code || String(error));
}

const notRead: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EISDIR: "it is a folder; name the file in it",
  ELOOP: "its links lead in a circle",
  ENOENT: "it does not exist",
  ENOTDIR: "a part of the path is a file",
  EPERM: "permission denied",
  ERR_FS_FILE_TOO_LARGE: "it is longer than two gibibytes",
  ERR_STRING_TOO_LONG: "it is longer than a text can be",
};

const notWritten: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EEXIST: "a file stands in its way",
  EISDIR: "a folder stands in its way",
  ENOENT: "no folder can be made there",
  ENOSPC: "no space is left",
  ENOTDIR: "a part of the path is a file",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
};
