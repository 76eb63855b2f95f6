import { groupBy } from "../docs/group-by.ts";
import type { Contract, Example, Operation } from "./contract.ts";

const indexes = new WeakMap<Contract, ReadonlyMap<string, readonly Example[]>>();

/** The examples that a page shows, in the order of the page. */
export function examplesOfPage(contract: Contract, file: string): readonly Example[] {
  const index = indexes.get(contract) ?? groupBy(contract.examples, (example) => example.file);
  indexes.set(contract, index);
  return index.get(file) ?? [];
}

/** The examples on all the pages that document an operation. */
export function examplesOfOperation(
  contract: Contract,
  { file, pages = [file] }: Operation,
): readonly Example[] {
  return pages.flatMap((page) => examplesOfPage(contract, page));
}
