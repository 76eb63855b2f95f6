import type { Contract, Operation } from "../contract.ts";

const indexes = new WeakMap<Contract, ReadonlyMap<string, readonly Operation[]>>();

/** The operations that a page documents, in the order of the page. */
export function operationsOfPage(contract: Contract, file: string): readonly Operation[] {
  const known = indexes.get(contract);
  if (known) return known.get(file) ?? [];
  const index = new Map<string, Operation[]>();
  for (const operation of contract.operations) {
    const list = index.get(operation.file);
    if (list) list.push(operation);
    else index.set(operation.file, [operation]);
  }
  indexes.set(contract, index);
  return index.get(file) ?? [];
}
