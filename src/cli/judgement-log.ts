import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../base/make-folder.ts";
import { UsageError, whyNotWritten } from "../base/usage-error.ts";
import type { Judgement } from "../rules/assertion.ts";

/** What was judged so far, on disk: a run that is killed loses nothing. */
export interface JudgementLog {
  readonly file: string;
  add(judgement: Judgement): void;
  /** Removes it, when the report that says all of it is written. */
  remove(): void;
}

/**
 * Begins `judgements.ndjson` in a folder, which is made: a line of JSON for each judgement, as soon as it is there.
 *
 * @throws UsageError when it cannot be written
 */
export function beginJudgementLog(folder: string): JudgementLog {
  const file = join(folder, "judgements.ndjson");
  orRefuse(file, () => {
    makeFolder(folder);
    writeFileSync(file, "");
  });
  return {
    file,
    add: (judgement) => orRefuse(file, () => appendFileSync(file, `${JSON.stringify(judgement)}\n`)),
    remove: () => rmSync(file, { force: true }),
  };
}

function orRefuse(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new UsageError(`"${file}" cannot be written: ${whyNotWritten(error) ?? error}`);
  }
}
