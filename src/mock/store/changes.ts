import type { Collection } from "./collection.ts";

/** What happened to the resources of a collection since a revision: the keys as they were written, and whether it is gone. */
export type ChangedKeys = ReadonlyMap<string, { readonly key: string; readonly removed: boolean }>;

/** What was written lately, resource by resource. */
export interface Changes {
  note(revision: number, collection: Collection, key: string, removed: boolean): void;
  /** By lower-case key; undefined where some of it is forgotten already. */
  since(revision: number, collection: Collection): ChangedKeys | undefined;
}

interface Noted {
  readonly revision: number;
  readonly collection: Collection;
  readonly key: string;
  readonly removed: boolean;
}

/** Keeps the last changes, `most` of them. */
export function makeChanges(most = 10_000): Changes {
  let noted: Noted[] = [];
  let forgotten = 0;
  return {
    note(revision, collection, key, removed) {
      noted.push({ revision, collection, key, removed });
      if (noted.length < 2 * most) return;
      forgotten = noted[most - 1]?.revision ?? forgotten;
      noted = noted.slice(most);
    },
    since(revision, collection) {
      if (revision < forgotten) return undefined;
      const own = noted.filter((one) => one.revision > revision && one.collection === collection);
      return new Map(own.map(({ key, removed }) => [key.toLowerCase(), { key, removed }]));
    },
  };
}
