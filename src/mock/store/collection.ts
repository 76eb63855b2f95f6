import type { TypeContract } from "../../contract/contract.ts";
import type { Resource } from "../message.ts";

/** The resources of one collection. */
export interface Collection {
  readonly type?: TypeContract;
  /** By lower-case key. */
  readonly items: Map<string, Resource>;
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
  /** As it was listed last, at a path, if nothing was written to it since. */
  listed: { readonly path: string; readonly items: readonly Resource[] } | undefined;
}

/** The resource that has a key, in any letter case, or goes by it. */
export function itemIn({ items, aliases }: Collection, key: string): Resource | undefined {
  const lower = key.toLowerCase();
  return items.get(lower) ?? items.get(aliases.get(lower) ?? "");
}

/** Whether a key that no item has is taken for one all the same. */
export function isOpenFor({ open, removed }: Collection, key: string): boolean {
  return open && !removed.has(key.toLowerCase());
}
