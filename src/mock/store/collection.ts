import type { TypeContract } from "../../contract/contract.ts";
import type { Resource } from "../message.ts";
import type { Step } from "../route/resource-path.ts";

/** The resources of one collection. */
export interface Collection {
  readonly type?: TypeContract;
  /** By lower-case key. */
  readonly items: Map<string, Resource>;
  /** What it refers to: the steps to where that lives, by lower-case key. */
  readonly links: Map<string, readonly Step[]>;
  /** Lower-case keys of what it held when it was made, which nobody wrote. */
  readonly first: ReadonlySet<string>;
  /** Other keys of the same resources: a path may name a user by mail address. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Nothing documents which resources it holds, so that any key is taken for one. */
  readonly open: boolean;
  /** Lower-case keys of those that no example shows; what belongs to them stays small. */
  readonly filled: ReadonlySet<string>;
  /** Lower-case keys that an open collection held once. */
  readonly removed: Set<string>;
  /** What it takes of the store, once it is written to. */
  weight: number;
  /** The revision of the store at which something was written to it. */
  changed: number;
  /** As it was listed last, at a path and a revision of the store. */
  listed:
    | { readonly path: string; readonly revision: number; readonly items: readonly Resource[] }
    | undefined;
}

/** The resource that has a key, in any letter case, or goes by it. */
export function itemIn({ items, aliases }: Collection, key: string): Resource | undefined {
  const lower = key.toLowerCase();
  return items.get(lower) ?? items.get(aliases.get(lower) ?? "");
}

/** Whether a key that no item has is taken for one all the same. */
export function isOpenFor({ open, removed }: Collection, key: string): boolean {
  return open && !removed.has(key.toLowerCase()) && !/^\w+='/.test(key);
}
