import { groupBy } from "../../base/group-by.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Contract, Operation } from "../contract.ts";

const operationsByPage = onceFor(({ operations }: Contract) => groupBy(operations, ({ file }) => file));

/** The operations that a page documents, in the order of the page. */
export function operationsOfPage(contract: Contract, file: string): readonly Operation[] {
  return operationsByPage(contract).get(file) ?? [];
}
