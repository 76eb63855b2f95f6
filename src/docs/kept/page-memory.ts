import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "../page.ts";
import type { KeptReading } from "./kept-reading.ts";

/** The pages that this process has read, for one that reads them again and again. */
export interface PageMemory {
  /** Remembers what is read by `opened`, or from the files; that is opened once. */
  over(opened: () => KeptReading | undefined): KeptReading;
  /**
   * These files, and what lies below these folders, are read anew. Gives the names by which they were read, where all of
   * them are files that were.
   */
  forget(changed: readonly string[]): readonly string[] | undefined;
}

interface Read {
  /** As its page is called. */
  readonly name: string;
  readonly page: Page | undefined;
}

export function pageMemory(): PageMemory {
  const known = new Map<string, Read>();
  const remembered = (file: string, make: () => Page | undefined) => {
    const path = resolve(file);
    const before = known.get(path);
    if (before) return before.page;
    const page = make();
    known.set(path, { name: file.replaceAll("\\", "/"), page });
    return page;
  };
  let below: { readonly kept: KeptReading | undefined } | undefined;
  return {
    over(opened) {
      below ??= { kept: opened() };
      const { kept } = below;
      return {
        pageOf: (file, read) =>
          remembered(file, () => (kept ? kept.pageOf(file, read) : read(readFileSync(file)))),
        late: (file, make) => remembered(file, () => (kept ? kept.late(file, make) : make())),
        save: (pages) => kept?.save(pages),
      };
    },
    forget(changed) {
      const names = changed.map((one) => {
        const path = resolve(one);
        const name = known.get(path)?.name;
        const folder = join(path, "/");
        if (!known.delete(path))
          for (const file of known.keys()) if (file.startsWith(folder)) known.delete(file);
        return name;
      });
      return names.every((name) => name !== undefined) ? names : undefined;
    },
  };
}
