/** Where a path leads that names a file by the names on the way to it: `root:/reports/June.txt:/content`. */
export interface FilePath {
  /** The segments to all items of the drive. */
  readonly items: readonly string[];
  /** The id of the folder where the names begin; undefined for the root. */
  readonly folder?: string;
  readonly names: readonly string[];
  /** What is asked of the file. */
  readonly rest: readonly string[];
}

/**
 * Takes a path apart in which a colon behind the root or an item begins the names of files, and another one ends them;
 * the last one may be left out where nothing comes behind it (Graph page "Addressing resources in a drive").
 */
export function filePathOf(segments: readonly string[]): FilePath | undefined {
  const at = segments.findIndex((segment) => segment.length > 1 && segment.endsWith(":"));
  if (at < 1) return undefined;
  const base = (segments[at] ?? "").slice(0, -1);
  const isItem = segments[at - 1]?.toLowerCase() === "items";
  if (!isItem && base.toLowerCase() !== "root") return undefined;
  const drive = segments.slice(0, isItem ? at - 1 : at);
  const end = segments.findIndex((segment, index) => index > at && segment.endsWith(":"));
  const written = segments.slice(at + 1, end < 0 ? undefined : end + 1);
  const names = written.map((name, index) => (index === end - at - 1 ? name.slice(0, -1) : name));
  const own = isItem && base.toLowerCase() !== "root" ? { folder: base } : {};
  return {
    items: [...drive, "items"],
    ...own,
    names: names.filter((name) => name !== ""),
    rest: end < 0 ? [] : segments.slice(end + 1),
  };
}

/**
 * The segments by which pages tell of what is done to an item, for a path that names it by the names on the way; the key
 * is none that an item has, before the names are looked up.
 */
export function segmentsByKey(segments: readonly string[]): readonly string[] | undefined {
  const path = filePathOf(segments);
  return path && [...path.items, `path='${path.names.join("/")}'`, ...path.rest];
}
