import { distance } from "fastest-levenshtein";
import { onceFor } from "../base/once-for.ts";
import type { Contract } from "../contract/contract.ts";
import type { Between } from "./change-rule.ts";
import type { Fact } from "./fact.ts";

/** More letters than these make another permission. */
const mostSlips = 2;

/**
 * The permission that a page meant, where it named one that no other page names, and at one of the two times alone:
 * one of nearly the same letters, which other pages name at both.
 */
export function permissionMeant(
  { name }: Pick<Fact, "name">,
  candidates: readonly Fact[],
  between: Between,
): Fact | undefined {
  const [found, ...others] = candidates.filter(
    (next) =>
      distance(name, next.name) <= mostSlips &&
      (isSlip(name, next.name, between) || isSlip(next.name, name, between)),
  );
  return others.length === 0 ? found : undefined;
}

function isSlip(written: string, meant: string, { before, after }: Between): boolean {
  const pages = (name: string) =>
    [before, after].map((contract) => pagesNaming(contract).get(name)?.size ?? 0);
  return pages(written).reduce((sum, count) => sum + count) === 1 && pages(meant).every((count) => count > 1);
}

const pagesNaming = onceFor((contract: Contract): ReadonlyMap<string, ReadonlySet<string>> => {
  const pages = new Map<string, Set<string>>();
  for (const { permissions, location } of contract.operations)
    for (const name of permissions.flatMap((row) => row.permissions))
      pages.set(name, (pages.get(name) ?? new Set()).add(location.file));
  return pages;
});
