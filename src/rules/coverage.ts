import type { Coverage, Share } from "./assertion.ts";

/** What of a contract could be asked for, one by one, in the order of the contract. */
export interface CountedCoverage {
  readonly operations: readonly Counted[];
  readonly examples: readonly Counted[];
  readonly properties: readonly Counted[];
}

export interface Counted {
  readonly name: string;
  readonly verified: boolean;
}

/** How much of it was verified. */
export function coverageOf({ operations, examples, properties }: CountedCoverage): Coverage {
  return { operations: shareOf(operations), examples: shareOf(examples), properties: shareOf(properties) };
}

/** What several runs have verified between them; undefined where they did not count the same. */
export function joinCoverage(all: readonly CountedCoverage[]): CountedCoverage | undefined {
  const operations = joined(all.map((each) => each.operations));
  const examples = joined(all.map((each) => each.examples));
  const properties = joined(all.map((each) => each.properties));
  return operations && examples && properties ? { operations, examples, properties } : undefined;
}

function shareOf(all: readonly Counted[]): Share {
  const missing = all.filter(({ verified }) => !verified).map(({ name }) => name);
  return { verified: all.length - missing.length, of: all.length, missing: missing.sort() };
}

function joined(lists: readonly (readonly Counted[])[]): readonly Counted[] | undefined {
  const [first = [], ...others] = lists;
  const isSame = others.every(
    (other) => other.length === first.length && other.every(({ name }, at) => name === first[at]?.name),
  );
  if (!isSame) return undefined;
  return first.map(({ name }, at) => ({ name, verified: lists.some((list) => list[at]?.verified === true) }));
}
