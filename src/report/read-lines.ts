import { readFileSync, statSync } from "node:fs";

/** What is known of files beside what is on disk. */
export interface LinesOptions {
  /** When the run began, in milliseconds: what was changed since then is not what was judged. */
  readonly since?: number;
  /** By file, the text that this run has given it, and judged. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** So many files are remembered at a time: a report goes from page to page. */
const remembered = 100;

/** The lines of a file as it was judged; undefined where it cannot be read, or may be another one by now. */
export function readLines({
  since,
  texts,
}: LinesOptions = {}): (file: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) {
      if (known.size >= remembered) known.clear();
      known.set(file, (texts?.get(file) ?? textOf(file, since))?.split(/\r?\n/));
    }
    return known.get(file);
  };
}

function textOf(file: string, since: number | undefined): string | undefined {
  try {
    // The time of the change, which nobody can set back, in whole milliseconds as the other one.
    if (since !== undefined && Math.floor(statSync(file).ctimeMs) > since) return undefined;
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
