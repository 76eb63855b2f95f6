import type { Step } from "../route/resource-path.ts";
import { storePath } from "../route/resource-path.ts";

/** A place that refers to a resource: a collection with the key there, or what stands alone, without one. */
export interface Holder {
  readonly path: string;
  readonly key?: string;
}

/** Which places that were written to refer to a resource, and to which one those refer that stand alone. */
export interface Links {
  /** The steps to what stands alone at a path, where that is a reference. */
  single(path: string): readonly Step[] | undefined;
  setSingle(path: string, target: readonly Step[]): void;
  deleteSingle(path: string): void;
  hold(target: readonly Step[], holder: Holder): void;
  letGo(target: readonly Step[], holder: Holder): void;
  /** The places that refer to the resource at a path. */
  holders(path: string): readonly Holder[];
  /** The same; they do so no more. */
  release(path: string): readonly Holder[];
  /** Forgets what stands alone below a path. */
  forgetBelow(path: string): void;
  /** What stands alone below the one path does so below the other from now on. */
  moveBelow(from: string, to: string): void;
}

/** Nothing is referred to at first. */
export function makeLinks(): Links {
  const singles = new Map<string, readonly Step[]>();
  const holders = new Map<string, Map<string, Holder>>();
  const nameOf = ({ path, key }: Holder) => (key === undefined ? path : `${path}/${key}`);

  const letGo = (target: readonly Step[], holder: Holder): void => {
    const path = storePath(target);
    const known = holders.get(path);
    known?.delete(nameOf(holder));
    if (known?.size === 0) holders.delete(path);
  };
  const hold = (target: readonly Step[], holder: Holder): void => {
    const path = storePath(target);
    const known = holders.get(path) ?? new Map<string, Holder>();
    holders.set(path, known.set(nameOf(holder), holder));
  };
  const setSingle = (path: string, target: readonly Step[]): void => {
    deleteSingle(path);
    singles.set(path, target);
    hold(target, { path });
  };
  const deleteSingle = (path: string): void => {
    const target = singles.get(path);
    if (!target) return;
    singles.delete(path);
    letGo(target, { path });
  };
  return {
    single: (path) => singles.get(path),
    setSingle,
    deleteSingle,
    hold,
    letGo,
    holders: (path) => [...(holders.get(path)?.values() ?? [])],
    release(path) {
      const known = [...(holders.get(path)?.values() ?? [])];
      holders.delete(path);
      for (const { path: single, key } of known) if (key === undefined) singles.delete(single);
      return known;
    },
    forgetBelow(path) {
      const below = `${path}/`;
      for (const single of singles.keys()) if (single.startsWith(below)) deleteSingle(single);
    },
    moveBelow(from, to) {
      for (const [path, target] of [...singles]) {
        if (!path.startsWith(`${from}/`)) continue;
        deleteSingle(path);
        setSingle(to + path.slice(from.length), target);
      }
    },
  };
}
