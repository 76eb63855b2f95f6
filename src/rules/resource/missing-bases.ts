import { groupBy } from "../../base/group-by.ts";
import type { Contract, TypeContract } from "../../contract/contract.ts";
import { contractFact } from "../../contract/contract-fact.ts";
import { hasAllWords } from "../../contract/names/called-after.ts";
import { baseTypes, directlyDerivedTypes, ROOT } from "../../contract/names/inheritance.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { onceForParts } from "../../contract/once-for-parts.ts";
import { type Stranger, shownInExamples } from "./shown-in-examples.ts";

/** The base type that a type most likely has, and the names that it then inherits. */
export interface MissingBase {
  /** Absent where no page declares it: then other types have the same names. */
  readonly base?: string;
  readonly like?: readonly string[];
  readonly names: ReadonlySet<string>;
}

const fewest = 4;

/**
 * The types whose examples show names that one other type declares, four or more, by type; or that no page declares and
 * the examples of other types show as well: then they have a base type without a page.
 */
export const missingBases = contractFact(
  "missing bases",
  (contract: Contract): ReadonlyMap<string, MissingBase> => {
    const found = new Map<string, MissingBase>();
    for (const [name, strangers] of shownInExamples(contract).strangers) {
      const type = typeNamed(contract, name);
      const missing = type && missingBase(contract, type, strangers);
      if (missing) found.set(name, missing);
    }
    for (const [name, missing] of sharedNames(contract, found)) found.set(name, missing);
    return found;
  },
);

/** True where a type, or a base type of it, most likely inherits a name that no page of them declares. */
export function isOfMissingBase(contract: Contract, type: string, name: string): boolean {
  const missing = missingBases(contract);
  return [type, ...baseTypes(contract, type)].some((one) => missing.get(one)?.names.has(name) === true);
}

/** Types without a base that share undeclared names, which no declared type has, or which such types share with a third. */
function sharedNames(
  contract: Contract,
  found: ReadonlyMap<string, MissingBase>,
): ReadonlyMap<string, MissingBase> {
  const open = [...shownInExamples(contract).strangers].flatMap(([name, strangers]) => {
    const type = typeNamed(contract, name);
    const isFree = type && (type.base === undefined || type.base === ROOT) && !found.has(name);
    const names = new Set(strangers.flatMap(({ undeclared }) => undeclared));
    return isFree && names.size >= fewest && hasOwnName(strangers, names) ? [{ name, names }] : [];
  });
  const shared = open.flatMap((one) =>
    open.flatMap((other) => {
      const names = [...one.names].filter((name) => other.names.has(name));
      return other === one || names.length < fewest ? [] : [{ one: one.name, other: other.name, names }];
    }),
  );
  const unheardOf = shared.filter(({ names }) => !isDeclared(contract, names));
  const sure = new Set(unheardOf.map(({ one }) => one));
  const all = shared.filter(
    (pair) => unheardOf.includes(pair) || (!sure.has(pair.one) && sure.has(pair.other)),
  );
  return new Map(
    [...groupBy(all, ({ one }) => one)].map(([name, pairs]) => [
      name,
      { like: pairs.map(({ other }) => other), names: new Set(pairs.flatMap(({ names }) => names)) },
    ]),
  );
}

/** By the name of a property, the types that have it. */
const ownersOf = onceForParts(["types"], ({ types }): ReadonlyMap<string, ReadonlySet<TypeContract>> => {
  const owners = new Map<string, Set<TypeContract>>();
  for (const type of Object.values(types)) {
    for (const { name } of type.properties) {
      const known = owners.get(name);
      if (known) known.add(type);
      else owners.set(name, new Set([type]));
    }
  }
  return owners;
});

/** Whether one type has all the names. */
function isDeclared(contract: Contract, [first = "", ...names]: readonly string[]): boolean {
  const owners = ownersOf(contract);
  return [...(owners.get(first) ?? [])].some((type) => names.every((name) => owners.get(name)?.has(type)));
}

/** The types that have four of the names or more. */
function typesWith(contract: Contract, names: ReadonlySet<string>): readonly TypeContract[] {
  const owners = ownersOf(contract);
  const counts = new Map<TypeContract, number>();
  for (const name of names)
    for (const type of owners.get(name) ?? []) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].flatMap(([type, count]) => (count < fewest ? [] : [type]));
}

/** An object without a name of its own may as well be of another type. */
function hasOwnName(
  strangers: readonly Stranger[],
  names: ReadonlySet<string>,
  of?: ReadonlySet<string>,
): boolean {
  return strangers.some(
    ({ declared, undeclared }) =>
      declared.some((name) => !of?.has(name) && name !== "id") && undeclared.some((name) => names.has(name)),
  );
}

function missingBase(
  contract: Contract,
  type: TypeContract,
  strangers: readonly Stranger[],
): MissingBase | undefined {
  if (type.base !== undefined && type.base !== ROOT) return undefined;
  const undeclared = new Set(strangers.flatMap((stranger) => stranger.undeclared));
  if (undeclared.size < fewest) return undefined;
  const candidates = typesWith(contract, undeclared).flatMap((other) => {
    if (other.name === type.name || baseTypes(contract, other.name).includes(type.name)) return [];
    const names = other.properties.map(({ name }) => name).filter((name) => undeclared.has(name));
    return [{ other, names: new Set(names) }];
  });
  const most = Math.max(0, ...candidates.map(({ names }) => names.size));
  const best = candidates.filter(({ names }) => names.size === most);
  const roots = best.filter(
    ({ other }) =>
      !baseTypes(contract, other.name).some((base) => best.some((each) => each.other.name === base)),
  );
  // Called after it, and showing all of its names.
  const kin = roots.filter(
    ({ other, names }) => hasAllWords(type.name, other.name) && names.size === other.properties.length,
  );
  const [only, ...others] =
    roots.length === 1 || kin.length === 1
      ? [...kin, ...roots].slice(0, 1)
      : roots.filter(({ other }) => other.abstract || directlyDerivedTypes(contract, other.name).length > 0);
  if (!only || others.length > 0) return undefined;
  const ownNames = new Set(only.other.properties.map(({ name }) => name));
  return hasOwnName(strangers, only.names, ownNames)
    ? { base: only.other.name, names: only.names }
    : undefined;
}
