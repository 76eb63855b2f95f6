import type { Contract, TypeContract } from "../contract.ts";
import { type PathStep, propertiesOnPath } from "./properties-on-path.ts";

/** Which operators of `$filter` the pages document for a property: these, all of them, or nothing is said of it. */
export type FilterWord = readonly string[] | "all" | "unsaid";

/**
 * What the pages say of `$filter` at the end of a path. What they say of a property holds for what is below it
 * (`identities` for `identities/issuer`). Silence is a no only where the same page speaks of another property: else
 * its author had no such list in mind. A property that a fully documented type does not have takes no operator.
 */
export function filterWord(
  contract: Contract,
  type: TypeContract | undefined,
  path: readonly string[],
): FilterWord {
  const steps = propertiesOnPath(contract, type, path);
  if (steps === "absent") return [];
  if (steps === "unknown" || steps.length === 0) return "unsaid";
  const said = steps.flatMap(({ property }) => (property.filter ? [property.filter] : []));
  if (said.some((operators) => operators.length === 0)) return "all";
  if (said.length === 0) return steps.some(isLeftOut) ? [] : "unsaid";
  // `/$count eq 0` is written in many ways, and none of them is a list of operators.
  if (path.at(-1)?.toLowerCase() === "$count") return "unsaid";
  const operators = new Set(said.flat().map((operator) => operator.toLowerCase()));
  if (!steps.some(({ property }) => property.type.collection)) return [...operators];
  // A list is only reached through `any`, which pages mostly leave unsaid; and `any` alone asks what an item is.
  const compares = [...operators].some((operator) => operator !== "any" && operator !== "all");
  return [...operators.add("any"), ...(compares ? [] : ["eq"])];
}

/**
 * The operators of `$filter` that the pages document for the property at the end of a path, in lower case: exactly
 * these. Undefined when the pages say `$filter` without a list, or nothing: then every operator is taken.
 */
export function documentedOperators(
  contract: Contract,
  type: TypeContract | undefined,
  path: readonly string[],
): readonly string[] | undefined {
  const word = filterWord(contract, type, path);
  return typeof word === "string" ? undefined : word;
}

/** The page that says nothing of the property speaks of another one. */
function isLeftOut({ owner, property }: PathStep): boolean {
  return owner.properties.some(
    (other) => other.filter !== undefined && other.inheritedFrom === property.inheritedFrom,
  );
}
