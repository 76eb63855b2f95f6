import { type FSWatcher, readdirSync, realpathSync, statSync, watch } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../base/usage-error.ts";
import { isPageFile } from "../docs/page-file.ts";

/** What becomes of some files, and of the pages below some folders. */
export interface FileChanges {
  /** True where something changed that nobody was told yet. */
  readonly waiting: boolean;
  /**
   * The files and folders that changed, came or went since this was asked last, once it has been quiet for a moment;
   * undefined once they are no longer watched.
   */
  next(): Promise<readonly string[] | undefined>;
  close(): void;
}

/** An editor writes a file in several steps, or another in its place; a checkout writes hundreds. In milliseconds. */
const quiet = 15;
const longest = 250;

/**
 * Watches every folder below the paths, and the files that they name, be these pages or not: the system tells of what is
 * in a folder, whatever way it came there.
 *
 * @throws UsageError where the system watches no more
 */
export function fileChanges(paths: readonly string[]): FileChanges {
  const watchers = new Map<string, FSWatcher>();
  const pending = new Set<string>();
  let [first, last] = [0, 0];
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let tell: ((changed: readonly string[] | undefined) => void) | undefined;

  for (const path of paths) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) watchBelow(path);
    else watchFolder(dirname(path), basename(path));
  }
  return {
    get waiting() {
      return pending.size > 0;
    },
    next() {
      if (closed) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        tell = resolve;
        if (pending.size > 0) tellSoon();
      });
    },
    close() {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      tell?.(undefined);
    },
  };

  function watchBelow(folder: string, above: readonly string[] = []): void {
    try {
      const real = realpathSync(folder);
      if (above.includes(real)) return;
      watchFolder(folder);
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (isHidden(entry.name) || !(entry.isDirectory() || entry.isSymbolicLink())) continue;
        if (isFolder(path)) watchBelow(path, [...above, real]);
      }
    } catch (error) {
      // A folder that is gone again, or does not open, is told of by who reads it.
      if (error instanceof UsageError) throw error;
    }
  }

  function watchFolder(folder: string, only?: string): void {
    const key = only === undefined ? folder : join(folder, only);
    if (watchers.has(key)) return;
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null) note(folder);
        else if (only === undefined) heard(folder, name);
        else if (name === only) note(key);
      });
      watcher.on("error", () => forget(folder));
      watchers.set(key, watcher);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code !== "ENOSPC" && code !== "EMFILE") throw error;
      throw new UsageError(
        `${folder} cannot be watched: the system watches no more folders (fs.inotify.max_user_watches)`,
      );
    }
  }

  function heard(folder: string, name: string): void {
    if (isHidden(name)) return;
    const path = join(folder, name);
    if (isPageFile(name)) note(path);
    else if (watchers.has(path) || isFolder(path)) {
      forget(path);
      watchBelow(path);
      note(path);
    } else if (name === basename(folder) && !isFolder(folder)) note(folder);
  }

  function forget(folder: string): void {
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(join(folder, "/"))) continue;
      watcher.close();
      watchers.delete(path);
    }
  }

  function note(path: string): void {
    if (pending.size === 0) first = Date.now();
    last = Date.now();
    pending.add(path);
    tellSoon();
  }

  function tellSoon(): void {
    clearTimeout(timer);
    if (!tell) return;
    const now = Date.now();
    const due = Math.min(last + quiet, first + longest);
    timer = setTimeout(
      () => {
        const changed = [...pending].sort();
        pending.clear();
        const told = tell;
        tell = undefined;
        told?.(changed);
      },
      Math.max(0, due - now),
    );
  }
}

function isHidden(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
