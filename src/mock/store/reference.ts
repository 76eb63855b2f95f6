import { onceForAll } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { derivesFrom } from "../../contract/names/inheritance.ts";
import { findType } from "../../contract/names/type-name.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { type PathNode, spellingOf } from "../../contract/path/path-node.ts";
import { memberBehind, typeAt } from "../../contract/promise/type-at.ts";
import { membersOf } from "../../metadata/members-of.ts";
import { boundSet, type EntitySet, setOf, setsAt } from "./entity-sets.ts";
import type { InverseFact } from "./graph-fact.ts";
import { graphFacts } from "./said-nowhere.ts";

/** A relationship whose resources live elsewhere. */
export interface Reference {
  /** The type that what it holds is declared to be of. */
  readonly type: string;
  readonly collection: boolean;
  /** Where it may live, and which of these sets is that of all that do not have one of their own. */
  readonly sets: readonly EntitySet[];
  readonly set: EntitySet | undefined;
  /** The rows of which it is the one side, or the inverse. */
  readonly forth: readonly InverseFact[];
  readonly back: readonly InverseFact[];
}

/**
 * What a place of the tree refers to: where a page adds or removes a reference, or the metadata says that what it leads
 * to is no part of its owner, or a row names it; and an entity set has what it leads to. Or the metadata says in which.
 */
export const referenceAt = onceForAll((contract: Contract, node: PathNode): Reference | undefined => {
  const { kind, before, names, key } = node;
  if (kind !== "name" || !before || before.kind === "root") return undefined;
  const owner = typeAt(contract, before);
  const end = typeAt(contract, node);
  if (owner?.kind !== "type" || owner.collection || end?.kind !== "type") return undefined;
  const name = spellingOf(node).toLowerCase();
  const rows = graphFacts.inverses.map(({ fact }) => fact);
  const forth = rows.filter((row) => row.reference.toLowerCase() === name && isOn(contract, row, owner.name));
  const back = rows.filter((row) => row.inverse.toLowerCase() === name && leadsTo(contract, row, owner.name));
  const isRow = forth.length + back.length > 0;
  const sets = setsAt(contract, node, end.name);
  // What no entity set has lives where it was made: only a row says that others refer to it.
  if (!isRow && sets.length === 0) return undefined;
  const bound = boundSet(contract, node);
  const isSaid =
    isRow || bound || names.has("$ref") || key?.names.has("$ref") || isApart(contract, owner.name, name);
  const set = bound ?? setOf(contract, end.name);
  return isSaid ? { type: end.name, collection: end.collection, sets, set, forth, back } : undefined;
});

/** Whether a row speaks of resources of a type. */
export function isOn(contract: Contract, { on }: InverseFact, type: string): boolean {
  const named = findType(contract, on);
  return named?.kind === "type" && derivesFrom(contract, type, named.name) === true;
}

/** Whether what a row's reference leads to may be of a type; what nobody declares may be of any. */
function leadsTo(contract: Contract, { on, reference }: InverseFact, owner: string): boolean {
  const type = typeOfRef(contract, findType(contract, on));
  const declared = type?.properties.find((property) => property.name === reference)?.type;
  return declared?.kind !== "type" || derivesFrom(contract, owner, declared.name) !== false;
}

/** The inverse of a row, where the contract has it on what a place of the tree leads to. */
export function inverseOn(contract: Contract, { inverse }: InverseFact, node: PathNode): boolean {
  return memberBehind(contract, node, inverse) !== undefined || node.names.has(inverse.toLowerCase());
}

/** What the metadata has as a relationship that holds nothing itself. */
function isApart({ metadata }: Contract, type: string, name: string): boolean {
  if (!metadata) return false;
  for (const { member } of membersOf(metadata, type).values())
    if (member.name.toLowerCase() === name) return member.navigation && !member.contained;
  return false;
}
