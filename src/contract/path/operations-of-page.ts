import { groupBy } from "../../docs/group-by.ts";
import type { Contract, Operation } from "../contract.ts";

const indexes = new WeakMap<Contract, ReadonlyMap<string, readonly Operation[]>>();

/** The operations that a page documents, in the order of the page. */
export function operationsOfPage(contract: Contract, file: string): readonly Operation[] {
  const index = indexes.get(contract) ?? groupBy(contract.operations, (operation) => operation.file);
  indexes.set(contract, index);
  return index.get(file) ?? [];
}
