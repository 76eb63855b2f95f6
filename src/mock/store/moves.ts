/** Which resources were moved from one path to another. */
export interface Moves {
  /** Where the seeds of a path stand: a resource on the way may have been moved. */
  originOf(path: string): string;
  add(from: string, to: string): void;
  /** Forgets that what is at a path was moved there. */
  forget(path: string): void;
}

/** Nothing is moved at first. */
export function makeMoves(): Moves {
  const moved = new Map<string, string>();
  const originOf = (path: string): string => {
    if (moved.size === 0) return path;
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const from = moved.get(path.slice(0, end));
      if (from !== undefined) return originOf(from + path.slice(end));
    }
    return path;
  };
  return {
    originOf,
    add(from, to) {
      // What comes back is where it was.
      if (moved.get(from) === to) moved.delete(from);
      else moved.set(to, from);
    },
    forget: (path) => moved.delete(path),
  };
}
