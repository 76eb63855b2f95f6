import type { EnumValues } from "../contract.ts";

/**
 * One list of several that pages give of the same enumeration: the longest first, then what the others add. A member
 * that one of them gives to everybody does not have to be asked for.
 */
export function mergeValues(lists: readonly EnumValues[]): EnumValues {
  const [longest, ...others] = [...lists].sort((a, b) => b.members.length - a.members.length);
  const members = new Set([...(longest?.members ?? []), ...others.flatMap((list) => list.members)]);
  const always = new Set(
    lists.flatMap((list) => list.members.filter((member) => !list.onRequest.includes(member))),
  );
  return {
    members: [...members],
    onRequest: [...members].filter((member) => !always.has(member)),
    multiValued: lists.some((list) => list.multiValued),
  };
}
