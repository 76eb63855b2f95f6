import { onceFor } from "../../base/once-for.ts";
import type { Contract, TypeContract } from "../../contract/contract.ts";
import { baseTypes, directlyDerivedTypes, ROOT } from "../../contract/names/inheritance.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { type Stranger, shownInExamples } from "./shown-in-examples.ts";

/** The base type that a type most likely has, and the names that it then inherits. */
export interface MissingBase {
  readonly base: string;
  readonly names: ReadonlySet<string>;
}

const fewest = 4;

/** The types whose examples show names that one other type declares, four or more, by type. */
export const missingBases = onceFor((contract: Contract): ReadonlyMap<string, MissingBase> => {
  const found = new Map<string, MissingBase>();
  for (const [name, strangers] of shownInExamples(contract).strangers) {
    const type = typeNamed(contract, name);
    const missing = type && missingBase(contract, type, strangers);
    if (missing) found.set(name, missing);
  }
  return found;
});

function missingBase(
  contract: Contract,
  type: TypeContract,
  strangers: readonly Stranger[],
): MissingBase | undefined {
  if (type.base !== undefined && type.base !== ROOT) return undefined;
  const undeclared = new Set(strangers.flatMap((stranger) => stranger.undeclared));
  if (undeclared.size < fewest) return undefined;
  const candidates = Object.values(contract.types).flatMap((other) => {
    if (other.name === type.name || baseTypes(contract, other.name).includes(type.name)) return [];
    const names = other.properties.map(({ name }) => name).filter((name) => undeclared.has(name));
    return names.length < fewest ? [] : [{ other, names: new Set(names) }];
  });
  const most = Math.max(0, ...candidates.map(({ names }) => names.size));
  const best = candidates.filter(({ names }) => names.size === most);
  const roots = best.filter(
    ({ other }) =>
      !baseTypes(contract, other.name).some((base) => best.some((each) => each.other.name === base)),
  );
  const [only, ...others] =
    roots.length === 1
      ? roots
      : roots.filter(({ other }) => other.abstract || directlyDerivedTypes(contract, other.name).length > 0);
  if (!only || others.length > 0) return undefined;
  // An object without a name of its own may as well be of that other type.
  const ownNames = new Set(only.other.properties.map(({ name }) => name));
  const isOwn = strangers.some(
    (stranger) =>
      stranger.declared.some((name) => !ownNames.has(name) && name !== "id") &&
      stranger.undeclared.some((name) => only.names.has(name)),
  );
  return isOwn ? { base: only.other.name, names: only.names } : undefined;
}
