import type { Contract, Example, Operation } from "../../contract/contract.ts";
import { exampleOperation } from "../../contract/path/example-operation.ts";

/** One of several runs that share out a plan between them: 1 of 3 is the first of three. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** Says what of a plan belongs to one run. */
export interface OwnPart {
  operation(operation: Operation): boolean;
  example(example: Example): boolean;
}

/**
 * Shares out a plan, path by path in turn, as the contract has them: what rules compare, which is what is asked at one
 * path, belongs to one run, with the examples of it. Each run finds out by itself what is its own.
 */
export function ownPart(contract: Contract, shard: Shard | undefined): OwnPart {
  if (!shard) return { operation: () => true, example: () => true };
  const ofExample = (example: Example) => {
    const called = exampleOperation(contract, example);
    return called ? pathOf(called) : `page ${example.file}`;
  };
  const turns = new Map<string, number>();
  const take = (part: string) => turns.set(part, turns.get(part) ?? turns.size);
  contract.operations.forEach((operation) => {
    take(pathOf(operation));
  });
  contract.examples.forEach((example) => {
    take(ofExample(example));
  });
  const isOwn = (part: string) => (turns.get(part) ?? 0) % shard.of === shard.number - 1;
  return {
    operation: (operation) => isOwn(pathOf(operation)),
    example: (example) => isOwn(ofExample(example)),
  };
}

/** `/users/{}/messages` for whatever is asked there, the number of its items too. */
function pathOf({ id }: Operation): string {
  return id
    .replace(/^\S+ /, "")
    .replace(/\?.*$/s, "")
    .replace(/\/\$count$/i, "")
    .toLowerCase();
}
