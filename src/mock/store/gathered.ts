import { groupBy } from "../../base/group-by.ts";
import type { Contract } from "../../contract/contract.ts";
import { keyBehind, nodeBehind, type PathNode } from "../../contract/path/path-node.ts";
import { memberBehind, typeAt } from "../../contract/promise/type-at.ts";
import type { Step } from "../route/resource-path.ts";
import { graphFacts } from "./said-nowhere.ts";

const rowsByWhole = groupBy(graphFacts.gathered, ({ fact }) => fact.whole.toLowerCase());

/** Whether a collection of that name may show what parts of its owner have. */
export function isGathering({ name }: Pick<Step, "name">): boolean {
  return rowsByWhole.has(name.toLowerCase());
}

/**
 * The steps to the parts whose resources of the same name and type a collection shows, too: the `runs` of a workflow
 * for its `userProcessingResults`. None for a collection of which no row says so.
 */
export function partsGathered(contract: Contract, steps: readonly Step[]): readonly (readonly Step[])[] {
  const last = steps.at(-1);
  const owner = steps.at(-2);
  if (!last || !owner) return [];
  const rows = rowsByWhole.get(last.name.toLowerCase()) ?? [];
  const before = owner.keyed ?? owner.named;
  return rows.flatMap(({ fact: { part } }) => {
    const member = memberBehind(contract, before, part);
    if (!member && !before.names.has(part.toLowerCase())) return [];
    const named = nodeBehind(before, member?.name ?? part);
    return isSame(contract, last, keyBehind(named)) ? [[...steps.slice(0, -1), { name: part, named }]] : [];
  });
}

/** The steps to the collection that shows, too, what one in a part of its owner has. */
export function wholeGathering(contract: Contract, steps: readonly Step[]): readonly Step[] | undefined {
  const last = steps.at(-1);
  const part = steps.at(-2);
  const owner = steps.at(-3);
  if (!last || part?.key === undefined || !owner) return undefined;
  const rows = rowsByWhole.get(last.name.toLowerCase()) ?? [];
  if (!rows.some(({ fact }) => fact.part.toLowerCase() === part.name.toLowerCase())) return undefined;
  const before = owner.keyed ?? owner.named;
  if (!memberBehind(contract, before, last.name) && !before.names.has(last.name.toLowerCase()))
    return undefined;
  const whole = { name: last.name, named: nodeBehind(before, last.name) };
  return isSame(contract, whole, keyBehind(part.named)) ? [...steps.slice(0, -2), whole] : undefined;
}

/** Whether what is behind one of the parts is of the type that the whole holds. */
function isSame(contract: Contract, { name, named }: Pick<Step, "name" | "named">, part: PathNode): boolean {
  const own = typeAt(contract, named.key ?? named)?.name;
  const lower = nodeBehind(part, name);
  return own !== undefined && own === typeAt(contract, lower.key ?? lower)?.name;
}
