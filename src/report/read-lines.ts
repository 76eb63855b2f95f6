import { readFileSync, statSync } from "node:fs";

/** Which files are read, and what is known of them beside what is on disk. */
export interface LinesOptions {
  /** Whether a file is one of those; all are, unless said. */
  readonly among?: (file: string) => boolean;
  /** When the run began, in milliseconds: what was changed since then is not what was judged. */
  readonly since?: number;
  /** By file, the text that this run has given it, and judged. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** So many files are remembered at a time: a report goes from page to page. */
const remembered = 100;

/** The lines of a file as it was judged; undefined where it cannot be read, or may be another one by now. */
export function readLines({
  among = () => true,
  since,
  texts,
}: LinesOptions = {}): (file: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) {
      if (known.size >= remembered) known.clear();
      const text = among(file) ? (texts?.get(file) ?? textOf(file, since)) : undefined;
      known.set(file, text?.split(/\r?\n/));
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
