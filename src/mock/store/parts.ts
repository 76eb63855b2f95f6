import { groupBy } from "../../base/group-by.ts";
import type { Contract } from "../../contract/contract.ts";
import { keyPropertyOf, typeOfRef } from "../../contract/names/type-named.ts";
import { nodeBehind, type PathNode } from "../../contract/path/path-node.ts";
import { pathTree } from "../../contract/path/path-tree.ts";
import { memberBehind, typeAt } from "../../contract/promise/type-at.ts";
import type { Resource } from "../message.ts";
import type { Step } from "../route/resource-path.ts";
import { type Collection, itemIn } from "./collection.ts";
import { inFolder, isInFolder, parentProperty } from "./folders.ts";
import type { PartFact } from "./graph-fact.ts";
import { withCollection } from "./home-path.ts";
import { graphFacts } from "./said-nowhere.ts";

const rowsByName = groupBy(graphFacts.parts, ({ fact }) => fact.whole.toLowerCase());
const rowsByShown = groupBy(graphFacts.parts, ({ fact: { whole, as = whole } }) => as.toLowerCase());

/** The whole in the place of a part: the steps to it and behind it, which of them it is, and which the part was. */
export interface Whole {
  readonly steps: readonly Step[];
  readonly at: number;
  readonly part: number;
}

/**
 * The steps with the whole in the place of a part that a property tells (`mailFolders/{id}/messages` is what of the
 * `messages` has that `parentFolderId`); undefined where a step is in no part of anything.
 */
export function wholeOf(contract: Contract, steps: readonly Step[], index: number): Whole | undefined {
  const step = steps[index];
  const row =
    step && rowsByShown.get(step.name.toLowerCase())?.find(({ fact }) => isPart(fact, steps, index));
  if (!step || !row) return undefined;
  const { property, through, as } = row.fact;
  const part = through === undefined ? index - 1 : index - 2;
  const key = steps[part]?.key;
  const root = through === undefined ? undefined : pathTree(contract).names.get(through);
  if (key === undefined || (through !== undefined && !root)) return undefined;
  const before = through === undefined || !root ? steps.slice(0, part) : [{ name: through, named: root }];
  const named = wholeNode(contract, ownerNode(contract, before), row.fact);
  if (!named) return undefined;
  const name = as === undefined ? step.name : row.fact.whole;
  const whole = { name, named, within: { property, key } };
  return {
    steps: withCollection(contract, before, whole, steps.slice(index)),
    at: before.length,
    part,
  };
}

/** Whether what a row calls the part stands before a step. */
function isPart({ part, through }: PartFact, steps: readonly Step[], index: number): boolean {
  const [one, other] = [steps[index - 1], steps[index - 2]];
  const passed = through !== undefined && one?.key === undefined && one?.name.toLowerCase() === through;
  const found = through === undefined ? one : passed ? other : undefined;
  return found?.key !== undefined && found.name.toLowerCase() === part.toLowerCase();
}

function ownerNode(contract: Contract, steps: readonly Step[]): PathNode {
  const end = steps.at(-1);
  return end ? (end.keyed ?? end.named) : pathTree(contract);
}

/** The whole of a row behind its owner, where the contract has it, and the property on what it holds. */
function wholeNode(contract: Contract, owner: PathNode, { whole, property }: PartFact): PathNode | undefined {
  if (!memberBehind(contract, owner, whole) && !owner.names.has(whole.toLowerCase())) return undefined;
  const named = nodeBehind(owner, whole);
  const type = typeOfRef(contract, typeAt(contract, named.key ?? named) ?? typeAt(contract, named));
  return type?.properties.some(({ name }) => name === property) ? named : undefined;
}

/** Whether a resource is in the part that a step says. */
export function isWithin({ within }: Step, resource: Resource): boolean {
  if (within?.property === parentProperty) return isInFolder(resource, within.key);
  const own = within && resource[within.property];
  return !within || (typeof own === "string" && own.toLowerCase() === within.key.toLowerCase());
}

/** Of a collection whose resources may be parts of one another those that are in none of them. */
export function atTop(steps: readonly Step[], items: readonly Resource[]): readonly Resource[] {
  const end = steps.at(-1);
  const row = rowsOf(steps).find(({ as }) => as !== undefined);
  if (!end || !row || end.within) return items;
  const keys = new Set(items.map(({ id }) => id));
  return items.filter((item) => !keys.has(item[row.property]) || item[row.property] === item.id);
}

const placeProperties = [
  parentProperty,
  ...graphFacts.parts.map(({ fact: { property } }) => property),
  ...graphFacts.alternateKeys.map(({ fact: { property } }) => property),
];

/** Whether a resource that is written anew is found at the same paths as before: in no other part, by no other name. */
export function staysInPlace(before: Resource, after: Resource): boolean {
  return placeProperties.every((property) => before[property] === after[property]);
}

type CollectionAt = (steps: readonly Step[]) => Collection;

/** A resource that comes to a place of the graph, in the part that the place says, else in that where new ones are. */
export function placedIn(
  contract: Contract,
  steps: readonly Step[],
  resource: Resource,
  collectionAt: CollectionAt,
): Resource {
  const within = steps.at(-1)?.within;
  if (within?.property === parentProperty)
    return inFolder(resource, within.key, itemIn(collectionAt(steps), within.key));
  const placed = partsOf(contract, steps, rowsOf(steps), collectionAt).map(({ row, parts }) => {
    const key = within?.property === row.property ? within.key : String(resource[row.property] ?? "");
    const known = keyOf(parts, key) ?? (row.created === undefined ? undefined : keyOf(parts, row.created));
    return known === undefined ? {} : { [row.property]: known };
  });
  return placed.length === 0 ? resource : Object.assign({}, resource, ...placed);
}

/** Puts each of the first resources of a whole into one of the parts that there are. */
export function placeFirst(
  contract: Contract,
  steps: readonly Step[],
  { items }: Collection,
  collectionAt: CollectionAt,
): void {
  // What may be a part of its own kind is asked for below, and stands at the top.
  const rows = items.size > 0 ? rowsOf(steps).filter((row) => row.as === undefined) : [];
  for (const { row, parts } of partsOf(contract, steps, rows, collectionAt)) {
    const otherwise = keyOf(parts, row.shown ?? "") ?? keyOf(parts, parts.items.keys().next().value ?? "");
    for (const [key, item] of items) {
      const own = keyOf(parts, String(item[row.property] ?? "")) ?? otherwise;
      if (own !== undefined && own !== item[row.property]) items.set(key, { ...item, [row.property]: own });
    }
  }
}

function rowsOf(steps: readonly Step[]): readonly PartFact[] {
  return (rowsByName.get(steps.at(-1)?.name.toLowerCase() ?? "") ?? []).map(({ fact }) => fact);
}

function partsOf(
  contract: Contract,
  steps: readonly Step[],
  rows: readonly PartFact[],
  collectionAt: CollectionAt,
): { readonly row: PartFact; readonly parts: Collection }[] {
  const before = steps.slice(0, -1);
  return rows.flatMap((row) => {
    const owner = ownerNode(contract, before);
    const isThere = memberBehind(contract, owner, row.part) || owner.names.has(row.part.toLowerCase());
    if (!isThere || !wholeNode(contract, owner, row)) return [];
    return [
      { row, parts: collectionAt([...before, { name: row.part, named: nodeBehind(owner, row.part) }]) },
    ];
  });
}

function keyOf(parts: Collection, key: string): string | undefined {
  const part = itemIn(parts, key);
  const own = part?.[keyPropertyOf(parts.type)];
  return part ? (typeof own === "string" ? own : key) : undefined;
}
